"""Cards as phones are told of them that list them all: on a slow network every byte is somebody's patience.

A field that is null or false is left out, and so is the id, which is in the key. When nothing that happened can
have changed a card's words, or hidden it from the room for a moment, a phone that was shown it knows them.
"""

from __future__ import annotations

from collections.abc import Iterable

from server.workshop.views import READER, Record

# In client/src/board/short.ts too; tests/same_rules.json holds them equal.
WORDS = ("board", "text", "proposed")
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
    return audience == READER and key.startswith("card:")


def short(record: Record) -> Record:
    """The same card without what can be told from what is left."""
    return {name: value for name, value in record.items() if name != "id" and value not in (None, False)}


def moved(before: Record | None, after: Record) -> Record:
    """What may have changed of a card whose words are known, in short."""
    told = short(after)
    if before is None or any(before[name] != after[name] for name in WORDS):
        return told
    return {name: value for name, value in told.items() if name not in WORDS}


def keep_words(events: Iterable[str]) -> bool:
    return KEEPS_WORDS.issuperset(events)
