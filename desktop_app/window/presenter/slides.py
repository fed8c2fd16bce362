"""The slides that there are, in their order; one that has nothing to show is left out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.document.document import Document
from desktop_app.window.presenter.condition import ConditionSlide
from desktop_app.window.presenter.evidence import EvidenceSlide
from desktop_app.window.presenter.picture import PictureSlide
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.presenter.weights import WeightsSlide
from desktop_app.window.presenter.why import WhySlide
from desktop_app.window.theme import Theme


@dataclass(frozen=True)
class SlideSpec:
    """A slide by its name; `fits` says whether a document has something for it."""

    name: str
    make: Callable[[Document, Theme, QWidget], Slide]
    fits: Callable[[Document], bool] = lambda document: True


SLIDES = (
    SlideSpec("picture", PictureSlide),
    SlideSpec("weights", WeightsSlide),
    SlideSpec("evidence", EvidenceSlide),
    SlideSpec("why", WhySlide, lambda document: len(document.problem.alternatives) > 1),
    SlideSpec("condition", ConditionSlide, lambda document: document.problem.condition is not None),
)
