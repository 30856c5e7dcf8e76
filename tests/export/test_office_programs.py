"""The files as LibreOffice and poppler open them. Where they are not installed this says so and proves nothing."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import naughty
import pytest
import sample_views

from server.export.csv_tables import long_csv
from server.export.excel import excel
from server.export.options import Options
from server.export.word import word

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None or shutil.which("pdftotext") is None,
    reason="LibreOffice or poppler is missing: NOTHING proved that another program opens these files",
)
# CSV out: comma, quotation mark, UTF-8, from line 1, as shown; every sheet a file.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
UTF8_CSV = "Text - txt - csv (StarCalc):44,34,76,1"

Convert = Callable[..., list[Path]]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Opens a file with LibreOffice and saves it as something else; returns what came of it."""
    profile = tmp_path_factory.mktemp("profile")

    def made(content: bytes, name: str, kind: str, reading: str | None = None) -> list[Path]:
        folder = tmp_path_factory.mktemp("office")
        (folder / name).write_bytes(content)
        filter_ = [f"--infilter={reading}"] if reading else []
        words = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{profile}", *filter_, "--convert-to", kind]
        subprocess.run([*words, "--outdir", folder, folder / name], check=True, capture_output=True, timeout=180)
        return sorted(one for one in folder.iterdir() if one.name != name)

    return made


def pages(pdf: Path) -> list[str]:
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return told.split("\f")[:-1]


@needs_office
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_report_opens_and_begins_with_one_page_that_says_it_all(convert: Convert, language: str) -> None:
    [pdf] = convert(word(sample_views.whole(language), Options(language=language)), "report.docx", "pdf")
    first, second = pages(pdf)[:2]
    assert "61" in first
    assert ("2570" if language == "th" else "2027") in first
    assert re.search(r"^\s*1\. ", second, re.MULTILINE)


@needs_office
def test_five_hundred_cards_are_all_on_the_pages(convert: Convert) -> None:
    [pdf] = convert(word(sample_views.big(500, "en"), Options(language="en")), "report.docx", "pdf")
    told = " ".join(" ".join(pages(pdf)).split())
    assert all(f"({number})" in told for number in range(1, 501))


@needs_office
def test_naughty_texts_are_the_same_in_another_spreadsheet(convert: Convert) -> None:
    sheets = convert(excel(sample_views.of_texts(naughty.KEPT), Options()), "cards.xlsx", ALL_SHEETS)
    whole = next(one for one in sheets if "บัตรทั้งหมด" in one.name)
    with whole.open(encoding="utf-8", newline="") as file:
        heading, *lines = csv.reader(file)
    assert [line[heading.index("ข้อความ")] for line in lines] == list(naughty.KEPT)


@needs_office
def test_csv_opened_elsewhere_calculates_nothing(convert: Convert) -> None:
    texts = [one for one in naughty.FORMULAS if one]
    [made] = convert(long_csv(sample_views.of_texts(texts), Options()), "cards.csv", "fods", UTF8_CSV)
    told = made.read_text(encoding="utf-8")
    assert "table:formula" not in told
    assert "ลดประชุม" in told


@needs_office
def test_a_buddhist_day_is_shown_in_the_sheet(convert: Convert) -> None:
    [pdf] = convert(excel(sample_views.practice(), Options()), "cards.xlsx", "pdf")
    assert "22 พ.ย. 2569" in " ".join(io.StringIO(pages(pdf)[0]).read().split())
