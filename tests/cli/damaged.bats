#!/usr/bin/env -S bats --tap
# A database is input too: whatever stands in one that says it is an index, no command may crash on it.
load helpers

setup() {
  make_root
  write_case barbers
  write_case hairdressers 'title: Hairdressers offer blood pressure checks'
  catalogue index
  DATABASE=$ROOT/build/catalogue.db
  cp "$DATABASE" "$BATS_TEST_TMPDIR/good.db"
}

# survives QUERY…: what an answer says is not the matter here, only that it is one.
survives() {
  catalogue search --database "$DATABASE" --no-update --facets "$@"
  [ "$status" -le 2 ] || fail "$*"
}

@test "numbers that no index has are survived" {
  local change
  for change in \
    'UPDATE lengths SET block = 4503599627370495' \
    'UPDATE lengths SET block = -1' \
    'UPDATE lengths SET block = 9223372036854775807' \
    'UPDATE lengths SET block = 4503599627370495, data = zeroblob(1000000)' \
    "UPDATE lengths SET data = x'01'" \
    "UPDATE lengths SET data = 'text'" \
    'UPDATE lengths SET data = zeroblob(1000000)' \
    'DELETE FROM lengths'; do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    sqlite3 "$DATABASE" "$change"
    survives blood pressure
    survives 'blood*' -men
    catalogue publish
    [ "$status" -le 2 ] || fail "$change"
  done
}

@test "every table may be empty, and every column hold something else" {
  local table column value
  for table in $(sqlite3 "$DATABASE" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"); do
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    sqlite3 "$DATABASE" "DELETE FROM \"$table\""
    survives blood pressure
    for column in $(sqlite3 "$DATABASE" "SELECT name FROM pragma_table_info('$table')"); do
      cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
      for value in NULL "''" -1 9223372036854775807 "x'ff00'"; do
        # What the table's own constraints refuse cannot stand in it.
        sqlite3 "$DATABASE" "UPDATE OR IGNORE \"$table\" SET \"$column\" = $value" 2>/dev/null || continue
        survives 'blood pressure -men'
      done
    done
  done
}

@test "a file cut short or with bytes turned over is survived" {
  local size at
  size=$(wc -c <"$DATABASE")
  for at in 1 100 1000 4096 5000 $((size / 2)) $((size - 1)); do
    head -c "$at" "$BATS_TEST_TMPDIR/good.db" >"$DATABASE"
    survives blood pressure
    cp "$BATS_TEST_TMPDIR/good.db" "$DATABASE"
    printf '\377\377\377\377' | dd of="$DATABASE" bs=1 seek="$at" conv=notrunc status=none
    survives blood pressure
  done
}
