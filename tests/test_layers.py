"""Arrows go one way, the rules are pure, and one room knows the async library."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.workshop import COMMANDS, EVENTS
from server.workshop.views import AUDIENCES

ROOT = Path(__file__).parent.parent
SERVER = ROOT / "server"
RULES = sorted((SERVER / "workshop").glob("*.py"))
IMPURE = {"random", "secrets", "socket", "time", "os", "threading", "sqlite3", "uuid", "subprocess", "asyncio"}
# Each may import those to its left, and whatever is not named here.
LAYERS = (
    ("workshop",),
    ("wire", "events", "tables"),
    ("log",),
    ("shelf", "writer"),
    ("deciding",),
    ("desk",),
    ("frames", "hello", "announce", "reception", "caretaker"),
    ("live", "api", "pages", "doorman"),
    ("assembly",),
)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def only_for_types(path: Path) -> set[str]:
    """What is imported under `if TYPE_CHECKING`, which makes no arrow."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = [node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)]
    inside = [one for node in guarded for one in ast.walk(node) if isinstance(one, ast.ImportFrom)]
    return {f"{node.module}.{name.name}" for node in inside for name in node.names}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_the_rules_import_only_the_standard_library_and_themselves(path: Path) -> None:
    for name in imports(path):
        top = name.partition(".")[0]
        assert name.startswith("server.workshop") or top in sys.stdlib_module_names, name
        assert top not in IMPURE, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_the_rules_are_told_the_time_and_never_read_a_clock(path: Path) -> None:
    if path.name == "clock.py":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(datetime\.now|utcnow|utc_now|date\.today|open\(|print\()", text), path.name


@pytest.mark.parametrize("level", range(len(LAYERS)), ids=lambda level: "-".join(LAYERS[level]))
def test_arrows_go_one_way(level: int) -> None:
    above = {f"server.{name}" for layer in LAYERS[level + 1 :] for name in layer}
    for name in LAYERS[level]:
        paths = RULES if name == "workshop" else [SERVER / f"{name}.py"]
        for path in paths:
            seen = set(imports(path)) - only_for_types(path)
            wrong = {one for one in seen if any(one == up or one.startswith(f"{up}.") for up in above)}
            assert not wrong, f"{path.name} imports {wrong}"


def test_the_async_library_is_named_in_two_rooms() -> None:
    rooms = {SERVER / "runtime", SERVER / "transport"}
    naming = {
        path.parent
        for path in [*SERVER.rglob("*.py"), ROOT / "run.py"]
        if any(re.match(r"(eventlet|gevent)\b", name) for name in imports(path))
    }
    assert naming == rooms


def test_every_verb_has_its_file_and_its_tests() -> None:
    for name in COMMANDS:
        assert (SERVER / "workshop" / f"{name}.py").exists(), name
        assert (ROOT / "tests" / "workshop" / f"test_{name}.py").exists(), name


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_no_verb_is_forgotten_in_the_list_of_verbs(path: Path) -> None:
    classes = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
    made = {node.name for node in classes for base in node.bases if ast.unparse(base) in ("Command", "Event")}
    assert made <= {kind.__name__ for kind in (*COMMANDS.values(), *EVENTS.values())}


def test_the_browser_knows_the_same_commands_and_audiences() -> None:
    wire = ROOT / "client" / "src" / "wire"
    text = "".join(path.read_text(encoding="utf-8") for path in wire.glob("*.ts"))
    ours = {name for name, kind in COMMANDS.items() if not kind.by_server and name != "open_workshop"}
    missing = {name for name in ours if not re.search(rf"\b{name}\b", text)}
    assert not missing, f"wire.ts does not know {missing}"
    assert all(f"'{audience}'" in text or f'"{audience}"' in text for audience in AUDIENCES)
