#!/usr/bin/env -S bats --tap
# The as-of date of a site: it stands for today, and comes from the content.
load helpers

setup() {
  make_root
  write_case alpha 'published: 2024-05-01'
  write_case beta 'published: 2023-02' 'reviewed: 2023-11-30'
  write_case gamma 'published: 2021'
}

# as_of DATE: the site that is published now is as of this day.
as_of() {
  catalogue publish --keep-going
  [ "$status" -le 1 ] || fail "publish failed"
  [ "$(jq -r .as_of "$ROOT/build/site/data/catalogue.json")" = "$1" ] || fail "not as of $1"
}

@test "it is the newest date that two case studies reach" {
  as_of 2023-11-30
  write_case delta 'published: 2024-04-01'
  as_of 2024-04-01
}

@test "one mistyped year moves nothing" {
  write_case delta 'published: 2036-05-01'
  as_of 2024-05-01
}

@test "of one case alone it is its own, of none there is none" {
  rm "$ROOT/content/case-studies/beta.md" "$ROOT/content/case-studies/gamma.md"
  as_of 2024-05-01
  rm "$ROOT/content/case-studies/alpha.md"
  as_of ''
}

@test "what is not published does not count" {
  local hidden
  for hidden in draft submitted in-review returned withdrawn; do
    write_case delta 'published: 2025-05-01' "review: {status: $hidden, reason: So}"
    write_case epsilon 'published: 2025-05-01' "review: {status: $hidden, reason: So}"
    as_of 2023-11-30
  done
  write_case zeta 'published: 2024-04-01' 'review: {status: archived, reason: Old}'
  as_of 2024-04-01
}

@test "the publisher may set it, and so may whoever builds" {
  printf 'as_of: 2025-01-31\n' >>"$ROOT/content/catalogue.yaml"
  as_of 2025-01-31
  export SOURCE_DATE_EPOCH=1767225600
  as_of 2026-01-01
}
