#!/usr/bin/env -S bats --tap
# A new catalogue: what is written works as it stands, and nothing that is there is touched.
load helpers

setup() {
  NEW=$BATS_TEST_TMPDIR/new
  cd "$BATS_TEST_TMPDIR" || return
}

# begin [DIR]: a new catalogue, in which `catalogue` works from then on.
begin() {
  ROOT=${1:-$NEW}
  run --separate-stderr "$CATALOGUE" init "$ROOT"
}

files() {
  (cd "$1" && find . -type f | LC_ALL=C sort)
}

@test "a new catalogue can be checked, indexed, searched and published as it stands" {
  begin
  assert_status 0
  assert_has 'the catalogue is ready'
  catalogue check --strict
  assert_status 0
  assert_output ''
  catalogue index
  assert_has '1 case study in the index'
  catalogue search barbers --format ids
  assert_output an-example
  catalogue facets priority-area --format csv
  assert_has 'priority_areas,cvd,Cardiovascular disease,1'
  catalogue publish
  assert_status 0
  [ -s "$NEW/build/site/case-studies/an-example.html" ]
  [ -s "$NEW/build/site/about.html" ]
  grep -q 'a new catalogue' -i "$NEW/build/site/index.html"
}

@test "a file of one's own takes the example's place" {
  begin
  rm "$NEW/content/case-studies/an-example.md"
  catalogue check --strict
  assert_status 0
  write_case barbers
  catalogue check --strict
  assert_status 0
  catalogue search pressure --format ids
  assert_output barbers
  catalogue publish
  [ -s "$NEW/build/site/case-studies/barbers.html" ]
  [ ! -e "$NEW/build/site/case-studies/an-example.html" ]
}

@test "it has the folder of the program, and the terms of this catalogue, byte by byte" {
  begin
  diff -r "$REPOSITORY/content/vocabulary" "$NEW/content/vocabulary"
  diff <(files "$REPOSITORY/catalogue/start") <(files "$NEW" | grep -v /vocabulary/)
  local file
  for file in $(files "$REPOSITORY/catalogue/start"); do
    cmp "$REPOSITORY/catalogue/start/$file" "$NEW/$file"
  done
}

@test "the issue form is the one of this repository, and nobody owns files until somebody says so" {
  begin
  cmp "$REPOSITORY/.github/ISSUE_TEMPLATE/case-study.yml" "$NEW/.github/ISSUE_TEMPLATE/case-study.yml"
  ! grep -v '^#' "$NEW/.github/CODEOWNERS" | grep -q . || fail 'it names owners'
  ! grep -v '^#' "$REPOSITORY/.github/CODEOWNERS" | grep -q . || fail 'it names owners'
  grep -q 'Nobody can be recognised' "$NEW/.github/pull_request_template.md"
}

@test "on GitLab each problem stands beside its line" {
  local convert
  begin
  write_case barbers 'stage: bogus'
  catalogue check --format json
  convert=$(sed -n "/^ *jq '/,/check.json >/p" "$NEW/.gitlab-ci.yml" | sed "s/check.json >.*//")
  run bash -c "$convert" <<<"$output"
  assert_json 'any(.check_name == "C203" and .severity == "major" and .location.lines.begin == 9)'
  assert_json 'all(.location.path and .fingerprint and .description) and ([.[].fingerprint] | unique | length) == length'
}

@test "what it writes tells the author what the program does" {
  begin
  # shellcheck disable=SC2016 # Markdown
  while IFS= read -r line; do
    run --separate-stderr bash -c "cd '$NEW' && '$CATALOGUE' ${line#catalogue }"
    [ "$status" -le 1 ] || fail "README.md names what does not run: $line"
  done < <(grep -o '`catalogue [a-z][^`]*`' "$NEW/README.md" | tr -d '`' | grep -v ' search\| show')
  grep -q 'catalogue check' "$NEW/README.md"
}

# The commands of the workflow files, with this program in the place where they build theirs.
@test "the workflow files name commands that run" {
  local line count=0
  begin
  mkdir -p "$NEW/build/program/build"
  ln -s "$CATALOGUE" "$NEW/build/program/build/catalogue"
  while IFS= read -r line; do
    run --separate-stderr env -C "$NEW" ADDRESS=https://cases.example CI_PAGES_URL=https://cases.example bash -c "$line"
    [ "$status" -eq 0 ] || fail "does not run: $line"
    count=$((count + 1))
  done < <(sed -n 's/.*\(build\/program\/build\/catalogue .*\)/\1/p' "$NEW"/.github/workflows/*.yml "$NEW/.gitlab-ci.yml")
  [ "$count" -eq 7 ]
  grep -q https://cases.example/ "$NEW/public/sitemap.xml"
}

@test "an empty folder will do, and a repository without a file" {
  mkdir "$NEW"
  begin
  assert_status 0
  git init -q "$BATS_TEST_TMPDIR/repository"
  begin "$BATS_TEST_TMPDIR/repository"
  assert_status 0
  cd "$(mkdir -p "$BATS_TEST_TMPDIR/here" && echo "$BATS_TEST_TMPDIR/here")"
  begin .
  assert_status 0
  [ -s content/catalogue.yaml ]
}

@test "what is there is not touched" {
  local before
  mkdir -p "$NEW/content/pages"
  echo mine >"$NEW/README.md"
  begin
  assert_status 2
  assert_stderr_has 'is not empty: it has README.md'
  [ "$(cat "$NEW/README.md")" = mine ]
  [ "$(files "$NEW")" = ./README.md ]
  rm "$NEW/README.md"
  ln -s /nowhere "$NEW/content/pages/about.md"
  begin
  assert_status 2
  assert_stderr_has 'it has content/pages/about.md'
  begin "$BATS_TEST_TMPDIR/done"
  echo '# mine' >>"$ROOT/content/catalogue.yaml"
  before=$(cd "$ROOT" && find . -type f -exec md5sum {} +)
  begin "$ROOT"
  assert_status 2
  assert_stderr_has 'is a catalogue already'
  [ "$(cd "$ROOT" && find . -type f -exec md5sum {} +)" = "$before" ]
}

@test "a folder that is no place for one is refused" {
  make_root
  cd "$ROOT"
  for folder in '' content/new "$ROOT/content/case-studies" content/catalogue.yaml/new /dev/null; do
    run --separate-stderr "$CATALOGUE" init "$folder"
    assert_status 2
    [ -n "$stderr" ]
  done
  [ "$(files content | grep -v vocabulary/)" = ./catalogue.yaml ]
  run --separate-stderr "$CATALOGUE" init
  assert_status 2
  assert_stderr_has 'one folder, new or empty'
  run --separate-stderr "$CATALOGUE" init one two
  assert_status 2
}

# The settings come last: a folder without them is no catalogue, and the next run goes on.
@test "a run that is killed is finished by the next" {
  local log=$BATS_TEST_TMPDIR/log at
  for at in 1 2 9 40; do
    run env FAULTS="change:$at:KILL:once" FAULTS_LOG="$log" LD_PRELOAD="$REPOSITORY/build/faults/faults.so" \
      ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 "$CATALOGUE" init "$NEW"
    [ "$status" -eq 137 ]
    [ ! -e "$NEW/content/catalogue.yaml" ]
  done
  begin
  assert_status 0
  [ -z "$(find "$NEW" -name '*.new')" ]
  [ "$(files "$NEW" | wc -l)" -gt 40 ]
  catalogue check --strict
  assert_status 0
}
