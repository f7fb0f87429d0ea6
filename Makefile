# Fahrstuhl. `make demo` and `make test` do all their own set-up; both need Python ≥ 3.11 (venv), make and git only.
PYTHON ?= python3
BIN := .venv/bin
DEMO_ARGS ?=
PYTEST_ARGS ?=
WORKERS ?= 2
ROOMS := schema graph viz api fahrstuhl
SOURCES := $(ROOMS) tests examples

.PHONY: demo test lint bench docs docs-generated wheel setup dev lock clean
.DEFAULT_GOAL := demo

setup: .venv/.setup  ## the command line at .venv/bin/fahrstuhl
dev: .venv/.dev      ## the same with everything that tests need

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fahrstuhl needs Python 3.11 or later: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.setup: .venv/.made requirements.lock pyproject.toml
	@echo "Einrichtung, einige Minuten beim ersten Mal … · setting up, a few minutes the first time …" >&2
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.setup requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup
	@$(BIN)/fahrstuhl demo $(DEMO_ARGS)

test: dev
	@tests/prepare
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

lint: dev
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/python -m tests.javascript
	$(BIN)/python -m fahrstuhl.reference --check

docs-generated: setup
	$(BIN)/python -m fahrstuhl.reference

docs: dev docs-generated
	$(BIN)/sphinx-build -q -W -b html docs docs/_build/html
	@echo docs/_build/html/index.html

bench: dev
	@$(BIN)/python -m tests.bench $(BENCH_ARGS)

wheel: dev
	$(BIN)/pip wheel -q --no-deps --no-build-isolation -w dist .

LOCK := uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -q --upgrade
lock:  ## needs uv; the locks hold names, versions and hashes, never an address
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	$(LOCK) pyproject.toml --group build -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf .venv build dist docs/_build .mypy_cache .ruff_cache .hypothesis tests/javascript/node_modules
