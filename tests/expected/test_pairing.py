from __future__ import annotations

from actionplan_extract.expected.located import Object
from actionplan_extract.expected.pairing import first_that, in_order, pair, pair_actions, pair_recommendations


def texts(*given: str) -> list[Object]:
    return [{"text": text} for text in given]


def recommendation(number: str | None, text: str) -> Object:
    return {"number": number, "text": text, "actions": []}


def test_one_missing_action_makes_no_other_wrong() -> None:
    expected = texts("hold a workshop", "write a report", "hire staff")
    pairing = pair_actions(expected, texts("write a report", "hire staff"))
    assert pairing.pairs == ((1, 0), (2, 1))
    assert pairing.missing == (0,)
    assert pairing.unexpected == ()


def test_an_action_no_one_expects_is_left_over() -> None:
    pairing = pair_actions(texts("hold a workshop"), texts("buy new chairs", "hold one workshop"))
    assert pairing.pairs == ((0, 1),)
    assert pairing.unexpected == (0,)


def test_equal_actions_pair_at_like_places() -> None:
    assert pair_actions(texts("as above", "as above"), texts("as above", "as above")).pairs == ((0, 0), (1, 1))


def test_an_expected_action_without_text_takes_what_is_left() -> None:
    pairing = pair_actions([{"group": "A"}, {"text": "hire staff"}], texts("hire staff", "hold it"))
    assert pairing.pairs == ((0, 1), (1, 0))


def test_recommendations_pair_by_number_before_text() -> None:
    expected = [recommendation("1", "improve planning services"), recommendation("2", "improve housing services")]
    actual = [recommendation("R2", "improve planning services"), recommendation("R1", "improve housing services")]
    assert pair_recommendations(expected, actual).pairs == ((0, 1), (1, 0))


def test_recommendations_of_one_number_but_strange_texts_do_not_pair() -> None:
    pairing = pair_recommendations([recommendation("1", "improve planning")], [recommendation("1", "sell the depot")])
    assert pairing.pairs == ()


def test_recommendations_without_numbers_pair_by_closeness() -> None:
    expected = [recommendation(None, "improve the planning service"), recommendation(None, "sell the old depot")]
    actual = [recommendation(None, "sell the depot"), recommendation(None, "improve planning service")]
    assert pair_recommendations(expected, actual).pairs == ((0, 1), (1, 0))


def test_a_recommendation_given_by_its_number_alone_pairs() -> None:
    pairing = pair_recommendations([{"number": "2"}], [recommendation("1", "a"), recommendation("2", "b")])
    assert pairing.pairs == ((0, 1),)


def test_each_strategy_pairs_what_those_before_it_left() -> None:
    pairing = pair(texts("a", "b", "c"), texts("x", "b"), first_that(lambda e, a: e["text"] == a["text"]), in_order)
    assert pairing.pairs == ((0, 0), (1, 1))
    assert pairing.missing == (2,)
