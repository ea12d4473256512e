#!/usr/bin/env -S bats --tap
# The published site, as a folder of files. tests/browser/ looks at it in a browser.
load helpers

setup() {
  make_root
  write_case barbers
  SITE=$ROOT/build/site
}

page() {
  cat "$SITE/$1"
}

# has PAGE TEXT; lacks PAGE TEXT
has() {
  grep -qF -- "$2" "$SITE/$1" || fail "$1 lacks: $2"
}

lacks() {
  ! grep -qF -- "$2" "$SITE/$1" || fail "$1 has: $2"
}

@test "publish says in one line what it did" {
  catalogue publish
  assert_status 0
  [[ $output == "1 case study published as "*" files in $ROOT/build/site: "*" changed, 0 removed" ]] || fail line
  [ "$(wc -l <<<"$output")" -eq 1 ]
  catalogue publish --format json
  assert_json '.cases == 1 and .changed == 0 and .removed == 0 and .files > 100'
}

@test "every kind of page is there" {
  succeed publish
  local file
  for file in index.html gaps.html case-studies/index.html case-studies/barbers.html browse/index.html \
    browse/priority-areas/index.html browse/priority-areas/cvd.html browse/partner-types/local-authority.html \
    browse/deprivation-focus/men.html browse/evidence/e1.html data/index.html data/catalogue.json \
    data/case-studies.csv data/case-studies/barbers.json assets/catalogue.css; do
    [ -s "$SITE/$file" ] || fail "no $file"
  done
}

@test "a page for every term of every vocabulary, the empty ones say so" {
  succeed publish
  local name
  for name in priority-areas partner-types deprivation-focus regions actions stage; do
    grep -oE '^"?[a-z0-9-]+"?:$' "$ROOT/content/vocabulary/$name.yaml" | tr -d '":' | while read -r term; do
      [ -s "$SITE/browse/$name/$term.html" ] || fail "no page for $name $term"
    done
  done
  has browse/priority-areas/epilepsy.html 'There is no case study here yet.'
  lacks browse/priority-areas/cvd.html 'There is no case study here yet.'
}

@test "unchanged pages are left alone, changed ones are new" {
  succeed publish
  local before
  before=$(stat -c '%i %y' "$SITE/browse/regions/scotland.html")
  write_case second 'title: Another case study here' 'published: 2025-01-01'
  catalogue publish --format json
  assert_json '.changed > 0'
  [ "$(stat -c '%i %y' "$SITE/browse/regions/scotland.html")" = "$before" ]
  has index.html 'Another case study here'
}

@test "what the content no longer has is removed, and its empty folders" {
  write_case second
  catalogue publish
  [ -e "$SITE/case-studies/second.html" ]
  rm "$ROOT/content/case-studies/second.md"
  catalogue publish --format json
  assert_json '.removed >= 5' # the page, its data, what is compared, a card, a text
  [ ! -e "$SITE/case-studies/second.html" ]
}

@test "a folder with somebody else's files is refused and left as it is" {
  mkdir -p "$BATS_TEST_TMPDIR/home/papers"
  echo mine >"$BATS_TEST_TMPDIR/home/papers/thesis.txt"
  catalogue publish --output "$BATS_TEST_TMPDIR/home"
  assert_status 2
  assert_stderr_has 'holds files that are not a site of this program'
  [ "$(find "$BATS_TEST_TMPDIR/home" -type f)" = "$BATS_TEST_TMPDIR/home/papers/thesis.txt" ]
}

@test "foreign files beside the pages stay the same files" {
  succeed publish
  mkdir -p "$SITE/.git/objects" "$SITE/browse/mine" "$SITE/empty"
  echo catalogue.example >"$SITE/CNAME"
  echo x >"$SITE/.git/objects/a"
  echo y >"$SITE/browse/mine/notes.txt"
  ln -s /etc/passwd "$SITE/link"
  local before
  before=$(stat -c %i "$SITE/CNAME" "$SITE/.git/objects/a" "$SITE/browse/mine/notes.txt")
  write_case second
  catalogue publish
  assert_status 0
  [ "$(stat -c %i "$SITE/CNAME" "$SITE/.git/objects/a" "$SITE/browse/mine/notes.txt")" = "$before" ]
  [ "$(readlink "$SITE/link")" = /etc/passwd ]
  [ -d "$SITE/empty" ]
  assert_has '4 files there that publish did not write were kept'
  rm -r "$SITE/.git" "$SITE/browse/mine" "$SITE/link"
  catalogue publish
  assert_has '1 file there that publish did not write was kept'
  catalogue publish --format json
  assert_json '.kept == 1'
}

@test "a foreign file where a page should go is not overwritten" {
  succeed publish
  echo mine >"$SITE/case-studies/second.html"
  write_case second
  catalogue publish
  assert_status 2
  assert_stderr_has 'case-studies/second.html is not from this program'
  [ "$(cat "$SITE/case-studies/second.html")" = mine ]
  lacks index.html second
}

@test "no link inside the folder leads a write or a removal out of it" {
  succeed publish
  mkdir "$BATS_TEST_TMPDIR/outside"
  mv "$SITE/case-studies" "$BATS_TEST_TMPDIR/outside/"
  ln -s "$BATS_TEST_TMPDIR/outside/case-studies" "$SITE/case-studies"
  local before
  before=$(cd "$BATS_TEST_TMPDIR/outside" && find . -type f -exec md5sum {} + | sort)
  write_case second
  rm "$ROOT/content/case-studies/barbers.md"
  catalogue publish
  [ "$(cd "$BATS_TEST_TMPDIR/outside" && find . -type f -exec md5sum {} + | sort)" = "$before" ]
}

@test "a manifest that names files outside is not believed" {
  succeed publish
  echo precious >"$ROOT/precious.txt"
  sed -i '2i ../../precious.txt' "$SITE/.catalogue-manifest"
  printf '%s\n' "$ROOT/precious.txt" >>"$SITE/.catalogue-manifest"
  write_case second
  catalogue publish
  assert_status 0
  [ "$(cat "$ROOT/precious.txt")" = precious ]
}

@test "an output folder that is a link is refused" {
  mkdir "$BATS_TEST_TMPDIR/real"
  ln -s "$BATS_TEST_TMPDIR/real" "$BATS_TEST_TMPDIR/site"
  catalogue publish --output "$BATS_TEST_TMPDIR/site"
  assert_status 2
  [ "${stderr-}" = "catalogue publish: $BATS_TEST_TMPDIR/site is a link; name the folder that it leads to" ] || fail sentence
  [ -z "$(ls -A "$BATS_TEST_TMPDIR/real")" ]
}

@test "an output folder in content/ is refused, by whatever name" {
  local folder
  ln -s "$ROOT/content" "$BATS_TEST_TMPDIR/link"
  for folder in "$ROOT/content" "$ROOT/content/site" "$ROOT/content/new/deep" "$BATS_TEST_TMPDIR/link/site" \
    "$ROOT/build/../content/site"; do
    mkdir -p "$ROOT/build"
    catalogue publish --output "$folder"
    assert_status 2
    assert_stderr_has 'as content/ has the sources'
    [ ! -e "$folder/index.html" ]
    [ ! -e "$ROOT/content/new" ]
  done
  (cd "$ROOT/content" && run -2 "$CATALOGUE" publish --output site)
  catalogue publish --output "$ROOT/contents"
  assert_status 0
}

@test "errors in the content leave the last good site untouched" {
  succeed publish
  local before
  before=$(find "$SITE" -type f -exec stat -c '%n %i %y' {} + | sort)
  write_case broken -title
  catalogue publish
  assert_status 1
  assert_stderr_has 'content/case-studies/broken.md'
  assert_stderr_has 'the site stays as it was'
  [ "$(find "$SITE" -type f -exec stat -c '%n %i %y' {} + | sort)" = "$before" ]
  catalogue publish --keep-going
  assert_status 1
  [ ! -e "$SITE/case-studies/broken.html" ]
}

@test "with --keep-going, pages, search and database all have the last good state of a broken file" {
  write_case alpha 'title: Zymurgy in the parks'
  catalogue publish
  assert_status 0
  write_case alpha 'title: Zymurgy in the parks' 'stage: bogus'
  catalogue publish --keep-going
  assert_status 1
  has case-studies/alpha.html 'This is the last one that was good.'
  [[ $(cat "$SITE/search.html") == *"\"caseCount\":$(find "$SITE/case-studies" -name '[a-z]*.html' ! -name index.html | wc -l)"* ]]
  catalogue search zymurgy --format ids
  assert_output alpha
  catalogue search --database "$SITE/data/catalogue.db" zymurgy --format ids
  assert_output alpha
}

@test "an editorial page with errors leaves the site untouched too" {
  succeed publish
  mkdir "$ROOT/content/pages"
  printf -- '---\nsummary: no title\n---\nText.\n' >"$ROOT/content/pages/about.md"
  catalogue publish
  assert_status 1
  assert_stderr_has 'content/pages/about.md'
  [ ! -e "$SITE/about.html" ]
  printf -- '---\ntitle: About us\n---\nSee [the barbers](barbers.md).\n' >"$ROOT/content/pages/about.md"
  catalogue publish
  assert_status 0
  has about.html 'href="case-studies/barbers.html"'
  has index.html 'href="about.html"'
}

@test "what an interrupted run left behind does no harm" {
  succeed publish
  mkdir -p "$ROOT/build/.site.catalogue-new/deep"
  echo half >"$ROOT/build/.site.catalogue-new/deep/page.html"
  catalogue publish
  assert_status 0
  [ ! -e "$ROOT/build/.site.catalogue-new" ]
  # The moment between two renames, where a system cannot exchange folders at once.
  mv "$SITE" "$ROOT/build/.site.catalogue-old"
  catalogue publish --format json
  assert_json '.changed == 0'
  [ -s "$SITE/index.html" ]
  [ ! -e "$ROOT/build/.site.catalogue-old" ]
  # The moment after them: the new site stands, and the old one has not got the hidden name back.
  cp -R "$SITE" "$ROOT/build/.site.catalogue-old"
  catalogue publish --format json
  assert_json '.changed == 0'
  [ -s "$SITE/index.html" ]
  [ ! -e "$ROOT/build/.site.catalogue-old" ]
}

@test "hostile words stay words" {
  write_case evil 'title: "<script>alert(1)</script> and \"quotes\" & more"' \
    $'contact:\n  role: "<img src=x onerror=alert(1)>"\n  url: https://example.org/?a=1&b=2' \
    'place: "</title><script>x</script>"'
  catalogue publish --base-url https://catalogue.example/
  assert_status 0
  has case-studies/evil.html '&lt;script&gt;alert(1)&lt;/script&gt; and'
  has case-studies/evil.html 'href="https://example.org/?a=1&amp;b=2"'
  ! grep -rE '<script|<img' "$SITE" --include='*.html' | grep -vE '<script (type="application/(ld\+)?json">\{|src="((\.\./)+|https://catalogue\.example/)?(assets|search)/)' | grep -vE '(search|404).html:<script>(\(function \(\) \{|var catalogue_early)' || fail 'a tag got through'
  ! grep -rF 'script>alert' "$SITE" --include='*.html' --include='*.xml' | grep -v '&lt;script&gt;alert\|u003cscript' || fail 'a tag got through'
  citation "$SITE" evil json | jq -e '.[0].title | startswith("<script>")'
}

@test "drafts have no page, archived ones say so and leave the lists, withdrawn ones are a stub" {
  write_case draft 'title: A draft nobody may see yet' $'review:\n  status: draft'
  write_case old 'title: An archived case from long ago' $'review:\n  status: archived\n  reason: The service has changed'
  write_case gone 'title: A withdrawn case with a reason' $'review:\n  status: withdrawn\n  reason: The figures were wrong'
  catalogue publish --format json
  assert_json '.cases == 1'
  [ ! -e "$SITE/case-studies/draft.html" ]
  [ ! -e "$SITE/data/case-studies/draft.json" ]
  ! grep -rqF 'A draft nobody may see yet' "$SITE" || fail 'the draft is somewhere'
  has case-studies/old.html 'Archived'
  has case-studies/old.html 'The service has changed'
  has case-studies/gone.html 'The figures were wrong'
  lacks case-studies/gone.html 'Men did not come to the surgery'
  lacks browse/priority-areas/cvd.html 'An archived case'
  grep -A9 'Kept for the record' "$SITE/case-studies/index.html" | grep -q 'An archived case'
  lacks case-studies/index.html 'A withdrawn case'
  ! grep -qF 'Men did not come' "$SITE/data/case-studies/gone.json" || fail 'the withdrawn text is in the data'
}

@test "no word of a draft or of a withdrawn case is anywhere in the site, its search and its database" {
  write_case draft 'title: A draft about a xylothermia and others' 'keywords: [quokketum]' \
    'partners: [{name: Wombarium Trust, type: vcse}]' $'review:\n  status: draft'
  write_case gone 'title: A withdrawn case about some okapiron' 'keywords: [pangolium]' \
    $'review:\n  status: withdrawn\n  reason: The figures were wrong'
  catalogue publish
  assert_status 0
  ! grep -rlaiE 'xylothermia|quokketum|wombarium|pangolium' "$SITE" || fail 'a word got out'
  [ "$(cd "$SITE" && grep -rlai okapiron .)" = ./case-studies/gone.html ] || fail 'more than the page has the title'
}

# The places in which the case of a status stands: "draft:", "accepted: page list ...".
places() {
  local file=case-studies/of-$1.html where
  printf '%s:' "$1"
  [ ! -e "$SITE/$file" ] || if grep -qF 'More men were checked' "$SITE/$file"; then printf ' page'; else printf ' stub'; fi
  for where in case-studies/index.html browse/priority-areas/cvd.html data/catalogue.json data/case-studies.csv \
    sitemap.xml feeds/newest.xml search/cards; do
    ! grep -rqF "of-$1" "$SITE/$where" || printf ' %s' "$where"
  done
  [ -z "$(sqlite3 "$SITE/data/catalogue.db" "SELECT 1 FROM cases WHERE id = 'of-$1'")" ] || printf ' database'
  for where in "$ROOT/build/catalogue.db" "$SITE/data/catalogue.db"; do
    ! "$CATALOGUE" search --database "$where" zymurgy --limit 0 --format ids | grep -qx "of-$1" || printf ' found'
  done
  echo
}

@test "pages, lists, data, database and search agree on what the status of a review makes public" {
  local case hidden=(draft submitted in-review returned)
  local listed=' page case-studies/index.html browse/priority-areas/cvd.html data/catalogue.json data/case-studies.csv sitemap.xml feeds/newest.xml search/cards database found found'
  local rest=$'archived: page case-studies/index.html sitemap.xml search/cards database\nwithdrawn: stub sitemap.xml'
  write_case of-none 'title: Zymurgy without a review'
  for case in "${hidden[@]}" accepted archived withdrawn; do
    write_case "of-$case" "title: Zymurgy that is $case" $'review:\n  reason: It is so\n  status: '"$case"
  done
  succeed publish
  diff <(for case in none "${hidden[@]}" accepted archived withdrawn; do places "$case"; done) \
    <(echo "none:$listed" && printf '%s:\n' "${hidden[@]}" && echo "accepted:$listed" && echo "$rest")
  echo 'require_review: true' >>"$ROOT/content/catalogue.yaml"
  succeed publish --shrink
  diff <(for case in none "${hidden[@]}" accepted archived withdrawn; do places "$case"; done) \
    <(printf '%s:\n' none "${hidden[@]}" && echo "accepted:$listed" && echo "$rest")
}

@test "no page of the content can have the name of one that the site makes" {
  local file
  succeed publish
  mkdir "$ROOT/content/pages"
  for file in "$SITE"/*.html; do
    printf -- '---\ntitle: A page\n---\nText.\n' >"$ROOT/content/pages/$(basename "$file" .html).md"
  done
  [ -e "$ROOT/content/pages/compare.md" ]
  catalogue check --format json
  diff <(jq -r '.[] | select(.code == "V704").path' <<<"$output" | sort) <(cd "$ROOT" && printf '%s\n' content/pages/*.md | sort)
}

@test "edit and report links only where there is a repository" {
  catalogue publish
  has case-studies/barbers.html 'https://git.example/board/catalogue/edit/main/content/case-studies/barbers.md'
  sed -i 's/^repository:.*/repository: ""/' "$ROOT/content/catalogue.yaml"
  catalogue publish
  lacks case-studies/barbers.html 'Edit this page'
}

@test "the footer leads to the repository and to the addresses in the contact" {
  catalogue publish
  has index.html '<li><a href="https://git.example/board/catalogue">Where this catalogue is kept</a></li>'
  has index.html '<p>Contact: <a href="mailto:catalogue@board.example">catalogue@board.example</a></p>'
  sed -i 's|^contact:.*|contact: "The team (https://board.example/ask), or post@board.example. @ \& javascript:x"|; s/^repository:.*/repository: ""/' "$ROOT/content/catalogue.yaml"
  catalogue publish
  lacks index.html 'Where this catalogue is kept'
  has index.html '<p>Contact: The team (<a href="https://board.example/ask">https://board.example/ask</a>), or <a href="mailto:post@board.example">post@board.example</a>. @ &amp; javascript:x</p>'
}

@test "outcomes show the change, the gap and its words" {
  write_case gap $'outcomes:\n  - measure: Checked in a year\n    unit: "%"\n    better: higher\n    baseline: 20\n    after: 35\n    group: Men in two wards\n    comparator: Men in the rest of the city\n    comparator_is: better-off\n    comparator_baseline: 50\n    comparator_after: 55\n    source: 1' \
    $'sources:\n  - title: A report\n    url: https://example.org/report'
  catalogue publish
  assert_status 0
  has case-studies/gap.html '+15 points'
  has case-studies/gap.html 'The gap narrowed: 30 points before, 20 points after.'
  has case-studies/gap.html '<span class="figure">35%</span>'
}

# The labels of what stands at the top of a case, in their order, before the first heading.
decision() {
  sed '/<h2/,$d' "$SITE/case-studies/$1.html" | grep -oP '(?<=<dt>).*(?=</dt>)' | paste -sd'|'
}

@test "a case begins with what one decides by; what it does not say of cost and contact is said, a cut is seen" {
  write_case bare
  write_case full 'outcomes: [{measure: Checks, unit: people, better: higher, baseline: 40, after: 65}]' \
    'cost: {amount: 4000, per: total}' 'contact: {role: Public health team, url: https://council.example/}'
  printf '\n## What did not work\n\n- Letters went unread.\n- Posters, too.\n' >>"$ROOT/content/case-studies/full.md"
  sed -i 's/^More men were checked\./More men were checked. %s Then fewer came./' "$ROOT/content/case-studies/full.md"
  sed -i "s/%s/$(printf 'It went on for a year in both wards. %.0s' {1..7})/" "$ROOT/content/case-studies/full.md"
  catalogue publish
  [ "$(decision full)" = 'Deprivation focus|Main result|Evidence level|What limits it|Cost|What did not work|Whom to ask|Priority area|Partner type' ] ||
    fail "$(decision full)"
  [ "$(decision bare)" = 'Deprivation focus|Evidence level|Cost|Whom to ask|Priority area|Partner type' ] || fail "$(decision bare)"
  [ "$(grep -c 'Not stated' "$SITE/case-studies/bare.html")" -eq 3 ]
  has case-studies/full.html '<li>Letters went unread.</li>'
  has case-studies/full.html ' … <a href="#what-changed">more</a>'
  # Behind it may lie the other half, so what it comes to stands before it.
  has case-studies/full.html '<strong>Better</strong>: More men were checked.'
  catalogue compare full bare --format json
  assert_json '[.rows[].key][:9] == ["title", "priority_areas", "partner_types", "deprivation_focus", "main_outcomes",
    "evidence_level", "limited_by", "cost", "did_not_work"]'
}

@test "the same data in JSON and CSV" {
  catalogue publish
  jq -e '.case_studies[0] | .id == "barbers" and .partner_types == ["local-authority"] and .evidence.level >= 0' \
    "$SITE/data/catalogue.json"
  grep -q ',core20; men,' "$SITE/data/case-studies.csv"
  grep -q ',evidence_level,' "$SITE/data/case-studies.csv"
  grep -q ',Core20: most deprived fifth nationally; Men and boys,' "$SITE/data/case-studies.csv"
}

# The fields of each line, one line of the table a line: no field of these cases has a comma in quotation marks or a line end.
columns_of() {
  sed 's/"[^"]*"//g; s/\r$//; s/[^,]//g' "$SITE/data/$1" | awk '{ print length + 1 }' | sort -u
}

@test "the tables for spreadsheets are UTF-8 with its mark, each line has each column, and the codebook says what they hold" {
  local table key
  write_case gap 'gap_effect: narrowed' 'outcomes:' '  - measure: Checks' '    unit: "%"' '    better: higher' '    baseline: 20' \
    '    after: 35' '  - measure: Odds' '    estimate: {type: odds-ratio, value: 0.90, low: 0.70, high: 1.20}' '    better: lower'
  catalogue publish --base-url https://example.org/c
  for table in case-studies.csv outcomes.csv; do
    [ "$(head -c 5 "$SITE/data/$table" | od -An -tx1)" = ' ef bb bf 69 64' ] || fail "$table has no mark"
    [ "$(columns_of "$table" | wc -l)" -eq 1 ] || fail "$table: $(columns_of "$table")"
    head -1 "$SITE/data/$table" | tr -d '\r\357\273\277' | tr , '\n' | while read -r key; do
      grep -q "<th role=\"rowheader\" scope=\"row\">$key</th>" "$SITE/data/codebook.html" || fail "the codebook lacks $key"
    done
  done
  grep -q 'https://example.org/c/case-studies/barbers.html' "$SITE/data/case-studies.csv"
  grep -q '^gap,.*,20,35,' "$SITE/data/outcomes.csv"
  grep -q '^gap,.*,odds-ratio,0.90,0.70,1.20,' "$SITE/data/outcomes.csv"
  has data/index.html "outcomes.csv</a> ($(wc -c <"$SITE/data/outcomes.csv") bytes)"
  "$CATALOGUE" schema -C "$ROOT" | cmp - "$SITE/data/case-study.schema.json"
  # Again with one case changed: the lines of the others come back as they were.
  cp "$SITE/data/outcomes.csv" "$BATS_TEST_TMPDIR/outcomes.csv"
  write_case barbers 'title: Barbers of another name'
  catalogue publish --base-url https://example.org/c
  cmp "$BATS_TEST_TMPDIR/outcomes.csv" "$SITE/data/outcomes.csv"
}

@test "the map for search engines has dates, and no pages in which nothing stands" {
  catalogue publish --base-url https://example.org/c
  grep -A1 'c/case-studies/barbers.html' "$SITE/sitemap.xml" | grep -q '<lastmod>2024-05-01</lastmod>'
  grep -q 'c/browse/priority-areas/cvd.html' "$SITE/sitemap.xml"
  grep -q 'c/data/index.html' "$SITE/sitemap.xml"
  [ -f "$SITE/browse/priority-areas/oral-health.html" ]
  ! grep -q 'oral-health' "$SITE/sitemap.xml" || fail 'an empty list is in the map'
  ! grep -qE 'c/(search|compare|list)\.html' "$SITE/sitemap.xml" || fail 'what is empty before a reader asks is in the map'
}

@test "a page of the editors draws how many case studies have each term of a field" {
  write_case bakers 'title: Bakers offer checks' 'result: mixed'
  mkdir "$ROOT/content/pages"
  printf -- '---\ntitle: How it went\ncounts: result\n---\nText.\n' >"$ROOT/content/pages/results.md"
  succeed publish
  grep -A 2 '>Mixed</a> <span class="count">1</span>' "$SITE/results.html" | grep -q '<rect class="share" width="'
}

@test "a long list is cut into pages" {
  local i
  for i in $(seq 60); do write_case "case-$i" "title: Case study number $i"; done
  catalogue publish
  has browse/priority-areas/cvd.html 'href="cvd/page-2.html"'
  has browse/priority-areas/cvd/page-2.html 'href="../cvd.html"'
  has browse/priority-areas/cvd/page-2.html 'Page 2 of 2'
  # What can be done is answered first, so fewer stand below it.
  has browse/actions/outreach.html 'Page 1 of 4'
  has browse/actions/outreach.html 'href="#all">The case studies</a>'
  has browse/actions/outreach.html '<h2 id="all">'
}

@test "with a base URL there are feeds, a site map and a page for lost visitors; without one there are none" {
  sed -i 's/^base_url:.*/base_url: ""/' "$ROOT/content/catalogue.yaml"
  catalogue publish
  [ ! -e "$SITE/sitemap.xml" ]
  [ ! -e "$SITE/feeds" ]
  [ ! -e "$SITE/404.html" ]
  [ ! -e "$SITE/robots.txt" ]
  lacks index.html feeds/
  catalogue publish --base-url https://catalogue.example/c
  has sitemap.xml '<loc>https://catalogue.example/c/case-studies/barbers.html</loc>'
  lacks sitemap.xml 404.html
  has robots.txt 'Sitemap: https://catalogue.example/c/sitemap.xml'
  has opensearch.xml 'template="https://catalogue.example/c/search.html?q={searchTerms}"'
  has feeds/newest.xml '<id>https://catalogue.example/c/case-studies/barbers.html</id>'
  has feeds/priority-areas/cvd.xml 'barbers.html'
  lacks feeds/priority-areas/epilepsy.xml '<entry>'
  has 404.html 'href="https://catalogue.example/c/assets/catalogue.css"'
  has case-studies/barbers.html '<link rel="canonical" href="https://catalogue.example/c/case-studies/barbers.html">'
}

@test "what other sites show of a page is its title, and a picture where the site knows its address" {
  catalogue publish
  has case-studies/barbers.html '<meta property="og:type" content="article">'
  has index.html '<meta property="og:type" content="website">'
  has case-studies/barbers.html '<meta property="og:image" content="https://catalogue.example/assets/preview.png">'
  [ "$(head -c 8 "$SITE/assets/preview.png" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ]
  # It is drawn in the publisher's colour.
  cp "$SITE/assets/preview.png" "$BATS_TEST_TMPDIR/before.png"
  echo 'colour: "#3f2a68"' >>"$ROOT/content/catalogue.yaml"
  catalogue publish
  ! cmp -s "$SITE/assets/preview.png" "$BATS_TEST_TMPDIR/before.png" || fail 'the picture is the same'
  [ "$(tail -c +42 "$SITE/assets/preview.png" | head -c 3 | od -An -tx1 | tr -d ' ')" = 3f2a68 ]
  sed -i '/^base_url/d' "$ROOT/content/catalogue.yaml"
  catalogue publish
  [ ! -e "$SITE/assets/preview.png" ]
  ! grep -q 'og:image' "$SITE/index.html" || fail 'found what must not be there'
}

@test "no two places of a page have the same id" {
  local file
  write_case hundred 'title: 100 homes were made warm'
  write_case school 'title: École and council walk together'
  mkdir "$ROOT/content/pages"
  printf -- '---\ntitle: Help\n---\n## Main\n\nText.\n\n## Notes\n\nText.\n\n## Notes\n\nMore.\n' >"$ROOT/content/pages/help.md"
  succeed publish
  for file in "$SITE"/*.html "$SITE"/*/*.html; do
    [ -z "$(grep -oE ' id="[^"]*"' "$file" | sort | uniq -d)" ] || fail "$file"
  done
  has help.html '<section aria-labelledby="main-2">'
  has help.html '<h2 id="notes-2">Notes</h2>'
  [ "$(grep -c '<a href="#other">#</a>' "$SITE/case-studies/index.html")" -eq 1 ]
  grep -A8 'id="other"' "$SITE/case-studies/index.html" | grep -q 'École'
}

@test "an old id leads on to the case it became" {
  write_case barbers 'aliases: [hairdressers]'
  catalogue publish
  has case-studies/hairdressers.html 'content="0; url=barbers.html"'
}

@test "a case can be cited in three formats" {
  catalogue publish
  citation "$SITE" barbers bib | grep -qF '@misc{barbers,'
  citation "$SITE" barbers bib | grep -qF 'url = {https://catalogue.example/case-studies/barbers.html}'
  citation "$SITE" barbers ris | grep -qF 'TI  - Barbers offer blood pressure checks'
  citation "$SITE" barbers json | jq -e '.[0] | .id == "barbers" and .issued["date-parts"] == [[2024, 5, 1]]'
}

@test "what machines read of a case is JSON" {
  catalogue publish
  grep -oP '(?<=<script type="application/ld\+json">).*(?=</script>)' "$SITE/case-studies/barbers.html" |
    jq -es 'map(select(."@type" == "Article"))[0] | .datePublished == "2024-05-01" and
      .license == "https://creativecommons.org/licenses/by/4.0/" and (.citation | all(.name != ""))'
  grep -oP '(?<=<script type="application/ld\+json">).*(?=</script>)' "$SITE/index.html" |
    jq -e '."@type" == "WebSite"'
  catalogue publish --base-url https://example.org/c
  grep -oP '(?<=<script type="application/ld\+json">).*(?=</script>)' "$SITE/case-studies/barbers.html" |
    jq -es 'map(select(."@type" == "BreadcrumbList"))[0].itemListElement | map(.item) == ["https://example.org/c/index.html",
      "https://example.org/c/case-studies/index.html", "https://example.org/c/case-studies/barbers.html"]'
  grep -oP '(?<=<script type="application/ld\+json">).*(?=</script>)' "$SITE/index.html" |
    jq -e '.potentialAction.target == "https://example.org/c/search.html?q={search_term_string}"'
  grep -oP '(?<=<script type="application/ld\+json">).*(?=</script>)' "$SITE/data/index.html" |
    jq -es 'map(select(."@type" == "Dataset"))[0].distribution | map(.contentUrl) |
      index("https://example.org/c/data/outcomes.csv") != null'
}

@test "images that a page shows come along, others do not" {
  mkdir "$ROOT/content/images"
  base64 -d <<<'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==' >"$ROOT/content/images/shop.png"
  cp "$ROOT/content/images/shop.png" "$ROOT/content/images/unused.png"
  write_case barbers
  printf '\n![A shop](../images/shop.png)\n' >>"$ROOT/content/case-studies/barbers.md"
  catalogue publish
  assert_status 0
  has case-studies/barbers.html 'src="../images/shop.png"'
  cmp "$ROOT/content/images/shop.png" "$SITE/images/shop.png"
  [ ! -e "$SITE/images/unused.png" ]
}

@test "the database to download is the same whatever happened before, and holds nothing that is not public" {
  write_case draft 'title: A draft nobody may see yet' $'review:\n  status: draft'
  succeed publish
  cp "$SITE/data/catalogue.db" "$BATS_TEST_TMPDIR/first.db"
  write_case another 'title: Words that come first'
  succeed publish
  rm "$ROOT/content/case-studies/another.md"
  touch "$ROOT/content/case-studies/barbers.md"
  catalogue publish
  cmp "$SITE/data/catalogue.db" "$BATS_TEST_TMPDIR/first.db"
  rm "$ROOT/build/catalogue.db"
  catalogue publish
  cmp "$SITE/data/catalogue.db" "$BATS_TEST_TMPDIR/first.db"
  [ "$(sqlite3 "$SITE/data/catalogue.db" 'SELECT group_concat(id) FROM cases')" = barbers ]
  [ "$(ls "$ROOT/build")" = $'catalogue.db\nsite' ]
}

@test "nothing is called the newest while all are of one date" {
  write_case warm-homes
  succeed publish
  lacks index.html 'id="newest"'
  has browse/priority-areas/cvd.html '<p class="total">2 case studies</p>'
  write_case warm-homes 'published: 2025-01-01'
  succeed publish
  has index.html 'id="newest"'
  has browse/priority-areas/cvd.html '<p class="total">2 case studies, newest first</p>'
}

@test "scripts are named with their version, so that none that a browser kept runs with others" {
  local versions
  catalogue publish
  grep -Eo 'src="assets/search\.js\?v=[0-9a-f]{8}"' "$SITE/search.html"
  grep -Eo 'src="assets/lists\.js\?v=[0-9a-f]{8}"' "$SITE/compare.html"
  versions=$(grep -hEo '\?v=[0-9a-f]{8}' "$SITE/search.html" "$SITE/compare.html" | sort -u | wc -l)
  [ "$versions" -eq 3 ]
  grep -Eo '"version":"[0-9a-f]{8}"' "$SITE/search.html"
}

@test "one stylesheet, under 24 kB, is all that pages load" {
  local page size
  catalogue publish
  size=$(wc -c <"$SITE/assets/catalogue.css")
  [ "$size" -gt 10000 ] && [ "$size" -lt 24000 ] || fail "$size bytes"
  [ "$(cd "$SITE/assets" && echo *.css)" = catalogue.css ]
  # A brace too many takes the rule behind it with it, and nothing says so.
  tr -cd '{}' <"$SITE/assets/catalogue.css" | fold -w 1 |
    awk '/{/ { depth++ } /}/ { depth-- } depth < 0 { exit } END { exit depth != 0 }' || fail "braces"
  for page in index.html search.html gaps.html compare.html case-studies/barbers.html browse/index.html; do
    [ "$(grep -oP '<link rel="stylesheet" href="\K[^"]*' "$SITE/$page" | sed 's|^\.\./||')" = assets/catalogue.css ] || fail "$page"
  done
}

@test "a theme beside the content changes how the site looks, not what it says" {
  mkdir -p "$ROOT/theme/files"
  echo ':root { --brand: #402060; }' >"$ROOT/theme/theme.css"
  echo 'A **trial** site: see [the barbers](barbers.md).' >"$ROOT/theme/header.md"
  echo 'Example Health Board, [accessibility](https://board.example/)' >"$ROOT/theme/footer.md"
  echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$ROOT/theme/logo.svg"
  echo font >"$ROOT/theme/files/own.woff2"
  catalogue publish
  assert_status 0
  cmp "$ROOT/theme/theme.css" "$SITE/assets/theme.css"
  cmp "$ROOT/theme/files/own.woff2" "$SITE/assets/theme/own.woff2"
  has browse/regions/london.html '<link rel="stylesheet" href="../../assets/theme.css">'
  has browse/regions/london.html 'src="../../assets/logo.svg"'
  has browse/regions/london.html 'A <strong>trial</strong> site: see <a href="../../case-studies/barbers.html">'
  has index.html '<a href="case-studies/barbers.html">the barbers</a>'
  has case-studies/barbers.html '<a href="https://board.example/">accessibility</a>'
  printf 'Run by the team.\n\n## Help\n\nSee [the barbers](barbers.md).\n' >"$ROOT/theme/footer.md"
  catalogue publish
  has index.html '<p>Run by the team.</p>'
  has browse/regions/london.html '<h2>Help</h2>'
  has browse/regions/london.html '<p>See <a href="../../case-studies/barbers.html">the barbers</a>.</p>'
  echo '<script>alert(1)</script>' >"$ROOT/theme/header.md"
  catalogue publish
  assert_status 1
  assert_stderr_has 'theme/header.md:1:1: error'
}

# What a site is, as one line: every file with its bytes.
sum_of() {
  (cd "$1" && find . -type f -print0 | sort -z | xargs -0 md5sum | md5sum)
}

@test "a run that is killed leaves the old site or the new, never half" {
  local i class count old new now
  succeed publish
  for class in write sync change; do
    write_case "$class" "title: Case study of the class $class"
    succeed publish
    write_case "$class" "title: Case study number 0 of the class $class"
    count=$(calls "$class" publish)
    for i in 1 2 3 4 5; do
      old=$(sum_of "$SITE")
      write_case "$class" "title: Case study number $i of the class $class"
      "$CATALOGUE" publish -C "$ROOT" --output "$BATS_TEST_TMPDIR/new" --database "$BATS_TEST_TMPDIR/new.db" >/dev/null
      new=$(sum_of "$BATS_TEST_TMPDIR/new")
      killed "$class" $((count * i / 6)) publish
      now=$(sum_of "$SITE")
      [ "$now" = "$old" ] || [ "$now" = "$new" ] || fail "half a site after $class $i of 6 of $count"
      succeed publish
      [ "$(sum_of "$SITE")" = "$new" ]
    done
  done
  [ "$(ls -A "$ROOT/build")" = $'catalogue.db\nsite' ] || fail "left behind: $(ls -A "$ROOT/build")"
}

@test "each case comes as a script for the page that compares, and hostile words stay words in it" {
  write_case evil 'title: "A </script> \"quoted\" title for a case"'
  catalogue publish
  [ "$(node -e '
    globalThis.catalogue_compare = (...parts) => console.log(JSON.stringify(parts));
    require(process.argv[1])' "$SITE/compare/evil.js" | jq -r '.[0] + " " + .[1]')" = 'evil A </script> "quoted" title for a case' ]
  has case-studies/evil.html 'href="../compare.html?ids=evil%2Cbarbers"'
}

@test "what another run is writing is left alone" {
  local folder=$ROOT/build/.site.catalogue-new held
  mkdir -p "$folder"
  echo half >"$folder/page.html"
  exec {held}<"$folder"
  flock "$held"
  catalogue publish
  assert_status 2
  [ "$stderr" = "catalogue publish: another run is writing $SITE; try again when it is done" ] || fail sentence
  [ "$(cat "$folder/page.html")" = half ]
  exec {held}<&-
  catalogue publish
  assert_status 0
  [ ! -e "$folder" ]
}

@test "of two runs that begin at once on a new folder the other is refused or comes second, and the site is whole" {
  local i first second new whole
  "$CATALOGUE" publish -C "$ROOT" --output "$BATS_TEST_TMPDIR/whole" >/dev/null
  whole=$(sum_of "$BATS_TEST_TMPDIR/whole")
  for i in 1 2 3 4 5 6 7 8 9 10; do
    new=$BATS_TEST_TMPDIR/new-$i first=0 second=0
    "$CATALOGUE" publish -C "$ROOT" --output "$new" >/dev/null 2>"$BATS_TEST_TMPDIR/said" &
    "$CATALOGUE" publish -C "$ROOT" --output "$new" >/dev/null 2>"$BATS_TEST_TMPDIR/said-too" || second=$?
    wait $! || first=$?
    case "$first $second $(cat "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/said-too")" in
      '0 0 ') ;;
      '0 2 catalogue publish: another run is writing '* | '2 0 catalogue publish: another run is writing '*) ;;
      *) fail "$first $second $(cat "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/said-too")" ;;
    esac
    [ "$(sum_of "$new")" = "$whole" ] || fail "half a site after $i"
  done
  [ -z "$(find "$BATS_TEST_TMPDIR" -name '.new-*')" ] || fail 'something is left behind'
}

@test "shades mean the same on the whole site, holes are named, and titles are filed without their article" {
  local number
  for number in $(seq 30); do write_case "case-$number" "title: The barbers number $number"; done
  catalogue publish
  has gaps.html '<li class="shade-2">3 to 5</li>'
  has gaps.html '<li class="shade-4">14 or more</li>'
  has gaps.html 'Of 1,'
  has gaps.html '(31) and <a href="browse/deprivation-focus/'
  ! grep -q 'id="letter-t"' "$SITE/case-studies/index.html" || fail 'an article counts'
  has case-studies/index.html 'id="letter-b"'
  # What showed no difference is drawn apart from what made things worse.
  write_case worse 'result: negative'
  write_case same 'result: no-effect'
  catalogue publish
  has gaps.html '<rect class="same"'
  has gaps.html '<rect class="worse"'
}

@test "publish says what the settings leave out, and how large the single file is" {
  printf 'title: A catalogue\n' >"$ROOT/content/catalogue.yaml"
  catalogue publish --single-file "$BATS_TEST_TMPDIR/one.html"
  assert_status 0
  assert_stderr_has 'content/catalogue.yaml does not say: contact (readers cannot reach you); publisher '
  assert_stderr_has '; base_url (no feeds'
  [[ $output =~ 'and as one file, '.*'/one.html: '[0-9.]+' '[kM]B ]] || fail 'no size'
  printf '%s\n' 'title: A catalogue' 'publisher: A board' 'contact: board@council.example' 'repository: https://code.example/a' \
    'base_url: https://board.example/c/' 'headline: What helped here' 'language: cy' >"$ROOT/content/catalogue.yaml"
  catalogue publish --single-file "$BATS_TEST_TMPDIR/one.html" --format json
  [[ $stderr != *'does not say'* ]] || fail 'it lacks something'
  assert_json ".single_file_bytes == $(wc -c <"$BATS_TEST_TMPDIR/one.html")"
  has index.html '<h1>What helped here</h1>'
  has index.html '<html lang="cy">'
}

@test "a stack of 96 kB is enough, for the first site and for one that stands" {
  local way
  for way in '' --in-place '--base-url https://board.example/' '' --in-place; do
    echo "More, $way." >>"$ROOT/content/case-studies/barbers.md"
    # shellcheck disable=SC2016,SC2086 # for the inner shell; several words, or none
    run --separate-stderr bash -c 'ulimit -s $((96 * ${SLOWER:-1})) && exec "$@"' bash "$CATALOGUE" publish -C "$ROOT" $way
    assert_status 0
  done
}

@test "a read of the index's copy that fails ends a publish, and soon" {
  local count at met=0
  # Of the small catalogue few reads are those of vocabularies, and the copy is read among the last quarter.
  rm -r "$ROOT/content"
  cp -R "$REPOSITORY/tests/golden/content" "$ROOT/content"
  count=$(calls read publish --jobs 1)
  for ((at = count * 3 / 4; at <= count; at++)); do
    rm -r "${ROOT:?}/build"
    run --separate-stderr within 10 with_faults "read:$at:EIO:once" /dev/null publish --jobs 1
    [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || fail "read $at of $count"
    [ "$status" -eq 0 ] || met=$((met + 1))
    [ "$status" -eq 0 ] || [ ! -e "$SITE" ] || fail "read $at of $count left a site"
  done
  [ "$met" -gt 10 ] || fail "only $met of them failed"
}
