"""Every format of the sample report, byte by byte, and what holds for all of them."""

import subprocess
import sys
from functools import partial
from typing import Any

import pytest
from tests.report import golden
from tests.report.sample import EMPTY, LAW, OTHER, REPORT, hostile

from compliance.model.finding import STATUSES, Report
from compliance.report import FORMATS, render

GOLDEN: dict[str, tuple[str, Report, dict[str, Any]]] = {
    "text.txt": ("text", REPORT, {"width": 80}),
    "text-60.txt": ("text", REPORT, {"width": 60}),
    "text-explained.txt": ("text", REPORT, {"width": 96, "explain": True}),
    "text-color.txt": ("text", OTHER, {"width": 80, "color": True}),
    "other-law.txt": ("text", OTHER, {"width": 80}),
    "report.json": ("json", REPORT, {}),
    "report.md": ("markdown", REPORT, {}),
    "report-explained.md": ("markdown", OTHER, {"explain": True}),
    "github.txt": ("github", REPORT, {}),
    "report.sarif": ("sarif", REPORT, {}),
    "junit.xml": ("junit", REPORT, {}),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_output(name: str) -> None:
    format_, report, options = GOLDEN[name]
    golden.check(name, render(format_, report, LAW, **options))


def test_the_sample_has_every_status() -> None:
    periods = [period for practice in REPORT.practices for period in practice.timeline]
    found = {practice.status for practice in REPORT.practices}
    found |= {finding.status for period in periods for finding in period.findings}
    assert found == set(STATUSES)


@pytest.mark.parametrize("name", FORMATS)
def test_no_practices_and_equal_bytes(name: str) -> None:
    assert render(name, EMPTY, LAW) == render(name, EMPTY, LAW)
    assert render(name, REPORT, LAW, width=80) == render(name, REPORT, LAW, width=80)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "text", ["[bold]x[/] {y} ``", "a\x1b[31mb\x00\x07c", "<a&b>]]>\"'", "", "%0A::error::,:", "\u202eabc"]
)
def test_no_input_breaks_a_format(name: str, text: str) -> None:
    report = hostile(text)
    every: tuple[dict[str, Any], ...] = ({}, {"explain": True}, {"color": True}, {"links": "https://forge"})
    for options in every:
        out = render(name, report, LAW, width=60, **options)
        assert out.endswith("\n") and "\x00" not in out


def test_formats_are_imported_when_used() -> None:
    code = (
        "import sys, compliance.report\nprint([m for m in sys.modules if m[:4] == 'rich' or '.report.' in m])"
    )
    run = partial(subprocess.run, capture_output=True, text=True, check=True)
    assert run([sys.executable, "-c", code]).stdout == "[]\n"
