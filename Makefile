# Every goal starts from a fresh machine with a Swift toolchain; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

RELEASE := -c release --static-swift-stdlib --product callflow -Xlinker -s
CALLFLOW := .build/release/callflow
PREFIX ?= /usr/local
SEEDS ?= 1000
SEED ?=

.PHONY: help setup build install demo test record api lint format bench fuzz simulate clean

help: ## List the goals.
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

setup: ## Install what the build needs, or say what to install.
	@.ci/setup

build: setup ## Build the release program, with the standard library inside.
	swift build $(RELEASE)

install: build ## Put the release program into PREFIX/bin (/usr/local/bin).
	install -D -m 755 $(CALLFLOW) $(DESTDIR)$(PREFIX)/bin/callflow

demo: build ## Run a real script.
	$(CALLFLOW) run scripts/examples/first-call.flow

test: setup ## Run all tests.
	swift test --disable-xctest

record: setup ## Write down what the conformance scripts say now; fails, so that one looks at it.
	RECORD=1 swift test --disable-xctest --filter ConformanceTests

api: setup ## Hold the API's document against its standard, and the server against the document.
	swift build --product callflow
	@.ci/check-api

lint: ## Check the formatting.
	swift format lint --strict --recursive Sources Tests Package.swift

format: ## Format the sources.
	swift format --in-place --recursive Sources Tests Package.swift

bench: build ## Measure speed and memory beside Lua, Python and curl; never fails.
	-@.ci/bench
	-@.ci/bench-api

fuzz: setup ## Feed the lexer and the parser with noise for a minute.
	@.ci/fuzz

simulate: setup ## Random operations on random worlds: SEEDS=10000, or SEED=7 for that one again.
	CALLFLOW_SEEDS=$(SEEDS) CALLFLOW_SEED=$(SEED) \
	  swift test --disable-xctest --filter SimulationTests

clean: ## Remove everything that was built.
	rm -rf .build
