#!/usr/bin/env -S bats --tap
# Publishing again: what was made of the same stays, and what comes of it is what a new site would be, byte for byte.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  write_case barbers 'related: [clubs]' 'aliases: [hairdressers]' 'start: 2021-04'
  write_case clubs 'title: Clubs for men who live alone' 'adapted_from: barbers' 'priority_areas: [housing]'
  write_case gardens 'title: Gardens on prescription' 'regions: [london]' 'deprivation_focus: [rural]' \
    'programme: "A \"quoted\" programme, in two lines"'
  write_case old 'title: An archived case from long ago' $'review:\n  status: archived\n  reason: The service has changed'
  SITE=$ROOT/build/site
}

# Publishes in place and, as if for the first time, into a new folder; both must be the same. Further arguments go to both.
same_as_new() {
  local new=$BATS_TEST_TMPDIR/new
  catalogue publish --format json "$@"
  assert_status "${STATUS:-0}"
  said=$output
  rm -rf "$new"
  catalogue publish --output "$new" "$@"
  diff -r "$SITE" "$new"
}

# said EXPRESSION: what the run in place counted.
said() {
  jq -e "$1" <<<"$said" >/dev/null || fail "$said is not: $1"
}

change() {
  local file=$ROOT/content/case-studies/$1.md
  sed -i "$2" "$file"
}

# One worker, as each reads for itself what the briefings on its pages quote.
@test "each case study is read once for its page and once for all that quotes it, and not at all when nothing has changed" {
  catalogue publish --jobs 1 --format json
  assert_json '.read == 4 + 3 and .changed > 100'
  catalogue publish --format json
  assert_json '.read == 0 and .changed == 0'
  catalogue publish --jobs 1 --format json --single-file "$BATS_TEST_TMPDIR/one.html"
  assert_json '.read == 4 + 3 and .changed == 0'
}

@test "a changed sentence is read where it stands, as long as it makes no case more like another" {
  catalogue publish
  change gardens 's/Barbers were trained to measure./Barbers were trained to measure in 1999./'
  same_as_new --jobs 1
  said '.read == 1 + 3 and .changed < 20'
  grep -q 'trained to measure in 1999' "$SITE/data/catalogue.json"
}

@test "a sentence makes no report anew, a point of a list makes those that quote it" {
  printf '\n## What helped\n\nThey had time.\n\n- Trust in the owner\n' >>"$ROOT/content/case-studies/gardens.md"
  catalogue publish
  local before
  before=$(stat -c %i "$SITE/barriers.html")
  change gardens 's/They had time/They had much time/'
  same_as_new
  [ "$(stat -c %i "$SITE/barriers.html")" = "$before" ]
  change gardens 's/Trust in the owner/Trust in the gardener/'
  same_as_new
  grep -rq 'Trust in the gardener' "$SITE/barriers"
}

@test "whatever changes, what comes of it is what a new site would be" {
  local png=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==
  mkdir -p "$ROOT/content/pages" "$ROOT/content/images" "$ROOT/theme"
  base64 -d <<<$png >"$ROOT/content/images/shop.png"
  printf -- '---\ntitle: About us\ncounts: evidence\n---\nSee [the barbers](barbers.md).\n' >"$ROOT/content/pages/about.md"
  same_as_new
  change barbers 's/^title:.*/title: Barbers measure blood pressure/'
  same_as_new
  grep -q 'Barbers measure blood pressure' "$SITE/case-studies/clubs.html" || fail 'another case names it by its old title'
  change clubs 's/^priority_areas:.*/priority_areas: [cvd, housing]/'
  same_as_new
  change barbers 's/^aliases:.*/aliases: [hairdressers, salons]/'
  same_as_new
  change gardens 's/^start:.*//; s/^regions:.*/regions: [scotland]\nstart: 2019/'
  same_as_new
  printf '\n![A shop](../images/shop.png)\n' >>"$ROOT/content/case-studies/gardens.md"
  same_as_new
  [ -s "$SITE/images/shop.png" ]
  base64 -d <<<$png | tr A B >"$ROOT/content/images/shop.png"
  same_as_new
  change clubs '/^adapted_from/d'
  same_as_new
  write_case walks 'title: Walks that anybody may join' 'published: 2024-06-01' 'replaces: [gardens]'
  same_as_new
  change walks 's/^stage:.*/stage: ended\nend: 2024-03/'
  same_as_new
  printf -- '---\ntitle: About us all\nsummary: Who we are.\n---\nSee ![it](../images/shop.png).\n' >"$ROOT/content/pages/about.md"
  same_as_new
  printf 'A **notice**.\n\n## More\n\n[The barbers](barbers.md)\n' >"$ROOT/theme/header.md"
  same_as_new
  echo ':root { --brand: #402060; }' >"$ROOT/theme/theme.css"
  same_as_new
  echo ':root { --brand: #402061; }' >"$ROOT/theme/theme.css"
  same_as_new
  said '.changed == 2' # the stylesheet, and the picture for links that is drawn in its colour
  sed -i 's/label: Cardiovascular disease/label: Heart and circulation/' "$ROOT/content/vocabulary/priority-areas.yaml"
  same_as_new
  sed -i 's/^title:.*/title: Another name/' "$ROOT/content/catalogue.yaml"
  same_as_new
  same_as_new --base-url https://other.example/there
  same_as_new
  SOURCE_DATE_EPOCH=1800000000 same_as_new
  change gardens 's/^evaluation:.*/evaluation: before-after\nreview:\n  status: withdrawn\n  reason: The figures were wrong/'
  same_as_new
  change clubs 's/^stage:.*/stage: bogus/'
  STATUS=1 same_as_new --keep-going
  rm "$ROOT/content/case-studies/clubs.md"
  change barbers '/^related/d'
  same_as_new
}

@test "with so many cases that the database is made in parts, each change gives what a new site would be" {
  local i
  for i in $(seq -w 140); do write_case "case-$i" "title: Case study number $i"; done
  same_as_new
  change case-003 's/Barbers were trained/Hairdressers were well-trained, and nurses too/'
  same_as_new
  change case-139 's/^priority_areas:.*/priority_areas: [cvd, housing]/'
  change case-004 's/^title:.*/title: Case study of another name/'
  same_as_new
  change case-139 's/^evaluation:.*/evaluation: before-after\nreview:\n  status: withdrawn\n  reason: The figures were wrong/'
  same_as_new
  change case-137 's/^evaluation:.*/evaluation: before-after\nreview:\n  status: draft/'
  same_as_new
  change case-138 's/Barbers were trained/Nobody was trained/'
  same_as_new
  write_case case-0035 'title: One that comes in between'
  same_as_new
  rm "$ROOT/content/case-studies/case-001.md"
  same_as_new
  [ "$(sqlite3 "$SITE/data/catalogue.db" "SELECT count(*) FROM search WHERE search MATCH 'hairdressers'")" -eq 1 ]
}

@test "a database that was damaged on the disk is made anew, not carried on" {
  catalogue publish
  printf 'spoilt' | dd of="$SITE/data/catalogue.db" bs=1 seek=20000 conv=notrunc status=none
  change gardens 's/Barbers were trained/Nobody was trained/'
  same_as_new
}

@test "the same content gives the same list of files, whatever the index has been through" {
  write_case another
  catalogue publish
  rm "$ROOT/content/case-studies/another.md"
  write_case aardvark 'title: What comes first by id and last into the index'
  catalogue publish
  rm "$ROOT/build/catalogue.db"
  catalogue publish --output "$BATS_TEST_TMPDIR/new"
  diff -r "$SITE" "$BATS_TEST_TMPDIR/new"
}

@test "what somebody took away, cut short or changed in size is made again" {
  catalogue publish
  cp -R "$SITE" "$BATS_TEST_TMPDIR/good"
  rm "$SITE/case-studies/gardens.html"
  : >"$SITE/browse/regions/london.html"
  echo more >>"$SITE/data/case-studies.csv"
  echo more >>"$SITE/search/t0.js"
  catalogue publish --format json
  assert_json '.changed == 4 and .read >= 1'
  diff -r "$SITE" "$BATS_TEST_TMPDIR/good"
}

@test "a list of files as earlier versions wrote it counts as ours" {
  catalogue publish
  cp -R "$SITE" "$BATS_TEST_TMPDIR/good"
  sed -i -e '/^# key/d' -e '/^[^#]/s/ .*//' "$SITE/.catalogue-manifest"
  catalogue publish --jobs 1 --format json
  assert_json '.changed == 0 and .removed == 0 and .kept == 0 and .read == 4 + 3'
  diff -r "$SITE" "$BATS_TEST_TMPDIR/good"
}

@test "a list of files that was tampered with brings nothing into the site" {
  mkdir -p "$ROOT/content/images"
  echo secret >"$ROOT/content/secret.txt"
  catalogue publish
  cp -R "$SITE" "$BATS_TEST_TMPDIR/good"
  sed -i -e 's/^about.*/& x/' -e 's|^\(case-studies/gardens.html .* listed\)$|\1 ../secret.txt ../../content/secret.txt|' \
    -e 's/^# key.*/# key zzzz/' "$SITE/.catalogue-manifest"
  printf '%s\n' 'images/secret.txt 00 99999999999999999999999999 x' ' ' 'a b c d' '/etc/passwd 1234567890123456 5' \
    >>"$SITE/.catalogue-manifest"
  catalogue publish
  assert_status 0
  ! grep -rq '^secret$' "$SITE" || fail 'a file from outside got in'
  diff -r -x .catalogue-manifest "$SITE" "$BATS_TEST_TMPDIR/good"
}

# What a site is, as one line: every file with its bytes.
sum_of() {
  (cd "$1" && find . -type f -print0 | sort -z | xargs -0 md5sum | md5sum)
}

@test "one worker or many make the same site" {
  local i jobs
  for i in $(seq 30); do write_case "case-$i" "title: Case study number $i" "related: [barbers]"; done
  catalogue publish --jobs 1 --single-file "$BATS_TEST_TMPDIR/one.html"
  for jobs in 2 3 16; do
    catalogue publish --jobs "$jobs" --output "$BATS_TEST_TMPDIR/$jobs" --single-file "$BATS_TEST_TMPDIR/$jobs.html"
    assert_status 0
    [ "$(sum_of "$BATS_TEST_TMPDIR/$jobs")" = "$(sum_of "$SITE")" ] || fail "other bytes with $jobs"
    cmp "$BATS_TEST_TMPDIR/one.html" "$BATS_TEST_TMPDIR/$jobs.html"
  done
  change barbers 's/^title:.*/title: Barbers measure blood pressure/'
  catalogue publish --jobs 2
  catalogue publish --jobs 1 --output "$BATS_TEST_TMPDIR/2"
  [ "$(sum_of "$BATS_TEST_TMPDIR/2")" = "$(sum_of "$SITE")" ]
}

@test "a site that would lose more than a fifth of its pages stays as it is, unless that is meant" {
  local i before
  for i in $(seq 150); do write_case "case-$i" "title: Case study number $i"; done
  catalogue publish
  before=$(sum_of "$SITE")
  rm "$ROOT"/content/case-studies/case-*.md
  catalogue publish --single-file "$BATS_TEST_TMPDIR/one.html"
  assert_status 2
  [[ $stderr =~ ^'catalogue publish: '[0-9]+' of '[0-9]+' pages would go, so the site is as it was; if that is meant, add --shrink. They are case-studies/case-1.html, case-studies/case-10.html, '.*', and '[0-9]+' more'$ ]] || fail sentence
  [ "$(tr -cd , <<<"$stderr" | wc -c)" -eq 12 ] || fail "other than ten are named: $stderr"
  [ "$(sum_of "$SITE")" = "$before" ]
  [ ! -e "$BATS_TEST_TMPDIR/one.html" ]
  [ "$(ls -A "$ROOT/build")" = $'catalogue.db\nsite' ]
  catalogue publish --shrink
  assert_status 0
  [ ! -e "$SITE/case-studies/case-1.html" ] && [ -e "$SITE/case-studies/barbers.html" ]
}

@test "a site may lose a fifth of its pages" {
  local i
  for i in $(seq 20); do write_case "case-$i" "title: Case study number $i"; done
  catalogue publish
  rm "$ROOT"/content/case-studies/case-*.md
  catalogue publish
  assert_status 0
  [ ! -e "$SITE/case-studies/case-1.html" ]
}
