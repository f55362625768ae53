"""DOC and RTF through LibreOffice, and a LibreOffice that is missing, hangs or gives up."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from actionplan_extract.errors import Damaged, Encrypted, MissingDependency, TimedOut
from actionplan_extract.readers import _office, choose_reader, doc, read, rtf

from .helpers import misplaced, prose_of, rows_of
from .test_odt import members, p, zipped
from .test_ole import container

RTF = rb"""{\rtf1\ansi Housing plan\par
\trowd\cellx3000\cellx6000 Action\intbl\cell When\intbl\cell\row
\trowd\cellx3000\cellx6000 Repair the roofs\intbl\cell May 2025\intbl\cell\row
\pard The end\par}"""

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a script in LibreOffice's place; "$out" is where the result is expected."""
    program = folder / "soffice"
    head = 'for last; do :; done\nout="${last%.*}.odt"\n'
    program.write_text(f"#!/bin/sh\n{head}{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@needs_office
def test_rtf_is_read() -> None:
    document = read(RTF, "plan.rtf")
    assert (document.format, document.media_type) == ("rtf", "application/rtf")
    assert prose_of(document) == ["Housing plan", "The end"]
    assert rows_of(document.tables[0]) == [["Action", "When"], ["Repair the roofs", "May 2025"]]
    assert misplaced(document) == []


@needs_office
def test_doc_is_read(tmp_path: Path) -> None:
    source = tmp_path / "plan.rtf"
    source.write_bytes(RTF)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = read((tmp_path / "plan.doc").read_bytes(), "plan")
    assert (document.format, document.page_count) == ("doc", None)
    assert rows_of(document.tables[0]) == [["Action", "When"], ["Repair the roofs", "May 2025"]]


def test_content_tells_the_format() -> None:
    assert choose_reader(container("WordDocument", "1Table"), "plan.xls") is doc
    assert choose_reader(b"\xef\xbb\xbf\n{\\rtf1 x}", "plan.doc") is rtf
    assert doc.sniff(container("Workbook"), ".xls") == 0
    assert (doc.sniff(b"x", ".doc"), rtf.sniff(b"x", ".rtf")) == (0.3, 0.3)


def test_a_doc_behind_a_password_is_named() -> None:
    with pytest.raises(Encrypted):
        doc.read(container("WordDocument", content=b"\xec\xa5" + bytes(9) + b"\x01"), "plan.doc")


def test_without_libreoffice_its_absence_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for name, data in (("plan.rtf", RTF), ("plan.doc", container("WordDocument"))):
        with pytest.raises(MissingDependency, match="LibreOffice"):
            read(data, name)


@needs_posix
def test_what_libreoffice_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.odt").write_bytes(zipped(members(p("Plan"))))
    stand_in(tmp_path, monkeypatch, f'cp "{tmp_path}/made.odt" "$out"')
    assert prose_of(read(RTF, "plan.rtf")) == ["Plan"]


@needs_posix
def test_where_libreoffice_makes_nothing_the_document_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(Damaged):
        read(RTF, "plan.rtf")


@needs_posix
def test_a_libreoffice_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_office, "SECONDS", 0.5)
    stand_in(tmp_path, monkeypatch, f'sleep 600 & echo $! $$ > "{tmp_path}/started"; trap "" TERM; wait; sleep 600')
    with pytest.raises(TimedOut):
        read(RTF, "plan.rtf")
    started = [int(number) for number in (tmp_path / "started").read_text().split()]
    wait_for(lambda: not any(map(alive, started)))  # a kill is sent by then, and takes a moment to arrive


@needs_posix
def test_libreoffice_ends_with_its_reader_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    started = tmp_path / "started"
    stand_in(tmp_path, monkeypatch, f'echo $$ > "{started}.new"; mv "{started}.new" "{started}"; sleep 600')
    code = f"from actionplan_extract.readers import rtf; rtf.read({RTF!r}, 'plan.rtf')"
    reader = subprocess.Popen([sys.executable, "-c", code])
    wait_for(started.exists)
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    wait_for(lambda: not alive(int(started.read_text())))
    wait_for(lambda: not list(scratch.iterdir()))


def alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
