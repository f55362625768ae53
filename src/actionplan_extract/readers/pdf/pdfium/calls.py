"""PDFium's functions that are called for every character or line: they take and give plain numbers for addresses.

So a call takes half the time it does through pypdfium2's own types. Pass only addresses that PDFium gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ctypes import PYFUNCTYPE, addressof, c_char_p, c_double, c_int, c_size_t, c_ulong, c_void_p, cast, sizeof
from typing import Any

import pypdfium2.raw as pdfium


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


text_object = _bare(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
char_matrix = _bare(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
font_size = _bare(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
is_made_up = _bare(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
has_no_meaning = _bare(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
font_of = _bare(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_name = _bare(pdfium.FPDFFont_GetBaseFontName, c_size_t, c_void_p, c_void_p, c_size_t)
render_mode = _bare(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)

page_object = _bare(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_object = _bare(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_size_t)
form_count = _bare(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
object_kind = _bare(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _bare(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
object_bounds = _bare(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
fill_colour = _bare(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
draw_mode = _bare(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
segment_count = _bare(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _bare(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_kind = _bare(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _bare(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
clip_of = _bare(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
clip_count = _bare(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_segment_count = _bare(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment = _bare(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)

element_count = _bare(pdfium.FPDF_StructElement_CountChildren, c_int, c_void_p)
element_child = _bare(pdfium.FPDF_StructElement_GetChildAtIndex, c_void_p, c_void_p, c_int)
element_mark = _bare(pdfium.FPDF_StructElement_GetChildMarkedContentID, c_int, c_void_p, c_int)
element_type = _bare(pdfium.FPDF_StructElement_GetType, c_ulong, c_void_p, c_void_p, c_ulong)
attribute_count = _bare(pdfium.FPDF_StructElement_GetAttributeCount, c_int, c_void_p)
attribute_at = _bare(pdfium.FPDF_StructElement_GetAttributeAtIndex, c_void_p, c_void_p, c_int)
attribute_value = _bare(pdfium.FPDF_StructElement_Attr_GetValue, c_void_p, c_void_p, c_char_p)
attribute_number = _bare(pdfium.FPDF_StructElement_Attr_GetNumberValue, c_int, c_void_p, c_void_p)
object_mark = _bare(pdfium.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
mark_count = _bare(pdfium.FPDFPageObj_CountMarks, c_int, c_void_p)
mark_at = _bare(pdfium.FPDFPageObj_GetMark, c_void_p, c_void_p, c_ulong)
mark_name = _bare(pdfium.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, c_ulong, c_void_p)


def written(
    kind: Any, width: int, function: Callable[..., int], *arguments: Iterable[int], count: int, apart: bool = False
) -> tuple[list[list[Any]], list[int]]:
    """What a function writes when called `count` times, and what it returns: a list for each of `width` numbers.

    It takes the address of the first of them or, where they are `apart`, one address for each.
    """
    flat = (kind * (width * count))()
    first, step = addressof(flat), width * sizeof(kind)
    starts = range(first, first + step, sizeof(kind)) if apart else [first]
    returned = list(map(function, *arguments, *(range(start, start + step * count, step) for start in starts)))
    numbers = memoryview(flat).cast("B").cast(kind._type_)
    return [numbers[place::width].tolist() for place in range(width)], returned
