"""The whole report from ความเป็นมา to ภาคผนวก: what the workshop knows is filled in, the rest is dotted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from server.export.word.appendix import appendix
from server.export.word.first_page import first_page
from server.export.word.plan import plan
from server.export.word.results import placing_results, results, vote_results
from server.export.word.writing import Writing
from server.export.word.xml import DOTS, blank, paragraph, plain, run, shares, table
from server.export.workshop_view import WorkshopView

Section = Callable[[WorkshopView, Writing, int], Iterator[str]]


def report(view: WorkshopView, writing: Writing) -> str:
    """The body of the document."""
    told = list(first_page(view, writing))
    number = 0
    for name, section in SECTIONS:
        if section is _votes and not any(board.vote for board in view.boards):
            continue
        if section is _placings and not any(board.placing for board in view.boards):
            continue
        number += 1
        heading = f"{writing.number(number)}. {writing.say(name)}"
        told.append(paragraph(run(heading), style="Heading1", new_page=number == 1))
        told += section(view, writing, number)
    return "".join((*told, *appendix(view, writing)))


def _background(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    year = view.fiscal_year
    frame = writing.say("background_frame", year=writing.year(year)) if year else ""
    text = writing.say("background_text", dots=DOTS * 2, title=view.title, frame=frame)
    yield paragraph(run(text), style="BodyText")
    yield from (blank(writing.width) for _ in range(3))


def _aims(view: WorkshopView, writing: Writing, number: int) -> Iterator[str]:
    aims = [writing.say("aim_question", question=board.question) for board in view.boards]
    if view.fiscal_year:
        aims.append(writing.say("aim_frame", year=writing.year(view.fiscal_year)))
    for place, aim in enumerate(aims, 1):
        yield paragraph(run(f"{_sub(writing, number, place)} {aim}"), style="BodyText")
    yield blank(writing.width, _sub(writing, number, len(aims) + 1))


def _when(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    yield paragraph(run(writing.say("date", day=writing.day(view.day))))
    yield from (blank(writing.width, writing.say(name)) for name in ("time", "place"))


def _who(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    if view.people.joined:
        yield paragraph(run(writing.say("joined", n=view.people.joined)))
    senders = max((board.counts.senders for board in view.boards), default=0)
    if senders:
        yield paragraph(run(writing.say("sent", n=senders)))
    if view.people.tables:
        yield _tables(view, writing)
    yield from (blank(writing.width, writing.say(name)) for name in ("chair", "others"))


def _tables(view: WorkshopView, writing: Writing) -> str:
    heading = [writing.say(name) for name in ("table", "seated", "senders", "cards")]
    rows = (
        [plain(writing.number(count), centred=True) for count in (one.table, one.seated, one.senders, one.cards)]
        for one in view.people.tables
    )
    return table(shares(writing.width, 1, 1, 1, 1), heading, rows)


def _how(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    names = dict.fromkeys(column.name for board in view.boards for column in board.columns if column.id)
    vote = next((board.vote for board in view.boards if board.vote), None)
    voting = writing.say("how_vote", each=vote.each, most=vote.most_on_one) if vote else ""
    yield paragraph(run(writing.say("how_text", columns=" · ".join(names), vote=voting)), style="BodyText")


def _results(view: WorkshopView, writing: Writing, number: int) -> Iterator[str]:
    for place, board in enumerate(view.boards, 1):
        yield from results(board, _sub(writing, number, place), writing)


def _placings(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    for board in view.boards:
        yield from placing_results(board, writing)


def _votes(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    for board in view.boards:
        yield from vote_results(board, writing)


def _plan(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    yield from plan(view, writing)


def _problems(view: WorkshopView, writing: Writing, _number: int) -> Iterator[str]:
    yield from (blank(writing.width) for _ in range(4))
    if view.check_out:
        yield paragraph(run(writing.say("leaving", low=1, high=5)), keep=True)
        moods = [plain(writing.number(count), centred=True) for count in view.check_out.moods]
        heading = [writing.say("level"), *(writing.number(level) for level in range(1, 6))]
        people = plain(writing.say("people"), centred=True)
        yield table(shares(writing.width, 2, 1, 1, 1, 1, 1), heading, [[people, *moods]])
        yield from (paragraph(run(f"– {line}")) for line in view.check_out.lines)
    yield paragraph(run(""))
    yield from (blank(writing.width, writing.say(name)) for name in ("clerk", "checker"))


def _sub(writing: Writing, number: int, place: int) -> str:
    return writing.digits(f"{number}.{place}")


SECTIONS: tuple[tuple[str, Section], ...] = (
    ("background", _background),
    ("aims", _aims),
    ("when", _when),
    ("who", _who),
    ("how", _how),
    ("results", _results),
    ("placing_results", _placings),
    ("vote_results", _votes),
    ("plan", _plan),
    ("problems", _problems),
)
