"""LibreOffice for the tests: recalculates many workbooks in one run, in English or Spanish."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

_LOCALES = {"en": "en-US", "es": "es-ES"}
"""Spain rather than Mexico: its decimal comma is the harder test."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""

Recalculate = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def recalculate(tmp_path_factory: pytest.TempPathFactory) -> Recalculate:
    """Opens workbooks in LibreOffice and saves them again; gives the new files, in the same order."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        # The script that CI runs installs it where there is apt; elsewhere nobody does.
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail("LibreOffice is needed in CI")
        pytest.skip("LibreOffice is not here")

    def run(workbooks: Sequence[Path], locale: str) -> list[Path]:
        profile = tmp_path_factory.mktemp(f"office-{locale}")
        (profile / "user").mkdir()
        settings = _SETTINGS.format(locale=_LOCALES[locale])
        (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        out = tmp_path_factory.mktemp("recalculated")
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                str(out),
                *map(str, workbooks),
            ],
            check=True,
            timeout=240,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return [out / workbook.name for workbook in workbooks]

    return run
