"""Hostile text files: plain, Markdown, CSV, TSV."""

from __future__ import annotations

from collections.abc import Iterator

from .case import ROWS, Case, fails, ok

CSV = "\n".join(",".join(row) for row in ROWS) + "\n"
TSV = "\n".join("\t".join(row) for row in ROWS) + "\n"
MARKDOWN = "\n".join("| " + " | ".join(row) + " |" for row in (ROWS[0], ["---"] * 4, *ROWS[1:])) + "\n"
PLAIN = "Leeds City Council action plan\n\n" + "\n".join("".join(text.ljust(40) for text in row) for row in ROWS) + "\n"

# Texts that make careless patterns try for ever.
SPOKES = {
    "a": "a" * 50_000,
    "digits": "1" * 50_000,
    "dots": "." * 50_000,
    "blanks": " " * 50_000 + "x",
    "tabs": "\t" * 50_000,
    "dashes": "-" * 50_000,
    "quotes": '"' * 10_001,
    "bars": "|" * 50_000,
    "brackets": "(" * 25_000 + ")" * 25_000,
    "angles": "<a " * 20_000,
    "slashes": "1/" * 25_000,
    "months": "March " * 10_000,
    "years": "2024" * 12_000,
    "days": "31 June " * 6_000,
    "commas": "," * 50_000,
    "ands": "and " * 12_000,
    "stars": "*" * 50_000,
    "backslashes": "\\" * 50_000,
    "accents": "e\u0301" * 20_000,
    "emoji": "\U0001f600" * 20_000,
}


def tables() -> Iterator[tuple[str, Case]]:
    """Delimited text."""
    yield "plan.csv", ok(CSV.encode())
    yield "quote-unclosed.csv", ok((CSV + '"3. Never closed,x\n').encode())
    yield "quotes-unclosed.csv", ok((CSV + '"' * 1001 + "\n").encode())
    yield "field-of-300-kb.csv", ok((CSV + "x " * 150_000 + ",b,c,d\n").encode(), "limit_reached")
    yield "fields-5000.csv", ok((CSV + "x," * 5_000 + "\n").encode(), "limit_reached", actions=0)
    yield "rows-15000.csv", ok((CSV + ",,,\n" * 15_000).encode(), actions=2)
    yield (
        "rows-of-text-15000.csv",
        ok((CSV + "3. More,Do it,Team,May 2024\n" * 15_000).encode(), "limit_reached", slow=True),
    )
    yield "rows-ragged.csv", ok((CSV + "a\nb,c\n,,,,,,,\n").encode())
    yield "newlines-old-mac.csv", ok(CSV.replace("\n", "\r").encode())
    yield "newlines-mixed.csv", ok(CSV.replace("\n", "\r\n", 1).encode())
    yield "newlines-in-quotes.csv", ok((CSV + '"3. a\nb","Do\r\nit","Team","May 2024"\n').encode())
    yield "formulas.csv", ok((CSV + "3. x,\"=cmd|' /C calc'!A0\",@SUM(1),May 2024\n").encode())
    yield "sep-line.csv", ok(("sep=;\n" + CSV.replace(",", ";")).encode())
    yield "utf-16.csv", ok(CSV.encode("utf-16"))
    yield "utf-16-without-mark.csv", ok(CSV.encode("utf-16-le"))
    yield "utf-32.csv", ok(CSV.encode("utf-32"))
    yield "nul-at-end.csv", ok(CSV.encode() + b"\0")
    yield "nuls.csv", fails(CSV.encode() + b"\0\1\2" * 30_000 + b"\xff\xfe\x80", "damaged|unsupported_format")
    yield "random.csv", fails(bytes((n * n * 31 + n // 7) % 256 for n in range(20_000)), "damaged|unsupported_format")
    yield "surrogates.csv", ok(CSV.encode() + b"\xed\xa0\x80,x,y,z\n")
    yield "header-only.csv", fails(CSV.partition("\n")[0].encode(), "no_plan_found")
    yield "delimiters-only.csv", Case(b",,,,\n" * 100, "no_plan_found|empty_file", 0)
    yield "digits-5000.csv", ok((CSV + f"3. x,Pay {'9' * 5_000},Team,{'9' * 5_000}\n").encode())
    yield (
        "dates-odd.csv",
        ok((CSV + "3. x,Do it,Team,31 June 2024\n4. y,Do,Team,99/99/9999\n5. z,Go,Team,0000-00-00\n").encode()),
    )
    yield "plan.tsv", ok(TSV.encode())
    yield "tabs-only.tsv", Case(b"\t\t\t\n" * 100, "no_plan_found|empty_file|unsupported_format", 0)
    cell = "<table><tr><td>" * 500
    yield "markup-deep.tsv", ok((TSV + f"3. x\t<p>{cell}y\tTeam\tMay 2024\n").encode(), actions=2)
    yield (
        "markup-unclosed.tsv",
        ok((TSV + "3. x\t<ul><li>" + "<b>" * 5_000 + "y\tTeam\tMay 2024\n").encode(), actions=2),
    )
    yield "entities.tsv", ok((TSV + "3. x\t" + "&amp;" * 20_000 + "\tTeam\tMay 2024\n").encode(), actions=2)


def prose() -> Iterator[tuple[str, Case]]:
    """Plain text and Markdown."""
    yield "plan.txt", ok(PLAIN.encode())
    yield "plan.md", ok(MARKDOWN.encode())
    bars = "|" * 100_000 + "\n" + "\n".join("|" + "|".join(row) + "|" for row in ROWS)
    yield "bars-first.md", ok(bars.encode(), "limit_reached")
    yield "bars-100000.md", ok((MARKDOWN + "\n" + "|" * 100_000 + "\n").encode())
    yield "headings.md", ok((MARKDOWN + "#" * 50_000 + "\n" + "# x\n" * 5_000).encode())
    yield "emphasis.md", ok((MARKDOWN + "\n" + "**" * 20_000 + "a\n").encode())
    yield "rules.md", ok((MARKDOWN + "\n" + "|:-" * 3_000 + "\n").encode())
    yield "line-of-2-mb.txt", ok((PLAIN + "\n\n" + "word " * 400_000).encode(), "limit_reached")
    yield "line-of-one-word.txt", ok((PLAIN + "\n\n" + "x" * 500_000).encode(), "limit_reached")
    yield "lines-30000.txt", ok((PLAIN + "\n\n" + "a\n" * 30_000).encode())
    yield "blank-lines.txt", ok((PLAIN + "\n" * 100_000).encode())
    yield (
        "text-of-6-mb.txt",
        ok((PLAIN + "\n\n" + ("some words in a line\n" * 60 + "\n") * 5_000).encode(), "limit_reached", slow=True),
    )
    yield "form-feeds.txt", ok((PLAIN + "\f" * 5_000).encode())
    yield "separators.txt", ok((PLAIN + "\n\u2028\u2029\x85\x1c\x1d\x1e a\n").encode())
    yield "controls.txt", ok((PLAIN + "\n\x1b[2J\x07\u202e\u200b\n").encode())
    yield "words-only.txt", fails(b"There is nothing to be done about this at all.\n" * 20, "no_plan_found")
    yield "white-space.txt", fails(b" \t\r\n" * 1000, "empty_file")
    yield "mark-only.txt", fails(b"\xef\xbb\xbf", "empty_file")
    yield "one-letter.txt", Case(b"x", "no_plan_found", 0)
    yield "postscript.txt", Case(b"%!PS-Adobe-3.0\n(x) show\n" * 20, "no_plan_found|unsupported_format", 0)
    yield "program.txt", fails(b"\x7fELF" + bytes(range(256)) * 40, "unsupported_format|damaged")
    yield "picture.txt", fails(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "unsupported_format|damaged")
    yield "json.txt", Case(b'{"a": [1, 2, 3]}' * 50, "no_plan_found", 0)


def spokes() -> Iterator[tuple[str, Case]]:
    """Texts against careless patterns: in a cell of each column, and as prose."""
    for name, text in SPOKES.items():
        cell = text.replace('"', '""').replace("\t", " ")
        rows = "".join(
            f"{n + 3}. x,{','.join(f'{chr(34)}{cell}{chr(34)}' if c == n else 'y' for c in range(3))}\n"
            for n in range(3)
        )
        yield f"spoke-{name}.csv", ok((CSV + rows).encode())
        yield f"spoke-{name}.txt", ok((PLAIN + "\n\n" + text + "\n").encode())


def cases() -> Iterator[tuple[str, Case]]:
    """The cases by file name."""
    for module in (tables, prose, spokes):
        yield from ((f"text-{name}", case) for name, case in module())
