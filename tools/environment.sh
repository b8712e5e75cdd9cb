# shellcheck shell=bash
# Sourced by the scripts beside it: where the tools are, which versions, and how steps are shown.

set -euo pipefail

MKM_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
MKM_TOOLS=${MKM_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/mkm/tools}
export MKM_ROOT MKM_TOOLS
# cargo-leptos takes wasm-bindgen and wasm-opt from PATH and would otherwise download them itself.
export PATH="$MKM_TOOLS/bin:$MKM_TOOLS/npm/node_modules/.bin:$PATH"
# The query macros read what `make queries` wrote down, whatever DATABASE_URL happens to be set to.
export SQLX_OFFLINE=true

# refuse SENTENCE…: says what is wrong and ends the script.
refuse() {
    printf 'MKM: %s\n' "$*" >&2
    exit 1
}

# elapsed SECONDS: "7 s" or "3 min 20 s".
elapsed() {
    if [ "$1" -lt 60 ]; then
        printf '%s s' "$1"
    else
        printf '%s min %s s' $(($1 / 60)) $(($1 % 60))
    fi
}

# step HEADING COMMAND…: runs the command under its heading, says how long it took, and ends the
# script where it failed.
step() {
    local heading=$1 began=$SECONDS status=0
    shift
    printf '\n=== %s\n' "$heading"
    "$@" || status=$?
    if [ "$status" -ne 0 ]; then
        printf '=== %s: FAILED after %s\n' "$heading" "$(elapsed $((SECONDS - began)))"
        exit "$status"
    fi
    printf '=== %s: done in %s\n' "$heading" "$(elapsed $((SECONDS - began)))"
}
