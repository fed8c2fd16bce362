"""Presenter mode: the document on a wall, a slide at a time, weights still moved there."""

from desktop_app.window.presenter.presenter import Presenter

__all__ = ["Presenter"]
