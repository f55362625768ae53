# ruff: noqa: T201
"""Prints the rows score of every document by kind of mutation: `python -m tests.mutation [--diff SEED]`."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import mean

from .documents import OTHERS, SAMPLES
from .mutate import MUTATIONS, names_for
from .scoring import rows_score
from .test_mutations import SEEDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--diff", type=int, metavar="SEED", help="print what is wrong with one seed instead")
    parser.add_argument("--names", nargs="+", choices=MUTATIONS, help="with --diff: these mutations")
    arguments = parser.parse_args()
    for document in (*SAMPLES, *OTHERS):
        if arguments.diff is None:
            _print_scores(document)
        else:
            _print_diff(document, tuple(arguments.names or names_for(arguments.diff)), arguments.diff)


def _print_scores(document: Path) -> None:
    print(f"{document.stem}\n  as it is              {rows_score(document, (), 0):.3f}")
    for name in MUTATIONS:
        print(f"  {name:20s}  {mean(rows_score(document, (name,), seed) for seed in range(10)):.3f}")
    print(f"  {'the 50 seeds':20s}  {mean(rows_score(document, names_for(seed), seed) for seed in SEEDS):.3f}")


def _print_diff(document: Path, names: tuple[str, ...], seed: int) -> None:
    wrong: list[str] = []
    score = rows_score(document, names, seed, wrong)
    print(f"--- {document.stem} {' '.join(names)}: {score:.3f}", *wrong, sep="\n")


if __name__ == "__main__":
    main()
