# The commands of the hub. `make help` lists them. `make site` and `make test` set up everything they need by themselves.
PYTHON ?= python3
LOCALE ?= en
ADDRESS ?= 127.0.0.1:8000
GENERATOR ?= mkdocs
DAYS ?= 60

# Material for MkDocs warns at every start that MkDocs 2 will drop plugins. The lock file keeps us on MkDocs 1.
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

VENV := .venv
BIN := $(VENV)/bin
HUB := $(BIN)/hub

.DEFAULT_GOAL := help
.PHONY: help site serve packs packs-check packs-verify check pages test test-fast stats help-review tone-report bench docs words lock vendor clean

help: ## List every command with a sentence
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'
	@echo "  For translators, after make site (each answers --help; translations/README.md has an example of each):"
	@grep -hE '^#> ' $(MAKEFILE_LIST) | awk -F ' = ' '{printf "    $(BIN)/%-34s %s\n", substr($$1, 4), $$2}'
	@echo "  $(HUB) --help lists the commands for single files, lessons and languages."

#> hub i18n start es lessons/x = begin a language or a page, or bring new parts into a page
#> hub i18n status es = what is translated, and what readers need first
#> hub i18n diff es = what changed in English since a text was translated
#> hub i18n accept es lessons/x = say that a page matches the English
#> hub i18n same lessons/x = pass an English edit without new meaning on to all languages
#> hub i18n check es = check everything of one language
#> hub i18n po export es = write pages as PO files for Poedit and other tools
#> hub i18n po import es FILES = bring PO files or a kit back
#> hub i18n glossary export es = the glossary as a table and as TBX
#> hub i18n kit es = one zip file to translate without internet
#> hub i18n pseudo = build two made-up languages to look at the layout

site: $(VENV)/.runtime ## Set up, check the content, build every language into site/ and the offline bundles into dist/
	$(HUB) build --generator $(GENERATOR)

serve: $(VENV)/.runtime ## Preview one language with live reload: make serve LOCALE=ar
	$(HUB) serve --locale $(LOCALE) --address $(ADDRESS)

check: $(VENV)/.dev $(VENV)/.node ## Check code style, types, the order of the rooms, generated files and all content
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/node.py node_modules/typescript/bin/tsc -p jsconfig.json
	$(HUB) docs --check
	$(HUB) check

packs: $(VENV)/.packs ## Make the packs to print (PDF, booklets, cards) into dist/packs; then make site shows them
	$(HUB) packs build --extras

packs-check: $(VENV)/.packs ## Look at every finished pack: PDF/UA-1, structure, fonts
	$(HUB) packs check

packs-verify: $(VENV)/.verify ## Judge every finished pack with veraPDF, for a nightly run (needs Java)
	$(BIN)/python scripts/verapdf.py

pages: $(VENV)/.dev $(VENV)/.node $(VENV)/.browser ## Look at the pages of the built site in a browser: accessibility, markup, words and looks
	$(HUB) pages

test: $(VENV)/.dev $(VENV)/.node $(VENV)/.browser $(VENV)/.packs ## Set up (browser included) and run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-fast: $(VENV)/.dev $(VENV)/.node ## Run the tests that need no browser, no built site and no print packs
	$(BIN)/python -m pytest -m "not browser and not site and not packs"

stats: $(VENV)/.runtime ## Count lessons, words and languages, and show for which ages and harms lessons are missing
	$(HUB) stats

help-review: $(VENV)/.runtime ## List help services by the days left to verify them: make help-review DAYS=30
	$(HUB) help-review --days $(DAYS)

tone-report: $(VENV)/.runtime ## Measure the checks of tone and terms on labelled sentences, and write the table into the docs
	$(HUB) tone-report --write

bench: $(VENV)/.dev $(VENV)/.node $(VENV)/.browser $(VENV)/.packs ## Measure build time, size of pages, speed of finder and search
	$(BIN)/python tests/bench.py

docs: $(VENV)/.runtime ## Write the files that are made from code: schemas, pages of the checks, words to translate
	$(HUB) docs

words: docs ## Bring the words of every language up to date with the code (needs gettext)
	$(HUB) words

lock: ## Write the lock files anew with the newest versions that every supported Python accepts
	$(PYTHON) scripts/lock.py

vendor: $(VENV)/.node ## Copy fonts and lunr.js from the pinned npm packages into overrides/assets
	$(BIN)/python scripts/vendor.py

clean: ## Remove everything that was made, but not the environment
	rm -rf build site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Name it: make site PYTHON=/path/to/python3"; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); \
	  else echo "Python cannot make environments here. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; fi; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Installing what the site needs ..."
	@$(BIN)/python -m pip install --quiet -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@echo "Installing what checks and tests need ..."
	@$(BIN)/python -m pip install --quiet -r requirements-dev.lock
	@touch $@

$(VENV)/.node: $(VENV)/.dev package.json package-lock.json
	@echo "Installing the tools for scripts and accessibility ..."
	@$(BIN)/python scripts/node.py npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.packs: $(VENV)/.dev $(VENV)/.node scripts/pango.py
	@$(BIN)/python scripts/pango.py
	@touch $@

$(VENV)/.verify: $(VENV)/.packs requirements-verify.lock
	@$(BIN)/python -m pip install --quiet -r requirements-verify.lock
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ ! -f /usr/share/java/jaxb-runtime.jar ]; then \
	  echo "Installing JAXB for veraPDF ..."; apt-get update -qq && apt-get install -y -qq libjaxb-java >/dev/null; fi
	@touch $@

$(VENV)/.browser: $(VENV)/.dev
	@$(BIN)/python scripts/browser.py
	@touch $@
