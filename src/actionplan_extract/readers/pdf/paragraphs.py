"""Lines to paragraphs: where one ends is read from gaps, bullets, indents and lines that stop early."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from ...model import Paragraph
from ...passage import Passage, Piece
from .._blocks import GLYPHS
from .bullets import BULLET
from .ink import Run
from .lines import DEFAULT_PITCH, Line, pitch
from .tags import ITEMS_AND_CELLS, LABELS, TITLES, WHOLE, Tag

GAP = 1.1  # times the usual distance of lines: a wider one parts paragraphs
TITLE_GAP = 1.25  # as much between bold lines of which the upper one is full: headings may be set wider than the text
BLANK_LINE = 1.7  # times the usual distance of lines: a wider one parts even what is tagged as one paragraph
INDENT = 3.0  # points: places closer than this are the same indent
TAB = 0.6  # times the type size: a wider gap behind a number or dash sets it apart
SIZE_CHANGE = 1.1
BLANK_WIDTH = 0.3  # of the type size
ROUNDING = 1.0  # points
BREAKABLE = 5  # letters: a column that breaks words is as wide as that,
REMNANT = 4  # and what is left of them is short

MARKER = Passage.of(BULLET)

_INSEPARABLE = re.compile(r"\S+(?: [/)\]}!?;:,.»”’%]\S*)+")  # no line is broken before such a word

_NUMBER = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)")
_MARK = re.compile(rf"(?:\S|{_NUMBER.pattern})(?!\S)")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?")
_DASHES = frozenset("-–—*")
_SENTENCE_END = re.compile(r"[.:;!?…][\"'’”)\]]*$")
_HYPHENATED = re.compile(r"\w[-‐‑–/]$")
_OPEN_ENDS = frozenset("-‐‑–—/&,")
_LEADING_ON = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_WHOLE = re.compile(
    r"area|body|cost|dates?|days|info|item|leads?|link|names?|note|plan|post|risk|roles?|sites?|steps?|tasks?|teams?|term"
    r"|theme|time|type|unit|what|when|wards?|week|whom|work|years?"
)  # short words that stand below others in headers, and are no ends of words
_BRACKETED = 3  # lines that a bracket takes up
_NUMERIC = re.compile(r"\d[/.]\d+$")  # a date in digits
_ADDRESS = re.compile(r"www\.|://|@")
_SYMBOL_FONTS = ("courier", "liberationmono", "symbol", "wingding", "dingbat")  # the second stands in for the first


class Setting(NamedTuple):
    """Where lines stand: the room from `left` to `right`, and the usual distance of two lines.

    The distance is in type sizes, from baseline to baseline. `vocabulary` tells the words, in lower case,
    that the document has within lines, where none can be broken.
    """

    left: float
    right: float
    pitch: float = DEFAULT_PITCH
    vocabulary: Callable[[], frozenset[str]] = frozenset

    def centres(self, line: Line) -> bool:
        """Does a line stand in the middle of the room, away from its left side?"""
        left, right = line.box[0] - self.left, self.right - line.box[2]
        return left > INDENT and abs(left - right) < INDENT


class PlacedLine(NamedTuple):
    """A line and the piece of verbatim text that it is, a blank between its words."""

    line: Line
    piece: Piece

    def parted(self) -> tuple[Piece, PlacedLine]:
        """The piece that its first word is, and the rest of the line."""
        first, others = self.line.parted()
        length = len(first.text)
        rest = PlacedLine(others, self.piece.cut(length + 1, len(self.piece.text)))
        return self.piece.cut(0, length), rest


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its bullet or number, how far in that stands, and its lines.

    `glues` is what joins each further line to the one above.
    """

    marker: Passage | None
    indent: float
    lines: list[PlacedLine]
    glues: list[str] = field(default_factory=list)

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1].line

    @property
    def runs(self) -> list[Run]:
        """Its runs, without the marker."""
        return [run for placed in self.lines for run in placed.line.runs]

    @property
    def size(self) -> float:
        """The size of its largest type."""
        return max(placed.line.size for placed in self.lines)

    @property
    def stands_out(self) -> bool:
        """Is all of it bold or underlined?"""
        return all(run.bold or run.underlined for run in self.runs)

    @property
    def text_indent(self) -> float:
        """Where its first line's text begins."""
        return self.lines[0].line.box[0]

    @property
    def hangs(self) -> bool:
        """Do further lines begin just below its text?"""
        return any(abs(placed.line.box[0] - self.text_indent) <= INDENT for placed in self.lines[1:])

    @property
    def tag(self) -> Tag | None:
        """The tagged paragraph, list item or cell its last line is part of."""
        return _block(self.last)

    @property
    def tagged_level(self) -> int:
        """The level of the heading that it is tagged as, 0 where it is none."""
        kind = self.tag.kind if self.tag else ""
        return int(kind[1]) if kind in TITLES and kind[1:].isdecimal() else 0


def _block(line: Line) -> Tag | None:
    """The tagged paragraph, list item or cell that the line's text, its label aside, is part of."""
    for run in line.runs:
        if not run.tag:
            return None
        if not run.tag.nearest(LABELS):
            return run.tag.block
    return None


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """The words, in lower case, that stand within lines."""
    return frozenset(_bare(word) for line in lines for word in line.text.split(" ")[1:])


def _bare(text: str) -> str:
    return text.lower().strip(".,;:!?'\"‘’“”()[]")


def drafts(lines: Iterable[PlacedLine], setting: Setting) -> list[Draft]:
    """The paragraphs the lines make, without levels yet."""
    found: list[Draft] = []
    for placed in lines:
        if _is_item(placed.line, found, setting):
            marker, body = placed.parted()
            found.append(Draft(Passage((marker,)), placed.line.box[0], [body]))
        elif _is_unmarked_item(placed.line, found):
            found.append(Draft(MARKER, placed.line.box[0], [placed]))
        elif found and not _begins(placed.line, found[-1], setting):
            found[-1].glues.append(_glue(found[-1].last, placed.line, setting))
            found[-1].lines.append(placed)
        else:
            found.append(Draft(None, placed.line.box[0], [placed]))
    return found


def goes_over(before: Draft, after: Draft) -> bool:
    """Does a paragraph that stands first on a page go on with the last one of the page before?"""
    if after.marker is not None or before.stands_out or abs(before.size - after.size) > 1 / 2:
        return False
    first = after.lines[0].line.opening
    return is_unfinished(before.last) or (first[0].islower() and not _ends(before))


def _is_item(line: Line, before: Sequence[Draft], setting: Setting) -> bool:
    """Does the line start with a bullet or printed number, and text behind it?"""
    tag = line.runs[0].tag
    is_label = tag is not None and tag.nearest(LABELS) is not None
    if line.is_word or not (is_label or _MARK.match(line.text)) or line.runs[0].direction != "right":
        return False
    mark, text = line.words[:2]
    if before and _is_tagged_on(before[-1], line):
        return False
    if is_label or is_bullet(mark):
        return True
    if mark.text not in _DASHES and not _NUMBER.fullmatch(mark.text):
        return False
    if not before or _is_set_apart(mark, text) or _ends(before[-1]):
        return True
    if _counts_on(mark.text, before):
        return True
    if mark.text in _DASHES:  # else it may be the dash of a date that wraps ("2023 / - July 2024")
        return any(str(draft.marker) == mark.text for draft in before)
    return _stops_early(before[-1].last, line, setting)


def _is_unmarked_item(line: Line, before: Sequence[Draft]) -> bool:
    """Does a list item begin by its tags, though its bullet is no text (browsers draw them)?"""
    if _SECTION.fullmatch(line.opening):
        return False
    item, above = _item(line), _item(before[-1].last) if before else None
    return item is not None and not (above and item.order == above.order[: len(item.order)])


def _item(line: Line) -> Tag | None:
    """The tagged list item that the line stands in, inside its cell."""
    tag = _block(line)
    found = tag.nearest(ITEMS_AND_CELLS) if tag else None
    return found if found and found.kind == "LI" else None


def _counts_on(mark: str, before: Sequence[Draft]) -> bool:
    """Is it the number (or letter) after the last one?"""
    last = next((str(draft.marker) for draft in reversed(before) if draft.marker), "")
    return bool(_ordinal(last)) and _ordinal(mark) == _ordinal(last) + 1


def _ordinal(mark: str) -> int:
    bare = mark.strip("().")
    return int(bare) if bare.isdecimal() else ord(bare) if len(bare) == 1 and bare.isalpha() else 0


def _is_set_apart(mark: Run, text: Run) -> bool:
    """Does a tab, or more than a blank, part the two words?"""
    return text.box[0] - mark.box[2] > TAB * mark.size


def is_bullet(word: Run) -> bool:
    """Is it a bullet and nothing else? Word's own bullets come from the private-use area."""
    if len(word.text) != 1:
        return False
    symbolic = any(name in word.font.lower() for name in _SYMBOL_FONTS)
    return word.text in GLYPHS or "\uf000" <= word.text <= "\uf0ff" or (word.text in "oO§Ø" and symbolic)


def _begins(line: Line, draft: Draft, setting: Setting) -> bool:
    """Does the line begin a paragraph of its own, behind the draft?"""
    above = draft.last
    if _is_tagged_on(draft, line):
        return pitch(above, line) > BLANK_LINE * setting.pitch
    if _is_tagged_apart(draft, line):
        return not _runs_on(draft, line, setting)
    if _closes_bracket(draft, line):
        return _is_apart(above, line, setting)
    return (
        _is_apart(above, line, setting)
        or _changes_weight(draft, line, setting)
        or _changes_indent(line, draft)
        or (opens(line.opening) and not is_unfinished(above) and _stops_early(above, line, setting))
        or (bool(_SECTION.fullmatch(line.opening)) and _is_section(line, draft))
    )


def _closes_bracket(draft: Draft, line: Line) -> bool:
    """Does a line close a bracket that the lines just above left open?"""
    above = " ".join(placed.line.text for placed in draft.lines[-_BRACKETED:])
    closed = line.text.find(")")
    return above.rfind("(") > above.rfind(")") and closed >= 0 and "(" not in line.text[:closed]


def _is_tagged_on(draft: Draft, line: Line) -> bool:
    """Do tags say that the line goes on with the draft's paragraph?"""
    tag = _block(line)
    return tag is not None and tag.kind in WHOLE and tag is draft.tag


def _is_tagged_apart(draft: Draft, line: Line) -> bool:
    """Do tags say that the line is of another paragraph than the draft?"""
    above, tag = draft.tag, _block(line)
    return above is not None and tag is not None and above is not tag


def _runs_on(draft: Draft, line: Line, setting: Setting) -> bool:
    """Is it plain that the sentence goes on, as where each line is tagged as a paragraph?"""
    is_full = not _ends(draft) and not _stops_early(draft.last, line, setting)
    return is_full and line.text[0].islower()


def _is_apart(above: Line, line: Line, setting: Setting) -> bool:
    turned = above.runs[0].direction != line.runs[0].direction
    resized = not 1 / SIZE_CHANGE < line.size / max(above.size, 1) < SIZE_CHANGE
    is_title = _is_bold(above) and _is_bold(line) and not _stops_early(above, line, setting)
    return turned or resized or pitch(above, line) > (TITLE_GAP if is_title else GAP) * setting.pitch


def _changes_weight(draft: Draft, line: Line, setting: Setting) -> bool:
    """Does a bold line end (a lead that goes on in plain type does not) or begin?"""
    if _is_bold(draft.last) and not line.runs[0].bold and draft.stands_out:
        return opens(line.opening)
    if draft.last.runs[-1].bold:
        return False
    ended = _ends(draft) or _stops_early(draft.last, line, setting)
    return ended and (_is_bold(line) or _opens_with_label(line))


def _opens_with_label(line: Line) -> bool:
    """Do bold words and a colon begin it?"""
    lead = list(takewhile(lambda run: run.bold, line.runs))
    return bool(lead) and lead[-1].text.endswith(":")


def _is_bold(line: Line) -> bool:
    return all(run.bold for run in line.runs)


def _changes_indent(line: Line, draft: Draft) -> bool:
    """Does the line leave the block above, or set in deeper behind a sentence's end?"""
    offset = line.box[0] - draft.text_indent
    if abs(offset) <= INDENT:
        return False
    if offset > 0:
        return _ends(draft) and line.box[0] > draft.last.box[0] + INDENT
    if draft.marker is None:
        return draft.hangs
    return draft.hangs or line.box[0] < draft.indent - INDENT or (opens(line.opening) and _ends(draft))


def _is_section(line: Line, draft: Draft) -> bool:
    """Is the number at the line's start ("1.2") one of a row of such, not a figure in a sentence?"""
    follows = bool(_SECTION.fullmatch(draft.lines[0].line.opening))
    return follows or _ends(draft) or (not line.is_word and _is_set_apart(*line.words[:2]))


def _ends(draft: Draft) -> bool:
    return bool(_SENTENCE_END.search(draft.last.ending))


def opens(text: str) -> bool:
    """Could a sentence or entry begin so?"""
    bare = text.lstrip("\"'‘“£")
    return bare[:1].isupper() or bare[:1].isdigit()


def is_unfinished(line: Line) -> bool:
    """Does the line end in a way that asks for more ("Head of", "2023 –")?"""
    last = line.ending
    return last[-1] in _OPEN_ENDS or last.lower() in _LEADING_ON or line.text.rfind("(") > line.text.rfind(")")


def _stops_early(above: Line, line: Line, setting: Setting) -> bool:
    """Would the line's first word have had room on the line above, had the text simply gone on?"""
    whole = _INSEPARABLE.match(line.text)
    first = line.runs[0].first if whole is None else line.words[whole.group().count(" ")]
    end = first.box[2]
    needed = end - line.box[0] + BLANK_WIDTH * line.size
    left, right = above.box[0] - setting.left, setting.right - above.box[2]
    is_centred = all(map(setting.centres, (above, line)))
    return needed < (left + right if is_centred else right) - ROUNDING


def finish(found: Sequence[Draft]) -> list[Paragraph]:
    """The drafts as paragraphs, list items with their level by indent."""
    indents: list[float] = []
    done = []
    for draft in found:
        level = 0
        if draft.marker is None:
            indents = []
        else:
            indents = [known for known in indents if known <= draft.indent + INDENT]
            if not indents or draft.indent > indents[-1] + INDENT:
                indents.append(draft.indent)
            level = len(indents) - 1
        done.append(Paragraph(_passage(draft), draft.marker, level, lead=_lead(draft)))
    return done


def _passage(draft: Draft) -> Passage:
    """The lines with blanks in between; words broken at a line's end put together again."""
    pieces: list[Piece] = []
    for glue, placed in zip(["", *draft.glues], draft.lines, strict=True):
        pieces += [Piece(glue), placed.piece] if glue else [placed.piece]
    return Passage(tuple(pieces))


def _glue(above: Line, line: Line, setting: Setting) -> str:
    """What stands between two lines: nothing where a word goes on ("long-" / "term"), else a blank."""
    last, first = above.ending, line.opening
    if _HYPHENATED.search(last) and first not in ("and", "or", "to"):
        return ""
    return "" if _is_broken(above, line, setting) else " "


def _is_broken(above: Line, line: Line, setting: Setting) -> bool:
    """Was a word too long for a narrow column broken without a hyphen ("recommendatio" / "ns")?"""
    if not above.is_word:
        return False
    last, first = above.runs[-1], line.runs[0].first
    is_full = setting.right - last.box[2] < _first_width(first) + ROUNDING
    start, end = _bare(last.text), _bare(first.text)
    if not is_full or end in _LEADING_ON or _WHOLE.fullmatch(end):
        return False
    if last.text[-1].isdigit() and end.isdecimal():
        return len(end) <= REMNANT - 1 and _NUMERIC.search(last.text) is not None
    if not first.text[0].islower():
        return False
    is_letter = len(end) == 1 and end != "a"
    if is_letter or _ADDRESS.search(last.text):
        return True
    known = setting.vocabulary()
    is_long = len(start) >= BREAKABLE and len(end) <= min(REMNANT, len(start) - 2)
    is_unknown = is_long and not {start, end} & known
    return is_unknown or start + end in known


def _first_width(word: Run) -> float:
    return (word.box[2] - word.box[0]) / len(word.text)


def _lead(draft: Draft) -> int:
    """How many characters at the start are bold or underlined."""
    leading = [*takewhile(lambda run: run.bold or run.underlined, draft.runs)]
    text, end = _passage(draft).text if leading else "", 0
    for word in leading:
        end = text.index(word.text, end) + len(word.text)
    return end
