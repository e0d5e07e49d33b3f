"""The self-check's report as each engine prints it."""

from pathlib import Path

import pikepdf
import pytest

from macros.self_check import EXAMPLES, ORDER
from selfcheck.model import LANGS
from tests.engines.reader import Reader

pytestmark = pytest.mark.engines
A4 = (595, 842)  # points


@pytest.mark.parametrize("lang", LANGS)
def test_report_prints(lang: str, reader: Reader, tmp_path: Path) -> None:
    """The report is a few pages with words on each, and none is left empty."""
    if reader.engine == "webkit":
        pytest.skip("WebKitGTK's driver has no command to print")
    reader.open(lang)
    reader.state("ready")
    reader.give(EXAMPLES / lang / f"{ORDER[0]}.json")
    reader.result()
    reader.print(tmp_path / "report.pdf")

    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert 2 <= len(pdf.pages) <= 12
        for page in pdf.pages:
            shown = [str(step.operator) for step in pikepdf.parse_content_stream(page)]
            assert shown.count("Tj") + shown.count("TJ") > 3
