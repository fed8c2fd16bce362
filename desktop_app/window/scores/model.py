"""The scores as Qt's tables see them: a row per recommendation, a column per criterion that counts."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.decision.performances import AtLevel, LevelRange, code
from desktop_app.decision.problem import BASES, Alternative, Cell, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.document.document import Document
from desktop_app.engine.values import DISTRIBUTION, RANGE, UNKNOWN_KIND
from desktop_app.files.languages import language
from desktop_app.window.picture.tips import performance_label
from desktop_app.window.scores.labels import spoken

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

NO_BASIS = "none"
KINDS = {"range": RANGE, "distribution": DISTRIBUTION, "unknown": UNKNOWN_KIND}
FILTERS = ("all", *BASES, NO_BASIS, *KINDS)
"""What cells can be picked out by."""


class ScoresModel(QAbstractTableModel):
    """Holds what the document held when it was last `read`."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.filter = "all"
        self._take()

    def read(self) -> None:
        """Takes another deck, or other criteria."""
        self.beginResetModel()
        self._take()
        self.endResetModel()

    def _take(self) -> None:
        self.problem = self._document.problem
        self.values = self._document.ranking.table
        self.criteria = self.problem.counted(self._document.project.perspective)
        at = {criterion.id: column for column, criterion in enumerate(self.problem.criteria)}
        self._columns = [at[criterion.id] for criterion in self.criteria]
        self._places = [_places(criterion) for criterion in self.criteria]
        for name in ("_bases", "matching"):
            self.__dict__.pop(name, None)

    # What a cell is

    def alternative(self, row: int) -> Alternative:
        return self.problem.alternatives[row]

    def cell(self, row: int, column: int) -> Cell:
        return self.problem.cells[row][self._columns[column]]

    def segments(self, row: int, column: int) -> tuple[int, int, int]:
        """Of a verbal scale: how many levels are surely reached from the worst, how many perhaps, of how many."""
        places = self._places[column]
        match self.cell(row, column).performance:
            case AtLevel(level):
                return places[level], places[level], len(places)
            case LevelRange(low, high):
                ends = sorted((places[low], places[high]))
                return ends[0], ends[1], len(places)
        return 0, 0, len(places)

    def codes(self, row: int, columns: Iterable[int]) -> list[str]:
        """The codes of some cells of a row, as a deck writes them."""
        return [code(self.cell(row, column).performance) for column in columns]

    def index_of(self, alternative: str, criterion: str) -> QModelIndex:
        """Nowhere where the cell is not on show."""
        if alternative not in self.values.alternatives or criterion not in self.values.criteria:
            return QModelIndex()
        return self.index(self.values.alternatives.index(alternative), self.values.criteria.index(criterion))

    def names_at(self, index: Index) -> tuple[str, str]:
        return self.values.alternatives[index.row()], self.values.criteria[index.column()]

    # Picking out

    def set_filter(self, name: str) -> None:
        """Picks out what rests on a basis, or is of a kind."""
        self.filter = name
        self.__dict__.pop("matching", None)

    @cached_property
    def _bases(self) -> npt.NDArray[np.int8]:
        codes = {basis: at for at, basis in enumerate((*BASES, None))}
        rows = [[codes[row[at].evidence.basis] for at in self._columns] for row in self.problem.cells]
        return np.array(rows, dtype=np.int8)

    @cached_property
    def matching(self) -> npt.NDArray[np.bool_]:
        """Which cells are picked out: (alternatives, criteria)."""
        return self._matching(self.filter)

    def _matching(self, name: str) -> npt.NDArray[np.bool_]:
        if name in KINDS:
            return np.asarray(self.values.kind == KINDS[name])
        if name == "all":
            return np.ones(self.values.kind.shape, dtype=bool)
        return np.asarray(self._bases == (*BASES, NO_BASIS).index(name))

    def counts(self) -> dict[str, int]:
        """How many cells each filter picks out."""
        return {name: int(self._matching(name).sum()) for name in FILTERS}

    def next_match(self, index: Index, step: int) -> QModelIndex:
        """The next cell that is picked out, row by row and round the end; `step` −1 for the one before."""
        flat = np.flatnonzero(self.matching)
        if not len(flat):
            return QModelIndex()
        columns = len(self.criteria)
        here = index.row() * columns + index.column() if index.isValid() else (-1 if step > 0 else 0)
        at = np.searchsorted(flat, here, "right") if step > 0 else np.searchsorted(flat, here, "left") - 1
        row, column = divmod(int(flat[at % len(flat)]), columns)
        return self.index(row, column)

    # As Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.problem.alternatives)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.criteria)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        criterion, cell = self.criteria[index.column()], self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return performance_label(cell, criterion)
            case Qt.ItemDataRole.EditRole:
                return code(cell.performance)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return spoken(self.alternative(index.row()), criterion, cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        title = (self.criteria if across else self.problem.alternatives)[section].title.say(language())
        return " ".join(title.split())


def _places(criterion: Criterion) -> dict[int, int]:
    """The place of each level, 1 for the worst."""
    if not isinstance(criterion.scale, VerbalScale):
        return {}
    numbers = criterion.scale.numbers
    worst_first = numbers if criterion.direction == "more_is_better" else numbers[::-1]
    return {number: place for place, number in enumerate(worst_first, 1)}
