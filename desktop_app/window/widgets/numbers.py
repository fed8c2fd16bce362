"""Boxes for numbers: a decimal comma and a decimal point read alike, in every language."""

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget


class NumberBox(QDoubleSpinBox):
    """A number without arrows that takes `62,5` and `62.5` for the same and never groups digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._place_field()

    def _place_field(self) -> None:
        # Qt 6.11 leaves the field one pixel wide where a style sheet draws the frame and there are no arrows.
        margin = 3
        self.lineEdit().setGeometry(self.rect().adjusted(margin, 1, -margin, -1))

    def _plain(self, text: str) -> str:
        text = text.strip()
        for affix in (self.prefix().strip(), self.suffix().strip()):
            text = text.removeprefix(affix).removesuffix(affix) if affix else text
        return text.strip().replace(",", ".")

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = self._plain(text)
        if plain in ("", "-", ".", "+"):
            return QValidator.State.Intermediate, text, position
        try:
            number = float(plain)
        except ValueError:
            return QValidator.State.Invalid, text, position
        if "e" in plain.lower() or "n" in plain.lower() or "_" in plain:
            return QValidator.State.Invalid, text, position
        inside = self.minimum() <= number <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, position

    def fixup(self, text: str) -> str:
        try:
            number = float(self._plain(text))
        except ValueError:
            return self.textFromValue(self.value())
        return self.textFromValue(min(max(number, self.minimum()), self.maximum()))

    def valueFromText(self, text: str) -> float:
        try:
            return float(self._plain(text))
        except ValueError:
            return self.value()

    def textFromValue(self, value: float) -> str:
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that passes over the panel must not change a weight by accident.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
