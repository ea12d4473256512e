# shellcheck shell=bash disable=SC2154 # status, output and stderr are set by bats
# What the command tests share. Each test file begins with
#
#   #!/usr/bin/env -S bats --tap
#   load helpers        (or: load ../cli/helpers)
#
# and each test works in a catalogue of its own, $ROOT, which `make_root` creates.
# Nothing here reads the real case studies: a test says what it depends on.
[ -z "${BATS_VERSION-}" ] || bats_require_minimum_version 1.5.0

REPOSITORY=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The program under test; `make test-sanitize` names another.
CATALOGUE=${CATALOGUE:-build/catalogue}
case $CATALOGUE in /*) ;; *) CATALOGUE=$REPOSITORY/$CATALOGUE ;; esac

# The tester's own settings must not decide a test.
unset CATALOGUE_ROOT CATALOGUE_DATABASE SOURCE_DATE_EPOCH NO_COLOR PAGER XDG_DATA_HOME
export LC_ALL=C TZ=UTC

# An empty catalogue with the real vocabulary, in $ROOT or the folder named.
make_root() {
  ROOT=${1:-$BATS_TEST_TMPDIR/root}
  mkdir -p "$ROOT/content/case-studies"
  cp -R "$REPOSITORY/content/vocabulary" "$ROOT/content/"
  cat >"$ROOT/content/catalogue.yaml" <<'END'
title: A small catalogue
publisher: Example Health Board
base_url: https://catalogue.example/
repository: https://git.example/board/catalogue
licence: CC-BY-4.0
contact: catalogue@board.example
END
}

# write_case ID [CHANGE…]: the smallest valid case study. A change `key: value` takes the
# place of that key's line, or is added at the end; it may go over several lines
# ($'cost:\n  amount: 5'). A change `-key` takes the line out.
write_case() {
  local id=$1 change key
  local -a lines=(
    'title: Barbers offer blood pressure checks'
    'summary: Few men in two wards had their blood pressure checked. Barbers were trained to offer it. Checks rose in a year.'
    'regions: [yorkshire-humber]'
    'partners: [{name: Example City Council, type: local-authority}]'
    'priority_areas: [cvd]'
    'deprivation_focus: [core20, men]'
    'actions: [outreach, case-finding]'
    'stage: live'
    'result: positive'
    'evaluation: before-after'
    'published: 2024-05-01'
  )
  shift
  for change; do
    key=${change%%:*}
    change_line "${key#-}" "$([[ $change == -* ]] || printf %s "$change")"
  done
  {
    printf '%s\n' --- "${lines[@]}" --- ''
    printf '## The need\n\nMen did not come to the surgery.\n\n'
    printf '## What we did\n\nBarbers were trained to measure.\n\n'
    printf '## What changed\n\nMore men were checked.\n'
  } >"$ROOT/content/case-studies/$id.md"
}

# In the caller's `lines`: the line of a key becomes another, or goes when that is empty.
change_line() {
  local i
  for i in "${!lines[@]}"; do
    [[ ${lines[i]} == "$1":* ]] || continue
    if [ -n "$2" ]; then lines[i]=$2; else unset "lines[i]"; fi
    return
  done
  lines+=("$2")
}

# catalogue COMMAND [ARGUMENT…] runs the program in $ROOT, or where the test stands when there is none: $status, $output
# (stdout), its $lines and $stderr hold what came of it. As `run --separate-stderr` does, which takes three times as long.
catalogue() {
  local said=$BATS_TEST_TMPDIR/said.$BASHPID
  "$CATALOGUE" "$1" ${ROOT:+-C "$ROOT"} "${@:2}" >"$said" 2>"$said.stderr" && status=0 || status=$?
  output=$(<"$said")
  stderr=$(<"$said.stderr")
  IFS=$'\n' read -d '' -r -a lines <<<"$output" || true
}

# succeed COMMAND [ARGUMENT…]: the same, where it must work but is not what is tested.
succeed() {
  catalogue "$@"
  [ "$status" -eq 0 ] || fail "catalogue $*"
}

# calls CLASS COMMAND [ARGUMENT…]: how often the program calls the system so, by the classes of tests/faults/faults.c.
calls() {
  local log=$BATS_TEST_TMPDIR/calls
  rm -f "$log"
  with_faults count "$log" "${@:2}" >/dev/null || return
  awk -v class="$1" '$1 == class { print $2 }' "$log"
}

# killed CLASS NUMBER COMMAND [ARGUMENT…]: it is killed before it makes so many of them.
killed() {
  run --separate-stderr with_faults "$1:$2:KILL:once" /dev/null "${@:3}"
  [ "$status" -eq 137 ] || fail "it came to its end before $2 times $1"
}

# with_faults FAULTS LOG COMMAND [ARGUMENT…]
with_faults() {
  local library=$REPOSITORY/build/faults/faults.so
  [ -e "$library" ] || fail "there is no $library: make test-programs makes it" || return
  # The sanitizers let a library come before theirs only when told to, and take what loading it needs for a leak.
  env FAULTS="$1" FAULTS_LOG="$2" LD_PRELOAD="$library" ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0:detect_leaks=0" \
    "$CATALOGUE" "$3" -C "$ROOT" "${@:4}"
}

# within SECONDS COMMAND…: ends it with status 152 when it has used so much of the processor's time, which
# a busy machine does not make longer. The sanitizers take their share; SLOWER says how much.
within() {
  (ulimit -c 0 && ulimit -S -t $(($1 * ${SLOWER:-1})) && "${@:2}")
}

# Each of these says what it found when it fails.
assert_status() {
  [ "$status" -eq "$1" ] || fail "status $status, expected $1"
}

assert_output() {
  [ "$output" = "$1" ] || fail "stdout differs from: $1"
}

assert_has() {
  [[ $output == *"$1"* ]] || fail "stdout lacks: $1"
}

assert_lacks() {
  [[ $output != *"$1"* ]] || fail "stdout has: $1"
}

assert_stderr_has() {
  [[ $stderr == *"$1"* ]] || fail "stderr lacks: $1"
}

# The JSON on stdout satisfies a jq expression.
assert_json() {
  jq -e "$@" <<<"$output" >/dev/null || fail "JSON does not satisfy: $*"
}

fail() {
  printf '%s\n' "$1" "--- status ${status-}" "--- stdout" "${output-}" "--- stderr" "${stderr-}" >&2
  return 1
}

# A page with its bare addresses as paper has them: whole, and not only whose page it is.
with_whole_addresses() {
  sed -E 's/<a class="address" href="([^"]*)"[^>]*>[^<]*<\/a>/\1/g'
}

# citation SITE ID FORMAT: what the link on the page of a case saves.
citation() {
  local address
  address=$(grep -o "href=\"data:[^\"]*\" download=\"$2.$3\"" "$1/case-studies/$2.html") || fail "no $3"
  address=${address#*,}
  printf '%b' "$(sed 's/" download=.*//; s/&amp;/\&/g; s/\\/\\\\/g; s/%/\\x/g' <<<"$address")"
}
