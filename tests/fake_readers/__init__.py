"""Extractors that misbehave, for testing what supervises them.

An extractor is named by its import path, which is how it reaches the children.
"""

SABOTEURS = "tests.fake_readers.saboteurs:extract_bytes"
SABOTEURS_OVER_PIPELINE = "tests.fake_readers.saboteurs:extract_or_sabotage"
