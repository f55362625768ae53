"""What the project promises of itself: its README works as written, its lock names no host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from actionplan_extract.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_lock_has_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9-]+==", lock, re.MULTILINE)
    assert len(packages) > 50
    assert "://" not in lock
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=[a-z0-9-]+==)", lock, flags=re.MULTILINE)[1:])


def test_the_readmes_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    folder = tmp_path / "my-folder"
    folder.mkdir()
    shutil.copy(ROOT / "samples" / "action_log_torridge.tsv", folder)
    shutil.copy(ROOT / "samples" / "ruled_bassetlaw.pdf", tmp_path / "plan.pdf")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102
    assert len(names["soon"]) > 0  # type: ignore[arg-type]


def test_the_readme_names_every_command() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    assert commands == set(re.findall(r"`actionplan-extract (\w+)", README)) | {"convert"}


def test_the_readmes_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_page_of_the_docs_is_reached_from_the_readme(page: Path) -> None:
    assert f"docs/{page.name}" in README


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_the_readmes_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
