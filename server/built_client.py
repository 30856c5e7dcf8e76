"""Whether the browser client in server/static is there and is the one the sources describe."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

STAMP = ".built-from"
# Everything the built files depend on. The checkers' settings and the tests are not among it.
SOURCES = (
    "*.html",
    ".npmrc",
    "package.json",
    "package-lock.json",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.ts",
    "vite.safe-copy.config.ts",
    "build",
    "src",
)


def client_is_built(static: Path) -> bool:
    """In a checkout the sources must match; an installed package has none and was built with it."""
    stamp = static / STAMP
    if not stamp.is_file():
        return False
    client = static.parent.parent / "client"
    return not (client / "build_hook.py").is_file() or stamp.read_text() == fingerprint(client)


def fingerprint(client: Path) -> str:
    digest = hashlib.sha256()
    for file in source_files(client):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(client).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def source_files(client: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        for found in sorted(client.glob(pattern)):
            files = sorted(found.rglob("*")) if found.is_dir() else [found]
            yield from (file for file in files if file.is_file())
