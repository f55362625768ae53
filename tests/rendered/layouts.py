"""Sets a plan out on a sheet, one function a layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from .content import Action, Column, Decoy, Line, Plan, Recommendation, lines
from .sheet import BAND_FILL, HEADER_FILL, Block, Cell, Heading, Prose, Row, Sheet, Table

CARD_WIDTHS = (4.0, 13.0)
OF_RECOMMENDATION = frozenset({"number", "recommendation"})


def set_out(plan: Plan) -> Sheet:
    """The plan as its layout sets it out, with its introduction and what stands beside it."""
    front = [Prose(lines(plan.intro)), *_beside(plan.before)]
    return Sheet(plan.title, plan.council, (*front, *LAYOUTS[plan.layout](plan), *_beside(plan.after)))


def _beside(decoys: Sequence[Decoy]) -> Iterator[Block]:
    for decoy in decoys:
        widths = (1.0,) * len(decoy.rows[0])
        header, *rows = (tuple(_cell(text, i) for i, text in enumerate(row)) for row in decoy.rows)
        yield Heading(decoy.heading)
        yield Table(widths, (_header(header), *map(Row, rows)), of_plan=False)


def one_table(plan: Plan) -> Iterator[Block]:
    """One table; a band across it where the theme changes."""
    rows = [_header(_header_cells(plan))]
    for theme, recommendations in groupby(_placed(plan), key=lambda placed: placed.recommendation.theme):
        rows += [_band(plan, theme)] if theme else []
        for placed in recommendations:
            rows += _recommendation_rows(plan, placed)
    yield Table(_widths(plan), tuple(rows))


def going_on_without_header(plan: Plan) -> Iterator[Block]:
    """One table that breaks off halfway and goes on as another, which has no header."""
    (table,) = one_table(plan)
    assert isinstance(table, Table)
    half = len(table.rows) // 2 + 1
    yield replace(table, rows=table.rows[:half])
    yield replace(table, rows=table.rows[half:])


def table_a_theme(plan: Plan) -> Iterator[Block]:
    """A table with its own header for each recommendation, under its heading."""
    for placed in _placed(plan):
        yield Heading(placed.recommendation.heading or "")
        rows = _recommendation_rows(plan, placed)
        yield Table(_widths(plan), (_header(_header_cells(plan)), *rows))


def paragraphs_against_timescales(plan: Plan) -> Iterator[Block]:
    """One row a recommendation: its actions are paragraphs of one cell, its deadlines of another."""
    rows = [_header(_header_cells(plan))]
    for placed in _placed(plan):
        cells = tuple(_shared_cell(plan, placed.recommendation, i) for i in range(len(plan.columns)))
        rows.append(Row(cells, actions=placed.actions))
    yield Table(_widths(plan), tuple(rows))


def cards(plan: Plan) -> Iterator[Block]:
    """A table of labels and values for each recommendation."""
    for placed in _placed(plan):
        yield Table(CARD_WIDTHS, tuple(_card_rows(plan, placed)))
        yield Prose((Line(""),))  # parts one card from the next


def _card_rows(plan: Plan, placed: Placed) -> Iterator[Row]:
    for column in plan.columns:
        label = Cell((Line(column.header, bold=True),), 0, fill=HEADER_FILL)
        value = _value(plan, placed.recommendation, placed.recommendation.actions[0], column)
        actions = placed.actions if column.holds == "action" else ()
        yield Row((label, replace(value, column=1)), opens=column is plan.columns[0], actions=actions)


def labelled_blocks(plan: Plan) -> Iterator[Block]:
    """A heading and the text of each recommendation, then a labelled paragraph for every field of its action."""
    for recommendation in plan.recommendations:
        yield Heading(f"Recommendation {recommendation.number}: {recommendation.heading}")
        yield Prose(lines(recommendation.text))
        for column in plan.columns:
            value = _value(plan, recommendation, recommendation.actions[0], column)
            yield Prose(_led(f"{column.header}: ", value.lines))


def numbered_prose(plan: Plan) -> Iterator[Block]:
    """Recommendations as numbered headings, actions as numbered items, lead and timescale in a line beneath."""
    for recommendation in plan.recommendations:
        yield Heading(recommendation.text, number=f"{recommendation.number}.")
        for action in recommendation.actions:
            first, *rest = lines(action.text)
            fields = (f"{column.header}: {_field_text(plan, action, column)}." for column in plan.columns)
            yield Prose((replace(first, marker=action.number), *rest, Line(" ".join(fields))))


def two_columns_without_header(plan: Plan) -> Iterator[Block]:
    """What will be done and by when, below bands of themes; nothing says what the columns are."""
    rows: list[Row] = []
    for placed in _placed(plan):
        rows.append(_band(plan, placed.recommendation.heading or ""))
        rows += [_action_row(plan, placed.recommendation, *pair) for pair in _placed_actions(placed)]
    yield Table(_widths(plan), tuple(rows))


def _placed_actions(placed: Placed) -> Iterator[tuple[Action, int]]:
    return zip(placed.recommendation.actions, placed.actions, strict=True)


def recommendation_a_column(plan: Plan) -> Iterator[Block]:
    """One table with labels down its left side and a recommendation in each of its other columns."""
    placed = list(_placed(plan))
    yield Table((2.0, *(5.0 for _ in placed)), tuple(_row_of_columns(plan, placed, column) for column in plan.columns))


def _row_of_columns(plan: Plan, placed: Sequence[Placed], column: Column) -> Row:
    label = Cell((Line(column.header, bold=True),), 0, fill=HEADER_FILL)
    values = (_value(plan, each.recommendation, each.recommendation.actions[0], column) for each in placed)
    actions = tuple(place for each in placed for place in each.actions) if column.holds == "action" else ()
    return Row((label, *(replace(value, column=i) for i, value in enumerate(values, 1))), actions=actions)


def boxes(plan: Plan) -> Iterator[Block]:
    """A frame around the labelled lines of each recommendation."""
    for placed in _placed(plan):
        recommendation = placed.recommendation
        title = Line(f"Recommendation {recommendation.number}: {recommendation.text}", bold=True)
        fields = (_field_lines(plan, recommendation, column) for column in plan.columns)
        cell = Cell((title, *(line for held in fields for line in held)), 0)
        yield Table((1.0,), (Row((cell,), actions=placed.actions),))
        yield Prose((Line(""),))


def _field_lines(plan: Plan, recommendation: Recommendation, column: Column) -> tuple[Line, ...]:
    return _led(f"{column.header}: ", _value(plan, recommendation, recommendation.actions[0], column).lines)


def lists_below_labels(plan: Plan) -> Iterator[Block]:
    """For each recommendation a numbered list of what will be done, and one of as many dates."""
    for recommendation in plan.recommendations:
        yield Heading(f"Recommendation {recommendation.number}: {recommendation.text}")
        for column in plan.columns:
            values = [_action_value(plan, action, column) for action in recommendation.actions]
            yield Prose((Line(column.header),))
            yield Prose(tuple(replace(value[0], marker=f"{n}.") for n, value in enumerate(values, 1)))


def _field_text(plan: Plan, action: Action, column: Column) -> str:
    return "; ".join(line.text for line in _action_value(plan, action, column))


LAYOUTS: dict[str, Callable[[Plan], Iterator[Block]]] = {
    "one row an action": one_table,
    "recommendation over rows, merged": one_table,
    "recommendation over rows, blank": one_table,
    "recommendation over rows, repeated": one_table,
    "theme bands": one_table,
    "subheading rows": one_table,
    "several date columns": table_a_theme,
    "a table a theme": table_a_theme,
    "deadline first, owner last": one_table,
    "deadline in brackets": one_table,
    "codes as numbers": one_table,
    "paragraphs against timescales": paragraphs_against_timescales,
    "two lists side by side": paragraphs_against_timescales,
    "goes on without a header": going_on_without_header,
    "cards": cards,
    "two columns without a header": two_columns_without_header,
    "a recommendation a column": recommendation_a_column,
    "boxes": boxes,
    "labelled blocks": labelled_blocks,
    "numbered prose": numbered_prose,
    "lists below labels": lists_below_labels,
}
WITHOUT_TABLES = frozenset({"labelled blocks", "numbered prose", "lists below labels"})


@dataclass(frozen=True)
class Placed:
    """A recommendation and the places of its actions in the plan's reading order."""

    recommendation: Recommendation
    actions: tuple[int, ...]


def _placed(plan: Plan) -> Iterator[Placed]:
    starts = accumulate((len(each.actions) for each in plan.recommendations), initial=0)
    for recommendation, start in zip(plan.recommendations, starts, strict=False):
        yield Placed(recommendation, tuple(range(start, start + len(recommendation.actions))))


def _widths(plan: Plan) -> tuple[float, ...]:
    return tuple(column.width for column in plan.columns)


def _cell(text: str, column: int) -> Cell:
    return Cell(lines(text), column)


def _header(cells: tuple[Cell, ...]) -> Row:
    bold = tuple(replace(cell, lines=tuple(replace(line, bold=True) for line in cell.lines)) for cell in cells)
    return Row(tuple(replace(cell, fill=HEADER_FILL) for cell in bold), header=True)


def _header_cells(plan: Plan) -> tuple[Cell, ...]:
    return tuple(_cell(column.header, i) for i, column in enumerate(plan.columns))


def _band(plan: Plan, theme: str) -> Row:
    return Row((Cell((Line(theme, bold=True),), 0, columns=len(plan.columns), fill=BAND_FILL),))


def _recommendation_rows(plan: Plan, placed: Placed) -> list[Row]:
    """The rows of a recommendation: one an action, one a subheading, its own cells as the plan spans them."""
    rows: list[Row] = []
    for group, actions in groupby(zip(placed.recommendation.actions, placed.actions, strict=True), key=_group):
        rows += [_subheading(plan, group)] if group else []
        rows += [_action_row(plan, placed.recommendation, action, place) for action, place in actions]
    return [_with_own_cells(plan, placed.recommendation, rows, i) for i in range(len(rows))]


def _group(placed: tuple[Action, int]) -> str | None:
    return placed[0].group


def _own_columns(plan: Plan) -> list[int]:
    """The columns that belong to a recommendation as a whole."""
    return [i for i, column in enumerate(plan.columns) if column.holds in OF_RECOMMENDATION]


def _subheading(plan: Plan, text: str) -> Row:
    left = [i for i in range(len(plan.columns)) if i not in _own_columns(plan)]
    return Row((Cell((Line(text, bold=True),), left[0], columns=len(left)),))


def _action_row(plan: Plan, recommendation: Recommendation, action: Action, place: int) -> Row:
    own = _own_columns(plan)
    cells = (
        replace(_value(plan, recommendation, action, column), column=i)
        for i, column in enumerate(plan.columns)
        if i not in own
    )
    return Row(tuple(cells), actions=(place,))


def _with_own_cells(plan: Plan, recommendation: Recommendation, rows: list[Row], place: int) -> Row:
    """The row at `place` with the recommendation's own cells: spanning, repeated, or blank after the first row."""
    row, first = rows[place], place == 0
    if plan.span == "merged" and not first:
        return replace(row, opens=False)
    texts = ((i, _own_value(plan, recommendation, plan.columns[i])) for i in _own_columns(plan))
    filled = first or plan.span == "repeated"
    down = len(rows) if plan.span == "merged" else 1
    own = tuple(Cell(text if filled else (), i, rows=down) for i, text in texts)
    return replace(row, cells=tuple(sorted((*own, *row.cells), key=lambda cell: cell.column)), opens=first)


def _own_value(plan: Plan, recommendation: Recommendation, column: Column) -> tuple[Line, ...]:
    if column.holds == "number":
        return (Line(recommendation.number or ""),)
    return _labelled(plan, recommendation)


def _labelled(plan: Plan, recommendation: Recommendation) -> tuple[Line, ...]:
    """The recommendation's text, led by its number unless that has a column of its own."""
    beside = any(column.holds == "number" for column in plan.columns)
    label = "" if beside else plan.label.format(number=recommendation.number)
    above, _, lead = label.rpartition("\n")
    heading = (Line(above, bold=True),) if above else ()
    return (*heading, *_led(lead, tuple(Line(line) for line in recommendation.text.split("\n"))))


def _led(lead: str, text: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, the first of them led by some words."""
    first, *rest = text or (Line(""),)
    return (replace(first, text=lead + first.text), *rest)


def _value(plan: Plan, recommendation: Recommendation, action: Action, column: Column) -> Cell:
    """What a column holds for an action or its recommendation."""
    if column.holds in OF_RECOMMENDATION:
        return Cell(_own_value(plan, recommendation, column), 0)
    fill = action.status.fill if column.holds == "status" and action.status else None
    return Cell(_action_value(plan, action, column), 0, fill=fill)


def _action_value(plan: Plan, action: Action, column: Column) -> tuple[Line, ...]:
    kind, _, of = column.holds.partition(":")
    match kind:
        case "ref":
            return lines(action.number or "")
        case "action" | "action (deadlines)":  # the brackets are part of the action's own text
            return lines(action.text)
        case "owners":
            return _joined([owner.text for owner in action.owners], plan.owners_by)
        case "deadlines":
            return _joined([due.text for due in action.deadlines if not of or due.milestone == of], "\n")
        case "listed deadlines":
            return tuple(Line(due.text, marker="-") for due in action.deadlines)
        case "status":
            return lines((action.status.text or "") if action.status else "")
        case "extra":
            return lines(action.other(of))
    return lines(str(getattr(action, kind) or ""))


def _joined(texts: Sequence[str], separator: str) -> tuple[Line, ...]:
    return tuple(Line(line) for line in separator.join(texts).split("\n")) if texts else ()


def _shared_cell(plan: Plan, recommendation: Recommendation, place: int) -> Cell:
    """A cell that holds the values of all the recommendation's actions, or the recommendation's own."""
    column = plan.columns[place]
    if column.holds in OF_RECOMMENDATION:
        return Cell(_own_value(plan, recommendation, column), place)
    if column.holds == "owners":
        return Cell(_joined([owner.text for owner in recommendation.owners], plan.owners_by), place)
    values = (_action_value(plan, action, column) for action in recommendation.actions)
    return Cell(tuple(line for value in values for line in value), place)
