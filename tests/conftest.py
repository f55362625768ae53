"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# No limit on the time of one example and no randomness: the same run everywhere.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
