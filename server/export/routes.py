"""HTTP: what goes home. Documents hold only what is shown; the backup and safe copies are for facilitators alone."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request

from server import bodies, wire
from server.answers import answer, body, guard
from server.doorman import Doorman
from server.export.copies import SafeCopies
from server.export.making import Making
from server.export.office_letterhead import OfficeLetterhead, must_be_a_letterhead
from server.export.options import Options
from server.export.taking import Document, Taking
from server.export.tickets import Tickets
from server.people import Person
from server.shelf import Live
from server.workshop import Refused
from server.workshop.clock import iso
from server.workshop.verb import OWNER, RESULT, SORTERS

HERE = "/workshops/<workshop_id>"
OFFICE = f"{HERE}/office-letterhead"


class Exports:
    """Making documents, fetching them, and the list of safe copies."""

    def __init__(
        self, doorman: Doorman, taking: Taking, making: Making, copies: SafeCopies, letterhead: OfficeLetterhead
    ) -> None:
        self._doorman = doorman
        self._letterhead = letterhead
        self._taking = taking
        self._making = making
        self._copies = copies
        self.tickets = Tickets()
        self.routes = Blueprint("exports", __name__, url_prefix="/api")
        add = self.routes.add_url_rule
        add(f"{HERE}/export.<kind>", view_func=self.export)
        add(f"{HERE}/documents", view_func=self.prepare)
        add(f"{HERE}/documents", view_func=self.make, methods=["POST"])
        add(f"{HERE}/letterhead", view_func=self.in_letterhead, methods=["POST"])
        add(OFFICE, view_func=self.office_letterhead)
        add(OFFICE, view_func=self.keep_letterhead, methods=["POST"])
        add(OFFICE, view_func=self.remove_letterhead, methods=["DELETE"])
        add(f"{HERE}/safe-copies", view_func=self.safe_copies)
        add("/documents/<ticket>", view_func=self.fetch)
        guard(self.routes)

    def export(self, workshop_id: str, kind: str) -> Response:
        """A document at once, for whoever can send a token with the request."""
        person, live = self._taker(workshop_id)
        asked = wire.checked(bodies.Document, {"format": kind, **_wishes(request.args.to_dict())})
        return _file(self._taking.document(person, live, kind, _options(asked, live)))

    def prepare(self, workshop_id: str) -> Response:
        """How long the queue is; whoever asks is about to want something, so the other process gets ready."""
        self._taker(workshop_id)
        self._making.get_ready()
        return answer({"ok": True, "waiting": self._making.waiting(workshop_id)})

    def make(self, workshop_id: str) -> Response:
        """Make a document and keep it for a minute behind a ticket."""
        person, live = self._taker(workshop_id)
        asked = wire.checked(bodies.Document, body())
        return self._ticket(self._made(person, live, asked))

    def in_letterhead(self, workshop_id: str) -> Response:
        """The Word report on the office's own paper, which comes with the request and is not kept."""
        person, live = self._taker(workshop_id)
        asked = wire.checked(bodies.Document, {"format": "docx", **_wishes(request.args.to_dict())})
        paper = request.get_data(cache=False)
        if not paper:
            raise Refused("empty", field="template")
        return self._ticket(self._taking.document(person, live, "docx", replace(_options(asked, live), template=paper)))

    def office_letterhead(self, workshop_id: str) -> Response:
        """Since when the office has a letterhead of its own here; null: it has none."""
        self._doorman.sorter(request, workshop_id)
        kept_at = self._letterhead.kept_at()
        return answer({"ok": True, "kept_at": iso(kept_at) if kept_at else None})

    def keep_letterhead(self, workshop_id: str) -> Response:
        """Keep one for every workshop here, in the place of the last."""
        self._doorman.sorter(request, workshop_id)
        paper = request.get_data(cache=False)
        if not paper:
            raise Refused("empty", field="template")
        self._making.make(workshop_id, must_be_a_letterhead, paper)
        self._letterhead.keep(paper)
        return self.office_letterhead(workshop_id)

    def remove_letterhead(self, workshop_id: str) -> Response:
        self._doorman.one_of(request, workshop_id, OWNER)
        self._letterhead.remove()
        return answer({"ok": True})

    def _ticket(self, made: Document) -> Response:
        told = {"name": made.name, "size": len(made.content), "mimetype": made.mimetype}
        return answer({"ok": True, "path": f"api/documents/{self.tickets.issue(made)}", **told}, 201)

    def fetch(self, ticket: str) -> Response:
        return _file(self.tickets.take(ticket))

    def safe_copies(self, workshop_id: str) -> Response:
        """The safe copies in the data folder, newest first."""
        self._doorman.sorter(request, workshop_id)
        return answer({"ok": True, "copies": [copy.told() for copy in self._copies.of(workshop_id)]})

    def _made(self, person: Person, live: Live, asked: wire.Json) -> Document:
        if asked["safe_copy"] is not None:
            self._doorman.sorter(request, live.workshop.id)
            return self._copies.document(live.workshop, asked["safe_copy"], asked["language"] or live.workshop.language)
        options = _options(asked, live)
        if asked["letterhead"]:
            # The office's paper is for those who lead, like its templates.
            self._doorman.sorter(request, live.workshop.id)
            options = replace(options, template=self._letterhead.content())
        return self._taking.document(person, live, asked["format"], options)

    def _taker(self, workshop_id: str) -> tuple[Person, Live]:
        return self._doorman.one_of(request, workshop_id, SORTERS | {RESULT})


def _wishes(asked: dict[str, str]) -> wire.Json:
    """The choices in an address, where everything is text."""
    yes: wire.Json = {name: asked[name] == "1" for name in ("thai_digits", "parked", "pdf_a") if name in asked}
    return yes | {name: asked[name] for name in ("language", "board", "size") if name in asked}


def _options(asked: wire.Json, live: Live) -> Options:
    return Options(
        language=asked["language"] or live.workshop.language,
        thai_digits=asked["thai_digits"],
        board=asked["board"],
        parked=asked["parked"],
        size=asked["size"],
        pdf_a=asked["pdf_a"],
    )


def _file(made: Document) -> Response:
    headers: dict[str, str] = {"Content-Disposition": made.header, "Cache-Control": "no-store"}
    return Response(made.content, content_type=made.mimetype, headers=headers)
