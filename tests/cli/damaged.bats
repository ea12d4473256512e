#!/usr/bin/env -S bats --tap
# A database is input too: whatever stands in one that says it is an index, no command may crash on it, and what
# cannot be read is never taken for what is not there. What is damaged changes no byte of a good site.
load helpers

# Few terms and synonyms, as each page of the database costs a few runs; one case study is too long for one page, as most are.
setup() {
  make_root
  rm -r "$ROOT/content/vocabulary"
  cp -R "$REPOSITORY/tests/golden/content/vocabulary" "$ROOT/content/"
  printf -- '- words: ["hypertension", "high blood pressure"]\n' >"$ROOT/content/vocabulary/synonyms.yaml"
  write_case barbers
  printf 'Barbers measure it in the chair and write it down. %.0s' {1..200} >>"$ROOT/content/case-studies/barbers.md"
  write_case hairdressers 'title: Hairdressers offer blood pressure checks'
  mkdir "$ROOT/content/lenses"
  printf '%s\n' 'name: Hearts' 'source: A board, 2020' 'summary: What was done for hearts.' 'cells:' \
    '  - {id: checks, label: Checks, question: Who was checked?, query: "blood pressure"}' >"$ROOT/content/lenses/hearts.yaml"
  catalogue index
  DATABASE=$ROOT/build/catalogue.db
  cp "$DATABASE" "$BATS_TEST_TMPDIR/good.db"
}

# The commands that ask, a line each.
questions=(
  'search blood'
  'search --format json pressure -zymurgy'
  'search --sort title --facets'
  'show barbers hairdressers'
  'show --format markdown barbers'
  'similar barbers'
  'compare barbers hairdressers'
  'facets actions'
  'matrix priority-area region'
  'lens hearts'
  'brief blood'
  'report quality'
  'report investment'
  'stale --on 2030-01-01'
  'export'
)

ask() {
  # shellcheck disable=SC2086 # the words of a question
  catalogue $1 --no-update
}

# Each question as it is answered while all is well.
learn_answers() {
  local number
  for number in "${!questions[@]}"; do
    ask "${questions[number]}"
    [ "$status" -eq 0 ] || fail "${questions[number]}"
    answers[number]=$output
  done
}

# As before, or not at all and with the reason.
assert_answers() {
  local number
  for number in "${!questions[@]}"; do
    ask "${questions[number]}"
    if [ "$status" -eq 2 ]; then
      [[ -z $output && $stderr == *"the index $DATABASE "* ]] || fail "$1: ${questions[number]}: no reason"
    else
      [[ $status -eq 0 && $output == "${answers[number]}" ]] || fail "$1: ${questions[number]}: another answer"
    fi
  done
}

sum_of_site() {
  (cd "$ROOT/build/site" && find . -type f -exec md5sum {} + | LC_ALL=C sort | md5sum)
}

# The site under each of two addresses; it stands under the second.
learn_sites() {
  for address in one two; do
    succeed publish --base-url "https://$address.example/"
    sites[$address]=$(sum_of_site)
  done
}

# Every page is made anew for the other address, or the site is as it was and the reason is said.
assert_publishes() {
  local other=one
  [ "$address" = two ] || other=two
  catalogue publish --base-url "https://$other.example/"
  if [ "$status" -eq 2 ]; then
    [[ -z $output && $stderr == *"the index "* ]] || fail "$1: no reason"
  else
    [ "$status" -eq 0 ] || fail "$1: another status"
    address=$other
  fi
  [ "$(sum_of_site)" = "${sites[$address]}" ] || fail "$1: another site"
}

zero_page() {
  cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
  dd if=/dev/zero of="$DATABASE" bs=4096 seek="$1" count=1 conv=notrunc status=none
}

@test "each page of the database zeroed: the same answer, or status 2 and why" {
  local pages page
  local -a answers
  learn_answers
  pages=$(($(wc -c <"$DATABASE") / 4096))
  for ((page = 0; page < pages; page++)); do
    zero_page "$page"
    assert_answers "page $page"
  done
}

@test "each page of the database zeroed: the site that stands does not change" {
  local pages page address
  local -A sites
  learn_sites
  pages=$(($(wc -c <"$DATABASE") / 4096))
  for ((page = 0; page < pages; page++)); do
    zero_page "$page"
    assert_publishes "page $page"
  done
}

@test "the database cut at each page: the same answer and site, or status 2 and why" {
  local pages page address
  local -a answers
  local -A sites
  learn_sites
  learn_answers
  pages=$(($(wc -c <"$DATABASE") / 4096))
  for ((page = 1; page < pages; page++)); do
    head -c $((page * 4096)) "$BATS_TEST_TMPDIR/good.db" >"$DATABASE"
    assert_answers "cut to $page pages"
    ((page % 10)) || assert_publishes "cut to $page pages"
  done
}

# stop_halfway: the database and its journal as a run leaves them that is killed while it writes.
stop_halfway() {
  local copy=$BATS_TEST_TMPDIR/copy.db
  cp "$DATABASE" "$copy"
  sqlite3 "$copy" >/dev/null <<END
PRAGMA cache_size = 2;
BEGIN;
UPDATE cases SET title = 'Half';
UPDATE sources SET source = source || source;
UPDATE terms SET label = label || label;
.shell cp '$copy' '$DATABASE'; cp '$copy-journal' '$DATABASE-journal'
ROLLBACK;
END
  [ -s "$DATABASE-journal" ] && ! cmp -s "$DATABASE" "$BATS_TEST_TMPDIR/good.db"
}

@test "what a killed run left half written is undone in memory by those who may not write" {
  local -a as_others=(env)
  local answer sum
  # Who may do everything does it here as those who may not.
  [ "$(id -u)" -ne 0 ] || as_others=(setpriv --bounding-set=-dac_override)
  catalogue search --no-update --format json ''
  answer=$output
  stop_halfway
  sum=$(md5sum "$DATABASE" "$DATABASE-journal")
  chmod a-w "$DATABASE" "$ROOT/build"
  run --separate-stderr "${as_others[@]}" "$CATALOGUE" search -C "$ROOT" --no-update --format json ''
  chmod u+w "$DATABASE" "$ROOT/build"
  assert_status 0
  assert_output "$answer"
  [ "$(md5sum "$DATABASE" "$DATABASE-journal")" = "$sum" ]
}

@test "what a killed run left half written is said where its journal does not bring it back" {
  local -a as_others=(env)
  [ "$(id -u)" -ne 0 ] || as_others=(setpriv --bounding-set=-dac_override)
  stop_halfway
  # How many pages there were: more than there are now.
  printf '\x00\xff\xff\xff' | dd of="$DATABASE-journal" bs=1 seek=16 conv=notrunc status=none
  chmod a-w "$DATABASE" "$ROOT/build"
  run --separate-stderr "${as_others[@]}" "$CATALOGUE" search -C "$ROOT" --no-update blood
  chmod u+w "$DATABASE" "$ROOT/build"
  assert_status 2
  assert_stderr_has 'half written by a run that was stopped'
}

# Changes the index, and gives its pages the sums of what they hold then: the next floor is what is looked at.
write_sql() {
  sqlite3 "$DATABASE" "$1" && perl "$REPOSITORY/tests/faults/sums.pl" "$DATABASE"
}

@test "what another program wrote to an index is taken for damage, in the index and in what is published of it" {
  local command changed version copy=$ROOT/build/site/data/catalogue.db
  succeed publish
  version=$(sqlite3 "$DATABASE" 'PRAGMA user_version')
  cp "$copy" "$BATS_TEST_TMPDIR/published.db"
  for changed in "UPDATE cases SET title = replace(title, 'offer', 'refuse')" 'DELETE FROM tags' \
    "UPDATE terms SET label = 'Another'" 'PRAGMA journal_mode = WAL' "PRAGMA user_version = $version" 'VACUUM'; do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    cp "$BATS_TEST_TMPDIR/published.db" "$BATS_TEST_TMPDIR/copy.db"
    sqlite3 "$DATABASE" "$changed" >/dev/null
    sqlite3 "$BATS_TEST_TMPDIR/copy.db" "$changed" >/dev/null
    for command in "--no-update blood" "--database $BATS_TEST_TMPDIR/copy.db blood"; do
      # shellcheck disable=SC2086 # the words of a command
      catalogue search $command
      assert_status 2
      assert_output ''
      assert_stderr_has 'is damaged'
    done
    succeed search blood
    succeed publish
    cmp "$copy" "$BATS_TEST_TMPDIR/published.db" || fail "$changed"
  done
}

@test "a view in the place of a table is not asked" {
  write_sql 'ALTER TABLE settings RENAME TO kept; CREATE VIEW settings AS SELECT * FROM kept'
  catalogue search --no-update blood
  assert_status 2
  assert_stderr_has 'is damaged'
  catalogue search blood
  assert_status 0
}

@test "case studies whose texts are gone are not shown without them" {
  write_sql 'DELETE FROM search'
  catalogue search --no-update ''
  assert_status 2
  assert_output ''
  assert_stderr_has 'is damaged'
}

@test "what an index has lost is not told as what is not there" {
  local lost
  for lost in 'DELETE FROM term_rows' "DELETE FROM term_rows WHERE term = 'visible'" \
    'UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10'; do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    write_sql "$lost"
    catalogue search --no-update barbers
    assert_status 2
    assert_output ''
    assert_stderr_has 'is damaged'
  done
  # A catalogue may hide all that it has, and then nothing is there.
  cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
  for lost in "$ROOT"/content/case-studies/*.md; do
    sed -i '0,/^title:/s//review: {status: withdrawn, date: 2026-01-01, reason: "It was not so."}\ntitle:/' "$lost"
  done
  catalogue search ''
  assert_status 1
  succeed index --rebuild
  catalogue search ''
  assert_status 1
}

# each_refuses_barbers SQL: the file of one case is damaged, and whoever reads it says so; the others can be read.
each_refuses_barbers() {
  local command
  write_sql "$1"
  for command in 'show barbers' 'show --format markdown barbers' 'compare barbers hairdressers' 'report quality' export; do
    ask "$command"
    assert_status 2
    assert_output ''
    assert_stderr_has 'is damaged'
  done
  ask 'show hairdressers'
  assert_status 0
}

# A byte of a text is none that SQLite looks after.
@test "a letter changed in a text that was stored, or a text that is gone, is found by whoever reads it" {
  each_refuses_barbers "DELETE FROM sources WHERE row = (SELECT row FROM cases WHERE id = 'barbers')"
  cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
  each_refuses_barbers "UPDATE sources SET source = replace(source, 'chair', 'choir')
    WHERE row = (SELECT row FROM cases WHERE id = 'barbers')"
  catalogue publish
  assert_status 2
  assert_stderr_has 'is damaged'
  [ ! -e "$ROOT/build/site" ]
  succeed index --rebuild
  ask 'show barbers'
  [[ $output == *'in the chair'* ]]
}

# What an answer says is not the matter here, only that it is one: whole, or none and with the reason.
survives() {
  catalogue search --database "$DATABASE" --no-update --facets --format json "$@"
  if [ "$status" -eq 2 ]; then
    [[ -z $output && $stderr == *"the index $DATABASE "* ]] || fail "$changed: $*"
  else
    [[ $output == '{'*$'\n}' && ($output == *$'"results": [\n    {'* || $output == *'"total": 0,'*'"related": 0,'*) ]] ||
      fail "$changed: $*: no whole answer"
  fi
}

@test "numbers that no index has are survived" {
  local changed address
  local -A sites
  learn_sites
  for changed in \
    'UPDATE lengths SET block = 4503599627370495' \
    'UPDATE lengths SET block = -1' \
    'UPDATE lengths SET block = 9223372036854775807' \
    'UPDATE lengths SET block = 4503599627370495, data = zeroblob(1000000)' \
    "UPDATE lengths SET data = x'01'" \
    "UPDATE lengths SET data = 'text'" \
    'UPDATE lengths SET data = zeroblob(1000000)' \
    'DELETE FROM lengths'; do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    write_sql "$changed"
    survives blood pressure
    survives 'blood*' -men
    assert_publishes "$changed"
  done
}

@test "every table may be empty, and every column hold something else" {
  local table column value changed
  for table in $(sqlite3 "$DATABASE" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"); do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    changed="DELETE FROM \"$table\""
    write_sql "$changed"
    survives blood pressure
    for column in $(sqlite3 "$DATABASE" "SELECT name FROM pragma_table_info('$table')"); do
      cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
      for value in NULL "''" 9223372036854775807 "x'ff00'"; do
        changed="UPDATE OR IGNORE \"$table\" SET \"$column\" = $value"
        # What the table's own constraints refuse cannot stand in it.
        write_sql "$changed" 2>/dev/null || continue
        survives 'blood pressure -men'
      done
    done
  done
}

@test "a file cut short or with bytes turned over is survived" {
  local size at changed
  size=$(wc -c <"$DATABASE")
  for at in 1 100 1000 4096 5000 $((size / 2)) $((size - 1)); do
    changed="cut or turned over at $at"
    head -c "$at" "$BATS_TEST_TMPDIR/good.db" >"$DATABASE"
    survives blood pressure
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    printf '\377\377\377\377' | dd of="$DATABASE" bs=1 seek="$at" conv=notrunc status=none
    survives blood pressure
  done
}

@test "an index that was damaged or made to harm: the answer, or status 2 and why, in bounded time" {
  run "$REPOSITORY/tests/faults/damaged" 40
  [ "$status" -eq 0 ] || fail 'see above'
  ! grep '^not ok' <<<"$output" || fail 'see above'
  [[ $output == *'ok '*'rows of cases without end'* ]]
}
