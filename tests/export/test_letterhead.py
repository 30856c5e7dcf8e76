"""An office's own Word letterhead: its head and foot stay, and nothing dangerous comes in with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
import sample_views
from docx.shared import Cm
from openxml_audit import OpenXmlValidator

from server.export.options import Options
from server.export.word import word
from server.export.word.letterhead import MOST_BYTES
from server.workshop import Refused

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def an_office(marker: str | None = "[[รายงาน]]", change: Callable[[Any], None] = lambda _: None) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "สำนักงานตัวอย่าง"
    section.footer.paragraphs[0].text = "โทร. 0 0000 0000"
    section.left_margin = section.right_margin = Cm(4)
    document.add_paragraph("ที่ ตย 001/2570")
    if marker:
        document.add_paragraph(marker)
        document.add_paragraph("ลงชื่อ")
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def report_in(template: bytes) -> Any:
    return docx.Document(io.BytesIO(word(sample_views.whole(), Options(template=template))))


def changed(content: bytes, name: str, change: Callable[[str], str], extra: dict[str, bytes] | None = None) -> bytes:
    """The same file with one part changed and others added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(file, "w") as kept:
        for part in package.namelist():
            text = package.read(part)
            kept.writestr(part, change(text.decode()).encode() if part == name else text)
        for part, text in (extra or {}).items():
            kept.writestr(part, text)
    return file.getvalue()


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    link = f'<Relationship Id="rX" Type="{RELATION}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(an_office(), "word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", link))


def in_body(xml: str) -> bytes:
    return changed(an_office(), "word/document.xml", lambda text: text.replace("<w:body>", f"<w:body>{xml}"))


def refused(template: bytes) -> str:
    with pytest.raises(Refused) as found:
        report_in(template)
    assert found.value.field == "template"
    return found.value.code


@pytest.mark.parametrize("marker", ["[[รายงาน]]", " [[report]] "])
def test_the_report_stands_at_the_marker(marker: str) -> None:
    document = report_in(an_office(marker))
    told = [one.text for one in document.paragraphs]
    assert told[0] == "ที่ ตย 001/2570"
    assert told[1] == "รายงานสรุปผลการประชุมเชิงปฏิบัติการ"
    assert told[-1] == "ลงชื่อ"
    assert marker.strip() not in told


def test_without_a_marker_the_report_takes_the_whole_body() -> None:
    document = report_in(an_office(None))
    assert document.paragraphs[0].text == "รายงานสรุปผลการประชุมเชิงปฏิบัติการ"
    assert "ที่ ตย 001/2570" not in [one.text for one in document.paragraphs]


def test_head_foot_margins_and_styles_of_the_office_stay() -> None:
    template = an_office()
    document = report_in(template)
    section = document.sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        "สำนักงานตัวอย่าง",
        "โทร. 0 0000 0000",
    )
    assert round(section.left_margin.cm, 1) == 4.0
    before = docx.Document(io.BytesIO(template)).styles["Heading 1"]
    assert document.styles["Heading 1"].font.size == before.font.size
    assert document.paragraphs[1].style.name == "Batkham Title"


def test_tables_are_as_wide_as_the_offices_page() -> None:
    section = docx.Document(io.BytesIO(an_office())).sections[0]
    width = int(section.page_width - section.left_margin - section.right_margin) // 635
    document = report_in(an_office())
    assert {sum(column.width for column in table.columns) // 635 for table in document.tables} == {width}


def test_a_report_can_be_put_into_a_report() -> None:
    first = word(sample_views.whole(), Options(template=an_office()))
    again = report_in(first)
    names = [style.style_id for style in again.styles]
    assert len(names) == len(set(names))


def test_word_is_expected_to_open_the_result_without_complaint(tmp_path: Any) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word(sample_views.whole(), Options(template=an_office())))
    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


def test_words_in_the_letterhead_are_never_run_as_a_template() -> None:
    document = report_in(an_office("{{ 7*7 }}"))
    assert "49" not in "".join(one.text for one in document.paragraphs[:2])


def test_a_link_to_click_on_may_stay_and_a_template_elsewhere_is_cut_off() -> None:
    assert report_in(related("hyperlink", "https://example.org"))
    content = word(sample_views.whole(), Options(template=related("attachedTemplate", "file:///evil.dotm")))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if b"evil.dotm" in package.read(name)]


@pytest.mark.parametrize(
    "template",
    [
        related("image", "http://evil.example/x.png"),
        related("oleObject", "file:///c:/x"),
        related("frame", "http://evil.example"),
        related("subDocument", "file:///x.docx"),
        related("hyperlink", "file:///c:/windows/system32/calc.exe"),
        related("hyperlink", "javascript:alert(1)"),
        related("aFChunk", "part.html", ""),
        related("vbaProject", "vbaProject.bin", ""),
        related("control", "activeX1.xml", ""),
        related("package", "embeddings/x.xlsx", ""),
    ],
    ids=["image", "ole", "frame", "sub", "file", "script", "chunk", "macro", "control", "embedded"],
)
def test_what_fetches_runs_or_hides_another_file_is_refused(template: bytes) -> None:
    assert refused(template) == "template_unsafe"


@pytest.mark.parametrize(
    "code",
    [
        ' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" ',
        " INCLUDETEXT c:/x ",
        " INCLUDEPICTURE http://x ",
        " QUOTE 68 ",
        " LINK x ",
        "",
    ],
)
def test_fields_that_read_or_run_are_refused(code: str) -> None:
    simple = f'<w:p><w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"/></w:p>'
    half = len(code) // 2
    split = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert refused(in_body(simple)) == "template_unsafe"
    assert refused(in_body(split)) == "template_unsafe"


def test_a_page_number_is_no_danger() -> None:
    assert report_in(in_body('<w:p><w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT "/></w:p>'))


def test_a_picture_from_elsewhere_in_old_markup_is_refused() -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{}"/></v:shape>'
    image = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    assert refused(in_body(image.format("http://evil.example/x"))) == "template_unsafe"
    assert refused(in_body(image.format("\\\\evil\\x"))) == "template_unsafe"


def test_entities_are_refused_before_they_grow() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    template = changed(
        an_office(), "word/document.xml", lambda text: text.replace("<w:document", f"{bomb}<w:document", 1)
    )
    assert refused(template) == "template_unsafe"


def test_a_macro_document_is_refused() -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    template = changed(an_office(), "[Content_Types].xml", lambda text: text.replace(plain, kind))
    assert refused(template) == "template_not_word"
    part = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    template = changed(an_office(), "[Content_Types].xml", lambda text: text.replace("</Types>", part))
    assert refused(template) == "template_unsafe"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello", b"\xd0\xcf\x11\xe0old doc", an_office()[:-200]])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    assert refused(content) == "template_not_word"


def test_a_workbook_is_refused() -> None:
    from server.export.excel import excel

    assert refused(excel(sample_views.practice(), Options())) == "template_not_word"


def test_too_much_is_refused_before_it_is_unpacked() -> None:
    assert refused(b"x" * (MOST_BYTES + 1)) == "too_large"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 40_000_000)
    assert len(file.getvalue()) < 100_000
    assert refused(file.getvalue()) == "too_large"


def test_a_bomb_of_many_parts_is_refused() -> None:
    parts = {f"word/{number}.xml": b"<a/>" for number in range(400)}
    assert refused(changed(an_office(), "none", str, parts)) == "too_large"
