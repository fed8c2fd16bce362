"""What a step of undo is called: “Cost 15 % → 20 %”."""

from collections.abc import Callable

from desktop_app.decision.preferences import Weights
from desktop_app.decision.problem import Preset
from desktop_app.decision.project import Project
from desktop_app.files.languages import _, language
from desktop_app.files.languages.numbers import percent

Name = Callable[[Project, Project], str]
Edit = Callable[[Weights], Weights]


def weight(criterion: str) -> Name:
    def name(before: Project, after: Project) -> str:
        title = before.problem.criterion(criterion).title.say(language())
        return _change(title, before.shares[criterion], after.shares[criterion])

    return name


def group_weight(group: str) -> Name:
    def name(before: Project, after: Project) -> str:
        title = before.problem.group_by_id[group].title.say(language())
        return _change(title, before.group_share(group), after.group_share(group))

    return name


def moved(gaining: list[str], losing: list[str]) -> Name:
    def name(before: Project, after: Project) -> str:
        first = gaining[0]
        if sum(after.shares[one] for one in gaining) < sum(before.shares[one] for one in gaining):
            first = losing[0]
        return weight(first)(before, after)

    return name


def lock(criterion: str, locked: bool) -> Name:
    def name(before: Project, after: Project) -> str:
        title = before.problem.criterion(criterion).title.say(language())
        return (_("lock {title}") if locked else _("unlock {title}")).format(title=title)

    return name


def preset(chosen: Preset) -> Name:
    return lambda before, after: _("weights: {preset}").format(preset=chosen.title.say(language()))


def equal(before: Project, after: Project) -> str:
    return _("equal weights")


def reset(before: Project, after: Project) -> str:
    return _("reset weights")


def perspective(before: Project, after: Project) -> str:
    return _("what counts")


def _change(title: str, before: float, after: float) -> str:
    if percent(before) == percent(after):
        return _("{title}: {share}").format(title=title, share=percent(after, 1))
    return _("{title} {before} → {after}").format(title=title, before=percent(before), after=percent(after))
