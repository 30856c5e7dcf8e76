"""The HTTP interface described as OpenAPI 3.1, made from the same models that check the requests.

See https://spec.openapis.org/oas/v3.1.1.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import models_json_schema

from server import bodies, wire

Json = dict[str, Any]
TOKEN: list[dict[str, list[str]]] = [{"token": []}]
REFUSED: Json = {
    "type": "object",
    "required": ["ok", "code", "retry"],
    "properties": {
        "ok": {"const": False},
        "code": {"type": "string", "description": "a fact in snake_case; the client owns the words"},
        "retry": {"type": "boolean", "description": "the same request may succeed later"},
        "after_ms": {"type": "integer"},
        "field": {"type": "string"},
        "limit": {"type": "integer"},
    },
}
ACCEPTED: Json = {"type": "object", "required": ["ok"], "properties": {"ok": {"const": True}}}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to ask for: what it does, what it reads, who may."""

    summary: str
    body: str | None = None
    with_token: bool = True
    content: str = "application/json"


HERE = "/api/workshops/{workshop_id}"
OPERATIONS: dict[tuple[str, str], Operation] = {
    ("get", "/api/start"): Operation("What the home page needs to know", with_token=False),
    ("get", "/api/openapi.json"): Operation("This description", with_token=False),
    ("post", "/api/workshops"): Operation(
        "Create a workshop, make one again from a backup, or go on from one", "Create", False
    ),
    ("post", "/api/join"): Operation("Come in by join code", "Join", False),
    ("post", "/api/enter"): Operation("Exchange a link's secret for a token", "Enter", False),
    ("delete", HERE): Operation("Delete the workshop and everything in it", "Delete"),
    ("get", f"{HERE}/door"): Operation("How phones come in: address, code, QR codes as SVG"),
    ("post", f"{HERE}/links"): Operation("Mint a named secret link", "Mint"),
    ("post", f"{HERE}/pair"): Operation("A link that works once, within 60 seconds", "Nothing"),
    ("get", f"{HERE}/result-link"): Operation("The result's QR, while the thank-you screen shows it"),
    ("post", f"{HERE}/result-link"): Operation("Offer the result to the room by a link of its own", "Nothing"),
    ("post", f"{HERE}/next"): Operation("A workshop that goes on from this one", "Next"),
    ("post", f"{HERE}/code"): Operation("A new join code", "Code"),
    ("post", f"{HERE}/rehearsal"): Operation("A throw-away copy in which forty simulated people take part", "Nothing"),
    ("get", f"{HERE}/export.{{kind}}"): Operation("A document at once", content="application/octet-stream"),
    ("get", f"{HERE}/documents"): Operation("How many documents of this workshop are being made"),
    ("post", f"{HERE}/documents"): Operation("Make a document; it waits a minute behind a ticket", "Document"),
    ("get", "/api/documents/{ticket}"): Operation(
        "The document of a ticket", with_token=False, content="application/octet-stream"
    ),
    ("post", f"{HERE}/letterhead"): Operation("The Word report in an office's own .docx", "File"),
    ("get", f"{HERE}/office-letterhead"): Operation("Since when the office keeps a letterhead of its own here"),
    ("post", f"{HERE}/office-letterhead"): Operation("Keep a .docx as the office's letterhead", "File"),
    ("delete", f"{HERE}/office-letterhead"): Operation("Throw the office's letterhead away"),
    ("get", f"{HERE}/safe-copies"): Operation("The safe copies in the data folder, for facilitators only"),
    ("post", f"{HERE}/import"): Operation("What a file with cards would bring, row by row", "File"),
    ("post", f"{HERE}/cards"): Operation("The command add_cards, with up to 500 cards", "AddCardsBody"),
    ("get", "/api/templates"): Operation("The templates a workshop can begin with", with_token=False),
    ("get", f"{HERE}/templates"): Operation("The same, with the office's own"),
    ("post", f"{HERE}/templates"): Operation("Keep a template as the office's own", "Keep"),
    ("delete", f"{HERE}/templates/{{template}}"): Operation("Throw one of the office's own away"),
    ("post", f"{HERE}/commands"): Operation("Perform a command; same body and answer as on the socket", "Command"),
    ("get", f"{HERE}/history"): Operation("What happened, in lines that name no writer and nothing hidden"),
    ("get", f"{HERE}/replay"): Operation("How a board came to be, as the facilitator's screen showed it"),
    ("post", f"{HERE}/bring_back_then"): Operation("Put a board's cards back where they were", "BringBackThen"),
    ("get", f"{HERE}/similar"): Operation("Cards that say nearly the same, and groups they could form"),
    ("get", f"{HERE}/snapshot"): Operation("What this token's audience may see now"),
}


def describe() -> Json:
    """The whole description."""
    paths: dict[str, Json] = {}
    for (method, path), operation in OPERATIONS.items():
        paths.setdefault(path, {})[method] = _operation(method, path, operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Batkham", "version": str(wire.VERSION)},
        "paths": paths,
        "components": {
            "schemas": {**_schemas(), "Refused": REFUSED, "Accepted": ACCEPTED},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(method: str, path: str, operation: Operation) -> Json:
    described: Json = {
        "summary": operation.summary,
        "operationId": f"{method}_{path.rsplit('/', 1)[-1].strip('{}').replace('.', '_')}",
        "security": TOKEN if operation.with_token else [],
        "responses": {"2XX": _answer("Accepted", operation.content), "default": _answer("Refused")},
    }
    in_path = re.findall(r"{(\w+)}", path)
    if in_path:
        described["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in in_path
        ]
    if operation.body == "File":
        file = {"schema": {"type": "string", "format": "binary"}}
        described["requestBody"] = {"required": True, "content": {"application/octet-stream": file}}
    elif operation.body:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": _body(operation)}}}
    return described


def _answer(schema: str, content: str = "application/json") -> Json:
    body: Json = {"schema": {"$ref": f"#/components/schemas/{schema}"}} if content == "application/json" else {}
    return {"description": schema, "content": {content: body}}


def _body(operation: Operation) -> Json:
    if operation.body == "Command":
        return {"oneOf": [_ref(model.__name__) for model in wire.MODELS.values()]}
    if operation.body == "Create":
        return {"oneOf": [_ref("Create"), _ref("Import")]}
    return _ref(str(operation.body))


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _schemas() -> Json:
    plain = (bodies.Create, bodies.Import, bodies.Join, bodies.Enter, bodies.Mint, bodies.Code, bodies.Nothing)
    models = [
        (model, "validation")
        for model in (
            *plain,
            bodies.Delete,
            bodies.Keep,
            bodies.BringBackThen,
            bodies.Document,
            bodies.Next,
            *wire.MODELS.values(),
        )
    ]
    _, described = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    schemas: Json = described["$defs"]
    for name, kind in wire.MODELS.items():
        schemas[kind.__name__]["properties"]["name"] = {"const": name}
        schemas[kind.__name__].setdefault("required", []).append("name")
    return schemas
