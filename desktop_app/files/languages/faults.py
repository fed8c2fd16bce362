"""Faults in words: one sentence that says what was found and what is allowed."""

import errno
from collections.abc import Callable
from typing import Any

from desktop_app.decision.faults import Fault
from desktop_app.files.languages import _, ngettext

_LONGEST = 60
_MOST_LISTED = 12
_MEGABYTE = 1024 * 1024


def quoted(found: object) -> str:
    """What was found, shortened to what a sentence bears."""
    if found is None:
        return _("nothing")
    if isinstance(found, dict):
        return _("a mapping")
    if isinstance(found, list):
        return _("a list")
    return f"“{shortened(str(found))}”"


def shortened(found: str) -> str:
    """A text of strangers as one short line that shows whatever it holds."""
    # Cut first, because a file may hold megabytes where a word should stand.
    text = " ".join(found[: 4 * _LONGEST].split())
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= _LONGEST and len(found) <= 4 * _LONGEST else text[: _LONGEST - 1] + "…"


def choices(allowed: Any) -> str:
    """What is allowed, as a list that stays readable."""
    items = [shortened(str(item)) for item in allowed]
    if not items:
        return _("none")
    shown = ", ".join(items[:_MOST_LISTED])
    return (
        shown
        if len(items) <= _MOST_LISTED
        else _("{items} and {count} more").format(items=shown, count=len(items) - _MOST_LISTED)
    )


def sentence(file: str, line: int | None, key: str, what: str) -> str:
    """File, line and key before what is wrong there."""
    where = file if line is None else _("{file}, line {line}").format(file=file, line=line)
    return f"{where}: {key}: {what}" if key else f"{where}: {what}"


def system_reason(error: OSError) -> str:
    """Why the system refused a file, in our words where it is a common reason."""
    known: dict[int | None, Callable[[], str]] = {
        errno.EACCES: lambda: _("there is no permission"),
        errno.EPERM: lambda: _("there is no permission"),
        errno.EROFS: lambda: _("the folder can only be read"),
        errno.ENOSPC: lambda: _("the disk is full"),
        errno.ENOENT: lambda: _("the folder does not exist"),
        errno.ENOTDIR: lambda: _("the folder does not exist"),
        errno.ENAMETOOLONG: lambda: _("the name is too long"),
        errno.EISDIR: lambda: _("it is a folder"),
    }
    worded = known.get(error.errno)
    return worded() if worded else (error.strerror or str(error))


def reason(fault: Fault) -> str:
    """The fault as a sentence in the language in use."""
    p: dict[str, Any] = fault.particulars
    found, allowed = (
        quoted(p.get("found")),
        choices(p.get("allowed") or ()) if _is_list(p.get("allowed")) else p.get("allowed"),
    )
    match fault.kind:
        # Files
        case "file_missing":
            return _("there is no such file.")
        case "is_folder":
            if p.get("in_table"):
                return _("this is a folder; a table is a CSV file.")
            return _("this is a folder; a deck is a YAML file.")
        case "file_unreadable":
            return _("the file cannot be read: {problem}.").format(problem=p["problem"])
        case "file_empty":
            if p.get("in_table"):
                return _("the file is empty; a table has a head, “alternative” and the ids of criteria.")
            return _("the file is empty; a deck begins with “format: parallel-paths/1”.")
        case "file_binary":
            if p.get("in_table"):
                return _("this is not a text file; a table is CSV in UTF-8.")
            return _("this is not a text file; a deck is YAML in UTF-8.")
        case "not_utf8":
            return _("the text is not UTF-8; save the file in the encoding UTF-8.")
        case "too_large":
            return _("the file has {found} MB; at most {allowed} MB are allowed.").format(
                found=-(-p["found"] // _MEGABYTE), allowed=p["allowed"] // _MEGABYTE
            )
        # YAML
        case "yaml_broken":
            return _("this is not valid YAML: {problem}.").format(problem=p["problem"] or "?")
        case "yaml_character":
            return _("there is a control character that YAML does not allow.")
        case "yaml_alias":
            return _("anchors and aliases (&, *, <<) are not allowed; write the text out.")
        case "yaml_tag":
            return _("tags (!) are not allowed; put a text that begins with “!” in quotes.")
        case "yaml_too_deep":
            return _("the nesting is too deep; at most {allowed} levels are allowed.").format(
                allowed=p["allowed"]
            )
        case "duplicate_key":
            return _("the key “{key}” stands here twice; each key may stand once.").format(
                key=shortened(p["key"])
            )
        case "key_not_text":
            return _("a key must be a plain text.")
        case "several_documents":
            return _("a second document begins here (---); a deck is one document.")
        # Shape
        case "deck_not_mapping":
            return _("a deck is a mapping of keys such as format, id, title, criteria, alternatives.")
        case "unknown_key":
            return _("the key “{key}” is not known; allowed are {allowed}.").format(
                key=shortened(p["key"]), allowed=allowed
            )
        case "missing_key":
            return _("the key “{key}” is missing.").format(key=p["key"])
        case "not_allowed":
            return _("{found} is not known; allowed are {allowed}.").format(found=found, allowed=allowed)
        case "expected":
            return _("found {found}, but {expected} must stand here.").format(
                found=found, expected=_expected(p["expected"])
            )
        case "text_empty":
            return _("there is no text; write at least one word.")
        case "too_few":
            return ngettext(
                "at least one entry is needed.", "at least {count} entries are needed.", p["at_least"]
            ).format(count=p["at_least"])
        case "id_wrong":
            return _(
                "{found} is not an id; an id begins with a small letter and holds small letters, digits, _ and -."
            ).format(found=found)
        case "language_wrong":
            return _("{found} is not a language; languages are written en, es, pt-BR.").format(found=found)
        case "outside":
            return _("{found} is outside {low} to {high}.").format(found=found, low=p["low"], high=p["high"])
        case "format_newer":
            return _(
                "the format {found} is newer than this program, which reads {allowed}; update the program."
            ).format(found=found, allowed=allowed)
        case "format_unknown":
            return _("the format {found} is not known; allowed is {allowed}.").format(
                found=found, allowed=allowed
            )
        case "duplicate_id":
            return _("the id {found} is used twice; each id may be used once.").format(found=found)
        case "id_of_group":
            return _("the id {found} is that of a group; criteria and groups need different ids.").format(
                found=found
            )
        # Groups, criteria, scales
        case "no_such_group":
            return _("there is no group {found}; allowed are {allowed}.").format(found=found, allowed=allowed)
        case "no_such_criterion":
            return _("there is no criterion {found}; allowed are {allowed}.").format(
                found=found, allowed=allowed
            )
        case "no_such_alternative":
            return _("there is no alternative {found}; allowed are {allowed}.").format(
                found=found, allowed=allowed
            )
        case "set_inside":
            return _("a group inside another takes that one's set; leave the set out here.")
        case "groups_circle":
            return _("the group {found} lies inside itself.").format(found=found)
        case "group_empty":
            return _("no criterion is in the group {found}; give it one or remove it.").format(found=found)
        case "criterion_without_set":
            return _(
                "the criterion {found} is in no set while others are; put it in a group of the set effort or effect."
            ).format(found=found)
        case "levels_or_range":
            return _("a criterion needs either levels or a range (with its unit).")
        case "range_wrong":
            return _("a range is a list of two numbers, the lower one first, such as [0, 100].")
        case "range_endless":
            return _("the range reaches to {found}; it needs two finite numbers.").format(found=found)
        case "range_empty":
            return _("the range {low} to {high} holds no numbers; write the lower number first.").format(
                low=p["low"], high=p["high"]
            )
        case "unit_with_levels":
            return _("levels have no unit; remove it or give a range instead of levels.")
        case "levels_order":
            return _("the level {found} is out of order; levels are written by rising number.").format(
                found=found
            )
        case "level_negative":
            return _("the level {found} is negative; levels are numbered from 0 or 1 up.").format(found=found)
        case "values_incomplete":
            return _("some levels have a value and this one has none; give one to all levels or to none.")
        case "values_wrong":
            return (
                _("the values must fall from 1 at the first level to 0 at the last.")
                if p["less"]
                else _("the values must rise from 0 at the first level to 1 at the last.")
            )
        case "lists_differ":
            return _("the lists of the languages differ in length.")
        # Performances
        case "performances_missing":
            return _(
                "there are no performances; write them here or name a CSV file under “performances_table”."
            )
        case "performance_missing":
            return _(
                "the performance of {alternative} on {criterion} is missing; write a level, a range or unknown."
            ).format(alternative=p["alternative"], criterion=p["criterion"])
        case "performance_twice":
            return _(
                "the performance of {alternative} on {criterion} stands here and in the table; keep one."
            ).format(alternative=p["alternative"], criterion=p["criterion"])
        case "level_unreadable":
            return _(
                "{found} is not a level; write a level ({low} to {high}), a range such as {low}..{high}, or unknown."
            ).format(found=found, low=p["low"], high=p["high"])
        case "level_not_on_scale":
            return _("the level {found} is not on the scale; allowed are {allowed}.").format(
                found=found, allowed=allowed
            )
        case "range_reversed":
            return _("the range {found} is reversed; write {better}.").format(found=found, better=p["better"])
        case "number_unreadable":
            return _(
                "{found} is not a number; write 120, 80..150, triangular(80, 100, 150), normal(100, 15) or unknown."
            ).format(found=found)
        case "number_decimal_comma":
            return _("{found} has a decimal comma; write {better}, with a decimal point.").format(
                found=found, better=p["better"]
            )
        case "number_outside":
            return _("{found} is outside the criterion's range {low} to {high}.").format(
                found=found, low=p["low"], high=p["high"]
            )
        case "distribution_wrong":
            return _(
                "{found} is not a distribution on this range; write triangular(low, mode, high) with rising numbers, "
                "or normal(mean, deviation) with a positive deviation, near the criterion's range."
            ).format(found=found)
        # Tables
        case "table_outside":
            return _(
                "{found} is not a file in the deck's own folder; write a relative path such as scores.csv."
            ).format(found=found)
        case "table_missing":
            return _("there is no file {found} in the deck's folder.").format(found=found)
        case "csv_broken":
            return _("this is not a valid CSV table: {problem}.").format(problem=p["problem"])
        case "table_head":
            return _("the first column is headed {found}; it must be headed “alternative”.").format(
                found=found
            )
        case "unknown_column":
            return _("there is no criterion {found}; columns are headed by the ids {allowed}.").format(
                found=found, allowed=allowed
            )
        case "duplicate_column":
            return _("the column {found} stands twice; keep one.").format(found=found)
        case "unknown_row":
            return _("there is no alternative {found}; allowed are {allowed}.").format(
                found=found, allowed=allowed
            )
        case "duplicate_row":
            return _("the alternative {found} has two rows; keep one.").format(found=found)
        case "row_length":
            return _("the row has {found} cells; the head has {allowed}.").format(
                found=p["found"], allowed=p["allowed"]
            )
        # Weights
        case "all_weights_zero":
            return _("all weights are zero; at least one criterion must weigh something.")
        case "weights_wrong":
            return _(
                "found {found}, but weights are equal, equal_groups, or a mapping of criteria to points."
            ).format(found=found)
        case "weight_missing":
            return _(
                "the criterion {criterion} has no weight; name every criterion of its set, 0 allowed."
            ).format(criterion=p["criterion"])
        case "no_such_preset":
            return _("there is no preset {found}; allowed are {allowed}.").format(
                found=found, allowed=allowed
            )
        case "no_such_set":
            return (
                _("there is no set {found}; allowed are {allowed}.").format(found=found, allowed=allowed)
                if p.get("allowed")
                else _("this deck has no sets of criteria; leave the set out.")
            )
        case "weight_unreadable":
            return _(
                "{found} is not a weight; write criterion=points, separated by commas, with decimal points."
            ).format(found=found)
        case "weight_decimal_comma":
            return _(
                "{found} looks like a decimal comma; commas separate criteria: write decimal points, as in {better}."
            ).format(found=found, better=p["better"])
        case "weight_twice":
            return _("the criterion {found} is named twice; name it once.").format(found=found)
        case "weight_not_counted":
            return _("the criterion {found} does not count in the set {set}; allowed are {allowed}.").format(
                found=found, set=p["set"], allowed=allowed
            )
        case "share_locked":
            return _("its share is locked; unlock it to change it.")
        case "nothing_gives_way":
            return _("all others are locked; unlock one that can give way.")
    return str(fault)


def _is_list(value: object) -> bool:
    return isinstance(value, (tuple, list))


def _expected(kind: str) -> str:
    return {
        "list": _("a list"),
        "mapping": _("a mapping"),
        "whole_number": _("a whole number"),
        "number": _("a number"),
        "cell": _("a level, a range, unknown, or a mapping with the key “is”"),
        "text": _("a text"),
    }[kind]
