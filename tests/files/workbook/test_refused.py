"""A target that cannot be written: one sentence, the old file as it was, nothing left beside it."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.files import atomic, workbook
from desktop_app.files.atomic import replacing
from desktop_app.files.workbook import WorkbookError, export
from tests.files.workbook import decks


def failing(number: int):
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(b"the old file")
    return path


def refused(path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        export(decks.plain(), path)
    assert caught.value.path == path
    return str(caught.value)


def untouched(old: Path) -> None:
    assert old.read_bytes() == b"the old file"
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_a_full_disk(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic.os, "fsync", failing(errno.ENOSPC))
    assert refused(old) == f"{old} cannot be written: the disk is full."
    untouched(old)


def test_a_disk_that_fills_while_writing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.files.workbook import stored_results

    monkeypatch.setattr(stored_results, "write", failing(errno.ENOSPC))
    assert "the disk is full" in refused(old)
    untouched(old)


def test_a_replacement_that_fails(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic.os, "replace", failing(errno.EACCES))
    assert refused(old) == f"{old} cannot be written: there is no permission."
    untouched(old)


def test_open_in_excel_on_windows(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_WINDOWS", True)
    monkeypatch.setattr(atomic.os, "replace", failing(errno.EACCES))
    assert "open in Excel" in refused(old)
    untouched(old)


def test_a_folder_that_may_not_be_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", failing(errno.EACCES))
    assert "there is no permission" in refused(old)
    monkeypatch.undo()
    untouched(old)


def test_a_file_set_to_read_only(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Asked of the system rather than tried: the superuser may write everything.
    monkeypatch.setattr(atomic.os, "access", lambda *_: False)
    assert "there is no permission" in refused(old)
    untouched(old)


@pytest.mark.parametrize("mark", ["~$ranking.xlsx", ".~lock.ranking.xlsx#"])
def test_open_elsewhere(old: Path, mark: str) -> None:
    (old.parent / mark).touch()
    sentence = refused(old)
    assert "open in another program" in sentence and mark in sentence
    (old.parent / mark).unlink()
    untouched(old)


def test_no_such_folder(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "ranking.xlsx"
    assert refused(path) == f"{path} cannot be written: the folder does not exist."


def test_a_file_where_a_folder_should_be(old: Path) -> None:
    assert "the folder does not exist" in refused(old / "ranking.xlsx")
    untouched(old)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "ranking.xlsx").mkdir()
    assert "it is a folder" in refused(tmp_path / "ranking.xlsx")
    assert not list((tmp_path / "ranking.xlsx").iterdir())


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "the name is too long" in refused(tmp_path / ("x" * 300 + ".xlsx"))
    assert not list(tmp_path.iterdir())


def test_an_error_of_ours_leaves_the_old_file(old: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(old) as file:
        file.write(b"half")
        raise ZeroDivisionError
    untouched(old)


def test_a_new_file_takes_the_place_of_the_old(old: Path) -> None:
    old.chmod(0o640)
    with replacing(old) as file:
        file.write(b"new")
        assert old.read_bytes() == b"the old file"
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_a_link_stays_a_link(old: Path) -> None:
    link = old.with_name("link.xlsx")
    link.symlink_to(old)
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink() and old.read_bytes() == b"new"


def test_a_system_that_cannot_sync_folders_is_no_failure(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic.os, "open", failing(errno.EACCES))
    atomic._sync_folder(old.parent)
