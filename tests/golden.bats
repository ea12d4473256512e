#!/usr/bin/env -S bats --tap
# A whole small site, by what tests/golden/digest keeps of it. When a change is meant, `make golden`
# shows the difference and `make golden ACCEPT=1` keeps it.
load cli/helpers

# publish CONTENT-ROOT NAME: the site and the database go to folders of this test.
publish() {
  run --separate-stderr "$CATALOGUE" publish -C "$1" --output "$BATS_TEST_TMPDIR/$2/site" \
    --database "$BATS_TEST_TMPDIR/$2/catalogue.db"
  assert_status 0
}

@test "the small site is what it was" {
  publish "$REPOSITORY/tests/golden" now
  "$REPOSITORY/tests/golden/digest" "$BATS_TEST_TMPDIR/now/site" "$BATS_TEST_TMPDIR/digest"
  diff -ru "$REPOSITORY/tests/golden/site" "$BATS_TEST_TMPDIR/digest"
}

@test "a changed byte anywhere in it shows, in the frame or in the main part" {
  local site=$BATS_TEST_TMPDIR/now/site digest=$BATS_TEST_TMPDIR/digest
  publish "$REPOSITORY/tests/golden" now
  sed -i 's|<footer |<footer  |' "$site/gaps.html"
  sed -i 's|<h2>|<h2 >|' "$site/browse/index.html"
  echo >>"$site/robots.txt"
  "$REPOSITORY/tests/golden/digest" "$site" "$digest"
  run diff -r "$REPOSITORY/tests/golden/site" "$digest"
  [ "$(grep -c '^> ' <<<"$output")" -ge 4 ] || fail "too few differences"
  diff "$REPOSITORY/tests/golden/site/mains.sums" "$digest/mains.sums" | grep -q '^> .* browse/index.html'
  diff "$REPOSITORY/tests/golden/site/files.sums" "$digest/files.sums" | grep '^> ' | cut -d ' ' -f 4 | diff - <(printf '%s\n' gaps.html robots.txt)
}

@test "neither place, time, order, locale nor umask change a byte of it" {
  local file elsewhere=$BATS_TEST_TMPDIR/'another place'
  publish "$REPOSITORY/tests/golden" here
  mkdir -p "$elsewhere"
  (cd "$REPOSITORY/tests/golden" && find content -type f | sort -r) | while read -r file; do
    mkdir -p "$elsewhere/$(dirname "$file")"
    cp "$REPOSITORY/tests/golden/$file" "$elsewhere/$file"
    touch -d '1999-12-31' "$elsewhere/$file"
  done
  umask 077
  cd /
  TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 publish "$elsewhere" there
  diff -r "$BATS_TEST_TMPDIR/here/site" "$BATS_TEST_TMPDIR/there/site"
}

# Whose compiler it was, who runs it, from where, and by how many hands; the folder's order is that of the names' bytes or any.
@test "neither compiler, user, working folder nor threads change a byte of it, or of one file, or of the index's rows" {
  local other=$REPOSITORY/build/clang/bin/catalogue place=$BATS_TEST_TMPDIR/of-others
  local -a as_others=(env)
  [ -x "$other" ] || fail "there is no $other: make test-programs makes it"
  # Who may do everything does it here as somebody else; who may not stays who it is.
  [ "$(id -u)" -ne 0 ] || as_others=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  mkdir -m 777 "$place"
  cp -R "$REPOSITORY/tests/golden" "$place/" && chmod -R a+rX "$place" && chmod a+rx "$BATS_TEST_TMPDIR" "$BATS_RUN_TMPDIR" "${BATS_TEST_TMPDIR%/*}"
  cp "$other" "$place/catalogue"
  publish "$REPOSITORY/tests/golden" here
  "$CATALOGUE" publish -C "$REPOSITORY/tests/golden" --database "$BATS_TEST_TMPDIR/here/catalogue.db" \
    --output "$BATS_TEST_TMPDIR/here/site" --single-file "$BATS_TEST_TMPDIR/here/one.html"
  (cd "$place" && TZ=America/St_Johns LANG=ja_JP.UTF-8 "${as_others[@]}" ./catalogue publish -C golden \
    --database catalogue.db --output site --single-file one.html --jobs 7)
  diff -r "$BATS_TEST_TMPDIR/here/site" "$place/site"
  cmp "$BATS_TEST_TMPDIR/here/one.html" "$place/one.html"
  # When a file was looked at is the one thing that an index has of its machine.
  diff <(rows_of "$BATS_TEST_TMPDIR/here/catalogue.db") <(rows_of "$place/catalogue.db")
}

rows_of() {
  sqlite3 "$1" .dump | grep -v '^INSERT INTO files '
}

@test "publishing again writes nothing, and takes away what the content no longer has" {
  local root=$BATS_TEST_TMPDIR/root
  mkdir "$root" && cp -R "$REPOSITORY/tests/golden/content" "$root/"
  publish "$root" it
  cp -Rp "$BATS_TEST_TMPDIR/it/site" "$BATS_TEST_TMPDIR/before"
  touch "$BATS_TEST_TMPDIR/now" && sleep 0.05
  publish "$root" it
  [ -z "$(find "$BATS_TEST_TMPDIR/it/site" -type f -newer "$BATS_TEST_TMPDIR/now")" ]
  diff -r "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/it/site"
  echo mine >"$BATS_TEST_TMPDIR/it/site/case-studies/mine.html"
  rm "$root/content/case-studies/letters-trial.md"
  publish "$root" it
  [ ! -e "$BATS_TEST_TMPDIR/it/site/case-studies/letters-trial.html" ]
  [ "$(cat "$BATS_TEST_TMPDIR/it/site/case-studies/mine.html")" = mine ]
}
