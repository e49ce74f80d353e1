# Installs Backmark: `make`, then `make install PREFIX=/usr/local`; `make uninstall` takes it away.
#
# What is installed stands below PREFIX (and DESTDIR, for those who make packages):
#   bin/                      backmark, backmark-runner
#   share/backmark/exercises  the catalogue
#   share/backmark/*.wasm     the grader for web pages, where `make pages` has built it
#   share/man/man1            the manual page
#   share/…                   completions for bash, zsh and fish
#
# `make install STATIC=yes` installs programs that have Swift's libraries within them, so that they
# run where there is no Swift (numbers, formulas, practice and pages; Swift answers need swiftc).
# `make release` puts a tar archive and a Debian package of those, with checksums, into .build/release-files.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
INSTALL ?= install
STATIC ?=

static := $(if $(STATIC),--static-swift-stdlib --scratch-path .build/static)
# What is handed out goes without the names that only a debugger reads, some 40 MB of them.
strip := $(if $(STATIC),-s)
build ?= $(shell $(SWIFT) build -c release $(static) --show-bin-path)
root := $(DESTDIR)$(PREFIX)
bin := $(root)/bin
share := $(root)/share/backmark
manual := $(root)/share/man/man1/backmark.1
bash := $(root)/share/bash-completion/completions/backmark
zsh := $(root)/share/zsh/site-functions/_backmark
fish := $(root)/share/fish/vendor_completions.d/backmark.fish

version := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/backmark/Backmark.swift)
machine := $(shell uname -m)
files := .build/release-files
package := backmark-$(version)-linux-$(machine)

.PHONY: all pages install install-built uninstall deb archive release

all:
	$(SWIFT) build -c release $(static) --product backmark
	$(SWIFT) build -c release $(static) --product backmark-runner

pages:
	Sources/WebCore/build.sh

install: all install-built

# What has been built, put in place.
install-built:
	$(INSTALL) -d "$(bin)" "$(share)/exercises" $(foreach file,$(manual) $(bash) $(zsh) $(fish),"$(dir $(file))")
	$(INSTALL) $(strip) -m 755 "$(build)/backmark" "$(build)/backmark-runner" "$(bin)"
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

# A Debian package of what has been built.
deb:
	rm -rf "$(files)/deb"
	$(MAKE) --no-print-directory install-built build="$(build)" DESTDIR="$(files)/deb" PREFIX=/usr
	gzip --no-name --best "$(files)/deb/usr/share/man/man1/backmark.1"
	$(INSTALL) -D -m 644 LICENSE "$(files)/deb/usr/share/doc/backmark/copyright"
	$(INSTALL) -d "$(files)/deb/DEBIAN"
	printf '%s\n' 'Package: backmark' 'Version: $(version)' \
	  "Architecture: $$(dpkg --print-architecture)" 'Section: education' 'Priority: optional' \
	  'Maintainer: Backmark <backmark@example.org>' 'Depends: libc6, libgcc-s1, libstdc++6' \
	  'Recommends: bubblewrap' 'Description: marks backpropagation exercises, step by step' \
	  ' Every step of the working is checked on its own, an early slip is not punished' \
	  ' twice, and a wrong number is answered with the reason it is wrong.' \
	  >"$(files)/deb/DEBIAN/control"
	dpkg-deb --root-owner-group --build "$(files)/deb" \
	  "$(files)/backmark_$(version)_$$(dpkg --print-architecture).deb"
	rm -rf "$(files)/deb"

# A tar archive of what has been built, to be unpacked anywhere.
archive:
	rm -rf "$(files)/$(package)"
	$(MAKE) --no-print-directory install-built build="$(build)" DESTDIR= \
	  PREFIX="$(CURDIR)/$(files)/$(package)"
	cp LICENSE "$(files)/$(package)"
	tar -C "$(files)" --owner=0 --group=0 --sort=name -czf "$(files)/$(package).tar.gz" "$(package)"
	rm -rf "$(files)/$(package)"

# Everything that is handed out, from programs that need no Swift, with checksums.
release:
	rm -rf "$(files)"
	$(MAKE) --no-print-directory pages
	$(MAKE) --no-print-directory all STATIC=yes
	$(MAKE) --no-print-directory archive STATIC=yes
	if command -v dpkg-deb >/dev/null; then $(MAKE) --no-print-directory deb STATIC=yes; fi
	cd "$(files)" && sha256sum backmark* >SHA256SUMS
