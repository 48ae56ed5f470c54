# Two commands for everybody: `make demo` and `make test`. Each sets up all that it needs.
PYTHON ?= python3
# Processes that run the tests; each has a core to do and some servers.
WORKERS ?= 2
VENV := .venv
DIST := dist
BIN := $(VENV)/bin

.PHONY: demo test test-long check lint bench docs wheel clean lock release release-check

demo: $(VENV)/demo.ok
	$(BIN)/lsgraph demo -o build/demo --force

test: $(VENV)/test.ok
	bash tests/setup.sh
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(WORKERS) -m "not long" $(PYTEST)

# What shows again, at length, what shorter tests show: before a release, and after a change of what it covers.
test-long: $(VENV)/test.ok
	bash tests/setup.sh
	$(BIN)/python -m pytest -n $(WORKERS) -m long $(PYTEST)

# The daily loop: all that needs no server and no browser.
check: lint
	$(BIN)/python -m pytest -n $(WORKERS) -m "not long and not server and not browser" $(PYTEST)

lint: $(VENV)/test.ok
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The data as it is uploaded, and the tools that read it, in an environment of their own.
release: $(VENV)/demo.ok
	rm -rf build/release
	$(BIN)/lsgraph data release -o build/release

release-check: release $(VENV)-release/ok
	$(VENV)-release/bin/python tests/release_check.py build/release

bench: $(VENV)/test.ok
	$(BIN)/python -m bench

# Every query with its parameters, columns and what its example answers, as one page.
docs: $(VENV)/demo.ok
	$(BIN)/lsgraph load groups
	mkdir -p build/docs
	$(BIN)/python -m graph.catalogue.reference > build/docs/queries.md

# One package for pipx, uv and pip, with Cypher and data in it: docs/install.md.
wheel: $(VENV)/demo.ok
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir $(DIST) .

clean:
	rm -rf $(VENV) $(VENV)-release build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What the command needs; the tests add their own tools to the same environment.
$(VENV)/demo.ok: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "lsgraph needs Python 3.11 or later; name one with: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.ok: requirements-test.txt $(VENV)/demo.ok
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

$(VENV)-release/ok: requirements-release.txt
	$(PYTHON) -m venv $(VENV)-release
	$(VENV)-release/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.txt
	touch $@

# Pin every package with its hashes, for all platforms and Python 3.11 and later.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra all pyproject.toml requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra all --extra test pyproject.toml requirements.in -o requirements-test.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra all --extra release pyproject.toml requirements.in -o requirements-release.txt
