"""What the built client promises: it loads quickly on a weak phone, and a strict content security policy allows it."""

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from server.built_client import STAMP, client_is_built, fingerprint

STATIC = Path(__file__).parent.parent / "server" / "static"
PAGES = ["home", "phone", "facilitator", "wall", "result"]
FIRST_LOAD_BYTES = 80_000
LOADED_AT_ONCE = {"stylesheet", "preload", "modulepreload", "icon"}


class Page(HTMLParser):
    """The addresses a browser fetches before the page can be used, and whatever stands in the page itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.inline: list[str] = []
        self.base = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "base":
            self.base = given["href"]
        if tag == "link" and given.get("rel") in LOADED_AT_ONCE:
            self.fetched.append(given["href"])
        if tag == "script" and "src" in given:
            self.fetched.append(given["src"])
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name in given if name.startswith(("style", "on"))]


@pytest.fixture
def static() -> Path:
    if not client_is_built(STATIC):
        pytest.fail("The browser client is missing or older than its sources: run `pip install -e .`", pytrace=False)
    return STATIC


def page(static: Path, name: str) -> Page:
    return Page((static / f"{name}.html").read_text(encoding="utf-8"))


def first_load(static: Path, name: str) -> set[Path]:
    fetched = [static / address for address in page(static, name).fetched]
    scripts = [needed for file in fetched if file.suffix == ".js" for needed in imported(file)]
    return {file.resolve() for file in [static / f"{name}.html", *fetched, *scripts]}


def imported(script: Path) -> Iterator[Path]:
    """The script and every script it cannot start without."""
    yield script
    for name in re.findall(r'(?:from|import)\s*"\./([^"]+\.js)"', script.read_text(encoding="utf-8")):
        yield from imported(script.parent / name)


def bytes_sent(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content))


def test_the_phone_page_is_light_enough_for_a_weak_network(static: Path) -> None:
    sizes = {file.name: bytes_sent(file) for file in first_load(static, "phone")}
    listing = "\n".join(f"{size:7,} {name}" for name, size in sorted(sizes.items()))
    assert sum(sizes.values()) <= FIRST_LOAD_BYTES, f"The phone loads {sum(sizes.values()):,} bytes:\n{listing}"


def test_the_phone_page_brings_one_weight_of_thai_and_latin_letters(static: Path) -> None:
    fonts = sorted(file.name for file in first_load(static, "phone") if file.suffix == ".woff2")
    assert [name.rpartition("normal")[0] for name in fonts] == ["sarabun-latin-400-", "sarabun-thai-400-"]


def test_the_phone_page_leaves_english_for_later(static: Path) -> None:
    scripts = [file for file in first_load(static, "phone") if file.suffix == ".js"]
    words = "".join(file.read_text(encoding="utf-8") for file in scripts)
    assert "บัตรคำ" in words
    assert "Batkham" not in words


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_inline_and_nothing_from_elsewhere(static: Path, name: str) -> None:
    found = page(static, name)
    assert found.inline == []
    assert found.fetched
    assert all(address.startswith("./assets/") for address in found.fetched)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_finds_its_server_below_any_path_prefix(static: Path, name: str) -> None:
    assert page(static, name).base == ("./" if name == "home" else "../")


@pytest.mark.parametrize("name", PAGES)
def test_everything_a_page_asks_for_is_there_and_compressed(static: Path, name: str) -> None:
    for file in first_load(static, name):
        assert file.is_file()
        if file.suffix != ".woff2":
            assert gzip.decompress(Path(f"{file}.gz").read_bytes()) == file.read_bytes()


def test_styles_name_no_other_site_and_no_inlined_file(static: Path) -> None:
    styles = list((static / "assets").glob("*.css"))
    assert styles
    for file in styles:
        assert not re.search(r"url\(\s*['\"]?(https?:|//|data:)", file.read_text(encoding="utf-8")), file.name


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    client = tmp_path / "client"
    (client / "src").mkdir(parents=True)
    (client / "build_hook.py").touch()
    (client / "src" / "base.ts").write_text("one")
    static = tmp_path / "server" / "static"
    static.mkdir(parents=True)
    (static / STAMP).write_text(fingerprint(client))
    return tmp_path


def test_a_fresh_build_is_recognised_and_a_missing_one_too(checkout: Path) -> None:
    static = checkout / "server" / "static"
    assert client_is_built(static)
    (static / STAMP).unlink()
    assert not client_is_built(static)


def test_an_edited_source_makes_the_build_stale(checkout: Path) -> None:
    (checkout / "client" / "src" / "base.ts").write_text("two")
    assert not client_is_built(checkout / "server" / "static")


def test_a_renamed_source_makes_the_build_stale(checkout: Path) -> None:
    (checkout / "client" / "src" / "base.ts").rename(checkout / "client" / "src" / "root.ts")
    assert not client_is_built(checkout / "server" / "static")


def test_a_new_test_leaves_the_build_alone(checkout: Path) -> None:
    (checkout / "client" / "tests").mkdir()
    (checkout / "client" / "tests" / "base.test.ts").touch()
    assert client_is_built(checkout / "server" / "static")


def test_an_installed_package_has_no_sources_to_compare_with(checkout: Path) -> None:
    (checkout / "client" / "build_hook.py").unlink()
    (checkout / "client" / "src" / "base.ts").write_text("two")
    assert client_is_built(checkout / "server" / "static")
