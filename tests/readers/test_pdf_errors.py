"""Files that cannot be read, and pages of which something is missing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from actionplan_extract.errors import Damaged, DocumentError, EmptyFile, Encrypted, NoTextLayer, UnreadableFonts
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import NAMELESS, Sheet, pdf

SECOND_PAGE = b"8 0 R"  # what refers to it


def words() -> bytes:
    return pdf(Sheet().text(50, 100, "An action plan"))


def locked(password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(words())) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="owner", user=password))
    return out.getvalue()


def scanned() -> Sheet:
    """A picture with a page number below it."""
    return Sheet().picture().text(280, 800, "Page 1 of 2")


def outlined() -> Sheet:
    """Letters drawn as shapes."""
    sheet = Sheet()
    for number in range(240):
        sheet.fill(50 + 8 * (number % 40), 100 + 12 * (number // 40), 55 + 8 * (number % 40), 110, (0, 0, 0))
    return sheet


def renumbered() -> Sheet:
    """What comes out where a font numbers its letters from 33 in the order in which they are used."""
    return (
        Sheet().text(50, 100, '!"#$%&\'() *+,!-$./ "#(&01 \'%$2 3!+"# 45$%()& !/6').text(50, 120, '7"$% &\'()*+ ,-!"')
    )


def spread_in_strips() -> Sheet:
    """A picture cut into strips, as scanners do."""
    image = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
    return Sheet().draw("".join(f"q 595 0 0 85 0 {85 * strip} cm {image} Q " for strip in range(10)))


def nameless() -> Sheet:
    return Sheet().draw(f"BT /{NAMELESS} 10 Tf 50 700 Td <00010002000300040005> Tj ET")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (words()[:300], Damaged),
        (b"%PDF-1.7\nno more than a promise", Damaged),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, Damaged),
        (locked("secret"), Encrypted),
        (pdf(Sheet().picture(), Sheet()), NoTextLayer),
        (pdf(Sheet(), Sheet().rule(10, 10, 90, 10)), EmptyFile),
        (pdf(Sheet().text(50, 100, "   ")), EmptyFile),
        (pdf(nameless()), UnreadableFonts),
        (pdf(renumbered()), UnreadableFonts),
        (pdf(scanned(), scanned()), NoTextLayer),
        (pdf(spread_in_strips().text(10, 10, "Scanned 3 May")), NoTextLayer),
        (pdf(outlined()), NoTextLayer),
    ],
    ids=[
        *("truncated", "header only", "garbage", "encrypted", "picture", "blank", "only spaces"),
        *("nameless glyphs", "renumbered letters", "picture with page number", "picture in strips", "drawn letters"),
    ],
)
def test_unreadable_file(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error) as raised:
        reader.read(data, "plan.pdf")
    assert type(raised.value) is error
    assert str(raised.value)


def test_damage_names_its_reason() -> None:
    with pytest.raises(Damaged, match="Unexpected EOF"):
        reader.read(words()[:300], "plan.pdf")


def test_file_locked_against_changes_only_is_read() -> None:
    assert reader.read(locked(""), "plan.pdf").pages[0].text == "An action plan"


def test_bytes_before_the_header_do_no_harm() -> None:
    data = b"\r\n\r\n" + words()
    assert reader.sniff(data, "") == 1
    assert reader.read(data, "plan.pdf").pages[0].text == "An action plan"


@pytest.mark.parametrize(
    ("data", "suffix", "sure"), [(b"%PDF-1.7", "", True), (b"a,b", ".pdf", False), (b"a", "", False)]
)
def test_sniff_goes_by_content(data: bytes, suffix: str, sure: bool) -> None:
    assert (reader.sniff(data, suffix) > 0.5) is sure


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (Sheet().picture(), "picture"),
        (scanned(), "picture"),
        (nameless(), "fonts"),
        (renumbered(), "fonts"),
        (outlined(), "shapes"),
    ],
)
def test_page_without_readable_text_is_named(sheet: Sheet, message: str) -> None:
    document = reader.read(pdf(Sheet().lines(50, 100, ["An action plan in words"] * 20), sheet), "plan.pdf")
    (notice,) = document.notices
    assert notice.code == "text_unplaced"
    assert message in notice.message
    assert "page 2" in notice.message


@pytest.mark.parametrize("instead", [b"null", b"99 0 R"], ids=["no page", "missing object"])
def test_broken_page_is_named_and_the_others_read(instead: bytes) -> None:
    data = pdf(Sheet().text(50, 100, "First"), Sheet(), Sheet().text(50, 100, "Third"))
    document = reader.read(data.replace(SECOND_PAGE, instead), "plan.pdf")
    assert [page.text for page in document.pages] == ["First", "", "Third"]
    (notice,) = document.notices
    assert notice.message == "page 2 cannot be read: it is missing or broken"


@pytest.mark.parametrize("where", ["pypdfium2.PdfDocument", "pypdfium2.raw.FPDFText_LoadPage"])
def test_memory_error_stays_one(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(where, exhausted)
    with pytest.raises(MemoryError):
        reader.read(words(), "plan.pdf")


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(),
        Sheet().text(50, 100, " "),
        Sheet().rule(50, 100, 300, 100),
        Sheet().picture().lines(50, 100, ["An action plan over a pale picture"] * 8),
        Sheet().lines(50, 100, ["Budget: £1,234,567 (2024/25); £2,345,678 (2025/26)"] * 4),
        Sheet().lines(50, 100, ["Contents ................................. 3"] * 4),
    ],
    ids=["blank", "only a space", "only a line", "background", "sums", "leaders"],
)
def test_nothing_is_said_of_a_page_that_lacks_nothing(sheet: Sheet) -> None:
    assert reader.read(pdf(Sheet().text(50, 100, "An action plan"), sheet), "plan.pdf").notices == ()


def test_words_whose_letters_stand_apart_are_told() -> None:
    data = (Path(__file__).parents[2] / "samples" / "ruled_bassetlaw.pdf").read_bytes()
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        for font in file.pages[0].Resources.Font.values():
            font.Widths = pikepdf.Array([0 if number % 5 == 0 else width for number, width in enumerate(font.Widths)])
        file.save(out)
    told = [notice.message for notice in reader.read(out.getvalue(), "").notices if notice.code == "text_unplaced"]
    assert any("stand apart" in message for message in told)
    assert not any("stand apart" in notice.message for notice in reader.read(data, "").notices)


def test_a_page_whose_contents_swallow_its_text_is_told() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(Sheet().text(50, 100, "An action plan"), Sheet().text(50, 100, "More")))) as file:
        file.pages[0].contents_add(b"<< /A [ (", prepend=True)
        file.save(out)
    (notice,) = reader.read(out.getvalue(), "").notices
    assert (notice.code, notice.severity) == ("text_unplaced", "error")
    assert "page 1" in notice.message
