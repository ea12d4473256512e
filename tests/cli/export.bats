#!/usr/bin/env -S bats --tap
# The catalogue for other programs: each shape has what the published site has of the same name.
load helpers

setup() {
  make_root
  write_case barbers 'partners: [{name: "=Example, Council", type: local-authority}, {name: "@Board", type: nhs-provider, role: lead}]' \
    $'outcomes:\n  - measure: Checks\n    unit: "%"\n    better: higher\n    baseline: 0.50\n    after: 007\n    source: 1' \
    $'sources:\n  - title: A report\n    url: https://board.example/report' \
    $'adoptions:\n  - where: Sutton\n    by: A "practice"\n    year: 2024\n    result: too-early'
  write_case letters 'title: Letters about heart checks' 'published: 2024-06-01'
  write_case draft 'title: Something that is not yet to be told' $'review:\n  status: draft'
  write_case archived 'title: Something that was put away' $'review:\n  status: archived\n  reason: It is old'
  OUT=$BATS_TEST_TMPDIR/out
}

# The line of a table that begins so.
line_of() {
  grep "^$2" "$OUT/$1" | tr -d '\r'
}

@test "JSON is byte for byte what the site offers, and ndjson has the same a line each" {
  succeed publish
  catalogue export
  assert_status 0
  cmp <(printf '%s\n' "$output") "$ROOT/build/site/data/catalogue.json"
  assert_json '[.case_studies[].id] == ["barbers", "letters"]'
  jq -c '.case_studies[]' <<<"$output" >"$BATS_TEST_TMPDIR/lines"
  catalogue export --format ndjson
  diff <(jq -c . <<<"$output") "$BATS_TEST_TMPDIR/lines"
  [ "${#lines[@]}" -eq 2 ]
}

@test "so it is on the real content, and the tables are the site's without their mark" {
  local table
  ROOT=$BATS_TEST_TMPDIR/real
  mkdir "$ROOT" && cp -R "$REPOSITORY/content" "$ROOT/"
  succeed publish
  "$CATALOGUE" export -C "$ROOT" | cmp - "$ROOT/build/site/data/catalogue.json"
  succeed export --format csv --output "$OUT"
  for table in case-studies outcomes partners adoptions; do
    cmp "$OUT/$table.csv" <(tail -c +4 "$ROOT/build/site/data/$table.csv")
  done
  [ "$(find "$OUT" -type f | wc -l)" -eq 5 ]
}

@test "numbers stand as they were written, and the text as Markdown" {
  catalogue export
  assert_has '"baseline": 0.50,'
  assert_has '"after": 7,'
  assert_json '.case_studies[0].body | startswith("\n## The need\n\nMen did not")'
}

@test "tables have a line for each partner, outcome and adoption, and nothing that a spreadsheet would run" {
  catalogue export --format csv --output "$OUT"
  assert_status 0
  assert_output ''
  assert_stderr_has '2 case studies written'
  [ "$(line_of partners.csv barbers | head -1)" = "barbers,Barbers offer blood pressure checks,1,\"'=Example, Council\",local-authority,,,no" ]
  [ "$(line_of partners.csv barbers | tail -1)" = "barbers,Barbers offer blood pressure checks,2,\"'@Board\",nhs-provider,lead,,yes" ]
  [ "$(line_of partners.csv letters)" = "letters,Letters about heart checks,1,Example City Council,local-authority,,,yes" ]
  [ "$(line_of adoptions.csv '')" = $'id,title,number,where,by,year,result,changes\nbarbers,Barbers offer blood pressure checks,1,Sutton,"A ""practice""",2024,too-early,' ]
  [[ $(line_of outcomes.csv barbers) == *,0.50,007,* ]]
  [ "$(wc -l <"$OUT/case-studies.csv")" -eq 3 ]
  ! grep -rq 'not yet to be told\|put away' "$OUT"
}

@test "the package says what each column holds" {
  local table
  succeed export --format csv --output "$OUT"
  for table in case-studies outcomes partners adoptions; do
    diff <(jq -r ".resources[] | select(.name == \"$table\") | .schema.fields[].name" "$OUT/datapackage.json") \
      <(head -1 "$OUT/$table.csv" | tr -d '\r' | tr , '\n')
  done
  jq -e '.title == "A small catalogue" and .licenses[0].name == "CC-BY-4.0" and .contributors[0].title == "Example Health Board"
    and ([.resources[].path] == ["case-studies.csv", "outcomes.csv", "partners.csv", "adoptions.csv"])
    and (.resources[2].schema.fields[] | select(.name == "type") | .constraints.enum | index("nhs-provider") != null)
    and (.resources[1].schema.fields[] | select(.name == "baseline") | .type == "number")' "$OUT/datapackage.json"
}

@test "a file that is there gives way to the new one, whole" {
  echo old >"$OUT"
  catalogue export --output "$OUT"
  assert_status 0
  assert_output ''
  jq -e '.case_studies | length == 2' "$OUT"
  catalogue export --format ndjson --output "$OUT"
  [ "$(wc -l <"$OUT")" -eq 2 ]
}

@test "a place that will not do is told, and what is there stays" {
  local before
  catalogue export --format csv
  assert_status 2
  assert_stderr_has 'name a folder for them with --output'
  for place in '' "$ROOT/content/x.json" "$ROOT/content/case-studies" /nowhere/x.json "$ROOT/content/catalogue.yaml/x"; do
    catalogue export --output "$place"
    assert_status 2
    [ -n "$stderr" ]
  done
  echo mine >"$OUT"
  catalogue export --format csv --output "$OUT"
  assert_status 2
  [ "$(cat "$OUT")" = mine ]
  [ "$(find "$ROOT/content/case-studies" -type f | wc -l)" -eq 4 ]
}

@test "an index that cannot be read to its end takes no file's place" {
  succeed index
  echo good >"$OUT"
  sqlite3 "$ROOT/build/catalogue.db" "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'tags'"
  catalogue export --no-update --output "$OUT"
  assert_status 2
  [ -n "$stderr" ]
  [ "$(cat "$OUT")" = good ]
}

@test "a downloaded database is enough" {
  succeed publish
  run --separate-stderr env -C / "$CATALOGUE" export --database "$ROOT/build/site/data/catalogue.db"
  assert_status 0
  cmp <(printf '%s\n' "$output") "$ROOT/build/site/data/catalogue.json"
}
