# Everything a newcomer needs: set-up, build, run, test.

SWIFT_FLAGS := -c release
# One set of flags for the program and its tests, so that nothing is built twice.
TEST_FLAGS := $(SWIFT_FLAGS) --disable-testable-imports
PROGRAM = $(shell swift build $(SWIFT_FLAGS) --show-bin-path)/minzheng

export OPENBLAS_NUM_THREADS := 1

.PHONY: run build test setup format check clean

run: compile ## run the baseline for Hangzhou and print its report
	@$(PROGRAM) run scenarios/baseline.yaml

build: compile ## build the program and print its path
	@echo $(PROGRAM)

test: setup ## run every test
	@swift build $(SWIFT_FLAGS) --build-tests
	@swift test $(TEST_FLAGS) --skip-build

compile: setup
	@swift build $(SWIFT_FLAGS) --product minzheng

setup: ## install missing system packages
	@Scripts/setup

format: ## lay out every source file
	@swift format --in-place --recursive --parallel Sources Tests Package.swift

check: ## check the layout and the imports
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@Scripts/check-imports

clean:
	@rm -rf .build out
