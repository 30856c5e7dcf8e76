"""Batkham: live word cards for workshops."""
