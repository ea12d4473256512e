#!/usr/bin/env -S bats --tap
# Links between the catalogue's pages and its case studies, as the published site has them; see cases/check-page-links.case.
load helpers

@test "links between pages and case studies lead to files that are there, and a page that goes breaks them" {
  make_root
  mkdir -p "$ROOT/content/pages"
  printf -- '---\ntitle: About\nsummary: What.\norder: 1\n---\n[How](writing.md), [a case](barbers.md)\n' >"$ROOT/content/pages/about.md"
  printf -- '---\ntitle: Writing\nsummary: How.\norder: 2\n---\nShort.\n' >"$ROOT/content/pages/writing.md"
  write_case barbers
  printf '\nSee [how](../pages/writing.md).\n' >>"$ROOT/content/case-studies/barbers.md"
  succeed publish --output "$BATS_TEST_TMPDIR/site" --single-file "$BATS_TEST_TMPDIR/one.html"
  cd "$BATS_TEST_TMPDIR/site"
  [ -f writing.html ] && [ -f case-studies/barbers.html ]
  grep -q 'href="writing.html">How' about.html
  grep -q 'href="case-studies/barbers.html">a case' about.html
  grep -q 'href="../writing.html">how' case-studies/barbers.html
  rm "$ROOT/content/pages/writing.md"
  catalogue publish --output "$BATS_TEST_TMPDIR/site" --shrink
  assert_status 1
  assert_stderr_has 'there is no page "writing"'
  write_case barbers
  catalogue publish --output "$BATS_TEST_TMPDIR/site" --shrink
  assert_status 1
  assert_stderr_has 'there is neither a page nor a case study "writing"'
}
