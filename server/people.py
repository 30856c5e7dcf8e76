"""Who is asking: signed tokens, hashed keys, join and resume codes. Knows no workshop's rules."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache

from itsdangerous import BadSignature, URLSafeSerializer

from server import thai
from server.workshop.verb import PARTICIPANT, ROLES

ID_BYTES = 12
KEY_BYTES = 24
CODE_DIGITS = 8
KNOWN_TOKENS = 4_096


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a token speaks for: `id` is a participant's, or the id of the key they came in by."""

    workshop: str
    role: str
    id: str

    @property
    def is_participant(self) -> bool:
        return self.role == PARTICIPANT


class People:
    """Everything that needs the server's secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._signers = {role: URLSafeSerializer(secret, salt=f"batkham.{role}") for role in ROLES}
        # A room that comes back all at once brings tokens that were checked before.
        self._read = lru_cache(maxsize=KNOWN_TOKENS)(self._check)

    def token(self, person: Person) -> str:
        """A signed token; it lasts as long as the workshop, its key and its participant do."""
        letter = person.role[0]
        return f"{letter}.{self._signers[person.role].dumps([person.workshop, person.id])}"

    def read(self, token: object) -> Person | None:
        """Whom the token speaks for, or None when it was not made here."""
        if not isinstance(token, str) or len(token) > 300:
            return None
        return self._read(token)

    def _check(self, token: str) -> Person | None:
        letter, _, signed = token.partition(".")
        role = next((role for role in ROLES if role[0] == letter), None)
        if role is None:
            return None
        try:
            workshop, id_ = self._signers[role].loads(signed)
        except (BadSignature, ValueError):
            return None
        return Person(workshop, role, id_)

    def resume_hash(self, workshop: str, code: str) -> str:
        """Keyed, because eight digits alone could be guessed from a stolen hash."""
        return self._digest(f"{workshop}:{code}").hex()

    def derived(self, *parts: str, length: int = 16) -> str:
        """The same request gets the same ids and secrets, so a repeat after a lost answer makes nothing twice."""
        return urlsafe_b64encode(self._digest("\n".join(parts))).decode()[:length]

    def link_of(self, workshop: str, command_id: str) -> tuple[str, str]:
        """The id and the secret of the link that a command makes; another workshop's same id makes another."""
        return self.derived("key", workshop, command_id), self.derived("secret", workshop, command_id, length=32)

    def resume_code(self, participant: str) -> str:
        """Eight digits by which a participant comes back from a phone that has lost everything else."""
        number = int.from_bytes(self._digest("resume\n" + participant)[:8]) % 10**CODE_DIGITS
        return f"{number:0{CODE_DIGITS}d}"

    def _digest(self, text: str) -> bytes:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).digest()


def new_id() -> str:
    return secrets.token_urlsafe(ID_BYTES)


def new_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)


def key_hash(key: str) -> str:
    """A key is 192 random bits, so a plain hash tells nothing about it."""
    return hashlib.sha256(key.encode()).hexdigest()


def new_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))


def read_code(text: str) -> str:
    """The digits of a code as people type it: Thai digits, spaces and dashes too."""
    return "".join(letter for letter in thai.arabic_digits(text) if letter.isascii() and letter.isdigit())
