"""Older formats made OpenDocument by LibreOffice, in a process, profile and folder of its own.

The process inherits the limits on memory and processor time of the one that reads the document, and has
a time limit besides. It ends with its reader, however that ends: a shell in its process group waits at a
pipe that only the reader holds open, and clears the folder and kills the group when it closes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ..errors import Damaged, MissingDependency, TimedOut

SECONDS = 45.0
PROGRAMS = ("soffice", "libreoffice")

_GUARD = 'exec 3<&0; (cat <&3 >/dev/null; rm -rf "$0"; kill -KILL 0) & exec "$@" </dev/null 3<&-'
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# Where it and the libraries it uses would leave things of their own.
_HOMES = ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
_SETTINGS = {"DisableMacrosExecution": "true", "MacroSecurityLevel": "3", "BlockUntrustedRefererLinks": "true"}


def to_odt(data: bytes, suffix: str) -> bytes:
    """The document as an OpenDocument text; `suffix` (".doc") tells LibreOffice what it is.

    Raises MissingDependency where LibreOffice is not installed, TimedOut where it takes too long, Damaged
    where it cannot read the document.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise MissingDependency(f"reading {suffix} documents needs LibreOffice (soffice), which is not installed")
    with tempfile.TemporaryDirectory(prefix="actionplan-") as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        _run([program, *_arguments(source, Path(folder, "profile"))], folder)
        return _result(source.with_suffix(".odt"))


def _arguments(source: Path, profile: Path) -> list[str]:
    """How LibreOffice is asked to convert, with a new profile that runs no macros and follows no links."""
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(name=name, value=value) for name, value in _SETTINGS.items())
    registry = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (profile / "user" / "registrymodifications.xcu").write_text(registry, encoding="utf-8")
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "odt", "--outdir", str(source.parent)]
    places = {"UserInstallation": profile, "UNO_SHARED_PACKAGES_CACHE": profile / "shared"}
    return [*(f"-env:{name}={path.as_uri()}" for name, path in places.items()), *options, str(source)]


def _run(command: list[str], folder: str) -> None:
    """Wait for the command; raises TimedOut. Neither it nor what it started outlives the call."""
    if sys.platform != "win32":
        command = ["/bin/sh", "-c", _GUARD, folder, *command]
    process = subprocess.Popen(  # noqa: S603  # the program found by name, and arguments of our own making
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, **dict.fromkeys(_HOMES, folder)},
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise TimedOut(f"LibreOffice took longer than {SECONDS:g} seconds") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin:
        process.stdin.close()


def _result(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Damaged("LibreOffice could not read the document") from None
