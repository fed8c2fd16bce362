"""What comes in and goes out: decks, tables, workbooks, texts. No Qt."""
