#!/usr/bin/env -S bats --tap
# catalogue lens: a file of questions gives list, page, briefings, pages of the site and a feed, with no code.
load helpers

setup() {
  make_root
  write_case barbers 'contact: {role: Public health team, email: health@board.example}' $'learning:\n  - Ask where people are already' 'gap_effect: narrowed'
  write_case florists 'title: Florists offer blood pressure checks' 'result: no-effect' $'learning:\n  - It reduced strokes in two years'
  write_case warm 'title: Warm homes for older people' 'priority_areas: [housing]' 'deprivation_focus: [older-people]'
  write_lens plan
}

# write_lens ID [LINE…]: a lens of two questions.
write_lens() {
  mkdir -p "$ROOT/content/lenses"
  {
    cat <<'END'
name: A plan
source: Example Health Board, 2001
from: 2001
to: 2005
replaced_by: A newer plan
summary: The plan asked what was done about hearts, and whether homes were made warm.
cells:
  - id: hearts
    label: Hearts
    question: What was done about hearts?
    query: "priority_areas:cvd"
  - id: schools
    label: Schools
    question: What did schools do?
    query: "priority_areas:education"
END
    [ $# -lt 2 ] || printf '%s\n' "${@:2}"
  } >"$ROOT/content/lenses/$1.yaml"
}

part() {
  jq -r --arg key "$1" '.parts[] | select(.key == $key).lines[].text' <<<"$output"
}

@test "the list says when each held and what is left open" {
  catalogue lens --format json
  assert_status 0
  assert_json '.parts[0].rows == [{"id": "plan", "name": "A plan", "period": "2001 to 2005", "questions": 2, "unanswered": 1, "cases": 2}]'
}

@test "a lens says of each question how many answer it, what came of them, what can be learned and whom to ask" {
  catalogue lens plan --format json
  assert_status 0
  assert_json '.parts[] | select(.key == "cells-1").rows[0] | .cell == "hearts" and .cases == 2 and .better == 1 and .no_difference == 1 and .best_known == "e1"'
  assert_json '.parts[] | select(.key == "cells-1").rows[1] | .cases == 0 and .best_known == ""'
  [ "$(part hearts-learning)" = 'Ask where people are already. (Barbers offer blood pressure checks · E1 Accounted)' ] || fail "$(part hearts-learning)"
  [ "$(part hearts-ask)" = 'Public health team: health@board.example (Barbers offer blood pressure checks)' ] || fail "$(part hearts-ask)"
  part schools | grep -qx 'No case study here bears on this.'
  part lead | grep -qx 'What came after: A newer plan.'
  catalogue lens plan --format csv
  [ "${#lines[@]}" -eq 3 ]
}

@test "a lens has a briefing on all of it" {
  catalogue lens plan --brief --format json
  assert_json '.title == "Briefing: A plan" and ([.parts[] | select(.key == "questions").rows[].cases] | length == 2)'
  part lead | grep -q 'of its 2 questions'
  part results | grep -q '^As the case studies tell it: '
  catalogue lens --brief
  assert_status 2
  assert_stderr_has 'it is about one lens; name it: catalogue lens ID --brief'
  catalogue publish
  assert_status 0
  grep -q 'href="plan/index.html"' "$ROOT/build/site/lenses/plan.html"
  grep -q '<h1>Briefing: A plan</h1>' "$ROOT/build/site/lenses/plan/index.html"
}

@test "a lens with one question is told so" {
  sed -i '/id: schools/,$d' "$ROOT/content/lenses/plan.yaml"
  catalogue lens plan --format json
  part lead | grep -Eq '^[0-9]+ case stud(y|ies) bears? on its question\.$' || fail "$output"
}

@test "a question of a lens is a briefing" {
  catalogue lens plan hearts
  assert_status 0
  [ "${lines[0]}" = Hearts ]
  [ "${lines[1]}" = 'What was done about hearts?' ]
  assert_has '2 case studies bear on this.'
  catalogue lens plan schools
  assert_status 1
  assert_has 'No case study here is about this.'
}

@test "a name that there is not gets what is near" {
  catalogue lens plann
  assert_status 1
  assert_stderr_has 'did you mean plan'
  catalogue lens plan heart
  assert_status 1
  assert_stderr_has 'did you mean hearts'
}

@test "a second axis crosses the questions" {
  write_lens plan 'second_axis:' '  - id: men' '    label: Men' '    question: Was it for men?' '    query: "deprivation_focus:men"'
  catalogue lens plan --format json
  assert_json '.parts[] | select(.key == "crossed").rows == [{"label": "Hearts", "men": 2}, {"label": "Schools", "men": 0}]'
}

@test "one more lens touches only data: the index, the list and the site have it" {
  local site=$ROOT/build/site
  succeed publish --output "$site"
  [ ! -e "$site/lenses/other.html" ]
  write_lens other
  succeed publish --output "$site"
  [[ $output == *' changed, 0 removed'* ]]
  grep -q '<a href="other.html">' "$site/lenses/index.html"
  [ -e "$site/lenses/other/hearts.html" ] && [ -e "$site/feeds/lenses/other.xml" ]
  # No case study was read again for the index.
  catalogue index
  [[ $output == *'3 unchanged'* ]] || [[ $output == *'nothing'* ]] || fail "$output"
  sed -i 's/^name: A plan/name: Another plan/' "$ROOT/content/lenses/other.yaml"
  catalogue lens
  assert_has 'Another plan'
  succeed publish --output "$site"
  grep -q 'Another plan' "$site/lenses/other.html"
  grep -q 'Another plan' "$site/lenses/index.html"
  rm "$ROOT/content/lenses/other.yaml"
  succeed publish --output "$site"
  [ ! -e "$site/lenses/other.html" ]
}

@test "a database that was downloaded answers too" {
  succeed publish --output "$ROOT/build/site"
  cd "$BATS_TEST_TMPDIR"
  run --separate-stderr "$CATALOGUE" lens --database "$ROOT/build/site/data/catalogue.db" plan hearts
  assert_status 0
  assert_has 'What was done about hearts?'
}

@test "a lens with a mistake is told at its line, stops index and publish, and leaves questions their answers" {
  succeed index
  sed -i 's/priority_areas:education/priority_areas:educatoin/' "$ROOT/content/lenses/plan.yaml"
  catalogue index
  assert_status 1
  assert_stderr_has 'content/lenses/plan.yaml:15:12: error[V707]'
  catalogue lens plan
  assert_status 0
  assert_has 'What did schools do?'
}

@test "a lens is asked of one region, or of what a query finds" {
  write_case scots 'title: Another shop far to the north' 'regions: [scotland]'
  catalogue lens plan --region scotland --format json
  assert_status 0
  assert_json '.parts[] | select(.key == "cells-1").rows[0] | .cell == "hearts" and .cases == 1'
  part lead | grep -qx 'Only among: Scotland.'
  catalogue lens --region scotland --format json
  assert_json '.parts[0].rows[0].cases == 1'
  part lenses | grep -qx 'Only among: Scotland.'
  catalogue lens plan hearts --query far --format json
  assert_json '.cases == 1 and .title == "Hearts, far"'
  part asked | grep -qx '1 case study bears on this.'
  catalogue lens plan hearts --region wales
  assert_status 1
  assert_has 'No case study here is about this.'
  catalogue lens plan --region scotlnd
  assert_status 2
}

@test "a page of many questions says at its top which they are" {
  local i
  succeed publish
  [ "$(grep -c 'class="contents"' "$ROOT/build/site/lenses/plan.html")" = 0 ]
  for i in $(seq 6); do
    printf '  - {id: more-%s, label: "More, %s", question: "Was there more?", query: "priority_areas:cvd"}\n' "$i" "$i" >>"$ROOT/content/lenses/plan.yaml"
  done
  succeed publish
  sed -n '/class="contents"/,/<\/details>/p' "$ROOT/build/site/lenses/plan.html" | grep -q '<a href="#more-6">More, 6</a>'
  grep -q '<h2 id="more-6">' "$ROOT/build/site/lenses/plan.html"
}

@test "the source of a lens leads to where it is written down, when it ends in an address" {
  sed -i 's|^source: .*|&, https://board.example/plan|' "$ROOT/content/lenses/plan.yaml"
  catalogue lens plan
  assert_has 'Source: Example Health Board, 2001. https://board.example/plan'
  succeed publish
  grep -q '<p>Source: <a href="https://board.example/plan">Example Health Board, 2001</a>.</p>' "$ROOT/build/site/lenses/plan.html"
  grep -q '<p>Source: <a href="https://board.example/plan">Example Health Board, 2001</a>. When it held: 2001 to 2005.' "$ROOT/build/site/lenses/plan/index.html"
}
