"""Any picture and its numbers as files or on the clipboard: PNG, SVG, CSV.

A chart is a widget with `paint(painter, width, height)` and `table()`; `of_chart` makes a figure of it.
"""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.decision.project import Project
from desktop_app.files.atomic import replacing
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.files.results import spreadsheet_safe
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme

SCALE = 2.0
"""Pixels of a PNG to one of the layout: sharp on paper and on a screen of twice the pixels."""
MOST_PIXELS = 24_000_000
"""A PNG is made less sharp before it is made larger than this."""

_LEAST_WIDTH = 600
"""A chart is not copied narrower than this: nobody can hover over a picture to read what was elided."""

Rows = list[list[str | int | float]]


@dataclass(frozen=True)
class Figure:
    """A picture to be kept, its size in pixels of the layout, and the table of what it shows."""

    title: str
    description: str
    width: float
    height: float
    background: QColor
    paint: Callable[[QPainter], None]
    table: Callable[[], Rows]
    """The first row is the head."""


class Chart(Protocol):
    """What `of_chart` asks of a widget."""

    def paint(self, painter: QPainter, width: float, height: float) -> None: ...

    def table(self) -> Rows: ...

    def size(self) -> QSize: ...

    def sizeHint(self) -> QSize: ...

    def accessibleDescription(self) -> str: ...


def of_chart(chart: Chart, title: str, project: Project, theme: Theme) -> Figure:
    """A chart as it is on the screen, never smaller than it wants to be, with its title and a caption."""
    size = chart.size().expandedTo(chart.sizeHint()).expandedTo(QSize(theme.px(_LEAST_WIDTH), 0))
    texts, pad = Texts(), theme.px(14)
    title_font, caption_font = theme.font(15, bold=True), theme.font(11)
    inside = size.width()
    lines = len(texts.lines(title, inside, title_font, 2))
    head = lines * texts.metrics(title_font).height() + theme.px(6)
    caption = caption_of(project)
    foot = theme.px(6) + len(texts.lines(caption, inside, caption_font, 2)) * (
        texts.metrics(caption_font).height()
    )

    def paint(painter: QPainter) -> None:
        painter.setPen(theme.colour("text"))
        texts.draw(painter, QRectF(pad, pad, inside, head), title, title_font, most=2)
        painter.save()
        painter.translate(pad, pad + head)
        chart.paint(painter, inside, size.height())
        painter.restore()
        painter.setPen(theme.colour("dim_text"))
        below = QRectF(pad, pad + head + size.height() + theme.px(6), inside, foot)
        texts.draw(painter, below, caption, caption_font, most=2)

    return Figure(
        title,
        chart.accessibleDescription(),
        inside + 2 * pad,
        size.height() + head + foot + 2 * pad,
        theme.colour("card"),
        paint,
        chart.table,
    )


def caption_of(project: Project, today: date | None = None) -> str:
    """The deck, what counts, whose weights, the day: what a picture must say when it stands alone."""
    preset = project.preset
    counted = {
        "effort": _("effort criteria"),
        "effect": _("effect criteria"),
        "both": _("effort and effect criteria"),
    }.get(project.perspective or "", "")
    parts = [
        plain_text(project.problem.title.say(language())),
        counted,
        _("Weights: {preset}").format(
            preset=plain_text(preset.title.say(language())) if preset else _("my own")
        ),
        (today or date.today()).isoformat(),
    ]
    return " · ".join(part for part in parts if part)


def png(figure: Figure, scale: float = SCALE) -> bytes:
    """The picture as a PNG file's bytes."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image(figure, scale).save(buffer, "PNG")
    return buffer.data().data()


def image(figure: Figure, scale: float = SCALE) -> QImage:
    scale = min(scale, (MOST_PIXELS / max(1.0, figure.width * figure.height)) ** 0.5)
    size = _whole(figure)
    made = QImage(
        max(1, round(size.width() * scale)), max(1, round(size.height() * scale)), QImage.Format.Format_RGB32
    )
    made.setText("Title", figure.title)
    made.setText("Description", figure.description)
    made.fill(figure.background)
    painter = QPainter(made)
    painter.scale(made.width() / size.width(), made.height() / size.height())
    figure.paint(painter)
    painter.end()
    # Programs that paste or print it take its size from here.
    made.setDotsPerMeterX(round(96 * scale / 0.0254))
    made.setDotsPerMeterY(round(96 * scale / 0.0254))
    return made


def svg(figure: Figure) -> bytes:
    """The picture as an SVG file's bytes; text stays text."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    size = _whole(figure)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(figure.title)
    generator.setDescription(figure.description)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), figure.background)
    figure.paint(painter)
    painter.end()
    return _slim(buffer.data().data().decode()).encode()


_IDLE = re.compile(
    r' (?:fill-opacity|stroke-opacity|stroke-width)="1"| transform="matrix\(1,0,0,1,0,0\)"| stroke-linecap="square"'
    r'| stroke-linejoin="bevel"| vector-effect="none"| font-style="normal"'
)
_GROUP = re.compile(r"<g ([^>]*?)\s*>\s*")


def _slim(drawing: str) -> str:
    """Qt's SVG without what it says again at each shape: a third of the size, the same picture.

    Quotation marks in texts are written as `&quot;`, so no text is touched.
    """
    head, root, shapes = drawing.partition("<g ")
    first, end, shapes = shapes.partition(">")
    # What the outermost group says holds for all; each text names its own font.
    shapes = re.sub(
        r'\nfont-family="[^"]*" font-size="[^"]*" font-weight="[^"]*" font-style="[^"]*"', "", shapes
    )
    shapes = _IDLE.sub("", shapes)
    shapes = _GROUP.sub(r"<g \1>", shapes)
    shapes = re.sub(r"\s*</g>\s*", "</g>\n", shapes)
    shapes = re.sub(r"<g [^>]*></g>\n", "", shapes)
    # Qt's name of the system's face is none that other programs know.
    shapes = re.sub(r'font-family="([^"]*)"', r'font-family="\1, sans-serif"', shapes)
    return head + root + first + end + shapes


def _whole(figure: Figure) -> QSize:
    return QSize(max(1, -int(-figure.width // 1)), max(1, -int(-figure.height // 1)))


def as_csv(rows: Rows) -> str:
    """Comma-separated values that no spreadsheet takes for formulas; no number is rounded."""
    return _separated(rows, ",")


def _separated(rows: Rows, separator: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerows([spreadsheet_safe(one) if isinstance(one, str) else one for one in row] for row in rows)
    return text.getvalue()


def copy(figure: Figure) -> None:
    """Puts the picture on the clipboard, and as text its table, which spreadsheets take apart at the tabs."""
    data = QMimeData()
    data.setImageData(image(figure))
    data.setText(_separated(figure.table(), "\t"))
    data.setData("image/svg+xml", QByteArray(svg(figure)))
    QGuiApplication.clipboard().setMimeData(data)


PICTURES: dict[str, Callable[[Figure], bytes]] = {".png": png, ".svg": svg}
"""What a picture can be saved as, by the file's ending."""


def save_picture(figure: Figure, path: Path) -> None:
    """Writes a PNG or an SVG, as the ending of `path` says. Raises OSError."""
    write(path, PICTURES[path.suffix.lower()](figure))


def save_csv(rows: Sequence[Sequence[str | int | float]], path: Path) -> None:
    """Writes a table with the mark that tells Excel of UTF-8. Raises OSError."""
    write(path, as_csv([list(row) for row in rows]).encode("utf-8-sig"))


def write(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        file.write(data)
