# Installs Backmark: `make`, then `make install PREFIX=/usr/local`; `make uninstall` takes it away.
#
# What is installed stands below PREFIX (and DESTDIR, for those who make packages):
#   bin/                      backmark, backmark-runner
#   share/backmark/exercises  the catalogue
#   share/backmark/*.wasm     the grader for web pages, where `make pages` has built it
#   share/man/man1            the manual page
#   share/…                   completions for bash, zsh and fish

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
INSTALL ?= install

build := $(shell $(SWIFT) build -c release --show-bin-path)
root := $(DESTDIR)$(PREFIX)
bin := $(root)/bin
share := $(root)/share/backmark
manual := $(root)/share/man/man1/backmark.1
bash := $(root)/share/bash-completion/completions/backmark
zsh := $(root)/share/zsh/site-functions/_backmark
fish := $(root)/share/fish/vendor_completions.d/backmark.fish

.PHONY: all pages install uninstall

all:
	$(SWIFT) build -c release --product backmark
	$(SWIFT) build -c release --product backmark-runner

pages:
	Sources/WebCore/build.sh

install: all
	$(INSTALL) -d "$(bin)" "$(share)/exercises" $(foreach file,$(manual) $(bash) $(zsh) $(fish),"$(dir $(file))")
	$(INSTALL) -m 755 "$(build)/backmark" "$(build)/backmark-runner" "$(bin)"
	$(INSTALL) -m 644 exercises/*.json exercises/README.md "$(share)/exercises"
	if [ -f .build-wasm/page.wasm ]; then \
	  $(INSTALL) -m 644 .build-wasm/page.wasm .build-wasm/unpack.wasm "$(share)"; \
	fi
	"$(bin)/backmark" --generate-manual >"$(manual)"
	"$(bin)/backmark" --generate-completion-script bash >"$(bash)"
	"$(bin)/backmark" --generate-completion-script zsh >"$(zsh)"
	"$(bin)/backmark" --generate-completion-script fish >"$(fish)"

uninstall:
	rm -f "$(bin)/backmark" "$(bin)/backmark-runner" "$(manual)" "$(bash)" "$(zsh)" "$(fish)"
	rm -rf "$(share)"
