"""A participant's phone, in a real browser against the real server."""

from a_workshop import Workshop
from accessible import axe
from conftest import OpenPhone


def test_smoke(workshop: Workshop, phone: OpenPhone, server) -> None:
    page = phone()
    workshop.phase("write")
    assert axe(page) is not None
    server.kill()
    server.start()
    workshop.send(workshop.join(), "หนึ่งใบ")
    assert workshop.texts() == ["หนึ่งใบ"]
