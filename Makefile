# Every check by name, with the tools of an environment: the active one, else .venv. `make check` is what CI runs.
VENV ?= $(or $(VIRTUAL_ENV),.venv)
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
CODE := src tests tools
LIVES := $(wildcard src/vitascope/examples/*.txt tests/lives/*.txt)

.PHONY: install check static format-check lint types frontend-types imports docs test format golden bench fuzz crash

install:  ## an environment with everything that developing needs
	test -x $(PYTHON) || python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --editable '.[dev]'
	$(BIN)/vitascope models install md

check: static test  ## all that must hold before a change is done

static: format-check lint types frontend-types imports docs  ## what can be told without running the tests

format-check:
	$(BIN)/ruff format --check $(CODE)

lint:
	$(BIN)/ruff check $(CODE)

types:
	$(BIN)/mypy

frontend-types:  ## the page's scripts, where there is Node.js to check them
	@if command -v npm >/dev/null; then \
	  cd frontend && { test -d node_modules/typescript || npm ci --ignore-scripts --silent; } && npm run --silent types; \
	else echo "no Node.js here: the types of frontend/ are not checked"; fi

imports:
	$(BIN)/lint-imports

docs:  ## generated pages are up to date, links and named files exist
	$(PYTHON) tools/docs.py --check

test:
	$(PYTHON) -m pytest

format:  ## rewrite the code in its form, and the generated pages
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)
	$(PYTHON) tools/docs.py
	$(PYTHON) tools/cli_reference.py > docs/cli.md

golden:  ## read the example lives anew; look at the difference before you keep it
	$(PYTHON) -m tests.golden

bench:  ## score what is read of the lives that come with gold claims
	@claims=$$(mktemp) && for life in $(LIVES); do \
	  printf '\n%s\n' "$$life"; \
	  $(BIN)/vitascope read "$$life" --quiet --format jsonl --output "$$claims" && \
	  $(BIN)/vitascope eval claims "$$claims" "$${life%.txt}.gold.jsonl" || exit 1; \
	done; rm -f "$$claims"

fuzz:  ## many more made-up texts through every reader and the whole way
	FUZZ=3000 $(PYTHON) -m pytest tests/fuzz

crash:  ## many more killed writers, and minutes of writers and readers at once
	$(PYTHON) -m tests.store.crash --kills 5000 --seed 2
	$(PYTHON) -m tests.store.crash --together 120
