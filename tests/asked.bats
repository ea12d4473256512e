#!/usr/bin/env -S bats --tap
# The real content answers what people ask: a part of what `make bench-search` asks, beside the same goals.
load cli/helpers

@test "topics in frames, words that are not here, slips and judged questions are answered as well as they must be" {
  cd "$REPOSITORY" || return
  local programs=${CATALOGUE%/bin/catalogue}
  [ -d "$programs" ] || programs=build/release
  run "$programs/tests/bench/asked" 4
  assert_status 0
  assert_has 'judged questions of at least 3 words'
  assert_lacks MISSED
}

@test "the question in README has no miss among its first four" {
  cd "$REPOSITORY" || return
  "$CATALOGUE" index --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  run --separate-stderr "$CATALOGUE" search --database "$BATS_TEST_TMPDIR/catalogue.db" getting men to see a GP --related --format ids --limit 4
  local id
  for id in "${lines[@]}"; do
    [[ " barbershop-blood-pressure-checks-south-london melton-farmers-health-checks hows-thi-ticker-barnsley man-van-prostate-outreach nhs-health-check-uptake-england football-fans-in-training-scotland " == *" $id "* ]] ||
      fail "$id is no answer"
  done
  [ "${#lines[@]}" -eq 4 ]
}
