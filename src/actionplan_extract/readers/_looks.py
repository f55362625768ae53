"""How characters look, and the runs of text that look alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ._drafts import Run


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look; None where nothing is said of it. `size` is in points."""

    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, base: Look) -> Look:
        """The look, and where it says nothing, what the base says."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.underlined if self.underlined is None else self.underlined,
            base.hidden if self.hidden is None else self.hidden,
            self.size or base.size,
            self.font or base.font,
        )


@dataclass
class Runs:
    """The runs of a paragraph as they are found, and the count of words in it that are hidden."""

    found: list[Run] = field(default_factory=list)
    hidden: int = 0

    def add(self, text: str, look: Look) -> None:
        """Take in some text, unless it is hidden."""
        if not text:
            return
        if look.hidden:
            self.hidden += len(text.split())
            return
        run = Run(text, bool(look.bold or look.underlined), look.size or 0.0)
        last = self.found[-1] if self.found else None
        if last and (last.apart, last.size) == (run.apart, run.size):
            self.found[-1] = replace(last, text=last.text + text)
        else:
            self.found.append(run)
