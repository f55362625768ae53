"""Our notion of a right plan is the one that plans are scored by, where the scorer is at hand."""

from __future__ import annotations

import copy
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from actionplan_extract.expected.differences import differences

SHARED = Path(__file__).parents[2] / "../shared"
SCORER = SHARED / "tools/score.py"
FIELDS = ("earliest", "latest", "recurrence", "precision", "modality", "edtf", "milestone", "kind", "text")
VALUES = (None, "2024-01-01", "point", "ongoing", "day", "Ongoing", "in")

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the scorer and its plans are not at hand")


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_extracted(expected: dict[str, Any]) -> dict[str, Any]:
    """The plan that is just as the first readings of an expected file say."""
    plan = copy.deepcopy(expected)
    for recommendation in plan["recommendations"]:
        recommendation.pop("accept", None)
        for action in recommendation["actions"]:
            action.setdefault("owners", copy.deepcopy(recommendation["owners"]))
            for deadline in action["deadlines"]:
                deadline.pop("accept", None)
    return plan


def pick(items: list[Any], random: Random) -> Any:
    return random.choice(items) if items else {}


def spoil_word(recommendation: Any, action: Any, random: Random) -> None:
    words = action["text"].split(" ")
    index = random.randrange(len(words))
    words[index] = random.choice(["", "zzz", words[index].upper(), words[index] + ","])
    action["text"] = " ".join(words)


def spoil_paragraphs(recommendation: Any, action: Any, random: Random) -> None:
    action["text"] = action["text"].replace(*random.choice([("\n", " "), (". ", ".\n")]))


def spoil_deadline(recommendation: Any, action: Any, random: Random) -> None:
    pick(action["deadlines"], random)[random.choice(FIELDS)] = random.choice(VALUES)


def drop_deadline(recommendation: Any, action: Any, random: Random) -> None:
    action["deadlines"] = action["deadlines"][1:]


def spoil_owner(recommendation: Any, action: Any, random: Random) -> None:
    owner = pick(random.choice([recommendation, action])["owners"], random)
    owner[random.choice(["role", "kind"])] = random.choice(["officer", "member", "Mayor"])


def shuffle_owners(recommendation: Any, action: Any, random: Random) -> None:
    action["owners"] = random.choice([[], action["owners"][::-1], action["owners"][1:]])


def spoil_number(recommendation: Any, action: Any, random: Random) -> None:
    number = recommendation["number"]
    recommendation["number"] = random.choice([f"R{number}", f"{number}.", f"Rec {number}:", f"{number}1", None])


def spoil_text(recommendation: Any, action: Any, random: Random) -> None:
    text = recommendation["text"]
    recommendation["text"] = random.choice([text.upper(), text + "s", "", text.replace(" ", "  ")])


def drop_action(recommendation: Any, action: Any, random: Random) -> None:
    recommendation["actions"].remove(action)


def double_action(recommendation: Any, action: Any, random: Random) -> None:
    recommendation["actions"].append(copy.deepcopy(action))


Spoil = Callable[[Any, Any, Random], None]
SPOILS: list[Spoil] = [
    spoil_word,
    spoil_paragraphs,
    spoil_deadline,
    drop_deadline,
    spoil_owner,
    shuffle_owners,
    spoil_number,
    spoil_text,
    drop_action,
    double_action,
]


@pytest.mark.parametrize("path", sorted((SHARED / "documents").glob("*.expected.json")), ids=lambda path: path.name[:3])
@pytest.mark.parametrize("spoil", SPOILS)
def test_what_scores_full_marks_has_no_differences_and_nothing_else(path: Path, spoil: Spoil) -> None:
    scorer, expected, random = load_scorer(), json.loads(path.read_text(encoding="utf-8")), Random(17)  # noqa: S311  # seeded
    for _ in range(6):
        plan = as_extracted(expected)
        recommendation = random.choice([r for r in plan["recommendations"] if r["actions"]])
        spoil(recommendation, random.choice(recommendation["actions"]), random)
        figures = scorer.figures(scorer.compare(expected, plan))
        is_perfect = all(value == 1 for name, value in figures.items() if name != "words")
        assert is_perfect == (differences(expected, plan) == [])
