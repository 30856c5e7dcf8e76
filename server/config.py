"""Every setting, read once from the environment; nothing else in the program looks there."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent.parent
SAFE_COPIES = 6
SQLITE_FILE = "batkham.sqlite3"
POSTGRESQL = "postgresql+psycopg2://"


class CannotStart(Exception):
    """Something outside the program keeps it from starting. Its text is the one line people see."""

    exit_code = 1


class BadSetting(CannotStart):
    exit_code = 2

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings, with the environment variable that sets each. All have a working default.

    host              BATKHAM_HOST (0.0.0.0)     address to listen on; 127.0.0.1 keeps phones out
    port              PORT (8321)                port to listen on
    data_dir          BATKHAM_DATA_DIR (./data beside run.py)   database, secret and create password live here
    database_url      DATABASE_URL (SQLite in the data folder)  sqlite:///… or postgresql://…
    secret_key        BATKHAM_SECRET_KEY (generated once, kept in the data folder)
                      signs tokens; ≥ 32 characters
    create_password   BATKHAM_CREATE_PASSWORD (generated once, kept in the data folder)
                      needed to create a workshop from any other machine; ≥ 8 characters
    public_url        PUBLIC_URL (none)          how phones reach the server, if not by its own address:
                      https://cards.example.org/batkham
    path_prefix       BATKHAM_PATH_PREFIX (the path of PUBLIC_URL)   path under which a reverse proxy shows us
    trusted_proxies   BATKHAM_TRUSTED_PROXIES (0)   how many reverse proxies in front may set X-Forwarded-*
    wifi_name         BATKHAM_WIFI_NAME (none)      offered on the wall as a QR before the join QR
    wifi_password     BATKHAM_WIFI_PASSWORD (none)
    language          BATKHAM_LANGUAGE (th)         th or en: what new workshops and the home page begin with
    retention_days    BATKHAM_RETENTION_DAYS (365)  1-3650: after these days a workshop is deleted
    safe_copies       BATKHAM_SAFE_COPIES (6)       0-50: how many safe copies of a workshop the data folder keeps
    run_with          BATKHAM_ASYNC (eventlet)      eventlet or threading
    transport         BATKHAM_TRANSPORT (fast)      fast or stock: the Socket.IO transport
    room_ms           BATKHAM_ROOM_MS (25)          for benchmarks only: 0-10000; the shortest time between two
                      frames to the wall, and to each facilitator
    phone_ms          BATKHAM_PHONE_MS (125)        for benchmarks only: the same for phones; 0 sends every change alone
    """

    host: str = "0.0.0.0"
    port: int = 8321
    data_dir: Path = HERE / "data"
    database_url: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    create_password: str = field(default="", repr=False)
    public_url: str = ""
    path_prefix: str = ""
    trusted_proxies: int = 0
    wifi_name: str = ""
    wifi_password: str = field(default="", repr=False)
    language: Literal["th", "en"] = "th"
    retention_days: int = 365
    safe_copies: int = 0
    run_with: Literal["eventlet", "threading"] = "eventlet"
    transport: Literal["fast", "stock"] = "fast"
    room_ms: int = 25
    phone_ms: int = 125

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Config:
        data_dir = Path(_text(env, "BATKHAM_DATA_DIR", str(cls.data_dir))).expanduser().absolute()
        public_url = _url(env, "PUBLIC_URL")
        return cls(
            host=_host(env, "BATKHAM_HOST", cls.host),
            port=_number(env, "PORT", cls.port, least=0, most=65535),
            data_dir=data_dir,
            database_url=_database(env, "DATABASE_URL", data_dir),
            secret_key=_secret(env, "BATKHAM_SECRET_KEY", least=32),
            create_password=_secret(env, "BATKHAM_CREATE_PASSWORD", least=8),
            public_url=public_url,
            path_prefix=_prefix(env, "BATKHAM_PATH_PREFIX", urlsplit(public_url).path),
            trusted_proxies=_number(env, "BATKHAM_TRUSTED_PROXIES", 0, least=0, most=10),
            wifi_name=_text(env, "BATKHAM_WIFI_NAME", ""),
            wifi_password=_text(env, "BATKHAM_WIFI_PASSWORD", ""),
            language="en" if _choice(env, "BATKHAM_LANGUAGE", "th", "en") == "en" else "th",
            retention_days=_number(env, "BATKHAM_RETENTION_DAYS", cls.retention_days, least=1, most=3650),
            safe_copies=_number(env, "BATKHAM_SAFE_COPIES", SAFE_COPIES, least=0, most=50),
            run_with="threading"
            if _choice(env, "BATKHAM_ASYNC", "eventlet", "threading") == "threading"
            else "eventlet",
            transport="stock" if _choice(env, "BATKHAM_TRANSPORT", "fast", "stock") == "stock" else "fast",
            room_ms=_number(env, "BATKHAM_ROOM_MS", cls.room_ms, least=0, most=10_000),
            phone_ms=_number(env, "BATKHAM_PHONE_MS", cls.phone_ms, least=0, most=10_000),
        )

    @property
    def safe_copies_folder(self) -> Path:
        return self.data_dir / "safe-copies"

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def _text(env: Mapping[str, str], name: str, default: str) -> str:
    return env.get(name, "").strip() or default


def _number(env: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    text = _text(env, name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
        raise BadSetting(name, f"must be a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _choice(env: Mapping[str, str], name: str, *choices: str) -> str:
    text = _text(env, name, choices[0]).lower()
    if text not in choices:
        raise BadSetting(name, f"must be {' or '.join(choices)}, not {text!r}")
    return text


def _secret(env: Mapping[str, str], name: str, *, least: int) -> str:
    text = _text(env, name, "")
    if text and len(text) < least:
        raise BadSetting(name, f"must have at least {least} characters")
    return text


def _host(env: Mapping[str, str], name: str, default: str) -> str:
    text = _text(env, name, default)
    if text == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise BadSetting(name, f"must be an address such as 0.0.0.0 or 127.0.0.1, not {text!r}") from None


def _url(env: Mapping[str, str], name: str) -> str:
    text = _text(env, name, "").rstrip("/")
    if text and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?", text):
        raise BadSetting(name, f"must be like https://cards.example.org or http://10.0.0.5:8321, not {text!r}")
    return text


def _prefix(env: Mapping[str, str], name: str, default: str) -> str:
    text = _text(env, name, default).rstrip("/")
    if text and not re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", text):
        raise BadSetting(name, f"must be like /batkham, not {text!r}")
    return text


def _database(env: Mapping[str, str], name: str, data_dir: Path) -> str:
    text = _text(env, name, f"sqlite:///{(data_dir / SQLITE_FILE).as_posix()}")
    # SQLAlchemy would choose psycopg 3 for a bare postgresql://, and it stops every phone while it waits.
    normal = re.sub(r"^(postgres|postgresql)://", POSTGRESQL, text)
    if not normal.startswith(("sqlite:///", POSTGRESQL)):
        # The value is not repeated: it may hold a password.
        raise BadSetting(name, "must begin with sqlite:/// or postgresql://")
    return normal
