#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # Markdown's quotation marks
# README.md, CONTRIBUTING.md and the manual say what the program does.
load cli/helpers

DOCUMENTS="README.md CONTRIBUTING.md"
MANUAL=$REPOSITORY/catalogue/catalogue.1

setup() {
  cd "$REPOSITORY" || return
}

# block KIND N FILE: the Nth block of code that is marked as this kind; in a list it stands further in.
block() {
  awk -v fence="\`\`\`$1" -v wanted="$2" '
    { line = $0; sub(/^ */, "", line) }
    line == fence { depth = length($0) - length(line); if (++count == wanted) inside = 1; next }
    line ~ /^```/ { inside = 0 }
    inside { print substr($0, depth + 1) }' "$3"
}

# The commands, and for one of them "--option ARGUMENT", as help has them. Filters are told apart.
helped_commands() {
  "$CATALOGUE" --help | sed -n '/^for /,/^$/s/^  \([a-z]*\) .*/\1/p' | sort
}

helped_options() {
  "$CATALOGUE" "$1" --help | sed -n '/^options/,/^filters/s/^  \(-[-a-zA-Z]*\( [A-Z][A-Z]*\)\{0,1\}\) .*/\1/p' | sort
}

helped_filters() {
  "$CATALOGUE" "$1" --help | sed -n '/^filters/,$s/^  \(-[-a-z]* TERM\) .*/\1/p' | sort
}

# The same in the manual: its commands, and the options under a heading.
manual_commands() {
  sed -n '/^\.Sh COMMANDS/,/^\.Sh OPTIONS/s/^\.Ss //p' "$MANUAL" | sort
}

manual_options() {
  awk -v heading="$1" '
    /^\.S[hs] / { inside = $0 == heading }
    inside && /^\.It Fl/ { sub(/^\.It /, ""); sub(/^Fl Fl /, "--"); sub(/^Fl /, "-"); sub(/ Ar /, " "); print }' "$MANUAL" | sort
}

@test "the manual has the commands that help has" {
  diff <(helped_commands) <(manual_commands)
  [ "$(helped_commands | wc -l)" -ge 7 ]
}

# What stands in the manual's OPTIONS is not repeated with each command that takes it.
@test "the manual has the options of every command, with what they take" {
  local command shared=$BATS_TEST_TMPDIR/shared
  manual_options '.Sh OPTIONS' >"$shared"
  for command in $(helped_commands); do
    diff <(helped_options "$command" | comm -23 - "$shared") <(manual_options ".Ss $command") ||
      fail "the manual and \`catalogue $command --help\` differ"
  done
  comm -23 "$shared" <(for command in $(helped_commands); do helped_options "$command"; done | sort -u) >"$shared.unknown"
  [ ! -s "$shared.unknown" ] || fail "no command takes $(cat "$shared.unknown")"
}

# The words that an option of a command takes, such as text and json.
taken_words() {
  "$CATALOGUE" completion --next -- "$1" "--$2=" | cut -f 1 | cut -d = -f 2
}

# Those that stand in the manual behind that option.
manual_words() {
  awk -v heading=".Ss $1" -v option=".It Fl Fl $2 " '
    /^\.S[hs] / { inside = $0 == heading }
    /^\.(It|El)/ { listed = inside && index($0, option) == 1 }
    listed && sub(/^\.Cm /, "")' "$MANUAL" | tr ' ' '\n' | grep '[a-z]'
}

@test "the manual has the words that --format and --sort take" {
  local command option
  for command in $(helped_commands); do
    for option in format sort; do
      diff <(taken_words "$command" $option | sort) <(manual_words "$command" $option | sort) ||
        fail "the manual and the program differ about $command --$option"
    done
  done
}

@test "the manual has the filters of every command that takes them" {
  local command
  for command in $(helped_commands); do
    [ -n "$(helped_filters "$command")" ] || continue
    diff <(helped_filters "$command") <(manual_options '.Sh SEARCH FILTERS')
  done
  [ "$(manual_options '.Sh SEARCH FILTERS' | wc -l)" -gt 20 ]
}

# What can stand in a query, as help and the manual have it.
helped_forms() {
  "$CATALOGUE" search --help | sed -n '/^in a query/,/^$/s/^  \(.*[^ ]\)   *[^ ].*/\1/p' | sort
}

manual_forms() {
  sed -n '/^\.Sh THE QUERY LANGUAGE/,/^\.Sh ENVIRONMENT/s/^\.It Li //p' "$MANUAL" | sed 's/ , .*//; s/\\(dq/"/g; s/\\-/-/g' | sort
}

@test "the manual has what help says can stand in a query" {
  [ "$(helped_forms | wc -l)" -ge 8 ]
  [ -z "$(comm -23 <(helped_forms) <(manual_forms))" ] || fail "not in the manual: $(comm -23 <(helped_forms) <(manual_forms))"
}

@test "the manual has every field that a query may name" {
  local field
  for field in $("$CATALOGUE" search --help | sed -n '/^fields of a query/,/^$/s/^  //p' | tr -d ,); do
    sed -n '/^\.Sh SEARCH FILTERS/,/^\.Sh ENVIRONMENT/p' "$MANUAL" | tr '_' '-' |
      grep -Eq "(^| |-)($(tr _ - <<<"${field%s}")|${field}|limited-by)s?([ :]|$)" || fail "the manual does not have $field"
  done
  [ "$("$CATALOGUE" search --help | sed -n '/^fields of a query/,/^$/p' | grep -o '[a-z_]*,' | wc -l)" -gt 30 ]
}

@test "help fits 80 columns" {
  local command
  for command in --help $(helped_commands); do
    [ "$("$CATALOGUE" "$command" --help | LC_ALL=C.UTF-8 wc -L)" -le 80 ] || fail "catalogue $command --help runs over"
  done
}

@test "the manual is in order" {
  command -v mandoc
  # Which other manuals a machine has is no fault of this one.
  output=$(mandoc -Tlint -W style "$MANUAL" | grep -v 'referenced manual not found' || true)
  [[ $output != *catalogue.1:* ]] || fail "mandoc has something to say"
}

@test "the manual's examples run" {
  local line
  try_out
  while IFS= read -r line; do
    (cd "$ROOT" && bash -c "$line") >/dev/null || fail "does not run: $line"
  done < <(sed -n '/^\.Sh EXAMPLES/,$s/^catalogue /build\/&/p' "$MANUAL")
}

# The text of a document without its blocks of code.
prose() {
  awk '/^ *```/ { inside = !inside; next } !inside' "$1"
}

# The anchors of a document's headings, as repository hosts make them.
anchors() {
  prose "$1" | sed -n 's/^##* //p' | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9 _-]//g; s/ /-/g'
}

@test "every relative link leads to a file, and its fragment to a heading" {
  local document link file fragment count=0
  for document in $DOCUMENTS; do
    while IFS= read -r link; do
      file=${link%%#*} fragment=
      [[ $link != *#* ]] || fragment=${link#*#}
      [ -e "${file:-$document}" ] || fail "$document: $link leads nowhere"
      [ -z "$fragment" ] || anchors "${file:-$document}" | grep -qx "$fragment" || fail "$document: $link has no such heading"
      count=$((count + 1))
    done < <(prose "$document" | tr '\n' ' ' | grep -oE '\]\([^)]+\)' | sed 's/^](//; s/)$//' | grep -Ev '^(https?:|\.\./images/name\.png)')
  done
  [ "$count" -gt 40 ]
}

@test "every file that is named exists" {
  local document path count=0
  for document in $DOCUMENTS; do
    while IFS= read -r path; do
      compgen -G "$path" >/dev/null || fail "$document: there is no $path"
      count=$((count + 1))
    done < <(prose "$document" | grep -oE '`(content|indexer|search-cli|catalogue|tests|\.ci|\.github)/[^` ]*`' |
      tr -d '`' | grep -Ev '^content/(images/|words\.yaml|need\.csv)|languages\.yaml|NAME|enum' | sort -u)
  done
  [ "$count" -gt 15 ]
}

# The folders that hold sources; the site's rooms stand in a README of their own.
rooms() {
  find indexer search-cli catalogue -name '*.c' -not -path 'catalogue/site/*' -printf '%h/\n'
  printf '%s\n' catalogue/shells/ catalogue/site/
}

@test "every room of the source is told what it gives, and no other" {
  diff <(rooms | sort -u) <(sed -n '/^### The floors/,/^### A query/s/^| `\(.*\/\)` |.*/\1/p' CONTRIBUTING.md | sort)
  diff <(find catalogue/site -mindepth 1 -maxdepth 1 -type d -printf '%f/\n' | sort) \
    <(sed -n 's/^| `\([a-z]*\/\)` |.*/\1/p' catalogue/site/README.md | sort)
}

@test "every target of make that is named exists" {
  local document target
  make -s help >"$BATS_TEST_TMPDIR/targets"
  for document in $DOCUMENTS; do
    while IFS= read -r target; do
      grep -q "^make $target " "$BATS_TEST_TMPDIR/targets" || fail "$document: there is no make $target"
    done < <(grep -oE '(`|^|sudo |&& )make [a-z-]+' "$document" | sed 's/.*make //' | sort -u)
  done
}

# A catalogue of its own with the real content, where build/catalogue is the program under test.
try_out() {
  ROOT=$BATS_TEST_TMPDIR/try
  mkdir -p "$ROOT/build"
  cp -R "$REPOSITORY/content" "$ROOT/"
  ln -s "$CATALOGUE" "$ROOT/build/catalogue"
}

@test "every command line that is shown with a prompt runs" {
  local document line count=0
  try_out
  for document in $DOCUMENTS; do
    while IFS= read -r line; do
      (cd "$ROOT" && bash -c "$line") >/dev/null || fail "$document: does not run: $line"
      count=$((count + 1))
    done < <(awk '/^```console$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$document" | sed -n 's/^\$ //p')
  done
  [ "$count" -gt 5 ]
}

# But for how many others there are: that changes with every case study.
@test "the search that README shows says what it shows" {
  local shown
  try_out
  shown=$(block console 1 README.md)
  run --separate-stderr bash -c "cd '$ROOT' && $(sed -n '1s/^\$ //p' <<<"$shown")"
  assert_status 0
  [ "${#lines[@]}" -gt 10 ]
  diff <(tail -n +4 <<<"$shown") <(tail -n +3 <<<"$output")
}

@test "the smallest file passes" {
  make_root
  block markdown 1 CONTRIBUTING.md >"$ROOT/content/case-studies/barbers-in-leeds.md"
  grep -q '^## What changed' "$ROOT/content/case-studies/barbers-in-leeds.md"
  catalogue check --strict
  assert_status 0
  assert_output ''
}

@test "the message that CONTRIBUTING shows is the program's own" {
  make_root
  block markdown 1 CONTRIBUTING.md | sed 's/^stage: .*/stage: running/' >"$ROOT/content/case-studies/barbers-in-leeds.md"
  catalogue check
  assert_status 1
  assert_output "$(block text 1 CONTRIBUTING.md)"
}

@test "the term that CONTRIBUTING proposes is one" {
  make_root
  printf '\n' >>"$ROOT/content/vocabulary/deprivation-focus.yaml"
  block yaml 1 CONTRIBUTING.md >>"$ROOT/content/vocabulary/deprivation-focus.yaml"
  write_case barbers 'deprivation_focus: [rural-poverty]'
  catalogue check --strict
  assert_status 0
}

@test "the ten answers are the required ones, and all answers are what schema prints" {
  make_root
  catalogue schema
  diff <(jq -r '.required[]' <<<"$output") \
    <(sed -n '/^### The ten answers/,/^### /s/^| `\([a-z_]*\)` |.*/\1/p' CONTRIBUTING.md)
  catalogue schema --format markdown
  diff <(printf '%s\n' "$output") <(sed -n '/^<!-- fields -->$/,/^<!-- end of fields -->$/p' CONTRIBUTING.md | sed '1d;$d')
}

@test "the sections that CONTRIBUTING names are known" {
  local heading
  make_root
  write_case barbers
  while IFS= read -r heading; do
    printf '\n## %s\n\n- Something.\n' "$heading" >>"$ROOT/content/case-studies/barbers.md"
  done < <(tr '\n' ' ' <CONTRIBUTING.md | sed 's/.*with exactly these headings: //; s/\. Under .*//; s/ · /\n/g; s/$/\n/' | tr -d '*' | grep .)
  [ "$(grep -c '^## ' "$ROOT/content/case-studies/barbers.md")" -eq 14 ]
  catalogue check --strict
  assert_status 0
}

# The source beside what was compiled of it for these tests, so that only what is added has to be compiled.
copy_source() {
  local built=release
  PROGRAM=${CATALOGUE#"$REPOSITORY/"}
  TREE=$BATS_TEST_TMPDIR/tree
  [[ $PROGRAM != build/*/bin/catalogue ]] || built=$(cut -d / -f 2 <<<"$PROGRAM")
  mkdir -p "$TREE/build/$built" "$TREE/tests/unit" "$TREE/tests/browser"
  mkdir -p "$TREE/content"
  cp -R -p Makefile indexer search-cli catalogue "$TREE/"
  cp -R -p content/vocabulary "$TREE/content/"
  cp -R -p build/gen build/packages "$TREE/build/"
  cp -R -p build/"$built"/{flags,catalogue,search-cli,indexer,*.a} "$TREE/build/$built/"
}

make_program() {
  run env -u MAKEFLAGS -u MAKELEVEL make -C "$TREE" QUIET=1 "$PROGRAM"
  assert_status 0
  CATALOGUE=$TREE/$PROGRAM
}

@test "the command and the option that CONTRIBUTING adds work" {
  copy_source
  make_root
  write_case barbers
  write_case walks 'title: Walking groups for older people' 'summary: Older people in two wards sat at home. Volunteers walked with them. Many walk on, a year later.'
  sed -i 's/^Barbers were/Volunteers were/' "$ROOT/content/case-studies/walks.md"
  block c 1 CONTRIBUTING.md >"$TREE/catalogue/commands/count.c"
  sed -i 's/^extern const struct command search_command;/&\nextern const struct command count_command;/' "$TREE/catalogue/commands.h"
  sed -i 's/&search_command,/& \&count_command,/' "$TREE/catalogue/commands.c"
  make_program
  catalogue count barbers volunteers
  assert_status 1
  assert_output 0
  catalogue count barbers volunteers --some
  assert_output 2
  catalogue count --region wales
  assert_status 1
  catalogue --help
  assert_has '  count       say how many'

  (cd "$TREE" && block diff 1 "$REPOSITORY/CONTRIBUTING.md" | git apply)
  make_program
  catalogue count barbers
  assert_output '1 found'
  catalogue count barbers --format json
  assert_output 1
  catalogue count --format jsno
  assert_status 2
  assert_stderr_has '--format takes text or json, not "jsno"; did you mean json'
  catalogue count --help
  assert_has '--format FORMAT           text or json (a number)'
  catalogue completion --next -- count --format j
  assert_output $'json\ta number'
}

@test "an option's field that has another type than its row asks for does not compile" {
  copy_source
  sed -i 's/^    bool strict;/    size_t strict;/' "$TREE/catalogue/commands/check.c"
  run make -C "$TREE" QUIET=1 "$PROGRAM"
  [ "$status" -ne 0 ]
  [[ $output == *check.c* ]]
}
