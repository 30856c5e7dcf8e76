"""The office's own templates: files in the data folder, beside the built-in ones."""

from __future__ import annotations

import json
import logging
from hashlib import sha256
from pathlib import Path
from typing import Any

from server.board_templates import ORDER, built_in, template
from server.template_files import checked
from server.workshop import Refused

logger = logging.getLogger("batkham.templates")

FOLDER = "templates"
MOST = 60

Template = dict[str, Any]


class OfficeTemplates:
    """Kept, listed and thrown away by their ids."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def own(self) -> list[Template]:
        """Those that can be read, by name."""
        found = [self._read(path) for path in sorted(self._folder.glob("own-*.json"))]
        return sorted((one for one in found if one is not None), key=lambda one: str(one["name"]["th"]))

    def every(self) -> list[Template]:
        return [*built_in(), *self.own()]

    def find(self, name: str) -> Template:
        if name in ORDER:
            return template(name)
        found = next((one for one in self.own() if one["id"] == name), None)
        if found is None:
            raise Refused("no_such_template", field="templates")
        return found

    def keep(self, id: str, told: object) -> Template:
        """Save a template under an id of its own; asked again, it is the same one. Raises Refused."""
        made = checked(told) | {"id": f"own-{sha256(id.encode()).hexdigest()[:12]}"}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{made['id']}.json"
        if not path.exists() and len(list(self._folder.glob("own-*.json"))) >= MOST:
            raise Refused("too_many_templates", limit=MOST)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)
        return made

    def remove(self, name: str) -> None:
        if name not in {one["id"] for one in self.own()}:
            raise Refused("no_such_template", field="template")
        (self._folder / f"{name}.json").unlink(missing_ok=True)

    def _read(self, path: Path) -> Template | None:
        try:
            return checked(json.loads(path.read_text(encoding="utf-8"))) | {"id": path.stem}
        except (OSError, ValueError, Refused):
            logger.warning("cannot read the template %s", path.name)
            return None
