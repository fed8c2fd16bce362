"""The style sheet that Qt's own widgets wear, made from a theme's tokens."""

from desktop_app.window.theme.theme import Theme


def stylesheet(theme: Theme) -> str:
    """QSS for the whole application."""
    t, px = theme.tokens, theme.px
    return f"""
* {{ font-size: {px(13)}px; }}
QWidget {{ color: {t.text}; }}
QMainWindow, QWidget#page, QWidget#body {{ background: {t.background}; }}
QFrame#card {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {px(10)}px; }}
QFrame#toolbar {{ background: {t.card}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame#rail {{ background: {t.card}; border: 0; border-right: 1px solid {t.line}; }}
QFrame#rule {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; }}
QLabel#title {{ font-size: {px(15)}px; font-weight: 600; }}
QLabel#heading {{ font-weight: 600; }}
QLabel#caption {{ color: {t.dim_text}; font-size: {px(11)}px; }}
QLabel#dim {{ color: {t.dim_text}; font-size: {px(12)}px; }}
QLabel#words {{ font-size: {px(15)}px; }}
QLabel#group {{ color: {t.dim_text}; font-weight: 600; font-size: {px(12)}px; }}
QPushButton, QToolButton {{
    background: {t.card}; border: 1px solid {t.line}; border-radius: {px(7)}px;
    padding: {px(6)}px {px(11)}px; min-height: {px(18)}px;
}}
QPushButton:hover, QToolButton:hover {{ background: {t.accent_wash}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {t.accent_wash}; color: {t.accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.dim_text}; background: {t.background}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.accent_text}; border-color: {t.accent}; font-weight: 600; }}
QPushButton#primary:focus {{ border: 2px solid {t.text}; padding: {px(5)}px {px(10)}px; }}
QPushButton#flat, QToolButton#flat {{ background: transparent; border: 1px solid transparent; padding: {px(4)}px {px(6)}px; }}
QPushButton#flat:hover, QToolButton#flat:hover {{ background: {t.accent_wash}; }}
QPushButton#flat:focus, QToolButton#flat:focus {{ border: 1px solid {t.accent}; }}
QToolButton#lock {{ background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; }}
QToolButton#lock:hover {{ background: {t.accent_wash}; }}
QToolButton#lock:focus {{ border: 1px solid {t.accent}; }}
QPushButton#link {{ background: transparent; border: 0; color: {t.accent}; padding: 0 {px(2)}px; text-align: left; }}
QPushButton#link:hover, QPushButton#link:focus {{ text-decoration: underline; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#rail {{
    background: transparent; border: 1px solid transparent; border-radius: {px(7)}px; color: {t.dim_text};
    font-size: {px(11)}px; padding: {px(6)}px 0;
}}
QToolButton#rail:hover {{ background: {t.accent_wash}; }}
QToolButton#rail:checked {{ background: {t.accent_wash}; color: {t.accent}; font-weight: 600; }}
QToolButton#rail:focus {{ border: 1px solid {t.accent}; }}
QToolButton#segment {{ border-radius: 0; margin: 0; border-right-width: 0; }}
QToolButton#segment[place="first"] {{ border-top-left-radius: {px(7)}px; border-bottom-left-radius: {px(7)}px; }}
QToolButton#segment[place="last"] {{
    border-top-right-radius: {px(7)}px; border-bottom-right-radius: {px(7)}px; border-right-width: 1px;
}}
QToolButton#segment:checked {{ background: {t.accent_wash}; color: {t.accent}; font-weight: 600; }}
QDoubleSpinBox, QLineEdit, QComboBox {{
    background: {t.card}; border: 1px solid {t.line}; border-radius: {px(5)}px; padding: {px(2)}px {px(3)}px;
    selection-background-color: {t.accent}; selection-color: {t.accent_text};
}}
QComboBox::drop-down {{ border: 0; width: {px(18)}px; }}
QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.line}; selection-background-color: {t.accent_wash}; selection-color: {t.text}; }}
QDoubleSpinBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QDoubleSpinBox#quiet {{ border-color: transparent; background: transparent; color: {t.dim_text}; }}
QDoubleSpinBox#quiet:hover {{ border-color: {t.line}; }}
QDoubleSpinBox:focus, QLineEdit:focus, QComboBox:focus, QDoubleSpinBox#quiet:focus {{ border: 1px solid {t.accent}; }}
QDoubleSpinBox:disabled {{ color: {t.dim_text}; background: {t.background}; }}
QLineEdit[missed="true"] {{ border: 1px solid {t.worse}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: {px(4)}px; min-height: {px(24)}px; min-width: {px(24)}px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {t.dim_text}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(22)}px; border-radius: {px(5)}px; }}
QMenu::item:selected {{ background: {t.accent_wash}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.dim_text}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; padding: {px(5)}px; }}
QTextBrowser, QPlainTextEdit, QTextEdit {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {px(7)}px; }}
QTextBrowser#evidence {{ border: 0; background: transparent; }}
QTableView, QListView#list, QTreeView {{
    background: {t.card}; border: 0; outline: 0; selection-background-color: {t.card}; selection-color: {t.text};
}}
QTableView QHeaderView, QTableCornerButton::section {{ background: {t.card}; border: 0; }}
QDialog, QMessageBox {{ background: {t.background}; }}
QStatusBar {{ background: {t.card}; border-top: 1px solid {t.line}; color: {t.dim_text}; }}
QFrame#status {{ background: {t.card}; border: 0; border-top: 1px solid {t.line}; }}
"""
