"""Bodies that a mark binds: to the rest of their own name, to the office that is theirs."""

from __future__ import annotations

from ..council import is_council_name
from ..office import UNKNOWN, ends_of, uses_of
from ..words import word_forms
from .fields import has_and, is_staff
from .marks import Mark
from .seam import WEAK, Seam, has_field
from .shapes import SMALL


def closes_body(seam: Seam) -> bool:
    """Does the right side end a body's name that began on the left ("Bradford Children and / Families Trust")?"""
    one, forms = seam.one.sort, word_forms(seam.left)
    if seam.two.sort != "partner" or not _is_common(seam.right):
        return False
    if one not in ("title", *WEAK) and seam.one != UNKNOWN:
        return False
    if seam.mark is not Mark.AND:
        return not any(ends_of(forms))
    return one in WEAK or _is_plural(seam.right) or _presides(seam.left) or not all(map(_is_known, forms))


def closes_council(seam: Seam) -> bool:
    """Does the right side end the name of a council ("Fenland / DC")?"""
    return is_council_name(f"{seam.left} {seam.right}") and not is_council_name(seam.right)


def opens_body(seam: Seam) -> bool:
    """Does the left side open the name of a body that ends on the right ("NHS / Kent and Medway ICB")?"""
    forms = word_forms(seam.right)
    is_end = any("partner_end" in uses for uses in ends_of(forms))
    return "partner_start" in uses_of(word_forms(seam.left)) and len(forms) > 1 and is_end


def goes_on_body(seam: Seam) -> bool:
    """Is a body's name that has begun so far from its end ("Ministry of Housing, Communities and …")?"""
    return seam.one.is_opened and seam.two.sort == "partner" and _is_common(seam.right)


def is_presided(seam: Seam) -> bool:
    """Is the right side the rest of the body at whose head someone is ("Chair of Audit and Standards Committee")?"""
    is_list = seam.mark is Mark.AND or has_and(seam.right)
    return is_list and seam.one.sort == "title" and seam.two.sort == "team" and _presides(seam.left)


def is_place_of_office(seam: Seam) -> bool:
    """Does a body say where the office or the person is ("Chief Executive, NHS Sussex")?

    Behind an office without its field of work, behind a name, or where it is a council or a team.
    """
    has_own_field = seam.one.is_role and has_field(seam.left)
    if seam.two.sort == "team" and seam.one.sort in ("title", "post") and not has_own_field:
        return True
    if seam.is_listed or not (seam.one.is_role or seam.has_person):
        return False
    if seam.two.sort == "team":
        return is_staff(seam.right) or not has_field(seam.left)
    return seam.two.sort == "partner" and (not has_own_field or is_council_name(seam.right))


def _presides(text: str) -> bool:
    """Is it the office of one at the head of a body, so that the body's name follows ("Chair of …")?"""
    return any("presider" in uses_of((form,)) for form in word_forms(text))


def _is_common(text: str) -> bool:
    """Is it no body's own name: a noun with fields of work in front ("Families Trust"), or one for several bodies?"""
    forms = word_forms(text)
    if "partner" in uses_of(forms):
        return len(forms) == 1 and _is_plural(text)
    return _is_plural(text) or all(map(_is_known, forms))


def _is_known(form: str) -> bool:
    """Is it a word of fields of work and of common nouns, not one of a body's own?"""
    return form in SMALL or bool(uses_of((form,)).keys() - {"nation"})


def _is_plural(text: str) -> bool:
    return text.endswith("s") and not text.isupper()
