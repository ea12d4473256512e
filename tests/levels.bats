#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # jq expressions
# No case study of the content stands at a level that its figures do not carry: the figures of each at E2 and above
# are listed here from its data, by the words of the contract and not by the program's own rules.
load cli/helpers

setup_file() {
  export DATABASE=$BATS_FILE_TMPDIR/catalogue.db
  "$CATALOGUE" index -C "$REPOSITORY" --database "$DATABASE" >/dev/null
  sqlite3 "$DATABASE" 'SELECT id FROM cases' |
    xargs "$CATALOGUE" show --database "$DATABASE" --format json | jq -c ".[]" >"$BATS_FILE_TMPDIR/cases"
}

# id, level, and the figures that carry it: "measure: 51 to 73", "measure: 21 beside 14", "measure: odds-ratio 0.58".
figures='
  def number: select(.kind == null or .kind == "number");
  def of_change($case): .estimate != null and ($case.evaluation == "before-after" or $case.evaluation == "time-series" or
    .estimate.type == "trend" or .estimate.comparison == "time-series");
  def measured($case): [$case.outcomes[]? | number |
    if .baseline != null and .after != null then "\(.measure // .measure_id): \(.baseline) to \(.after)"
    elif of_change($case) then "\(.measure // .measure_id): \(.estimate.type) \(.estimate.value)" else empty end];
  def compared($case): [$case.outcomes[]? | number |
    if .comparator_is == "control" and .after != null and .comparator_after != null then
      "\(.measure // .measure_id): \(.after) beside \(.comparator_after)"
    elif .estimate.compared_with != null then
      "\(.measure // .measure_id): \(.estimate.type) \(.estimate.value), with \(.estimate.compared_with)" else empty end];
  select(.evidence.level >= 2) | . as $case |
  if .evidence.level == 2 then measured($case) elif .evidence.level <= 4 then compared($case) else ["a review"] end |
  "\($case.id) E\($case.evidence.level): \(join("; "))"'

@test "each case study at E2 and above has the figures that carry it" {
  run jq -r "$figures" "$BATS_FILE_TMPDIR/cases"
  assert_status 0
  [ "${#lines[@]}" -ge 15 ] || fail "only ${#lines[@]} case studies at E2 and above"
  printf '# %s\n' "${lines[@]}" >&3
  ! grep -E 'E[0-9]: $' <<<"$output" || fail "a level without figures"
}

@test "those compared name a source, and have a design that compares" {
  run jq -r 'select(.evidence.level == 3 or .evidence.level == 4) |
    select((.sources | length) == 0 or (.evaluation | IN("comparison", "trial") | not)).id' "$BATS_FILE_TMPDIR/cases"
  assert_output ''
}

@test "no figure is a 0 or a 1 that another is counted from" {
  run jq -r '.id as $id | .outcomes[]? | select(.baseline == 1 or .comparator_after == 0 or .comparator_after == 1 or .comparator_baseline == 1) |
    select("\(.unit) \(.measure)" | test("ratio|relative|odds|hazard|difference|= ?[01]"; "i")) | "\($id): \(.measure)"' "$BATS_FILE_TMPDIR/cases"
  assert_output ''
}

# The level of each example on the page that explains them, and of each level without one what the page says.
@test "the page on evidence has its examples where they stand, and says which levels nobody has" {
  awk '/^## E[0-5]/ { level = substr($2, 2, 1); seen[level] = 1 }
    /^## / && !/^## E[0-5]/ { level = "" }
    level != "" { while (match($0, /\(([a-z0-9-]+)\.md\)/)) { print level, substr($0, RSTART + 1, RLENGTH - 5); $0 = substr($0, RSTART + RLENGTH) } }
    level != "" && /No case stands here yet/ { print level, "nobody" }' "$REPOSITORY/content/pages/evidence.md" >"$BATS_TEST_TMPDIR/told"
  for level in 0 1 2 3 4 5; do
    ids=$(jq -r --argjson level "$level" 'select(.evidence.level == $level).id' "$BATS_FILE_TMPDIR/cases")
    told=$(sed -n "s/^$level //p" "$BATS_TEST_TMPDIR/told")
    [ -n "$told" ] || fail "nothing is told of E$level"
    for one in $told; do
      if [ "$one" = nobody ]; then
        [ -z "$ids" ] || fail "E$level is told to have no case, and has $ids"
      else
        grep -qx "$one" <<<"$ids" || fail "$one does not stand at E$level"
      fi
    done
  done
}
