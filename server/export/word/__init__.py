"""The report as a Word file in the style of Thai offices, or in English."""

from server.export.word.document import word

__all__ = ["word"]
