# shellcheck shell=bash
# Sourced by tools/install: programs that go to $MKM_TOOLS, each in one known version.

CARGO_LEPTOS=0.3.10
CARGO_DENY=0.20.2
SQLX_CLI=0.9.0
BINARYEN=132.0.0
CARGO_FUZZ=0.13.2
CARGO_DEB=3.8.0

# require PROGRAM SENTENCE…: what no script should install behind somebody's back.
require() {
    local program=$1
    shift
    command -v "$program" >/dev/null || refuse "$program is missing." "$@"
}

require_basics() {
    require cargo "Install Rust from https://rustup.rs and run this again."
    require cc "Install a C compiler: 'apt-get install build-essential' (Debian, Ubuntu)," \
        "'dnf install gcc' (Fedora), 'xcode-select --install' (macOS)."
    require_node 18
}

# require_node VERSION: at least this one.
require_node() {
    local how="Install Node.js $1 or later: 'apt-get install nodejs npm' (Debian, Ubuntu; old releases"
    how="$how have too old a one: https://nodejs.org), 'dnf install nodejs' (Fedora),"
    how="$how 'brew install node' (macOS)."
    require node "$how"
    require npm "$how"
    node -e "process.exit(Number(process.versions.node.split('.')[0]) >= $1 ? 0 : 1)" ||
        refuse "Node.js $(node --version) is too old." "$how"
}

# has PROGRAM VERSION: the program is in PATH in exactly this version.
has() {
    [ "$("$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1)" = "$2" ]
}

# cargo_install CRATE VERSION ARGUMENT…: a prebuilt program where cargo-binstall is at hand,
# otherwise compiled, unoptimized: these tools are not worth 20 minutes of optimization.
cargo_install() {
    local crate=$1 version=$2
    shift 2
    if command -v cargo-binstall >/dev/null &&
        cargo binstall --no-confirm --root "$MKM_TOOLS" "$crate@$version"; then
        return
    fi
    if has_openssl; then
        # Its own copy takes longer to compile than any other dependency.
        export OPENSSL_NO_VENDOR=1
    fi
    # One folder for all: what one of them compiled, the next one need not. What a macro of theirs needs as well
    # is compiled once where both are compiled alike.
    CARGO_TARGET_DIR="$MKM_TOOLS/building" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_CODEGEN_UNITS=256 \
        cargo install --root "$MKM_TOOLS" "$crate@$version" "$@"
}

# optimized CRATE: an argument for cargo_install. In it the tool spends its time, each time it is used.
optimized() {
    echo "--config=profile.release.package.$1.opt-level=3"
}

has_openssl() {
    command -v pkg-config >/dev/null && pkg-config --atleast-version=1.1.0 openssl
}

install_wasm_target() {
    if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
        command -v rustup >/dev/null ||
            refuse "Rust's standard library for wasm32-unknown-unknown is missing, and without" \
                "rustup this script cannot add it: install it with what installed Rust."
        step "Installing Rust's standard library for the browser" \
            rustup target add wasm32-unknown-unknown
    fi
}

install_cargo_leptos() {
    has cargo-leptos "$CARGO_LEPTOS" ||
        step "Installing cargo-leptos $CARGO_LEPTOS (once, some minutes)" \
            cargo_install cargo-leptos "$CARGO_LEPTOS" --locked \
            "$(optimized brotli)" "$(optimized libflate_lz77)" "$(optimized libflate)"
}

# The program must have the version of the library that Cargo.lock names, or it refuses its output.
install_wasm_bindgen() {
    local version
    version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$MKM_ROOT/Cargo.lock")
    has wasm-bindgen "$version" ||
        step "Installing wasm-bindgen $version (once, a few minutes)" \
            cargo_install wasm-bindgen-cli "$version" --bin wasm-bindgen
}

install_wasm_opt() {
    has wasm-opt "${BINARYEN%%.*}" ||
        step "Installing wasm-opt (binaryen $BINARYEN)" \
            npm install --prefix "$MKM_TOOLS/npm" --no-audit --no-fund --loglevel=error \
            --save-exact "binaryen@$BINARYEN"
}

install_cargo_deny() {
    has cargo-deny "$CARGO_DENY" ||
        step "Installing cargo-deny $CARGO_DENY (once, some minutes)" \
            cargo_install cargo-deny "$CARGO_DENY" --locked
}

install_sqlx() {
    has sqlx "$SQLX_CLI" ||
        step "Installing sqlx-cli $SQLX_CLI (once, some minutes)" \
            cargo_install sqlx-cli "$SQLX_CLI" --locked --no-default-features --features postgres
}

# What fuzz targets are built with: counting which code runs needs an unstable option.
install_nightly() {
    require rustup "Install it from https://rustup.rs and run this again."
    rustup run nightly rustc --version >/dev/null 2>&1 ||
        step "Installing the nightly compiler" rustup toolchain install nightly --profile minimal
}

install_cargo_fuzz() {
    has cargo-fuzz "$CARGO_FUZZ" ||
        step "Installing cargo-fuzz $CARGO_FUZZ (once, some minutes)" \
            cargo_install cargo-fuzz "$CARGO_FUZZ" --locked
}

install_cargo_deb() {
    has cargo-deb "$CARGO_DEB" ||
        step "Installing cargo-deb $CARGO_DEB (once, some minutes)" \
            cargo_install cargo-deb "$CARGO_DEB" --locked
}
