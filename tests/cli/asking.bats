#!/usr/bin/env -S bats --tap
# catalogue similar, compare and facets.
load helpers

setup() {
  make_root
  write_case barbers 'regions: [london]'
  write_case florists 'title: Florists offer blood pressure checks' 'regions: [london, north-west]' \
    'deprivation_focus: [core20]' 'learning: [Go where people are already and they will come]'
  write_case warm-homes 'title: Warm homes for older people' \
    'summary: Cold homes made old people ill in one valley. Boilers and insulation were put in, free. Admissions fell in two winters.' \
    'priority_areas: [housing]' 'deprivation_focus: [older-people]' 'actions: [commissioning]' 'partners: [{name: A Trust, type: nhs-provider}]' \
    'result: mixed'
  sed -i 's/^Barbers were trained/Fitters came/; s/^More men were/The homes were/' \
    "$ROOT/content/case-studies/warm-homes.md"
}

@test "a neighbour has a reason" {
  catalogue similar barbers --format ids
  assert_status 0
  [ "${lines[0]}" = florists ]
  catalogue similar barbers
  assert_has 'Like: Barbers offer blood pressure checks'
  assert_has ' 1. Florists offer blood pressure checks'
  assert_has 'both: Cardiovascular disease'
  assert_has 'words of both: '
  catalogue similar barbers --format json
  assert_json '.similar[0] | .id == "florists" and .similarity > 0 and .similarity <= 1 and (.tags | map(.term) | index("cvd") != null)'
  assert_json '.similar | map(.id) | index("barbers") == null'
}

@test "words of both stand in both texts, and not only behind a tag" {
  local word id
  write_case barbers 'settings: [pharmacy]' 'partners: [{name: A, type: community-pharmacy}]'
  write_case florists 'settings: [pharmacy]' 'partners: [{name: B, type: community-pharmacy}]'
  catalogue similar barbers --format json
  jq -e '.similar[0].words | length > 0' <<<"$output" >/dev/null
  for word in $(jq -r '.similar[] | select(.id == "florists").words[]' <<<"$output"); do
    for id in barbers florists; do
      [ "$(sqlite3 "$ROOT/build/catalogue.db" "SELECT count(*) FROM search WHERE search MATCH '{title summary body} : \"$word\"' AND rowid = (SELECT row FROM cases WHERE id = '$id')")" = 1 ] ||
        fail "$id does not have $word"
    done
  done
}

@test "similar wants one id that is there" {
  catalogue similar
  assert_status 2
  catalogue similar barbrs
  assert_status 1
  assert_stderr_has 'did you mean barbers'
  catalogue similar barbers --limit 0
  assert_status 2
}

@test "cases stand side by side" {
  catalogue compare barbers warm-homes
  assert_status 0
  assert_has 'Barbers offer blood pressure'
  assert_has 'Warm homes for older people'
  [[ $output == *Result*Better*Mixed* ]]
  catalogue compare barbers warm-homes --format json
  assert_json '.ids == ["barbers", "warm-homes"]'
  assert_json '.rows[] | select(.key == "priority_areas") | .cells == [["Cardiovascular disease"], ["Housing and homelessness"]]'
}

# piped STATUS IDS: compare reads these ids, with blanks between
piped() {
  run "-$1" --separate-stderr bash -c "tr ' ' '\\n' <<<'$2' | '$CATALOGUE' compare -C '$ROOT' - --format json"
}

@test "compare takes the ids that another command found" {
  piped 0 'barbers warm-homes'
  assert_json '.ids == ["barbers", "warm-homes"]'
  piped 2 barbers
  assert_stderr_has 'it takes 2 to 4 ids'
  piped 2 'barbers warm-homes barb'
  assert_stderr_has 'barbers is there twice'
  piped 1 'barbers nowhere'
  assert_stderr_has 'there is no case study "nowhere"'
}

@test "compare fits the terminal, however narrow" {
  COLUMNS=60 catalogue compare barbers warm-homes florists
  [ "$(LC_ALL=C.UTF-8 wc -L <<<"$output")" -le 60 ]
}

@test "compare wants two to four ids that are there" {
  catalogue compare barbers
  assert_status 2
  catalogue compare barbers barbrs
  assert_status 1
  catalogue compare a b c d e
  assert_status 2
  catalogue compare barbers warm-homes barbers
  assert_status 2
  assert_stderr_has 'barbers is there twice'
}

@test "options before the command are told where they go" {
  run --separate-stderr "$CATALOGUE" --database x.db search barbers
  assert_status 2
  assert_stderr_has 'options go after the command: catalogue COMMAND --database'
}

@test "facets count every term: the most frequent first, zeros on one line" {
  catalogue facets
  assert_status 0
  assert_has '3 case studies'
  assert_has 'Priority area'
  assert_has 'Deprivation focus'
  assert_lacks 'Region'
  catalogue facets region
  [[ ${lines[2]} == *'2 '*london* && ${lines[3]} == *'1 '*north-west* && ${lines[4]} == *'1 '*yorkshire-humber* ]] || fail order
  assert_has '  none: '
  [ "$(grep -c wales <<<"$output")" -eq 1 ]
  catalogue facets regions --format json
  assert_json '.total == 3 and (.facets | keys) == ["regions"]'
  assert_json '.facets.regions | map({(.id): .count}) | add | .london == 2 and ."north-west" == 1 and .wales == 0'
}

@test "facets as a table have a line for each term, zeros too" {
  catalogue facets regions result --format csv
  assert_has 'field,id,label,count'
  assert_has 'regions,london,London,2'
  assert_has 'regions,wales,Wales,0'
  assert_has 'result,mixed,Mixed,1'
  local lines_of_regions
  lines_of_regions=$(grep -c '^regions,' <<<"$output")
  catalogue facets regions --format json
  assert_json ".facets.regions | length == $lines_of_regions"
}

@test "facets fit the terminal, however narrow" {
  local columns
  for columns in 40 60 80; do
    COLUMNS=$columns catalogue facets region setting action
    assert_has 'yorkshire-humber'
    [ "$(LC_ALL=C.UTF-8 wc -L <<<"$output")" -le $columns ] || fail "wider than $columns"
  done
}

@test "facets of what a query finds, and of a selection" {
  catalogue facets regions --query boilers --format json
  assert_json '.total == 1 and (.facets.regions | map(.count) | add) == 1'
  catalogue facets regions --region london --format json
  assert_json '.total == 2 and (.facets.regions | map({(.id): .count}) | add | ."yorkshire-humber" == 1)'
  catalogue facets regions --query nothingatall
  assert_status 1
  catalogue facets region-s
  assert_status 2
  assert_stderr_has 'did you mean regions'
  catalogue facets nope
  assert_status 2
  assert_stderr_has 'the fields are priority_areas, partner_types, '
}
