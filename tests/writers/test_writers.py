import subprocess
import sys

from actionplan_extract.plugins import modules
from actionplan_extract.writers import choose_writers, optional_formats


def test_every_plug_in_follows_the_protocol():
    for module in modules("writers"):
        assert isinstance(module.NAME, str)
        assert isinstance(module.ALWAYS, bool)
        assert callable(module.write)


def test_formats_asked_for_come_on_top_of_those_of_every_run():
    assert {writer.NAME for writer in choose_writers()} == {"parquet", "datapackage"}
    assert {writer.NAME for writer in choose_writers(["csv"])} == {"parquet", "datapackage", "csv"}
    assert {"csv", "xlsx"} <= set(optional_formats())


def test_finding_the_writers_imports_nothing_heavy():
    code = (
        "import sys, actionplan_extract.load; from actionplan_extract.writers import choose_writers; choose_writers();"
        "print(*sorted({'pandas', 'pyarrow', 'xlsxwriter', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
