"""How a text says by whom something is done: "To be led by the Chief Executive", "… overseen by our Committee"."""

from __future__ import annotations

import re

_ASIDE = r"(?:this\s+)?(?:(?:to|will|should|must)\s+be|is|are)\s+(?:being\s+)?"
_LED = r"(?:led|lead|owned|delivered|overseen|managed|undertaken|carried\s+out|completed|co-?ordinated)\s+by\s+"
_HELPED = r"(?:supported|assisted)\s+by\s+"
_ARTICLE = r"(?:(?:the|our)\s+)?(?=\S)"

# What stands before an owner that a text begins with.
LED_BY = re.compile(rf"(?:{_ASIDE})?(?:{_LED}|{_HELPED}){_ARTICLE}", re.IGNORECASE)
# The owner within a sentence.
LED_WITHIN = re.compile(
    rf"\b{_LED}{_ARTICLE}(?P<who>[^.;:!?()\n]{{3,80}}?)(?=[.;,()]|\s+(?:by|in|before|from|until|with|and\s+will)\s|\s*$)",
    re.IGNORECASE,
)
