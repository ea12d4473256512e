#!/usr/bin/env -S bats --tap
# The queries that the settings watch: each has a feed.
load helpers

setup() {
  make_root
  write_case barbers
  write_case letters 'title: Letters about heart checks' 'deprivation_focus: [rural]' 'published: 2024-06-01'
  cat >>"$ROOT/content/catalogue.yaml" <<'END'
watch:
  - id: men
    title: Men & their health
    query: deprivation_focus:men
  - id: heart-letters
    title: Letters
    query: '"heart checks" | zymurgy'
  - id: nothing
    title: Nothing yet
    query: region:wales
END
  FEEDS=$ROOT/build/site/feeds/watch
}

@test "each has a feed of what it finds, and the home page leads to it" {
  catalogue publish
  assert_status 0
  grep -q '<title>Men &amp; their health – A small catalogue</title>' "$FEEDS/men.xml"
  grep -q 'case-studies/barbers.html' "$FEEDS/men.xml"
  ! grep -q 'case-studies/letters.html' "$FEEDS/men.xml" || fail 'found what must not be there'
  grep -q 'case-studies/letters.html' "$FEEDS/heart-letters.xml"
  grep -q '<link rel="alternate" href="https://catalogue.example/search.html?q=deprivation_focus%3Amen"' "$FEEDS/men.xml"
  ! grep -q '<entry>' "$FEEDS/nothing.xml" || fail 'found what must not be there'
  grep -q '<a href="feeds/watch/men.xml">Men &amp; their health</a>' "$ROOT/build/site/index.html"
}

@test "a feed follows the query and the cases, and goes with its query" {
  succeed publish
  write_case hostel 'title: Nurses visit a hostel for men' 'published: 2024-07-01'
  succeed publish
  grep -q 'case-studies/hostel.html' "$FEEDS/men.xml"
  sed -i 's/query: deprivation_focus:men/query: region:london/' "$ROOT/content/catalogue.yaml"
  succeed publish
  ! grep -q '<entry>' "$FEEDS/men.xml" || fail 'found what must not be there'
  sed -i '/id: nothing/,$d' "$ROOT/content/catalogue.yaml"
  succeed publish
  [ ! -e "$FEEDS/nothing.xml" ]
  [ -e "$FEEDS/men.xml" ]
}

@test "a draft is in no feed, and without an address there are none" {
  write_case secret 'title: Something that is not yet told' $'review:\n  status: draft'
  succeed publish
  ! grep -rq 'not yet told' "$FEEDS" || fail 'found what must not be there'
  sed -i 's/^base_url:.*/base_url: ""/' "$ROOT/content/catalogue.yaml"
  succeed publish
  [ ! -e "$FEEDS" ]
  ! grep -q 'feeds/watch' "$ROOT/build/site/index.html" || fail 'found what must not be there'
}

@test "a term that is none, and an id that stands twice, are told at their line" {
  sed -i 's/id: heart-letters/id: men/; s/region:wales/region:whales/' "$ROOT/content/catalogue.yaml"
  catalogue check
  assert_status 1
  assert_has 'content/catalogue.yaml:11:9: error[V'
  assert_has '"men" is the id of a query before it'
  assert_has 'content/catalogue.yaml:16:12: error[V'
  assert_has whales
}
