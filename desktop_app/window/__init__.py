"""What people see: the main window, its pages, the aligned picture, widgets and the theme."""
