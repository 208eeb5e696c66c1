# The two commands a new machine needs: `make serve` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
HOST   ?= 127.0.0.1
PORT   ?= 8000
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help serve review test bench lock clean

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/'

# A stamp per lock file: installed once, again only when the lock changes.
$(VENV)/.serve: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Memasang dependensi layanan …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.serve
	@echo "Memasang dependensi pengembangan …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

serve: $(VENV)/.serve ## start the service on http://127.0.0.1:8000
	@$(BIN)/cermat serve --host $(HOST) --port $(PORT)

review: $(VENV)/.serve ## review a form in the terminal: make review FORM=form.json
	@$(BIN)/cermat review $(FORM)

test: $(VENV)/.dev ## run every check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest

bench: $(VENV)/.dev ## measure speed and memory, as ratios to bare tokenisation
	@$(BIN)/python -m tests.bench

lock: ## resolve the lock files again (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q --all-extras -c requirements.lock -o requirements-dev.lock

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
