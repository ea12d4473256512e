#!/usr/bin/env -S bats --tap
# What `catalogue check` says to GitHub Actions and to what reads SARIF. The case studies are invented.
# shellcheck disable=SC2154,SC2016 # set by bats; jq's own variables
load helpers

setup() {
  make_root
  write_case barbers
  unset GITHUB_STEP_SUMMARY
}

# What the check says, line by line; the status is kept.
github() {
  catalogue check --format github
}

@test "a problem is a command at its place, with what to do" {
  write_case barbers 'regions: [yorkshire]'
  github
  assert_status 1
  [ "$output" = "::error file=content/case-studies/barbers.md,line=4,col=11,endColumn=20,title=C203::\"yorkshire\" is not a term of regions. What to do: did you mean yorkshire-humber (Yorkshire and the Humber)?%0AUse this for places in Yorkshire and the Humber, such as Leeds or Hull." ] || fail "$output"
}

@test "errors come first, ten are shown, and the rest is counted" {
  local i
  for i in $(seq 8); do write_case "a-$i" "title: Case $i of many cases" 'sumary: x'; done
  write_case barbers 'result: unknown-term' 'stage: nowhere' 'evaluation: neither' 'start: 1.1.2020'
  printf '\n\nTODO\n' >>"$ROOT/content/case-studies/a-1.md"
  github
  assert_status 1
  [ "$(grep -c '^::error ' <<<"$output")" -eq 10 ]
  ! grep -q '^::warning ' <<<"$output" || fail 'found what must not be there'
  grep -qE '^::notice title=There is more::[0-9]+ more are listed in the summary of this run\.$' <<<"$output"
  [ "$(wc -l <<<"$output")" -eq 11 ]
}

@test "warnings come behind errors" {
  write_case aaa 'title: A title with ](marks) of a link'
  write_case barbers 'sumary: x'
  github
  assert_status 1
  [ "$(sed -nE 's/^::(error|warning) .*/\1/p' <<<"$output" | uniq | tr '\n' ' ')" = 'error warning ' ] || fail "$output"
}

@test "nothing in a file can begin a command, or a link, picture or mention in the summary" {
  export GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR/summary
  write_case barbers $'"a\\n::error::b": x' '"50%": y' 'regions: ["[x](https://evil.example)", "@someone", "<img src=x>", "**bold**"]'
  github
  assert_status 1
  ! grep -qvE '^::(error|warning) file=content/case-studies/barbers\.md,line=[0-9]+,col=[0-9]+(,endColumn=[0-9]+)?,title=[A-Z][0-9]+::' <<<"$output" || fail "$output"
  grep -q '%25' <<<"$output"
  ! grep -qE '(^|[^\\])(@someone|<img|\*\*bold|\]\(https)' "$BATS_TEST_TMPDIR/summary" || fail "$(cat "$BATS_TEST_TMPDIR/summary")"
  [ "$(grep -c '^::' "$BATS_TEST_TMPDIR/summary")" -eq 0 ]
}

@test "the summary has all problems, by file, and is added to what is there" {
  export GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR/summary
  local i
  echo 'Said before.' >"$GITHUB_STEP_SUMMARY"
  for i in $(seq 15); do write_case "a-$i" "title: Case $i of many cases" 'sumary: x'; done
  github
  assert_status 1
  [ "$(head -n 1 "$GITHUB_STEP_SUMMARY")" = 'Said before.' ]
  grep -q '^\*\*15 things have to be mended\*\* before this can be published' "$GITHUB_STEP_SUMMARY"
  [ "$(grep -c '^### ' "$GITHUB_STEP_SUMMARY")" -eq 16 ] || fail "$(cat "$GITHUB_STEP_SUMMARY")"
  [ "$(grep -c '^- \*\*Must be mended, line 13:\*\* unknown key "sumary"\. What to do: summary' "$GITHUB_STEP_SUMMARY")" -eq 15 ] || fail "$(cat "$GITHUB_STEP_SUMMARY")"
  grep -q '^What a code in brackets means.*catalogue explain CODE' "$GITHUB_STEP_SUMMARY"
}

@test "where nothing is wrong, nothing is said beside the lines, and the summary says so" {
  export GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR/summary
  github
  assert_status 0
  [ -z "$output" ]
  grep -q '^Nothing: the files can be published as they are' "$GITHUB_STEP_SUMMARY"
}

@test "a summary that cannot be written is a failure that is told" {
  export GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR
  github
  assert_status 2
  assert_stderr_has "the summary cannot be written to $BATS_TEST_TMPDIR: Is a directory"
}

@test "SARIF has each problem with its rule, its place and what to do" {
  write_case barbers 'regions: [yorkshire]'
  mv "$ROOT/content/case-studies/barbers.md" "$ROOT/content/case-studies/bärbers x%.md"
  catalogue check --format sarif
  assert_status 1
  assert_json '.version == "2.1.0" and (.runs | length == 1)'
  assert_json '.runs[0].results[] | select(.ruleId == "C203") | .level == "error" and (.message.text | contains("did you mean yorkshire-humber"))'
  assert_json '.runs[0].results[] | select(.ruleId == "C203").locations[0].physicalLocation | .artifactLocation.uri == "content/case-studies/b%C3%A4rbers%20x%25.md" and .region == {startLine: 4, startColumn: 11, endColumn: 20}'
  # Every code is a rule, and every result has one.
  [ "$(jq '.runs[0].tool.driver.rules | length' <<<"$output")" -eq "$("$CATALOGUE" explain | wc -l)" ]
  assert_json '[.runs[0].tool.driver.rules[].id] as $rules | all(.runs[0].results[]; .ruleId as $id | $rules | index($id) != null)'
}

@test "very many problems are counted, not printed: whoever reads gets 200 kB, a program all" {
  local i files=600 all shown
  for ((i = 0; i < files; i++)); do
    printf -- '---\ntitle: x%d\nstage: [live\nactions: [zzz, yyy]\n---\ntext\n' "$i" >"$ROOT/content/case-studies/bad-$i.md"
  done
  catalogue check --format json
  assert_status 1
  all=$(jq length <<<"$output")
  [ "$(jq -r '[.[].path] | unique | length' <<<"$output")" -eq "$files" ]
  catalogue check --format sarif
  assert_status 1
  assert_json --argjson all "$all" '.runs[0].results | length == $all'
  catalogue check
  assert_status 1
  [ "$(printf '%s%s' "$output" "$stderr" | wc -c)" -le 200000 ] || fail 'more than 200 kB'
  shown=$(grep -c ': error\[' <<<"$output")
  assert_has $'\n'"and $((all - shown)) more, in "
  assert_stderr_has "$((files + 1)) case studies checked: $all errors"
  GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR/summary github
  [ "$(wc -c <"$BATS_TEST_TMPDIR/summary")" -le 1048576 ] && [ "$(wc -l <<<"$output")" -eq 11 ] || fail 'more than GitHub takes'
  catalogue index
  assert_status 1
  [ "$(printf '%s%s' "$output" "$stderr" | wc -c)" -le 200000 ] || fail 'index prints more than 200 kB'
}
