#!/usr/bin/env bash
# Installs what pip cannot: `setup.sh run` the libraries that draw PDFs, `setup.sh test` also a browser and Java.
# Silent when all is there. Needs apt-get and root or passwordless sudo; elsewhere it says what to do by hand.
set -u
cd "$(dirname "$0")/.." || exit

goal=${1:-}
if [[ $goal != run && $goal != test ]]; then
    echo "usage: $0 run|test" >&2
    exit 2
fi

python=.venv/bin/python
[[ -x $python ]] || python=python3

# Loads the library, as WeasyPrint will: being on the disk is not enough, and ldconfig is no sign on macOS.
has_library() {
    "$python" - "$1" <<'PY' 2>/dev/null
import ctypes, sys
name = sys.argv[1]
for file in (f"lib{name}.so.0", f"lib{name}.dylib", f"lib{name}.0.dylib"):
    try:
        ctypes.CDLL(file)
    except OSError:
        continue
    sys.exit()
sys.exit(1)
PY
}

# Runs each one, because Ubuntu has a `chromium-browser` that only says where to get one.
has_chromium() {
    local name
    if [[ -n ${CHROMIUM:-} ]]; then
        "$CHROMIUM" --version >/dev/null 2>&1
        return
    fi
    for name in chromium chromium-browser google-chrome; do
        "$name" --version >/dev/null 2>&1 && return
    done
    "$python" - <<'PY' 2>/dev/null
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not os.path.exists(playwright.chromium.executable_path))
PY
}

# Asks the tests themselves, so that what they then miss is never skipped.
has_java() {
    "$python" -c 'import sys; from tests import verapdf; sys.exit(verapdf.java() is None)' 2>/dev/null
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

updated=
install() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null || return
    if [[ -z $updated ]]; then
        as_root apt-get update -qq >/dev/null 2>&1
        updated=yes
    fi
    echo "Installing $1 ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$1" >/dev/null 2>&1
}

missing() {
    echo "Missing: $1. Debian/Ubuntu: $2; Fedora: $3; macOS: $4" >&2
    return 1
}

# what, what it is for, the library, Debian's package, the name elsewhere
need_library() {
    has_library "$3" && return
    install "$4"
    has_library "$3" && return
    missing "$1 ($2)" "sudo apt-get install $4" "sudo dnf install $5" "brew install $5"
}

need_chromium() {
    has_chromium && return
    if [[ -n ${CHROMIUM:-} ]]; then
        echo "CHROMIUM=$CHROMIUM does not start. Give the path of a Chromium or Chrome, or unset it." >&2
        return 1
    fi
    install chromium
    has_chromium && return
    echo "Installing Chromium with Playwright ..."
    "$python" -m playwright install chromium >/dev/null 2>&1
    has_chromium && return
    missing "Chromium (tests in a browser; if you have one, set CHROMIUM to its path)" \
        "sudo apt-get install chromium" "sudo dnf install chromium" "$python -m playwright install chromium"
}

need_java() {
    has_java && return
    if [[ -n ${JAVA_HOME:-} ]]; then
        echo "JAVA_HOME=$JAVA_HOME has no Java 11 or newer with its compiler. Give the path of a JDK, or unset it." >&2
        return 1
    fi
    # Small images have no manuals, and Java's package fails where it cannot lay links in their folder.
    command -v apt-get >/dev/null && as_root mkdir -p /usr/share/man/man1 2>/dev/null
    install default-jdk-headless
    has_java && return
    missing "Java 11 or newer with its compiler (veraPDF, which tests whether everyone can read the PDFs; if you have one, set JAVA_HOME)" \
        "sudo apt-get install default-jdk-headless" "sudo dnf install java-latest-openjdk-devel" \
        "brew install openjdk && export JAVA_HOME=\$(brew --prefix openjdk)"
}

complete=yes
# PangoFT2 brings Pango itself along.
need_library Pango "without it no PDF can be made" pangoft2-1.0 libpangoft2-1.0-0 pango || complete=
# No part of `complete`: without it WeasyPrint makes the fonts smaller by itself.
need_library HarfBuzz-Subset "makes PDFs faster" harfbuzz-subset libharfbuzz-subset0 harfbuzz

# The app runs without PDFs, and says so; a check that leaves things out is no check.
if [[ $goal == test ]]; then
    need_chromium || complete=
    need_java || complete=
    [[ -n $complete ]]
else
    true
fi
