from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from actionplan_extract import plugins


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with plug-ins and another module in its folder `readers`, and a plug-in of another package."""
    folder = tmp_path / "plugged" / "readers"
    folder.mkdir(parents=True)
    for name in ("__init__", "csv", "_common", "abc_format"):
        (folder / f"{name}.py").write_text("")
    (folder / "pdf").mkdir()
    (folder / "pdf" / "__init__.py").write_text("")
    (tmp_path / "plugged" / "__init__.py").write_text("")
    (tmp_path / "foreign_reader.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(plugins, "PACKAGE", "plugged")
    plugins.modules.cache_clear()
    yield folder
    plugins.modules.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("plugged", "foreign_reader")]:
        del sys.modules[name]


def names(folder: str) -> list[str]:
    return [module.__name__ for module in plugins.modules(folder)]


def test_modules_and_packages_of_the_folder_are_found_by_name_but_not_underscored_ones(package: Path) -> None:
    assert names("readers") == ["plugged.readers.abc_format", "plugged.readers.csv", "plugged.readers.pdf"]


def test_modules_of_other_packages_come_after_the_own_ones(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("foreign", "foreign_reader", "plugged.readers")
    monkeypatch.setattr(plugins, "entry_points", lambda group: EntryPoints([point]).select(group=group))
    assert names("readers")[-1] == "foreign_reader"


def test_a_folder_that_is_none_is_an_error(package: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        plugins.modules("paintings")


@pytest.mark.parametrize("folder", ["readers", "writers", "interpret.layouts"])
def test_the_projects_own_folders_hold_plug_ins(folder: str) -> None:
    assert names(folder)
    assert not any(name.rpartition(".")[2].startswith("_") for name in names(folder))
