#!/usr/bin/env -S bats --tap
# Kinds of pages that the settings leave out: nothing leads to them.
load helpers

setup() {
  ROOT=$BATS_TEST_TMPDIR/root SITE=$BATS_TEST_TMPDIR/site ONE=$BATS_TEST_TMPDIR/one.html
  mkdir "$ROOT"
  cp -r "$REPOSITORY/tests/golden/content" "$ROOT/content"
  printf -- '---\ntitle: Ways\nsummary: Where to.\norder: 70\n---\nSee [answers](answers.html), [form](contribute.html), [gaps](gaps.html), [words](glossary.html), [lenses](lenses/index.html), [places](places.html), *[data](data/index.html)*.\n' \
    >"$ROOT/content/pages/ways.md"
  export SOURCE_DATE_EPOCH=1714521600
}

# Publishes without these kinds, with all that only a site with an address has.
publish_without() {
  sed -i '/^page_kinds_off/d' "$ROOT/content/catalogue.yaml"
  echo "page_kinds_off: [$1]" >>"$ROOT/content/catalogue.yaml"
  "$CATALOGUE" publish -C "$ROOT" --output "$SITE" --single-file "$ONE" --base-url https://site.example/cases/ --shrink >/dev/null
}

# Prints what pages lead to and the site does not have.
dead_ends() {
  (cd "$SITE" && find . -name '*.html' -o -name '*.xml' | perl -MFile::Basename -MFile::Spec -ne '
    chomp(my $page = $_);
    open my $in, "<", $page or die; local $/; my $html = <$in>;
    while ($html =~ m{(?:href="|src="|<loc>|<id>|"url":")([^"<>#?]+)}g) {
      my $to = $1;
      next if $to =~ m{^(?!https://site\.example/)[a-z]+:};
      my $file = $to =~ s{^https://site\.example/cases/}{} ? $to : dirname($page) . "/$to";
      1 while $file =~ s{[^/.][^/]*/\.\./}{};
      $file .= "index.html" if $file eq "" || $file =~ m{/$};
      print "$page leads to $to\n" unless -e $file;
    }')
}

# The pages of a kind.
pages_of() {
  case $1 in
  answers) echo answers.html barriers.html investment.html measures.html organisations.html partners.html principles.html quality.html stages.html barriers measures ;;
  gaps | places) echo "$1.html $1" ;;
  lenses) echo lenses feeds/lenses ;;
  *) echo "$1.html" ;;
  esac
}

@test "the whole site leads nowhere that it does not have" {
  local kind
  publish_without ''
  [ -z "$(dead_ends)" ] || fail "$(dead_ends)"
  for kind in answers contribute gaps glossary lenses places; do
    [ -e "$SITE/$(pages_of "$kind" | cut -d ' ' -f 1)" ] || fail "no $kind"
  done
}

@test "nothing leads to lenses where there are none" {
  rm -r "$ROOT/content/lenses"
  publish_without ''
  [ ! -e "$SITE/lenses" ]
  [ -z "$(dead_ends)" ] || fail "$(dead_ends)"
}

@test "nothing leads to a kind of pages that is left out, in the site and in the single file" {
  local kind page
  for kind in answers contribute gaps glossary lenses places 'answers, contribute, gaps, glossary, lenses, places'; do
    publish_without "$kind"
    for page in $(for one in ${kind//,/}; do pages_of "$one"; done); do
      [ ! -e "$SITE/$page" ] || fail "$page is there without $kind"
      ! grep -q "data-path=\"${page%.html}[./]" "$ONE" || fail "$page is in the single file without $kind"
    done
    [ -z "$(dead_ends)" ] || fail "without $kind: $(dead_ends)"
  done
  # What is left of links in a page of the content is their words.
  grep -q '<p>See answers, form, gaps, words, lenses, places, <em><a href="data/index.html">data</a></em>.</p>' "$SITE/ways.html"
}

@test "a kind that comes back makes the site that a new one would be" {
  publish_without ''
  mv "$SITE" "$BATS_TEST_TMPDIR/whole"
  publish_without 'gaps, contribute'
  publish_without ''
  diff -r "$SITE" "$BATS_TEST_TMPDIR/whole"
}

@test "a kind that there is not is told at its place, with those that there are" {
  echo 'page_kinds_off: [lense, home]' >>"$ROOT/content/catalogue.yaml"
  catalogue check
  assert_status 1
  assert_has '"lense" is no kind of pages that can be left out'
  assert_has 'did you mean lenses? They are answers, contribute, gaps, glossary, lenses, places'
  assert_has '"home" is no kind of pages that can be left out'
}
