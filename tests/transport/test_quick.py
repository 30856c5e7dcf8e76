"""Whatever is read the quick way reads as wsproto reads it, and whatever is not is left to wsproto whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from wsproto.frame_protocol import FrameProtocol, Opcode, ParseFailed

from server.transport.quick import whole_texts

from .raw import text


def as_wsproto_reads(data: bytes) -> list[str] | None:
    """The whole text messages, or None when there is anything else or an error in it."""
    parser = FrameProtocol(client=False, extensions=[])
    parser.receive_bytes(data)
    texts = []
    try:
        for one in parser.received_frames():
            if one.opcode is not Opcode.TEXT or not one.message_finished or not one.frame_finished:
                return None
            texts.append(str(one.payload))
    except ParseFailed:
        return None
    return texts


@given(some.lists(some.text(max_size=300), max_size=4))
def test_whole_texts_are_read_alike(texts: list[str]) -> None:
    data = b"".join(text(one) for one in texts)
    assert whole_texts(data) == as_wsproto_reads(data) == texts


@given(some.lists(some.text(max_size=200), min_size=1, max_size=3), some.data())
def test_a_frame_that_is_cut_off_is_left_to_wsproto(texts: list[str], draw: some.DataObject) -> None:
    data = b"".join(text(one) for one in texts)
    begins = len(data) - len(text(texts[-1]))
    cut = draw.draw(some.integers(begins + 1, len(data) - 1))
    assert whole_texts(data[:cut]) is None


@given(some.binary(max_size=300))
def test_no_bytes_are_read_otherwise_than_wsproto_reads_them(data: bytes) -> None:
    quickly = whole_texts(data)
    assert quickly is None or quickly == as_wsproto_reads(data)


@given(some.text(max_size=40), some.integers(0, 255), some.integers(0, 13))
def test_one_wrong_byte_is_never_read_otherwise(one: str, wrong: int, place: int) -> None:
    data = bytearray(text(one))
    data[min(place, len(data) - 1)] = wrong
    quickly = whole_texts(bytes(data))
    assert quickly is None or quickly == as_wsproto_reads(bytes(data))
