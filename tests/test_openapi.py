"""The description of the HTTP interface is true: every route is in it, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server import create_app, openapi
from server.config import Config


@pytest.fixture
def routes(tmp_path: Path) -> set[tuple[str, str]]:
    config = Config(
        database_url=f"sqlite:///{tmp_path}/db.sqlite3",
        secret_key="s" * 40,
        create_password="p" * 12,
        run_with="threading",
    )
    house = create_app(config)
    rules = list(house.flask.url_map.iter_rules())
    house.close()
    return {
        (method.lower(), re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in rules
        for method in rule.methods or ()
        if rule.rule.startswith("/api/") and method not in ("HEAD", "OPTIONS")
    }


def test_every_api_route_is_described_and_every_description_is_a_route(routes: set[tuple[str, str]]) -> None:
    assert set(openapi.OPERATIONS) == routes


def test_every_reference_in_the_description_leads_somewhere() -> None:
    described = openapi.describe()
    names = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert names <= set(described["components"]["schemas"])
