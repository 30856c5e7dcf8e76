"""The first tables: workshops, their log, keys and participants."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("code", sa.String(8), nullable=False, unique=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("expires_on", sa.String(10), nullable=False),
        sa.Column("finished_at", sa.String(24)),
        sa.Column("locked", sa.Integer, nullable=False),
        sa.Column("rehearsal_of", sa.String(16)),
    )
    op.create_table(
        "log",
        sa.Column("workshop_id", sa.String(16), sa.ForeignKey("workshops.id"), primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("command_id", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(24), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.UniqueConstraint("workshop_id", "command_id", name="log_command"),
    )
    op.create_table(
        "keys",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("workshop_id", sa.String(16), sa.ForeignKey("workshops.id"), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("pairs", sa.String(16)),
        sa.Column("expires_at", sa.String(24)),
    )
    op.create_table(
        "participants",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("workshop_id", sa.String(16), sa.ForeignKey("workshops.id"), nullable=False),
        sa.Column("resume_hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("workshop_id", "resume_hash", name="participants_resume"),
    )
    op.create_index("keys_workshop", "keys", ["workshop_id"])
    op.create_index("workshops_expiry", "workshops", ["expires_on"])
