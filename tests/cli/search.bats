#!/usr/bin/env -S bats --tap
# shellcheck disable=SC1003,SC1112,SC2016,SC2258 # quotes, backslashes and commas are part of queries
# catalogue search: what is found, in what order, and how it is printed.
load helpers

setup() {
  make_root
  write_case barbers 'regions: [london]' 'published: 2024-05-01' 'start: 2021-03'
  write_case warm-homes 'title: Warm homes for older people' \
    'summary: Cold homes made old people ill in one valley. Boilers and insulation were put in, free. Admissions fell in two winters.' \
    'priority_areas: [housing]' 'deprivation_focus: [older-people]' 'actions: [outreach]' 'published: 2025-01-01' 'start: 2019'
  write_case walking 'title: Walking groups meet at the surgery' \
    'summary: People with high pressure jobs did not move. Walks began at the surgery and were led by patients. Many more walk now.' \
    'priority_areas: [physical-activity]' 'deprivation_focus: [core20]' 'regions: [london]' 'result: mixed' 'published: 2023-06-01' \
    'keywords: [naïve, acclimatisation]'
  sed -i 's/^Barbers were trained to measure/Fitters came/; s/^More men were/The homes were/; s/^Men did/Nobody did/' \
    "$ROOT"/content/case-studies/w*.md
}

ids() {
  catalogue search --format ids --related "$@"
}

@test "--since leaves what joined the catalogue then or later, and a date that is none is told" {
  make_root "$BATS_TEST_TMPDIR/dated"
  write_case early 'published: 2023-04-30'
  write_case late 'title: Letters about heart checks' 'published: 2024-05-01' 'regions: [london]'
  write_case undated 'title: Nurses visit a hostel' '-published'
  catalogue search --format ids --since 2024
  assert_output late
  catalogue search --format ids --since 2023-04-30
  assert_output $'late\nearly'
  catalogue search --format ids --since 2024-05-02
  assert_status 1
  assert_output ''
  catalogue search checks --since 2024-05 --format json
  assert_json '.total == 1 and .results[0].id == "late" and .query == "checks" and (.query_in_words | contains("2024-05"))'
  catalogue facets region --since 2024 --format csv
  assert_has 'regions,london,London,1'
  assert_has 'regions,yorkshire-humber,Yorkshire and the Humber,0'
  catalogue facets region --since 2020 --query letters --format json
  assert_json '.total == 1'
  local date
  for date in tomorrow 2024-13 2024-02-30 01/05/2024 '2024"' 20240; do
    catalogue search --since "$date"
    assert_status 2
    assert_stderr_has '--since takes a date'
    catalogue facets --since "$date"
    assert_status 2
  done
}

@test "the words of a query: all of them first, then some of them" {
  ids blood pressure barbers
  assert_status 0
  assert_output $'barbers\nwalking'
  catalogue search blood pressure barbers --format json
  assert_json '.total == 1 and .related == 1 and (.results | map(.matches)) == ["all", "some"]'
  assert_json '.results | map(.score) | .[0] > .[1] and .[1] > 0'
}

@test "stems and accents do not matter, nor does case" {
  ids BARBER
  assert_output barbers
  ids naive
  assert_output walking
  ids insulating
  assert_output warm-homes
}

@test "phrases must hold" {
  ids '"blood pressure"'
  assert_output barbers
  ids '"pressure blood"'
  assert_status 1
  assert_output ''
}

@test "what is excluded is not there" {
  ids pressure -barbers
  assert_output walking
  ids -- -barbers -walks
  assert_output warm-homes
  ids -barbers -walks
  assert_output warm-homes
  ids -Cold
  assert_output $'barbers\nwalking'
}

@test "what must be there is there" {
  ids +walks barbers
  assert_output walking
  ids +boilers barbers
  assert_output warm-homes
}

@test "a beginning of a word, from two letters on" {
  ids 'insul*'
  assert_output warm-homes
  ids 'acclimatisatio*'
  assert_output walking
  catalogue search 'w*'
  assert_status 1
  assert_stderr_has 'A beginning needs 2 letters'
}

@test "alternatives and brackets" {
  ids 'boilers | walks'
  assert_output $'walking\nwarm-homes'
  ids '(boilers | walks) winters'
  catalogue search '(boilers | walks) winters' --format json
  assert_json '.total == 1 and .related == 1 and .results[0].id == "warm-homes"'
  ids 'priority_areas:housing | walks'
  assert_output $'walking\nwarm-homes'
}

@test "filters alone list the newest first" {
  ids region:london
  assert_output $'barbers\nwalking'
  ids
  assert_output $'warm-homes\nbarbers\nwalking'
  ids -region:london
  assert_output warm-homes
  ids 'priority-area:housing,cvd'
  assert_output $'warm-homes\nbarbers'
}

@test "options of facets: repeated is any of, different ones are all of" {
  ids --region london
  assert_output $'barbers\nwalking'
  ids --region london --priority-area cvd
  assert_output barbers
  ids --priority-area housing --priority-area cvd
  assert_output $'warm-homes\nbarbers'
  ids --region Nowhere
  assert_status 2
  ids --region lundon
  assert_status 2
  assert_stderr_has 'did you mean london'
  ids --region Leeds
  assert_stderr_has 'a smaller place is searched for as a word, without --region'
  ids --deprivation-focus Roma
  assert_stderr_has 'did you mean gypsy-roma-traveller'
  ids --topic cvd
  assert_stderr_has 'the main filters are --priority-area, --partner-type, --deprivation-focus'
}

@test "dates and levels are compared" {
  ids 'published:>=2024'
  assert_output $'warm-homes\nbarbers'
  ids 'published:<2024'
  assert_output walking
  ids 'start:2019..2020'
  assert_output warm-homes
  ids 'start:2021'
  assert_output barbers
  ids 'evidence:>=e1'
  assert_status 0
  ids 'evidence:>e4'
  assert_status 1
}

@test "unknown fields and terms are words, and say so" {
  catalogue search regon:london
  assert_stderr_has 'There is no field "regon"'
  assert_stderr_has 'Did you mean regions?'
  catalogue search regions:londn
  assert_stderr_has '"londn" is not a term of regions'
  assert_stderr_has 'regions:london?'
}

@test "a word that nothing contains is corrected, and that is said" {
  ids barbrs
  assert_output barbers
  assert_stderr_has 'Nothing contains "barbrs": searched for "barbers".'
  catalogue search --format json insulaton
  assert_json '.corrections == [{"from": "insulaton", "to": "insulation"}] and .results[0].id == "warm-homes"'
  ids 'zzzzzzzzzz'
  assert_status 1
}

@test "a word that nothing contains and nothing is near to is named" {
  catalogue search zq barbers
  assert_stderr_has 'Nothing here contains "zq".'
  catalogue search zq barbers --format json
  assert_json '.notes == ["Nothing here contains \"zq\"."] and .results[0].id == "barbers"'
}

@test "small words alone are searched for, and beside others they are not" {
  catalogue search the of and --format json
  assert_json '(.results | length) > 0 and .notes == []'
  catalogue search barbers the --format json
  assert_json '.total == 1 and .related == 0'
}

@test "a word of the lists that nothing has is not taken for another" {
  mkdir -p "$ROOT/content/vocabulary/known-words"
  echo barbel >"$ROOT/content/vocabulary/known-words/names.txt"
  catalogue search barbel --format json
  [ "$status" -eq 1 ]
  assert_json '.corrections == [] and .total == 0 and .unknown == [{"word": "barbel", "nearest": "barbers"}]'
  catalogue search barbrs --format json
  assert_json '.corrections == [{"from": "barbrs", "to": "barbers"}]'
}

@test "out of a dead end each search beside it is named, with how many it finds" {
  catalogue search barbers --stage live --region wales
  [ "$status" -eq 1 ]
  assert_has 'Nothing found.'
  assert_has '  1 case study without --region wales'
  catalogue search barbers region:wales -pressure --format json
  assert_json '(.ways_out | map(.without)) == ["the filters"] and .absent == []'
  catalogue search barbers region:wales --format json
  assert_json '.ways_out == [{"without": "region:wales", "total": 1, "related": 0}]'
  catalogue search barbers +pressure --since 2099 --format json
  assert_json '(.ways_out | map(.without)) == ["--since 2099"]'
  catalogue search region:wales --format json
  assert_json '.total == 0 and .ways_out == []'
  catalogue search region:wales stage:pilot barbers
  assert_has '  1 case study without the filters'
}

@test "no ways out are looked for of what was pasted, nor one search made twice" {
  local long=
  while [ ${#long} -lt 256 ]; do long+='zq '; done
  catalogue search "$long region:wales" --format json
  assert_json '.total == 0 and .ways_out == []'
  catalogue search "barbers region:wales" --format json
  assert_json '(.ways_out | map(.without)) == ["region:wales"]'
}

@test "a query in which nothing can be searched for is told from an empty one" {
  catalogue search % --format json
  assert_json '.notes == ["Nothing in the query can be searched for: it was left out."] and .total > 1'
  catalogue search '"" (*)' --format json
  assert_json '.notes == [] and .total > 1'
  catalogue search '% barbers' --format json
  assert_json '.notes == [] and .total == 1'
}

@test "a phrase that no text has is named, and tried without its marks" {
  catalogue search '"pressure barbers"'
  [ "$status" -eq 1 ]
  assert_has 'No case study has "pressure barbers" in these words.'
  assert_has 'without the quotation marks of "pressure barbers"'
  catalogue search '"pressure barbers"' --format json
  assert_json '.absent == ["pressure barbers"] and (.ways_out | length) == 1'
  catalogue search barbers --format json
  assert_json '.absent == [] and .ways_out == []'
}

@test "synonyms are found, count less, and are named" {
  catalogue search --format json hairdresser
  assert_json '.results[0].id == "barbers"'
  assert_json '.results[0].matches == "some" and (.synonyms | map(.also) | index("barber") != null)'
}

@test "the text is for reading" {
  catalogue search blood pressure barbers
  assert_status 0
  assert_has '1 case study with all the words (and 1 with some of them)'
  assert_has ' 1. Barbers offer blood pressure checks'
  assert_has 'Cardiovascular disease'
  assert_has 'Related: with some of the words'
  assert_has 'Next: catalogue show barbers'
  assert_lacks $'\e'
  catalogue search nothingatall
  assert_status 1
  assert_has 'Nothing found.'
}

@test "hits are set off where there is colour" {
  catalogue search --color always barbers
  assert_has $'\e[1;33mBarbers\e[0m'
}

@test "lines are as wide as the terminal" {
  COLUMNS=60 catalogue search blood pressure
  [ "$(LC_ALL=C.UTF-8 wc -L <<<"$output")" -le 60 ]
  COLUMNS=40 catalogue search blood pressure barbers
  [ "$(LC_ALL=C.UTF-8 wc -L <<<"$output")" -le 40 ]
}

@test "limit and offset walk through the list" {
  ids --limit 1
  assert_output warm-homes
  ids --limit 1 --offset 1
  assert_output barbers
  ids --offset 3
  assert_output ''
  assert_stderr_has 'There are only 3: --offset 3 leaves all of them out.'
  ids --limit 0
  assert_output $'warm-homes\nbarbers\nwalking'
  [ -z "$stderr" ] || fail "it talks"
  ids --limit x
  assert_status 2
}

@test "an offset past the end says how many there are" {
  catalogue search --offset 1000
  assert_status 0
  assert_stderr_has 'There are only 3: --offset 1000 leaves all of them out.'
  assert_lacks 'To narrow'
}

@test "sorting by something else keeps those with all the words first" {
  ids --sort title
  assert_output $'barbers\nwalking\nwarm-homes'
  ids --sort newest blood pressure barbers
  assert_output $'barbers\nwalking'
  ids --sort nothing
  assert_status 2
}

@test "counts of a facet ignore its own selection and keep zeros" {
  catalogue search --region london --format json
  assert_json '.facets.regions | map({(.id): .count}) | add | .london == 2 and ."yorkshire-humber" == 1 and ."north-west" == 0'
  assert_json '.facets.priority_areas | map({(.id): .count}) | add | .cvd == 1 and .housing == 0'
  catalogue search --facets
  assert_has 'Priority area'
  assert_lacks north-west
  [[ $output == *'2  london'*'1  yorkshire-humber'* ]]
}

@test "json is one object, documented and versioned" {
  catalogue search barbers --format json --explain
  assert_json '.format_version == 1 and .query == "barbers" and .total == 1'
  assert_json '.results[0] | .path == "content/case-studies/barbers.md" and .priority_areas == ["cvd"] and .regions == ["london"]'
  assert_json '.results[0] | .evidence == "e1" and .result == "positive" and (.parts | length) == 1'
  assert_json '.results[0].snippet as $s | .results[0].marks[0] as $m | $s[$m[0]:$m[0]+$m[1]] | ascii_downcase | startswith("barber")'
}

@test "every format says once on stderr what was corrected, what else counts, and what was cut" {
  local format
  for format in '--format text' '--format json' '--format ndjson' '--format csv' '--format ids' '--format paths' --one-line --count; do
    # shellcheck disable=SC2086 # two words
    catalogue search barbrs $format
    assert_status 0
    assert_stderr_has 'Nothing contains "barbrs": searched for "barbers".'
    assert_stderr_has 'For "barbers" these count too, but less: '
    [ "$(grep -c barbrs <<<"$stderr")" -eq 1 ] || fail "$format: more than once"
    [ "$format" = '--format json' ] || assert_lacks barbrs
    # shellcheck disable=SC2086
    catalogue search $format --limit 2
    [ "$format" = --count ] || assert_stderr_has '2 of 3 are listed: --limit 0 lists all.'
  done
  catalogue facets --query barbrs --format json
  assert_stderr_has 'Nothing contains "barbrs": searched for "barbers".'
}

@test "on a terminal the text says it itself" {
  run script -qec "'$CATALOGUE' search -C '$ROOT' --no-pager barbrs" /dev/null
  assert_has 'Nothing contains "barbrs": searched for "barbers".'
  assert_lacks 'catalogue: Nothing'
}

@test "the other formats" {
  catalogue search barbers --format ndjson
  [ "$(wc -l <<<"$output")" -eq 1 ]
  assert_json '.id == "barbers"'
  catalogue search barbers --format csv
  assert_has 'id,title,summary,score,matches,path'
  assert_has 'barbers,Barbers offer blood pressure checks,'
  assert_has ',cost,'
  assert_has 'E1 Accounted. '
  catalogue search barbers --one-line
  assert_output $'barbers\tBarbers offer blood pressure checks'
  catalogue search barbers --format xml
  assert_status 2
}

@test "lists for programs hold what has all the words, and the rest when asked" {
  local format
  for format in '--format ids' '--format paths' '--format csv' --one-line; do
    # shellcheck disable=SC2086 # two words
    catalogue search blood pressure barbers $format
    assert_has barbers
    assert_lacks walking
    # shellcheck disable=SC2086
    catalogue search blood pressure barbers $format --related
    assert_has walking
  done
  catalogue search barbers boilers --format ids
  assert_status 1
  assert_output ''
  assert_stderr_has 'No case study has all the words; 2 have some of them: --related adds them.'
  ids barbers boilers --related
  assert_status 0
}

@test "how many there are" {
  catalogue search blood pressure barbers --count
  assert_output 1
  catalogue search blood pressure barbers --count --related
  assert_output 2
  catalogue search --count
  assert_output 3
  catalogue search barbers boilers --count
  assert_output 0
  assert_status 1
  catalogue search --count --one-line
  assert_status 2
  catalogue search --count --format ids
  assert_stderr_has 'only one can be given'
}

@test "paths work where one stands" {
  cd "$ROOT" || return
  run --separate-stderr "$CATALOGUE" search barbers --format paths
  assert_output content/case-studies/barbers.md
  cd content/case-studies || return
  run --separate-stderr "$CATALOGUE" search barbers --format paths
  assert_output barbers.md
  cd ../vocabulary || return
  run --separate-stderr "$CATALOGUE" search barbers --format paths
  assert_output ../case-studies/barbers.md
  cd "$BATS_TEST_TMPDIR" || return
  run --separate-stderr "$CATALOGUE" search barbers --format paths -C "$(basename "$ROOT")"
  assert_output "$(basename "$ROOT")/content/case-studies/barbers.md"
  [ -e "$output" ]
}

@test "lines may end with a NUL" {
  "$CATALOGUE" search -C "$ROOT" --format paths --null | xargs -0 ls >"$BATS_TEST_TMPDIR/listed"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/listed")" -eq 3 ]
  [ "$("$CATALOGUE" search -C "$ROOT" --one-line --null | tr -dc '\0' | wc -c)" -eq 3 ]
  catalogue search --null
  assert_status 2
  assert_stderr_has '--null goes with --format ids, --format paths or --one-line'
}

@test "some fields of each result" {
  catalogue search barbers --fields id,title,region
  assert_json '.results == [{"id": "barbers", "title": "Barbers offer blood pressure checks", "regions": ["london"]}]'
  assert_json 'has("facets") | not'
  catalogue search barbers --fields id,id --format ndjson
  assert_output '{"id":"barbers"}'
  catalogue search barbers --fields 'title, id' --format csv
  [ "${lines[0]}" = $'title,id\r' ] && [ "${lines[1]}" = $'Barbers offer blood pressure checks,barbers\r' ]
  catalogue search barbers --fields id --facets
  assert_json '.facets.regions | length > 5'
  catalogue search barbers --fields titel
  assert_status 2
  assert_stderr_has '--fields has no "titel"; did you mean title'
  catalogue search barbers --fields zzzzzzzzzzzzz
  assert_stderr_has 'it has id, title, summary, score,'
  catalogue search barbers --fields id --format ids
  assert_status 2
}

@test "the query is explained in words" {
  catalogue search --explain 'blood -smoking region:london'
  assert_has 'Read as: blood, without smoking, regions is london'
  assert_has 'score '
  assert_has 'idf is the higher the fewer cases have the word'
}

@test "no input is a syntax error" {
  local query
  ids
  for query in '"' '""' '(' ')' '()' '|' '-' '+' '*' 'a*' '"unclosed' 'NEAR(a b)' 'a AND' 'OR' 'NOT x' '{a b}: c' '^a' 'col:umn' \
    ':' 'a:' ':a' "don't" 'C++' '50%' 'a"b' '-"' '+(' '((((((((((' '"a" "b' "'; DROP TABLE cases;--" $'\t\n' '日本語' '\' '$x' '`x`' \
    'region:' 'region:,' 'region:>=' 'start:..' 'published:>=x' '-region:x' '*a' '**' 'a**' '|a' 'a|' 'a||b'; do
    catalogue search --no-update "$query"
    [ "$status" -le 1 ] || fail "query: $query"
    # Notes about the query have no command in front of them; complaints have.
    [[ $stderr != *'catalogue search:'* ]] || fail "query: $query"
  done
}

@test "control characters never reach the terminal" {
  catalogue search $'barbers\e[31m\x07'
  assert_lacks $'\e'
  assert_lacks $'\x07'
  catalogue search --format json $'x\e[31m'
  assert_lacks $'\e'
}

@test "a long query answers at once" {
  local many
  many=$(printf 'word%d* | ' {1..3000})
  catalogue search "$many"
  [ "$status" -le 1 ]
  assert_stderr_has 'Only the first 4096 bytes of the query were read.'
  assert_stderr_has 'Only the first 64 different words of the query count.'
}

@test "the database alone is enough" {
  ids barbers
  mv "$ROOT/build/catalogue.db" "$BATS_TEST_TMPDIR/shared.db"
  cd "$BATS_TEST_TMPDIR"
  run --separate-stderr "$CATALOGUE" search barbers --database shared.db --format ids
  assert_output barbers
  run --separate-stderr "$CATALOGUE" search barbers --database missing.db
  assert_status 2
}

@test "what changed is found, what went is not" {
  ids barbers
  sed -i 's/Barbers were trained to offer it/Florists were trained to offer it/' "$ROOT/content/case-studies/barbers.md"
  ids florists
  assert_output barbers
  rm "$ROOT/content/case-studies/barbers.md"
  ids florists
  assert_status 1
}

@test "every key of the JSON is documented" {
  catalogue search barbers --format json --explain
  local key
  for key in $(jq -r '[paths | map(strings) | .[]] | unique | .[]' <<<"$output" | grep -vE '^(actions|evaluation|evaluator|gap_effect|scale|settings|prevention|involvement|governance|funding|need_source|principles|frameworks|outcome_domain|outcome_kind)$'); do
    grep -q "[\`\"]${key}[\`\"]" "$REPOSITORY/search-cli/present/json.md" || fail "json.md lacks $key"
  done
}

# says_outdated WORD…: a search that takes the index as it is says that the content has changed; it finds barbers still.
says_outdated() {
  catalogue search barbers --format ids "$@"
  [ "${lines[0]}" = barbers ] || fail "not found"
  assert_stderr_has 'the index is used as it is; the content has changed since'
}

@test "an index that is used as it is says when the content has changed" {
  succeed index
  catalogue search barbers --no-update --format ids
  [[ $stderr != *"used as it is"* ]] || fail "it talks"
  touch "$ROOT/content/case-studies/barbers.md"
  catalogue search barbers --database "$ROOT/build/catalogue.db" --format ids
  [[ $stderr != *"used as it is"* ]] || fail "it talks"

  write_case another
  says_outdated --no-update
  says_outdated --database "$ROOT/build/catalogue.db"
  succeed index
  mv "$ROOT/content/case-studies/another.md" "$ROOT/content/case-studies/other.md"
  catalogue search barbers --no-update --format ids
  assert_stderr_has 'the index is used as it is; the content has changed since'
  rm "$ROOT/content/case-studies/other.md"
  succeed index
  catalogue search barbers --no-update --format ids
  [[ $stderr != *"used as it is"* ]] || fail "it talks"
  rm "$ROOT/content/case-studies/barbers.md"
  says_outdated --no-update
  write_case barbers
  succeed index
  printf 'headline: Another one\n' >>"$ROOT/content/catalogue.yaml"
  says_outdated --no-update
}

@test "a file that has errors is told of, however many there are" {
  succeed index
  sed -i 's/^stage: .*/stage: bogus/' "$ROOT/content/case-studies/barbers.md"
  catalogue search barbers --format ids
  assert_stderr_has 'catalogue: 1 file has errors and is shown as last indexed; see: catalogue check'
  [ "${lines[0]}" = barbers ]
  catalogue search barbers --no-update --format ids
  [[ $stderr != *"used as it is"* ]] || fail "it talks"
  write_case never-good 'stage: bogus'
  catalogue search barbers --format ids
  assert_stderr_has 'catalogue: 2 files have errors; 1 of them is shown as last indexed; see: catalogue check'
  rm "$ROOT/content/case-studies/barbers.md"
  catalogue search barbers --format ids
  assert_stderr_has 'catalogue: 1 file has errors and is left out; see: catalogue check'
}
