# shellcheck shell=bash
# Sourced by tools/install: what the system's package manager brings, and the packages of npm and
# Python.

# apt_install PACKAGE…: fails where there is no apt or no right to use it.
apt_install() {
    local as_root=()
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get update -qq || true
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# try_apt_install PACKAGE…: for what is welcome and not needed; says why where it cannot.
try_apt_install() {
    apt_install "$@" || echo "Not installed: $*. It goes on without."
}

# provide WHAT PACKAGE IS_THERE HELP…: IS_THERE is a command without arguments that fails where it is missing.
provide() {
    local what=$1 package=$2 is_there=$3
    shift 3
    "$is_there" >/dev/null || step "Installing $what" add "$what" "$package" "$is_there" "$@"
}

add() {
    local what=$1 package=$2 is_there=$3
    shift 3
    apt_install "$package" || true
    "$is_there" >/dev/null || refuse "$what is missing and could not be installed from here:" "$@"
}

install_postgres() {
    provide "PostgreSQL 15 or later" postgresql "$MKM_ROOT/tools/postgres-binaries" \
        "'sudo apt-get install postgresql' (Debian 12, Ubuntu 24.04)," \
        "'sudo dnf install postgresql-server' (Fedora), 'brew install postgresql@17' (macOS)."
}

install_browser() {
    provide Chromium chromium "$MKM_ROOT/tools/chromium" \
        "'sudo apt-get install chromium' (Debian), 'sudo dnf install chromium' (Fedora)," \
        "'brew install --cask chromium' (macOS), or set MKM_CHROMIUM to its path."
}

# The browser tests take half the time in the one without windows; any other will do.
install_test_browser() {
    if [ -z "${MKM_CHROMIUM-}" ] && command -v apt-get >/dev/null &&
        ! command -v chromium-headless-shell >/dev/null; then
        step "Installing Chromium without windows" try_apt_install chromium-headless-shell
    fi
    "$MKM_ROOT/tools/chromium" --headless >/dev/null || install_browser
}

install_haproxy() {
    provide HAProxy haproxy has_haproxy \
        "'sudo apt-get install haproxy' (Debian), 'sudo dnf install haproxy' (Fedora)," \
        "'brew install haproxy' (macOS). The browser tests run two programs behind it."
}

has_haproxy() {
    command -v haproxy
}

# Only one drill needs it, and says so where it is missing; without apt nothing is tried.
install_clock() {
    compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null ||
        ! command -v apt-get >/dev/null ||
        step "Installing the library that sets the clock of a program" try_apt_install libfaketime
}

# Only `make try-package` needs it, and says so where it is missing; without apt nothing is tried.
install_boot() {
    { command -v systemd-nspawn && command -v debootstrap; } >/dev/null ||
        ! command -v apt-get >/dev/null ||
        step "Installing what boots a Debian in a container" try_apt_install systemd-container debootstrap
}

install_end2end() {
    require_node 20
    install_npm end2end "browser tests"
}

install_bench_packages() {
    require_node 20
    install_npm bench "benchmark"
}

# install_npm FOLDER WHOSE: what the lock file there names.
install_npm() {
    local folder="$MKM_ROOT/$1"
    # npm writes this file last, so it is newer than the lock it was made from.
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
        step "Installing the npm packages of the $2" \
            npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
}

install_wrk() {
    provide wrk wrk has_wrk \
        "'sudo apt-get install wrk' (Debian, Ubuntu), 'brew install wrk' (macOS)." \
        "The benchmark makes its load with it."
}

has_wrk() {
    command -v wrk
}

# Django and what serves it, for the benchmark alone.
install_bench_python() {
    local wanted="$MKM_ROOT/bench/requirements.txt" folder="$MKM_TOOLS/bench-python"
    cmp -s "$wanted" "$folder/requirements.txt" ||
        step "Installing Django for the benchmark" add_bench_python "$wanted" "$folder"
}

add_bench_python() {
    require python3 "Install Python 3.10 or later: 'apt-get install python3 python3-venv' (Debian, Ubuntu)," \
        "'dnf install python3' (Fedora), 'brew install python' (macOS)."
    rm -rf "$2" && python3 -m venv "$2" && "$2/bin/pip" install --quiet --no-input -r "$1" &&
        cp "$1" "$2/requirements.txt"
}
