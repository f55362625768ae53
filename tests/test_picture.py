"""The picture of a page shows what was read where it stands."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from actionplan_extract.errors import Damaged, WrongRequest
from actionplan_extract.picture import CELL, JOINED, ROLE, RULE, RUNNING, WORD, draw_page
from actionplan_extract.picture.canvas import Colour
from actionplan_extract.readers.pdf import view
from actionplan_extract.readers.pdf.view import SCALE

from .readers.pdf_fixtures import Sheet, pdf
from .readers.test_pdf_tagged import cut_row

SAMPLES = Path(__file__).parents[1] / "samples"
XS, YS = (50, 100, 300, 400, 500), (100, 130, 170)


def plan(**options: str) -> Sheet:
    sheet = Sheet(**options).grid(XS, YS)
    for x, head, text in zip(
        XS, ("Ref", "Action", "Lead", "When"), ("1", "Dig a well", "Clerk", "May 2026"), strict=False
    ):
        sheet.text(x + 5, 108, head).text(x + 5, 138, text)
    return sheet


def drawn(folder: Path, *sheets: Sheet, page: int = 1) -> Image.Image:
    path = folder / "plan.pdf"
    path.write_bytes(pdf(*sheets))
    return Image.open(BytesIO(draw_page(path, page)))


def at(image: Image.Image, x: float, y: float) -> Colour:
    """The colour at a place in points."""
    red, green, blue = image.getpixel((round(x * SCALE), round(y * SCALE)))  # type: ignore[misc]
    return red, green, blue


def places(image: Image.Image, colour: Colour, limit: float) -> tuple[float, float, float, float]:
    """The box, in points, around all that has the colour, above the legend."""
    page = image.crop((0, 0, image.width, round(limit * SCALE)))
    pixels, width = page.tobytes(), page.width
    found = [at for at in range(0, len(pixels), 3) if tuple(pixels[at : at + 3]) == colour]
    xs, ys = [at // 3 % width for at in found], [at // 3 // width for at in found]
    return min(xs) / SCALE, min(ys) / SCALE, max(xs) / SCALE, max(ys) / SCALE


def test_cells_are_outlined_just_inside_their_rules(tmp_path: Path) -> None:
    image = drawn(tmp_path, plan())
    assert places(image, CELL, 842) == pytest.approx((50, 100, 500, 170), abs=2.5)
    assert places(image, RULE, 842) == pytest.approx((50, 100, 500, 170), abs=1)
    for x in XS[1:-1]:
        assert at(image, x, 150) == RULE
        assert at(image, x + 1.5, 150) == at(image, x - 1.5, 150) == CELL


def test_words_are_tinted_and_roles_stand_above_their_columns(tmp_path: Path) -> None:
    image = drawn(tmp_path, plan())
    x, y = 107, 149  # within the box of "Dig", below its D
    assert at(image, x, y) == tuple(round(255 - (255 - part) * 60 / 255) for part in WORD)
    left, top, right, bottom = places(image, tuple(round(255 - (255 - part) * 220 / 255) for part in ROLE), 842)  # type: ignore[arg-type]
    assert (left, bottom) == pytest.approx((50, 100), abs=1)
    assert top < 100
    assert right > 400


def test_rows_joined_and_running_heads_are_marked() -> None:
    image = Image.open(BytesIO(draw_page(SAMPLES / "ruled_bassetlaw.pdf", 2)))
    left, top, right, bottom = places(image, JOINED, 842)
    assert (left, right) == pytest.approx((39, 42), abs=1)  # a bar left of the table
    assert (top, bottom) == pytest.approx((88, 257), abs=2)
    x0, y0, _, _ = places(image, tuple(round(255 - (255 - part) * 120 / 255) for part in RUNNING), 842)  # type: ignore[arg-type]
    assert (x0, y0) == pytest.approx((51, 36), abs=2)


def test_roles_of_labels_stand_at_the_pages_edge_beside_them() -> None:
    image = Image.open(BytesIO(draw_page(SAMPLES / "cards_rushmoor.pdf", 1)))
    left, top, _, bottom = places(image, tuple(round(255 - (255 - part) * 220 / 255) for part in ROLE), 842)  # type: ignore[arg-type]
    assert left == 0
    assert (top, bottom) == pytest.approx((165, 758), abs=6)  # the first and the last label


@pytest.mark.parametrize(
    ("entries", "size", "edge"),
    [("/Rotate 90", (595, 842), (200, 130)), ("/CropBox [40 42 540 742]", (500, 700), (200, 30))],
)
def test_turned_pages_are_drawn_as_they_are_read_and_cropped_ones_as_displayed(
    tmp_path: Path, entries: str, size: tuple[int, int], edge: tuple[int, int]
) -> None:
    image = drawn(tmp_path, plan(entries=entries))
    assert (image.width, image.height > size[1] * SCALE) == (size[0] * SCALE, True)
    assert at(image, *edge) == RULE


def test_page_without_a_plan_is_drawn_all_the_same(tmp_path: Path) -> None:
    image = drawn(tmp_path, plan(), Sheet().text(50, 100, "The end"), page=2)
    assert image.size > (2 * 595, 2 * 842)


def test_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match="there is no page 3; the pages are 1 to 2"):
        drawn(tmp_path, plan(), Sheet(), page=3)


def test_only_a_pdf_can_be_drawn() -> None:
    with pytest.raises(WrongRequest, match="only the pages of a PDF can be drawn; this is csv"):
        draw_page(SAMPLES / "climate_plan_stirling.csv", 1)


def test_broken_file_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(Damaged):
        draw_page(tmp_path / "plan.pdf", 1)


def test_page_that_must_be_repaired_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, true = list[bytes](), view.render

    def stumble(data: bytes, number: int, scale: float) -> Image.Image:
        tried.append(data)
        if len(tried) == 1:
            raise Damaged("no")
        return true(data, number, scale)

    monkeypatch.setattr(view, "render", stumble)
    assert places(drawn(tmp_path, plan()), RULE, 842) == pytest.approx((50, 100, 500, 170), abs=1)
    assert tried[0] != tried[1]


@pytest.mark.parametrize(("page", "top", "bottom"), [(1, 100, 180), (2, 60, 120)])
def test_of_a_tagged_table_a_page_shows_its_own_cells(tmp_path: Path, page: int, top: float, bottom: float) -> None:
    pages, table = cut_row()
    path = tmp_path / "plan.pdf"
    path.write_bytes(pages.file(table))
    image = Image.open(BytesIO(draw_page(path, page)))
    x0, first, x1, last = places(image, CELL, 842)
    assert (x0, x1) == pytest.approx((50, 500), abs=2.5)
    assert top <= first
    assert last == pytest.approx(bottom, abs=2.5)


def test_words_over_a_watermark_are_tinted(tmp_path: Path) -> None:
    sheet = plan().draw("BT 0.8 g /F1 90 Tf 0.7071 0.7071 -0.7071 0.7071 100 640 Tm (DRAFT) Tj ET")
    marked = drawn(tmp_path, sheet)
    red, green, blue = at(marked, 120, 142)  # within the box of "Dig", and of the watermark
    assert blue - green > 40
    assert green - red > 20
    red, green, blue = at(marked, 150, 160)  # below the words, within the box of the watermark
    assert red == green == blue < 255
