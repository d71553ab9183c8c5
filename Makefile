# `make demo` and `make test` are all that a user needs; both set up .venv in this folder first.
.DEFAULT_GOAL := help
.PHONY: help demo test lint chromium java pytest wheel bench lock clean
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock
# Empty: the first of python3.13, python3.12, python3.11, python3 that is 3.11 or later.
PYTHON ?=
CHECKED := src tests tools bench examples

help: ## Show the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 16

demo: $(VENV)/.installed ## Show the main job on the bundled samples
	@$(BIN)/ostiary demo

test: lint chromium java pytest wheel ## Check everything: style, types, import contracts, tests, tests of the built wheel

lint: $(VENV)/.installed-dev ## Check style, types and import contracts
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/mypy tools
	$(BIN)/lint-imports

chromium: $(VENV)/.installed-dev ## See that a Chromium is there for the tests of pages
	@tools/house/install_chromium $(BIN)/python

java: ## See that a Java is there for the tests on Spark
	@tools/house/install_java

pytest: $(VENV)/.installed-dev ## Run the tests
	$(BIN)/python -m pytest

wheel: $(VENV)/.installed-dev ## Build the wheel and run the packages' tests on it
	@tools/house/test_wheel $(BIN)/python

bench: $(VENV)/.installed-bench ## Measure speed and quality, beside other matchers
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/quality.py
	$(BIN)/python bench/reading.py

lock: $(VENV)/.installed-dev ## Choose the newest versions that pyproject.toml allows
	tools/house/lock $(BIN)/python

clean: ## Remove the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools bench -name __pycache__ -prune -exec rm -rf {} +

# An environment that was moved or whose Python is gone is made again.
$(VENV)/.made: tools/house/make_venv
	@$(BIN)/python -c pass 2>/dev/null || tools/house/make_venv $(VENV) $(PYTHON)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml requirements.lock
	@echo "Installing Ostiary into $(VENV) (once; some minutes) ..."
	@$(PIP) -e '.[documents]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml requirements.lock
	@echo "Installing Ostiary and its tools into $(VENV) (once; some minutes) ..."
	@$(PIP) -e '.[dev,documents,spark]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	@echo "Installing the matchers to measure beside (once) ..."
	@$(PIP) -e '.[dev,documents,spark,bench]'
	@touch $@
