"""Reads a small plan when it is imported, so that all which is loaded and built on first use is there.

The server that the children are forked from imports this once; every child, also the one that takes a
killed one's place, inherits it.
"""

from __future__ import annotations

from .child import attempt
from .pipeline import extract_bytes

PLAN = b"""Recommendation,Action,Lead officer,Timescale
1. Refresh the corporate plan,Leeds City Council will publish a new corporate plan,Director of Strategy,March 2024
"""

attempt(extract_bytes, PLAN, "warm.csv")
