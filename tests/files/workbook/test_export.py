"""What an exported workbook holds where nothing recalculates it: results, texts, marks, protection, print set-up."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import Weights
from desktop_app.decision.project import Project, start
from desktop_app.engine.ranking import rank
from desktop_app.files import languages, places
from desktop_app.files.deck import load
from desktop_app.files.workbook import export, plan
from desktop_app.files.workbook.texts import clean, sheet_names, short
from tests.files.workbook import decks
from tests.files.workbook.reading import (
    ABOUT,
    EVIDENCE,
    HIDDEN,
    RANKING,
    SCALES,
    SCORES,
    WEIGHTS,
    agrees,
    area,
    code_cells,
    head_row,
    opened,
    parts,
    shown,
    weight_cells,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def real_projects() -> Iterator[Project]:
    for deck in sorted(places.criteria().glob("**/*.yaml")):
        problem = load(deck)
        for perspective in problem.perspectives or (None,):
            yield start(problem, None, perspective)


def everything() -> list[Project]:
    both = decks.mixed().with_perspective("both")
    return [
        decks.mixed(),
        both,
        decks.ties(),
        decks.plain(),
        decks.titled(),
        decks.large(45, 12),
        *real_projects(),
    ]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    return export(decks.mixed(), tmp_path / "mixed.xlsx", made_at=NOON)


@pytest.mark.parametrize("project", everything(), ids=lambda one: f"{one.problem.id}-{len(one.counted)}")
def test_stored_results_are_the_engines(tmp_path: Path, project: Project) -> None:
    workbook = opened(export(project, tmp_path / "out.xlsx"))
    ranking = rank(project)
    agrees(shown(workbook), ranking)
    scores = workbook.worksheets[SCORES]
    head, names = head_row(scores), list(ranking.table.alternatives)
    assert [scores.cell(head + 1 + at, 1).value for at in range(len(names))] == names
    width = len(project.counted)
    for block, values in ((4 + width, ranking.table.counts), (4 + 2 * width, ranking.table.low)):
        found = [
            [scores.cell(head + 1 + at, block + j).value for j in range(width)] for at in range(len(names))
        ]
        assert found == [pytest.approx(row, rel=0, abs=1e-9) for row in values.tolist()]
    cells = weight_cells(workbook)
    for criterion, share in project.shares.items():
        assert cells[criterion].value == project.weights.points[criterion]
        assert cells[criterion].offset(column=1).value == pytest.approx(share, abs=1e-9)
        assert cells[criterion].offset(column=2).value is None


def test_every_formula_has_a_stored_result(mixed: Path) -> None:
    for name, text in parts(mixed).items():
        if name.startswith("xl/worksheets/sheet"):
            assert text.count("<f>") == len(re.findall(r"</f><v>[^<]*</v></c>", text)), name
    empty = [
        cell for row in opened(mixed).worksheets[RANKING]["D9:L13"] for cell in row if cell.value is None
    ]
    assert not empty


def test_group_shares_are_sums_of_their_members(mixed: Path) -> None:
    project, cells = decks.mixed(), weight_cells(opened(mixed))
    for group in ("work", "money"):
        assert cells[group].offset(column=1).value == pytest.approx(project.group_share(group), abs=1e-12)
        assert cells[group].value is None


def test_pandas_reads_values(tmp_path: Path) -> None:
    project = decks.plain()
    path = export(project, tmp_path / "out.xlsx")
    frame = pd.read_excel(path, sheet_name=RANKING, header=7, nrows=5)
    ranking = rank(project)
    assert frame["Rank"].tolist() == [1, 2, 3, 4, 5]
    assert frame["Score"].tolist() == pytest.approx(ranking.score[ranking.order].tolist(), abs=1e-9)
    assert frame["Recommendation"].tolist()[0] == project.problem.alternatives[ranking.order[0]].title.say(
        "en"
    )


def test_texts_stay_texts(tmp_path: Path) -> None:
    path = export(decks.titled(), tmp_path / "out.xlsx")
    workbook = opened(path, values=False)
    column = workbook.worksheets[SCORES]
    head = head_row(column)
    cells = [column.cell(head + 1 + at, 2) for at in range(len(decks.TITLES))]
    assert [cell.data_type for cell in cells] == ["s"] * len(cells)
    assert [cell.value for cell in cells] == [clean(title).strip() for title in decks.TITLES.values()]
    ranking = rank(decks.titled())
    titles = [clean(list(decks.TITLES.values())[at]).strip() for at in ranking.order]
    assert shown(opened(path)).titles == titles
    assert "bell and null" in titles and "First line\nsecond line\nthird" in titles
    assert max(map(len, titles)) > 280
    heads = [column.cell(head, col) for col in (4, 5)]
    assert [(cell.value, cell.data_type) for cell in heads] == [("=Cost", "s")] * 2


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_sheet_names_are_valid_in_each_language(tmp_path: Path, language: str) -> None:
    names = opened(export(decks.plain(), tmp_path / "out.xlsx", language=language)).sheetnames
    assert len({name.casefold() for name in names}) == 7
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_names_that_begin_alike_stay_different() -> None:
    long = "Cost/benefit of the same thirty-one letters: "
    names = sheet_names([long + "north", long + "south", "a" * 40, "A" * 40, "'quoted'", "?*", ""])
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert names[4] == "quoted"


def test_the_deck_speaks_the_chosen_language(tmp_path: Path) -> None:
    problem = load(places.first_deck())
    path = export(start(problem), tmp_path / "out.xlsx", language="es", made_at=NOON)
    workbook = opened(path)
    titles = {one.title.say("es") for one in problem.alternatives}
    assert set(shown(workbook).titles) == titles
    assert languages.language() == "en"
    hidden = dict(workbook.worksheets[HIDDEN].iter_rows(values_only=True))
    assert hidden["language"] == "es"


def test_a_later_version_finds_what_can_be_changed(mixed: Path) -> None:
    workbook = opened(mixed)
    project = decks.mixed()
    assert workbook.defined_names["pp_format"].attr_text == f'"{plan.FORMAT}"'
    hidden = dict(workbook.worksheets[HIDDEN].iter_rows(values_only=True))
    assert hidden["format"] == plan.FORMAT
    assert hidden["deck"] == "deck" and hidden["perspective"] == "effort"
    assert hidden["made_at"] == NOON.isoformat()
    points = {name: cell.value for name, cell in weight_cells(workbook).items() if cell.value is not None}
    assert points == {name: project.weights.points[name] for name in project.counted}
    codes = {key: cell.value for key, cell in code_cells(workbook).items()}
    assert codes["schools", "cost"] == "80..150"
    assert codes["wells", "cost"] == "triangular(80, 100, 150)"
    assert len(codes) == 5 * 4
    assert len(area(workbook, "pp_alternative_ids")) == 5
    for sheet, what in ((RANKING, "A"), (WEIGHTS, "A"), (SCORES, "A"), (SCALES, "A"), (EVIDENCE, "A")):
        assert workbook.worksheets[sheet].column_dimensions[what].hidden
    assert workbook.worksheets[HIDDEN].sheet_state == "hidden"


def test_only_inputs_can_be_edited_and_nothing_needs_a_password(mixed: Path) -> None:
    workbook = opened(mixed, values=False)
    inputs = {cell.coordinate for cell in weight_cells(workbook).values() if cell.value is not None}
    codes = {cell.coordinate for cell in code_cells(workbook).values()}
    for at, unlocked in ((RANKING, set()), (WEIGHTS, inputs), (SCORES, codes)):
        sheet = workbook.worksheets[at]
        assert sheet.protection.sheet and sheet.protection.password is None
        found = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert found == unlocked
    ground = {cell.fill.fgColor.rgb for cell in weight_cells(workbook).values() if cell.value is not None}
    others = workbook.worksheets[WEIGHTS]["D8"].fill.fgColor.rgb
    assert len(ground) == 1 and ground != {others}


def test_sheets_are_ready_for_paper(mixed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for sheet in opened(mixed, values=False).worksheets[:HIDDEN]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows and sheet.freeze_panes and sheet.print_area
    for name, paper in (
        ("es_MX.UTF-8", 1),
        ("en_US.UTF-8", 1),
        ("C", 1),
        ("de_DE.UTF-8", 9),
        ("es_ES@euro", 9),
    ):
        monkeypatch.setenv("LC_ALL", name)
        workbook = opened(export(decks.plain(), tmp_path / "out.xlsx"), values=False)
        assert {int(sheet.page_setup.paperSize) for sheet in workbook.worksheets[:HIDDEN]} == {paper}, name


def test_only_what_counts_enters_and_the_workbook_says_so(tmp_path: Path) -> None:
    project = decks.mixed().with_perspective("effect")
    workbook = opened(export(project, tmp_path / "out.xlsx"))
    assert {name for name, cell in weight_cells(workbook).items() if cell.value is not None} == {"reach"}
    about = "\n".join(str(row[1]) for row in workbook.worksheets[ABOUT].iter_rows(values_only=True))
    assert "Effect is counted: Reach." in about
    assert "left out of this workbook: Cost, Upkeep, Will and Time." in about
    assert "Keep talking" in about and "Somebody. A paper. A press. 2024." in about


def test_evidence_holds_every_cell(mixed: Path) -> None:
    sheet = opened(mixed).worksheets[EVIDENCE]
    head = head_row(sheet)
    rows = [row for row in sheet.iter_rows(min_row=head + 1, values_only=True) if row[0]]
    assert len(rows) == 5 * 4
    assert rows[0] == (
        "roads", "cost", "ROADS", "Cost", "120", "million", "stated", "§ 2", "Because.", "A new finding."
    )  # fmt: skip


def test_plain_words_are_marked_as_exported(mixed: Path) -> None:
    words = opened(mixed).worksheets[RANKING]["D3"].value
    assert words.startswith("As exported on 2026-03-01 12:00: ")
    assert "least effort" in words


def test_emphasis_of_the_deck_becomes_plain(mixed: Path) -> None:
    assert weight_cells(opened(mixed))["will"].offset(column=3).value == "from worst to best"


def test_the_chart_carries_what_it_shows(tmp_path: Path) -> None:
    project = decks.large(45, 3)
    text = parts(export(project, tmp_path / "out.xlsx"))["xl/charts/chart1.xml"]
    ranking = rank(project)
    assert text.count("<ser>") == 3
    assert text.count('<ptCount val="40" />') + text.count('<ptCount val="40"/>') == 6
    stored = re.findall(r"<numCache>.*?</numCache>", text)
    for j, cache in enumerate(stored):
        values = [float(value) for value in re.findall(r"<v>([^<]*)</v>", cache)]
        assert values == pytest.approx(ranking.contributions[ranking.order[:40], j].tolist(), abs=1e-9)
    assert 'orientation val="maxMin"' in text and 'plotVisOnly val="0"' in text
    assert len(re.findall(r'<delete val="0" ?/>', text)) == 2
    caption = opened(tmp_path / "out.xlsx").worksheets[RANKING].cell(8 + 45 + 2, 4).value
    assert "40" in caption


def test_labels_are_cut_between_words() -> None:
    assert short("one two three", 20) == "one two three"
    assert short("one two three four", 12) == "one two…"
    assert short("one\ntwo", 12) == "one two"
    assert len(short("x" * 100, 48)) == 48


def test_beyond_its_limit_the_table_keeps_its_order_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MOST_SORTED", 4)
    project = decks.plain()
    path = export(project, tmp_path / "out.xlsx")
    agrees(shown(opened(path)), rank(project))
    workbook = opened(path, values=False)
    rows = [workbook.worksheets[RANKING].cell(row, 2) for row in range(9, 14)]
    assert [cell.data_type for cell in rows] == ["n"] * 5
    assert "keep the order of the export" in workbook.worksheets[RANKING]["D2"].value
    assert any(
        "order of the export" in str(row[1]) for row in workbook.worksheets[ABOUT].iter_rows(values_only=True)
    )


def test_points_below_one_are_no_percentages(tmp_path: Path) -> None:
    cells = weight_cells(opened(export(decks.ties(), tmp_path / "out.xlsx")))
    assert [cells[name].value for name in "abcd"] == [0.1, 0.2, 0.3, 0.4]
    assert [cells[name].offset(column=2).value for name in "abcd"] == [None] * 4
    assert shown(opened(tmp_path / "out.xlsx")).ranks == [1, 2, 2, 4, 4]


def test_weights_that_are_all_zero_are_refused(tmp_path: Path) -> None:
    project = decks.plain().with_weights(Weights(dict.fromkeys(("cost", "will", "time", "base"), 0.0)))
    with pytest.raises(Fault, match="all_weights_zero"):
        export(project, tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_given_ranking_is_taken_as_it_is(tmp_path: Path) -> None:
    project = decks.mixed()
    ranking = rank(project)
    export(project, tmp_path / "a.xlsx", made_at=NOON)
    export(project, tmp_path / "b.xlsx", ranking=ranking, table=ranking.table, made_at=NOON)
    own, given = (parts(tmp_path / name) for name in ("a.xlsx", "b.xlsx"))
    assert [text for name, text in own.items() if "core" not in name] == [
        text for name, text in given.items() if "core" not in name
    ]


def loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_nothing_heavy_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    assert not loaded_after("import desktop_app.files.workbook") & {"openpyxl", "pandas", "PySide6"}
    code = (
        "from pathlib import Path\nfrom tests.files.workbook import decks\n"
        f"from desktop_app.files.workbook import export\nexport(decks.plain(), Path({str(tmp_path / 'a.xlsx')!r}))"
    )
    loaded = loaded_after(code)
    assert "openpyxl" in loaded and not loaded & {"pandas", "PySide6"}
