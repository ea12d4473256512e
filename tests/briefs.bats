#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # jq's own variables
# Every sentence of the briefings comes from somewhere: what a case is quoted with is its own words, and each number is what
# search finds. All questions of all lenses, on the real content.
load cli/helpers

setup_file() {
  "$CATALOGUE" index -C "$REPOSITORY" --database "$BATS_FILE_TMPDIR/real.db" >/dev/null
  ask export >"$BATS_FILE_TMPDIR/cases"
  ask lens | jq -r '.parts[0].rows[].id' | while read -r lens; do
    for cell in $(ask lens "$lens" | jq -r '.parts[].rows // [] | .[].cell // empty'); do
      ask lens "$lens" "$cell" | jq -c --arg cell "$lens $cell" '. + {cell: $cell}'
    done
  done >"$BATS_FILE_TMPDIR/briefings"
  jq -r 'select(.cases > 0).query' "$BATS_FILE_TMPDIR/briefings" | sort -u | while read -r query; do
    "$CATALOGUE" search --database "$BATS_FILE_TMPDIR/real.db" --format ids --limit 0 -- "$query" 2>/dev/null |
      jq -R . | jq -s -c --arg query "$query" '{($query): .}'
  done | jq -s add >"$BATS_FILE_TMPDIR/found"
}

# ask COMMAND ARGUMENT…: its answer as JSON.
ask() {
  local command=$1
  shift
  "$CATALOGUE" "$command" --database "$BATS_FILE_TMPDIR/real.db" --format json "$@"
}

# nothing PROGRAM: what jq finds wrong in the briefings, with $cases by id and the ids found by query, is nothing.
nothing() {
  local found
  found=$(jq -r --slurpfile cases <(jq '[.case_studies[] | {(.id): .}] | add' "$BATS_FILE_TMPDIR/cases") \
    --slurpfile found "$BATS_FILE_TMPDIR/found" "
    def lines(key): [.parts[] | select(.key == key).lines[]];
    def said(key): lines(key)[].text;
    def case_of: [.links[].case // empty][-1] as \$id | \$cases[0][\$id];
    def tallied(f): group_by(f) | map({(.[0] | f): length}) | add // {};
    def counts(query): [\$found[0][query][] as \$id | \$cases[0][\$id]]
      | {result: tallied(.result), evidence: tallied(.evidence.id), gap_effect: tallied(.gap_effect // \"not-measured\")};
    $1" "$BATS_FILE_TMPDIR/briefings")
  [ -z "$found" ] || fail "$found"
}

@test "the briefings are there, and the nine that are read aloud are among them" {
  local cell
  [ "$(wc -l <"$BATS_FILE_TMPDIR/briefings")" -gt 50 ]
  for cell in core20plus5-adults\ {maternity,severe-mental-illness,chronic-respiratory,early-cancer,hypertension} \
    haz-briefings\ {partnerships,mainstreaming,commissioning,learning}; do
    jq -se --arg cell "$cell" '[.[] | select(.cell == $cell and .cases > 2) | .parts[] | select(.key == "learning").lines[]] | length >= 3' \
      "$BATS_FILE_TMPDIR/briefings" >/dev/null || fail "$cell"
  done
}

@test "each key lesson is one that its case states, with a full stop at most" {
  nothing '.cell as $cell | lines("learning")[] | . as $line | case_of as $case
    | select([$case.learning[] | sub("[.]$"; "") | . as $lesson | ($line.text | startswith($lesson))] | any | not)
    | "\($cell): \(.text)"'
}

@test "no lesson claims a cause where nothing was compared" {
  nothing '.cell as $cell | lines("learning")[] | select(case_of.evidence.id < "e3")
    | select(.text | sub(" [(].*"; "") | test("\\b(because|caused?|due to|led to|reduced?|increased?|improved?|prevent(ed|s)?)\\b"; "i"))
    | "\($cell): \(.text)"'
}

@test "each case that is named says how well it is known and what came of it, as it is recorded" {
  nothing '.cell as $cell | (lines("examples") + lines("failures"))[] | . as $line | case_of as $case
    | select(($line.text | startswith($case.title) | not) or ($line.text | contains("(\($case.evidence.id | ascii_upcase) ") | not))
    | "\($cell): \(.text)"'
  nothing '.cell as $cell | lines("failures")[] | select(case_of.result | IN("no-effect", "negative", "not-delivered") | not) | "\($cell): \(.text)"'
}

@test "each count is what search finds" {
  # How many answer, how many were measured, and how each turned out.
  nothing 'select(.cases > 0) | . as $brief | counts(.query) as $found | ([$found.result[]] | add) as $all
    | ([$found.evidence | to_entries[] | select(.key >= "e2").value] | add // 0) as $measured
    | (select(.cases != $all) | "\(.cell): \(.cases) cases, and \($all) are found"),
      (said("known") | select((startswith("None ") and $measured == 0) or (test("^(All|It) ") and $measured == $all) or startswith("\($measured) of \($all) ") | not)
        | "\($brief.cell): \(.), and \($measured) are found"),
      (said("results") | select(startswith("As the case studies tell it: ")) | . as $line
        | ({"positive": "better", "mixed": "mixed", "no-effect": "no difference shown", "negative": "worse", "not-delivered": "not delivered"} | to_entries[])
        | ($found.result[.key] // 0) as $count | select($count > 0) | "\($count) \(.value)" as $words
        | select($line | contains($words) | not) | "\($brief.cell): \($line), and \($words) is found"),
      (said("unknown") | select(startswith("What happened to the gap")) | . as $line | ($found.gap_effect["not-measured"] // 0) as $count
        | select(($line | contains("in \($count) of \($all).")) or ($count == $all and ($line | endswith(if $all == 1 then "in the only one." else "in all \($all)." end))) | not)
        | "\($brief.cell): \($line), and \($count) are found")'
}

@test "each cost that is named is the case's own, and each person to ask its contact" {
  nothing '.cell as $cell | lines("cost")[] | select([.links[].case // empty] | length > 0) | . as $line | case_of.cost as $cost
    | select(($cost.covers // "") as $covers | $line.text | contains($covers) | not) | "\($cell): \(.text)"'
  nothing '.cell as $cell | lines("contacts")[] | select([.links[].case // empty] | length > 0) | . as $line | case_of.contact as $contact
    | select($line.text | startswith($contact.role) | not) | "\($cell): \(.text)"'
}
