#!/usr/bin/env -S bats --tap
# catalogue matrix.
load helpers

setup() {
  make_root
  write_case barbers 'deprivation_focus: [men]' 'gap_effect: narrowed'
  write_case florists 'title: Florists offer blood pressure checks' 'deprivation_focus: [men, women]' 'result: not-delivered'
  write_case warm 'title: Warm homes for older people' 'priority_areas: [housing]' 'deprivation_focus: [older-people]' 'result: no-effect'
}

row() {
  jq -c --arg row "$1" --arg column "$2" '.parts[] | select(.key == "pairs").rows[] | select(.row == $row and .column == $column)' <<<"$output"
}

@test "a pair says how many there are, how well the best is known, what came of them and of the gap" {
  catalogue matrix priority-area deprivation_focus --format json
  assert_status 0
  assert_json '.report == "matrix" and .cases == 3'
  [ "$(row cvd men | jq -c '[.cases, .better, .not_delivered, .not_known, .gap_narrowed, .gap_not_measured, .best_known]')" = '[2,1,1,0,1,1,"e1"]' ] || fail "$(row cvd men)"
  [ "$(row cvd women | jq -c '[.cases, .not_delivered]')" = '[1,1]' ]
  [ "$(row housing men | jq -c '[.cases, .best_known]')" = '[0,""]' ]
  catalogue matrix priority-area deprivation-focus
  assert_has $'\nMental health\n   0 with any of them\n'
  assert_has '   2 Men and boys: E1 Accounted; 1 better, 1 not delivered; gap: 1 narrowed, 1'
}

@test "every pair has a line in the table for spreadsheets, with its noughts; --empty leaves those without any" {
  catalogue matrix result evidence --format csv
  assert_status 0
  [ "${#lines[@]}" -eq $((1 + 8 * 6)) ] || fail "${#lines[@]} lines"
  [ "${lines[0]%%,better*}" = row_label,column_label,cases,row,column,best_known ]
  [[ ${lines[1]} == 'Better,E0 Described,0,positive,e0,,0,0,0,0,0,0,0,0,0,0,0'* ]]
  catalogue matrix result evidence --format csv --empty
  [ "${#lines[@]}" -eq $((1 + 8 * 6 - 3)) ] || fail "${#lines[@]} lines"
}

@test "a query and filters say among which" {
  catalogue matrix priority-area deprivation-focus --format json --query homes
  assert_json '.cases == 1 and .query == "homes"'
  catalogue matrix priority-area deprivation-focus --format json --deprivation-focus women
  assert_json '.cases == 1'
  catalogue matrix priority-area deprivation-focus --query zzzz
  assert_status 1
  assert_has '0 case studies.'
}

@test "national priorities come first among the holes, and a term with itself is none" {
  catalogue matrix priority-area deprivation-focus --format json
  # Cardiovascular disease and Core20 are both marked as first; housing and men have as many cases by themselves.
  assert_json '.parts[] | select(.key == "holes").lines[0].text | test("Cardiovascular disease .2. and ")'
  assert_json '.parts[] | select(.key == "holes").lines[0].links | map(.term) == ["cvd", "core20"]'
  catalogue matrix partner-type partner-type --format json
  assert_json '[.parts[] | select(.key == "holes").lines[].links | map(.term) | select(.[0] == .[1])] == []'
}

@test "Markdown for a paper of one's own" {
  catalogue matrix result evidence --format markdown
  [ "${lines[0]}" = '# Gap map: result and evidence level' ]
  assert_has '| Row | Column | Case studies | Best known | Results | Gap |'
  assert_has '| Better | E1 Accounted | 1 | E1 Accounted | 1 better | gap: 1 narrowed |'
}

@test "matrix wants two fields that are there" {
  catalogue matrix priority-area
  assert_status 2
  assert_stderr_has 'which two fields?'
  catalogue matrix priority-area depriv
  assert_status 2
  assert_stderr_has 'there is no field "depriv"'
}
