"""Prints and converts files with LibreOffice and Chromium, many in one call where that is possible."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

TIMEOUT_SECONDS = 600
UNTAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


class NotInstalled(Exception):
    """A program that renders is missing; says which."""


def program(name: str) -> str:
    """The path of a program; raises NotInstalled."""
    path = shutil.which(name)
    if path is None:
        raise NotInstalled(f"{name} not installed")
    return path


def convert(sources: Iterable[Path], target: str, folder: Path) -> None:
    """Have LibreOffice convert the files, all in one call, with a profile of its own; raises NotInstalled."""
    soffice = program("soffice")
    with tempfile.TemporaryDirectory() as profile:
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", target]
        command = [soffice, *options, "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_SECONDS)


def print_page(source: Path, target: Path) -> None:
    """Have Chromium print a web page as a tagged PDF; raises NotInstalled."""
    chromium = program("chromium")
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        options += [f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run([chromium, *options], check=True, capture_output=True, timeout=TIMEOUT_SECONDS)
