# Two commands do everything: `make demo` and `make test`. Each sets up what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: install demo test soak lint samples rendered bench lock lock-check schema clean
.DEFAULT_GOAL := demo

install: $(STAMP)

# Built again whenever the lock or the project's own metadata changes.
$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: install
	$(BIN)/actionplan-extract convert samples --out out --format csv,xlsx

test: install lint
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

# The long forms of the tests: runs that are killed, a cluster that loses a worker, a hostile corpus and 2,000 good documents.
soak: install
	$(BIN)/python -m pytest tests/soak -m soak
	$(BIN)/python -m tests.hostile.soak

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

samples: install
	cd samples && ../$(BIN)/python -m _source

rendered: install
	$(BIN)/python -m tests.rendered
	$(BIN)/python -m tests.rendered.measure

schema: install
	$(BIN)/actionplan-extract schema > schemas/action-plan.schema.json

bench: install
	$(BIN)/python benchmarks/run.py

lock: install
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o requirements.lock

lock-check: install
	cp requirements.lock $(VENV)/requirements.check
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o $(VENV)/requirements.check
	diff requirements.lock $(VENV)/requirements.check

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
