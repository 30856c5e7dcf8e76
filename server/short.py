"""What phones that list all cards and readers of a result are told: on a slow network every byte is patience.

Of a card a field that is null or false is left out, and so is the id, which is in the key. When nothing that happened
can have changed a card's words, or hidden it from the room for a moment, a phone that was shown it knows them. Of what
is shown large, only what is out of the ordinary is told, and not which card is read while another one is shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from server.workshop.views import READER, RESULT, Record

# In client/src/board/short.ts too; tests/same_rules.json holds them equal.
BRIEFLY = frozenset({READER, RESULT})
WORDS = ("board", "text", "proposed")
CARD, SPOTLIGHT = "card:", "spotlight:"
ORDINARY = {"reading": None, "focus": None, "view": "board", "page": 0}
KEEPS_WORDS = frozenset(
    {
        "already_so",
        "card_placed",
        "card_read",
        "card_skipped",
        "cards_grouped",
        "cards_moved",
        "cards_placed",
        "cards_starred",
        "cards_ungrouped",
        "cards_unstarred",
        "focused",
        "group_formed",
        "group_moved",
        "group_named",
        "page_turned",
        "participant_joined",
    }
)


def is_short(key: str, audience: str) -> bool:
    return audience in BRIEFLY and key.startswith((CARD, SPOTLIGHT))


def short(key: str, record: Record) -> Record:
    """The same record without what can be told from what is left."""
    return _short_spotlight(record) if key.startswith(SPOTLIGHT) else _short_card(record)


def _short_spotlight(spotlight: Record) -> Record:
    told = {name: value for name, value in spotlight.items() if ORDINARY.get(name, ...) != value}
    # Phones then show that card as the one of the moment, and no other.
    if "card" in (spotlight["focus"] or ()) and spotlight["view"] == ORDINARY["view"]:
        told.pop("reading", None)
    return told


def _short_card(card: Record) -> Record:
    return {name: value for name, value in card.items() if name != "id" and value not in (None, False)}


def moved(key: str, before: Record | None, after: Record) -> Record:
    """Of a short card what may have changed, where its words have not."""
    if before is None or not key.startswith(CARD) or any(before.get(name) != after.get(name) for name in WORDS):
        return after
    return {name: value for name, value in after.items() if name not in WORDS}


def keep_words(events: Iterable[str]) -> bool:
    return KEEPS_WORDS.issuperset(events)
