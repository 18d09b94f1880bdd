# The one command file. `make demo` and `make test` need Python 3.11+, make and a package index, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench bench-archive bench-bulk bench-room train train-quotes check-floors docs vendor screenshots clean

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

$(VENV)/base: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/base $@

$(VENV)/train: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

$(VENV)/engines: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark,ray]'
	@touch $@

$(VENV)/bench: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=23.3' # older ones trip over what a peer asks for
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

$(VENV)/fundus: # a peer that wants older libraries than ours, in an environment of its own
	@$(PYTHON) -m venv $(VENV)/fundus
	@$(VENV)/fundus/bin/python -m pip install --quiet --disable-pip-version-check 'fundus>=0.5' 'curl_cffi<0.13' # it breaks with later ones

demo: $(VENV)/base  ## Set up, read the example pages into a new archive, show what was found
	@BIN=$(BIN) sh examples/demo.sh

test: $(VENV)/dev  ## Set up and run the tests
	@$(BIN)/python -m pytest -q

check: $(VENV)/dev  ## Format, lint, types, import rules, generated docs, module sizes
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/tools/module_sizes.py
	$(BIN)/python -m docs.generate --check

format: $(VENV)/dev  ## Put the code into house format
	$(BIN)/ruff format --quiet
	$(BIN)/ruff check --fix --quiet

docs: $(VENV)/dev  ## Write the generated parts of docs/ anew
	$(BIN)/python -m docs.generate

vendor: $(VENV)/dev  ## Fetch the room's front-end files anew from npm, as pinned
	$(BIN)/python tests/tools/vendor.py

screenshots: $(VENV)/dev  ## Take the pictures of the reading room in docs/img (needs Chromium)
	$(BIN)/python -m docs.screenshots

bench: $(VENV)/bench  ## Measure against the peers; writes docs/benchmarks.md
	$(BIN)/python -m benchmarks.reading

bench-room: $(VENV)/dev  ## Ask the reading room 100 times a second; writes docs/benchmarks-room.md
	$(BIN)/python -m benchmarks.room

bench-archive: $(VENV)/dev  ## Measure the archive beside bare FTS5; writes docs/benchmarks-archive.md
	$(BIN)/python -m benchmarks.archive

bench-bulk: $(VENV)/bench $(VENV)/engines $(VENV)/fundus  ## Measure bulk reading on each engine; writes docs/benchmarks-bulk.md (PAGES=20000)
	$(BIN)/python -m benchmarks.bulk $(if $(MEMORY),--memory)

train: $(VENV)/train  ## Train the models anew and cross-validate them
	$(BIN)/python -m training.train

train-quotes: $(VENV)/train  ## Train the attribution model anew and measure it
	$(BIN)/python -m training.quotes

check-floors: $(VENV)/dev  ## Fail when a cross-validated figure is below its floor
	$(BIN)/python -m training.floors

clean:  ## Remove the environment and all that was built
	rm -rf $(VENV) build dist demo-archive
