"""What there is to read about a recommendation, a criterion or a group of them, as HTML."""

import html
from collections.abc import Sequence

from desktop_app.decision.performances import number_text
from desktop_app.decision.problem import Alternative, Criterion
from desktop_app.decision.project import Project
from desktop_app.decision.scales import VerbalScale
from desktop_app.decision.texts import Text
from desktop_app.files.languages import _, language, ngettext
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.files.languages.numbers import MINUS, percent
from desktop_app.files.languages.terms import tier_name
from desktop_app.window.criteria.tree import Node, node_share, node_title
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.prose import caption, levels, one_line, paragraph


def of_alternative(theme: Theme, alternative: Alternative) -> str:
    """Title, tier, summary, actors, countries, what it builds on."""
    said = language()
    parts = [paragraph(theme, f"<b>{one_line(alternative.title.say(said))}</b>", size=15)]
    if alternative.tier:
        parts.append(paragraph(theme, html.escape(tier_name(alternative.tier)), dim=True))
    if alternative.summary:
        parts.append(paragraph(theme, rich_text(alternative.summary.say(said))))
    else:
        parts.append(paragraph(theme, html.escape(_("No summary is given.")), dim=True))
    for heading, texts in ((_("ACTORS"), alternative.actors), (_("COUNTRIES"), alternative.countries)):
        if texts:
            parts += [caption(theme, heading), paragraph(theme, _joined(texts))]
    if alternative.builds_on:
        parts += [
            caption(theme, _("BUILDS ON")),
            paragraph(theme, rich_text(alternative.builds_on.say(said))),
        ]
    return "".join(parts)


def of_node(theme: Theme, project: Project, node: Node) -> str:
    """A criterion with its scale and swing, or a group or set with what is in it."""
    title = paragraph(theme, f"<b>{one_line(node_title(project.problem, node))}</b>", size=15)
    if node.kind == "criterion":
        return title + _of_criterion(theme, project, project.problem.criterion(node.id))
    return title + _of_group(theme, project, node)


def _of_criterion(theme: Theme, project: Project, criterion: Criterion) -> str:
    said, problem = language(), project.problem
    above = [group.title.say(said) for group in problem.ancestors(criterion)]
    better = _("less is better") if criterion.direction == "less_is_better" else _("more is better")
    parts = []
    if above:
        parts.append(paragraph(theme, one_line(" › ".join(reversed(above))), dim=True))
    parts.append(
        paragraph(theme, f"{html.escape(better)} · {_share(project, Node('criterion', criterion.id))}")
    )
    if criterion.about:
        parts.append(paragraph(theme, rich_text(criterion.about.say(said))))
    if criterion.swing:
        words = _("the step {swing}").format(swing=rich_text(criterion.swing.say(said)))
        parts += [caption(theme, _("WHAT ITS WEIGHT WEIGHS")), paragraph(theme, words)]
    parts.append(caption(theme, _("THE SCALE")))
    scale = criterion.scale
    if isinstance(scale, VerbalScale):
        parts.append(levels(theme, scale))
    else:
        ends = f"{number_text(scale.low)} – {number_text(scale.high)}".replace("-", MINUS)
        words = f"{ends} {scale.unit.say(said)}".strip()
        parts.append(paragraph(theme, html.escape(words)))
    return "".join(parts)


def _of_group(theme: Theme, project: Project, node: Node) -> str:
    problem = project.problem
    parts = [paragraph(theme, _share(project, node))]
    if node.kind == "set":
        words = {
            "effort": _("A score of 100 is the least effort."),
            "effect": _("A score of 100 is the strongest effect."),
        }
        parts.append(paragraph(theme, html.escape(words[node.id])))
        members = [one for one in problem.criteria if problem.set_of(one) == node.id]
    else:
        about = problem.group_by_id[node.id].about
        if about:
            parts.append(paragraph(theme, rich_text(about.say(language()))))
        members = list(problem.members(node.id))
    heading = ngettext("{count} CRITERION", "{count} CRITERIA", len(members)).format(count=len(members))
    parts.append(caption(theme, heading))
    parts += [
        paragraph(
            theme, f"{one_line(one.title.say(language()))} · {_share(project, Node('criterion', one.id))}"
        )
        for one in members
    ]
    return "".join(parts)


def _share(project: Project, node: Node) -> str:
    share = node_share(project, node)
    if share is None:
        return html.escape(_("does not count now"))
    return html.escape(_("share {share}")).format(share=f"<b>{html.escape(percent(share))}</b>")


def _joined(texts: Sequence[Text]) -> str:
    return " · ".join(one_line(text.say(language())) for text in texts)
