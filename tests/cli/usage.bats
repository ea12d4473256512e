#!/usr/bin/env -S bats --tap
# What is said to who types something else than a command, and where the program looks for its catalogue and index.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  write_case barbers
  NOWHERE=$BATS_TEST_TMPDIR/nowhere
  mkdir "$NOWHERE"
}

# typed STATUS STDERR WORD…: in a folder without a catalogue.
typed() {
  run --separate-stderr env -C "$NOWHERE" "$CATALOGUE" "${@:3}"
  assert_status "$1"
  [ "$stderr" = "$2" ] || fail "stderr is not: $2"
}

@test "a command that is none is told, with the one that may be meant" {
  typed 2 'catalogue: there is no command "serach"; did you mean search' serach barbers
  typed 2 'catalogue: there is no command "qqqqqqqq"; see catalogue --help' qqqqqqqq
  [ -z "$output" ]
}

@test "without a command the commands are listed, and nothing was done" {
  typed 2 ''
  assert_has 'usage: catalogue'
  assert_has 'find case studies'
  local listed=$output
  typed 0 '' --help
  assert_output "$listed"
  typed 0 '' help
  assert_output "$listed"
}

@test "help of a command is the same in each of its forms" {
  typed 0 '' search --help
  local help=$output
  assert_has 'usage: catalogue search'
  typed 0 '' search -h
  assert_output "$help"
  typed 0 '' help search
  assert_output "$help"
}

@test "the version is told by the program and by each command" {
  typed 0 '' --version
  [[ $output =~ ^catalogue\ [0-9]+\.[0-9]+\.[0-9]+ ]] || fail 'no version'
  local version=$output
  typed 0 '' search --version
  assert_output "$version"
}

@test "-C wants a folder with a catalogue, and a command" {
  typed 2 'catalogue: -C needs a folder and a command; see catalogue --help' -C "$ROOT"
  typed 2 'catalogue: -C needs a folder and a command; see catalogue --help' -C
  typed 2 "catalogue check: $NOWHERE is not a catalogue: it has no content/catalogue.yaml" check -C "$NOWHERE"
  typed 2 "catalogue check: $NOWHERE is not a catalogue: it has no content/catalogue.yaml" -C "$NOWHERE" check
  run --separate-stderr env -C "$ROOT/content/case-studies" "$CATALOGUE" check barbers.md
  assert_status 0
}

@test "without a catalogue the index is looked for where a user's data is" {
  local away=$BATS_TEST_TMPDIR/data
  mkdir -p "$away/catalogue" "$BATS_TEST_TMPDIR/home/.local/share/catalogue"
  succeed index --database "$away/catalogue/catalogue.db"
  cp "$away/catalogue/catalogue.db" "$BATS_TEST_TMPDIR/home/.local/share/catalogue/"
  run --separate-stderr env -C "$NOWHERE" XDG_DATA_HOME="$away" "$CATALOGUE" search --format ids barbers
  assert_output barbers
  run --separate-stderr env -C "$NOWHERE" HOME="$BATS_TEST_TMPDIR/home" "$CATALOGUE" search --format ids barbers
  assert_output barbers
  run --separate-stderr env -C "$NOWHERE" XDG_DATA_HOME= HOME="$BATS_TEST_TMPDIR/home" "$CATALOGUE" search --format ids barbers
  assert_output barbers
  run --separate-stderr env -C "$NOWHERE" -u HOME "$CATALOGUE" search barbers
  assert_status 2
  assert_stderr_has '.local/share/catalogue/catalogue.db'
}

@test "a time that is none is told before anything is done with it" {
  local bad
  for bad in yesterday -1 123456789012 1.5 ' 1'; do
    SOURCE_DATE_EPOCH=$bad catalogue publish
    assert_status 2
    [ "$stderr" = "catalogue publish: SOURCE_DATE_EPOCH is \"$bad\"; it should be a number of seconds since 1970" ] || fail "$bad"
    [ ! -e "$ROOT/build/site" ]
  done
  SOURCE_DATE_EPOCH='' succeed publish
  SOURCE_DATE_EPOCH=1700000000 succeed publish
}

@test "several terms of an option are any of them, and one that is none is told with what may be meant" {
  write_case letters 'title: Letters about heart checks' 'regions: [london]'
  write_case hostel 'title: Nurses visit a hostel' 'regions: [scotland]'
  catalogue search --format ids --region london,scotland --sort title
  assert_output $'letters\nhostel'
  catalogue search --format ids --region ,London,,
  assert_output letters
  catalogue search --format ids --region 'Yorkshire and the Humber'
  assert_output barbers
  catalogue search --region londn
  assert_status 2
  [ "$stderr" = 'catalogue search: --region has no term "londn"; did you mean london' ] || fail hint
  catalogue search --region london,qqqqqq
  assert_status 2
  [ "$stderr" = 'catalogue search: --region has no term "qqqqqq"; see: catalogue facets regions; a smaller place is searched for as a word, without --region' ] || fail place
  catalogue search --stage qqqqqq
  [ "$stderr" = 'catalogue search: --stage has no term "qqqqqq"; see: catalogue facets stage' ] || fail stage
}

@test "the beginning of an id is enough where it is of one, and several are named" {
  local i
  for i in 1 2 3 4; do write_case "ward-$i" "title: Nurses visit the ward number $i"; done
  catalogue show barb --format json
  assert_json '.id == "barbers"'
  catalogue show ward
  assert_status 1
  [ "$stderr" = 'catalogue show: 4 case studies begin with "ward": ward-1, ward-2, ward-3 ...' ] || fail several
  catalogue show bers
  [ "$stderr" = 'catalogue show: there is no case study "bers"; did you mean barbers' ] || fail inside
  catalogue show ''
  assert_status 1
}

@test "ids come from lines, the first word of each, or with nulls between" {
  local typed
  write_case letters 'title: Letters about heart checks'
  succeed index
  for typed in 'barbers\nletters' 'barbers a title\r\n\n  letters\tmore\n' 'barbers\0letters\0' '\n\nbarbers\n \nletters'; do
    # shellcheck disable=SC2059 # they are formats
    printf "$typed" >"$BATS_TEST_TMPDIR/ids"
    run --separate-stderr "$CATALOGUE" compare -C "$ROOT" - --format json <"$BATS_TEST_TMPDIR/ids"
    assert_json '.ids == ["barbers", "letters"]' || fail "$typed"
  done
  head -c 1100000 /dev/zero | tr '\0' 'x' >"$BATS_TEST_TMPDIR/ids"
  run --separate-stderr "$CATALOGUE" compare -C "$ROOT" - <"$BATS_TEST_TMPDIR/ids"
  assert_status 2
  assert_stderr_has 'standard input: '
}

@test "a vocabulary with errors leaves the index as it was, and search says so" {
  succeed index
  write_case barbers 'title: Hairdressers offer blood pressure checks'
  printf 'london:\n  lable: London\n' >"$ROOT/content/vocabulary/regions.yaml"
  catalogue search --format ids checks
  assert_output barbers
  assert_stderr_has 'catalogue: an error in content/vocabulary/regions.yaml, so the index stays as it was; see: catalogue check'
  catalogue search hairdressers --format ids
  assert_status 1
}

@test "from a folder that is gone nothing is looked for upwards" {
  local gone=$BATS_TEST_TMPDIR/gone
  mkdir "$gone"
  # shellcheck disable=SC2016 # for the inner shell
  run --separate-stderr bash -c 'cd "$1" && rmdir "$1" && exec "$2" check' bash "$gone" "$CATALOGUE"
  assert_status 2
  assert_stderr_has 'no catalogue here'
}
