"""What a folder may hold beside documents: odd names, links, pipes, sockets, folders named like documents."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from .texts import CSV

READ = "ok"
LEFT_OUT = ""  # no line in the manifest: hidden, by convention no document, or a folder
NAMES = {
    "plain.csv": READ,
    "UPPER.CSV": READ,
    "two words.csv": READ,
    'quote\'d "name".csv': READ,
    "semi;colon&amp<b>.csv": READ,
    "$(touch evil).csv": READ,
    "-rf.csv": READ,
    "--out=x.csv": READ,
    "=cmd.csv": READ,
    "new\nline.csv": READ,
    "tab\t.csv": READ,
    "escape\x1b[31m.csv": READ,
    "turned\u202egnp.csv": READ,
    "zero\u200bwidth.csv": READ,
    "caf\u00e9.csv": READ,
    "cafe\u0301 2.csv": READ,
    "\u0645\u062e\u0637\u0637.csv": READ,
    "\U0001f600.csv": READ,
    "[glob]*.csv": READ,
    "back\\slash.csv": READ,
    "%2e%2e%2f.csv": READ,
    "CON.csv": READ,
    "trailing.csv ": "skipped",
    "dots...csv": READ,
    "no suffix": "skipped",
    "odd.xyz": "skipped",
    "x" * 240 + ".csv": READ,
    os.fsdecode(b"bytes\xff\xfe.csv"): READ,
    ".hidden.csv": LEFT_OUT,
    "README.txt": LEFT_OUT,
    "plan.expected.json": LEFT_OUT,
}


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inner.csv").write_text(CSV + "a folder,a,b,c\n")


def _socket(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as made:
        here = os.getcwd()
        os.chdir(path.parent)  # a socket's name must be short
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def _deep(path: Path) -> None:
    for _ in range(60):
        path.mkdir()
        path /= "deep"
    path.write_text("no suffix")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)


def _locked(path: Path) -> None:
    path.write_text(CSV + "locked,a,b,c\n")
    path.chmod(0)


SPECIAL: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe.pdf": (os.mkfifo, "unreadable"),
    "socket.pdf": (_socket, "unreadable"),
    "sparse.pdf": (_sparse, "too_large"),
    "link-to-passwd.txt": (lambda path: path.symlink_to("/etc/passwd"), "unreadable"),
    "link-to-itself.pdf": (lambda path: path.symlink_to(path), "unreadable"),
    "link-to-nothing.pdf": (lambda path: path.symlink_to("nowhere"), "unreadable"),
    "link-to-a-device.pdf": (lambda path: path.symlink_to("/dev/zero"), "unreadable"),
    "folder-loop": (lambda path: path.symlink_to("."), "unsupported_format"),
    "folder.pdf": (_folder, LEFT_OUT),
    "deep": (_deep, LEFT_OUT),
    **({} if os.geteuid() == 0 else {"locked.csv": (_locked, "unreadable")}),
}


def make(folder: Path) -> dict[str, str]:
    """Put all of it into a folder; the status or code of each name, as a manifest writes names."""
    outcomes: dict[str, str] = {}
    for number, (name, outcome) in enumerate(NAMES.items()):
        (folder / name).write_text(CSV + f"{number}. number,Do it {number},Team,May 2024\n")
        outcomes[os.fsencode(name).decode(errors="backslashreplace")] = outcome
    for name, (place, outcome) in SPECIAL.items():
        place(folder / name)
        outcomes[name] = outcome
    outcomes["folder.pdf/inner.csv"] = READ
    return outcomes
