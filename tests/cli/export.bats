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
  ! grep -rq 'not yet to be told\|put away' "$OUT" || fail 'found what must not be there'
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
  perl "$REPOSITORY/tests/faults/sums.pl" "$ROOT/build/catalogue.db"
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

# What nobody could load is told by the servers themselves: make test-scale.
@test "for PostgreSQL each case is a line of data with its texts, terms and lengths, whatever stands in it" {
  write_case odd "title: Tabs, back\\\\slashes and 'quotes'" 'priority_areas: [cvd, maternity]' 'published: 2024' 'keywords: ["c\td\r\ne"]'
  printf '\nA path C:\\new\\table, and a line that is only this:\n\n\\.\n\nA\ttab.\n' >>"$ROOT/content/case-studies/odd.md"
  sed -i 's/$/\r/' "$ROOT/content/case-studies/odd.md"
  succeed export --format postgresql --output "$OUT"
  [ "$(find "$OUT" -type f -printf '%f\n' | sort | paste -sd' ')" = 'data.sql other.sql schema.sql' ]
  sed -n '/^COPY catalogue.cases /,/^\\\.$/p' "$OUT/data.sql" >"$BATS_TEST_TMPDIR/rows"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/rows")" -eq 5 ]
  columns=$(head -1 "$BATS_TEST_TMPDIR/rows" | tr -cd , | wc -c)
  sed '1d;$d' "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/lines"
  [ "$(awk -F'\t' '{print NF - 1}' "$BATS_TEST_TMPDIR/lines" | sort -u)" = "$columns" ]
  [ "$(cut -f1 "$BATS_TEST_TMPDIR/lines" | paste -sd' ')" = 'barbers letters odd' ]
  grep -q $'^odd\t.*\t{"cvd","maternity"}\t.*\t2024\t' "$BATS_TEST_TMPDIR/lines"
  grep -qF 'C:\\new\\table' "$BATS_TEST_TMPDIR/lines"
  ! grep -rq 'not yet to be told\|put away' "$OUT" || fail 'found what must not be there'
}

@test "the tables of the other server have the columns of the first" {
  columns_of() {
    sed -n "/^CREATE TABLE catalogue.$1 (\$/,/^)/p" "$OUT/$2" | sed '1d;$d'
  }
  succeed export --format postgresql --output "$OUT"
  [ "$(columns_of cases schema.sql | wc -l)" -gt 30 ]
  diff <(columns_of cases schema.sql) <(columns_of cases_2 other.sql)
  diff <(columns_of cases schema.sql) <(columns_of cases_3 other.sql)
}

@test "for OpenSearch there are two lines for each case, with the fields of the mapping" {
  succeed export --format opensearch --output "$OUT"
  [ "$(wc -l <"$OUT/cases.ndjson")" -eq 4 ]
  jq -es --slurpfile index "$OUT/index.json" '($index[0].mappings.properties | keys) as $known
    | [.[0, 2]] == [{index: {_index: "case-studies", _id: "barbers"}}, {index: {_index: "case-studies", _id: "letters"}}]
    and all(.[1, 3]; (keys - $known) == [] and .study.title == .title and (.priority_areas | type) == "array")' "$OUT/cases.ndjson"
  jq -e '.mappings.dynamic == "strict" and .mappings.properties.priority_areas.type == "keyword"
    and .mappings.properties.body.search_analyzer == "catalogue_search"
    and (.settings.analysis.analyzer.catalogue_search.filter - (.settings.analysis.filter | keys)) == ["lowercase", "asciifolding"]
    and (.settings.analysis.filter.catalogue_synonyms.synonyms | index("blood pressure, bp") != null)' "$OUT/index.json"
}

@test "a short form finds what it may mean, and is not found by it" {
  printf '%s\n' '- words: ["heart attack", "a, b"]' '  hints: ["mi"]' '  related: ["angina"]' >"$ROOT/content/vocabulary/synonyms.yaml"
  succeed export --format opensearch --output "$OUT"
  jq -e '.settings.analysis.filter.catalogue_synonyms.synonyms == ["heart attack, a\\, b", "mi => mi, heart attack, a\\, b"]' "$OUT/index.json"
  succeed export --format postgresql --output "$OUT"
  diff <(sed -n '/^COPY catalogue.synonyms/,/^\\\.$/p' "$OUT/data.sql" | cut -f3- | sed '1d;$d') - <<<$'words\theart attack\nwords\ta, b\nhints\tmi'
}
