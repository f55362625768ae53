import subprocess
import sys

from actionplan_extract.plugins import modules


def test_every_plug_in_follows_the_protocol():
    for module in modules("writers"):
        assert isinstance(module.NAME, str)
        assert isinstance(module.ALWAYS, bool)
        assert callable(module.write)


def test_some_are_written_always_and_some_when_asked_for():
    always = {module.NAME: module.ALWAYS for module in modules("writers")}
    assert always == {"csv": False, "datapackage": True, "parquet": True, "sqlite": False, "xlsx": False}


def test_finding_the_writers_imports_nothing_heavy():
    code = (
        "import sys, actionplan_extract.results; from actionplan_extract.plugins import modules; modules('writers');"
        "print(*sorted({'pandas', 'pyarrow', 'xlsxwriter', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
