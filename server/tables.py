"""The tables: a workshop's row and its log, the hashes of secrets, nothing else."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("seq", BigInteger, nullable=False),
    Column("expires_on", String(10), nullable=False),
    Column("finished_at", String(24)),
    Column("locked", Integer, nullable=False, default=0),
    Column("rehearsal_of", String(16)),
)

log = Table(
    "log",
    metadata,
    Column("workshop_id", ForeignKey("workshops.id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("command_id", String(16), nullable=False),
    Column("actor", String(24), nullable=False),
    Column("name", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("at", String(24), nullable=False),
    UniqueConstraint("workshop_id", "command_id", name="log_command"),
)

keys = Table(
    "keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("workshop_id", ForeignKey("workshops.id"), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    # Only pairing keys: what role they give, and until when; they work once.
    Column("pairs", String(16)),
    Column("expires_at", String(24)),
)

participants = Table(
    "participants",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("workshop_id", ForeignKey("workshops.id"), nullable=False),
    Column("resume_hash", String(64), nullable=False),
    UniqueConstraint("workshop_id", "resume_hash", name="participants_resume"),
)

Index("keys_workshop", keys.c.workshop_id)
Index("workshops_expiry", workshops.c.expires_on)
