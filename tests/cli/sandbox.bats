#!/usr/bin/env -S bats --tap
# Each command is shut in with what it needs before it reads what others wrote: what hostile code in it could
# reach is tried from within, at its first and its last calls of the system, and nothing is.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  local version
  version=$("$CATALOGUE" --version)
  [[ $version == *$'\nsandbox: Landlock ABI '* ]] || no_sandbox=$version
  make_root
  write_case barbers
  write_case letters 'title: Letters about heart checks'
  succeed index
  CANARY=$BATS_TEST_TMPDIR/canary
  mkdir "$CANARY"
  echo secret >"$CANARY/secret"
  export FAULTS_CANARY=$CANARY GITHUB_STEP_SUMMARY=$BATS_TEST_TMPDIR/github/summary
  mkdir "$BATS_TEST_TMPDIR/github"
}

# Each command, with the options that make it write.
commands=(
  'check' 'check --fix' 'check --format github' 'coach content/case-studies/barbers.md' 'explain C201'
  'schema' 'index --rebuild' 'publish --single-file ../elsewhere/one.html' 'export --output ../elsewhere/all.json'
  'export --format csv --output ../elsewhere/tables' 'import ../elsewhere/other.json' 'new --from ../elsewhere/letter.md'
  'init ../elsewhere/fresh' 'search blood' 'search --no-update blood' 'show barbers' 'similar barbers'
  'compare barbers letters' 'facets' 'matrix priority-area region' 'brief blood' 'report quality' 'stale' 'lens' 'completion bash'
)

held() {
  if [ -n "${no_sandbox-}" ]; then
    echo "# ${no_sandbox#*$'\n'}" >&3
    return
  fi
  grep -q '^secret held$' "$1" || fail "$2: it was not even tried"
  ! grep -q 'opened$' "$1" || fail "$2: got out"
  [[ $no_network ]] || grep -q '^network held$' "$1" || fail "$2: the network is open"
  [[ ! -e $CANARY/made && $(<"$CANARY/secret") == secret ]] || fail "$2: wrote outside"
}

@test "no command reads or writes anything else, nor connects anywhere" {
  local line counts tried class number no_network='' log=$BATS_TEST_TMPDIR/log elsewhere=$BATS_TEST_TMPDIR/elsewhere
  [[ $("$CATALOGUE" --version) == *'and network'* ]] || no_network=yes
  mkdir "$elsewhere"
  printf '# Nurses visit a hostel\n\nThey go there.\n' >"$elsewhere/letter.md"
  succeed export --output "$elsewhere/other.json"
  for line in "${commands[@]}"; do
    rm -rf "$log" "$elsewhere/fresh"
    # shellcheck disable=SC2086 # the words of a command
    (cd "$ROOT" && with_faults count "$log" $line >/dev/null 2>&1) || true
    counts=$(grep -E '^(read|close) [1-9]' "$log")
    tried=''
    while read -r class number; do
      rm -rf "$log" "$elsewhere/fresh"
      # shellcheck disable=SC2086
      (cd "$ROOT" && with_faults "$class:$number:ESCAPE:once" "$log" $line >/dev/null 2>&1) || true
      # A run that had more to do than this one came to calls that this one did not make.
      [ -s "$log" ] || continue
      held "$log" "$line, $class $number"
      tried=yes
    done <<<"$counts"
    [ "$tried" ] || fail "never tried: $line"
  done
}

@test "places that are named, links to the database and folders to be made are within" {
  local away=$BATS_TEST_TMPDIR/away
  mkdir "$away"
  mv "$ROOT/build/catalogue.db" "$away/real.db"
  ln -s "$away/real.db" "$ROOT/build/catalogue.db"
  write_case letters 'title: Letters about blood pressure checks'
  succeed search blood
  assert_has 'Letters about blood'
  succeed index --database "$away/deep/er/other.db"
  succeed publish --output "$away/site/of/ours" --single-file "$away/one.html"
  [[ -e $away/site/of/ours/index.html && -e $away/one.html && -e $away/deep/er/other.db ]]
  (cd "$away" && run "$CATALOGUE" publish -C "$ROOT" --output site2 --single-file two.html && [ -e two.html ] && [ -e site2/index.html ])
  (cd "$away" && "$CATALOGUE" search --database real.db blood)
}
