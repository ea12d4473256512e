#!/usr/bin/env -S bats --tap
# A whole small site, byte for byte. When a change is meant, `make golden` shows the
# difference and `make golden ACCEPT=1` keeps it.
load cli/helpers

# publish CONTENT-ROOT NAME: the site and the database go to folders of this test.
publish() {
  run --separate-stderr "$CATALOGUE" publish -C "$1" --output "$BATS_TEST_TMPDIR/$2/site" \
    --database "$BATS_TEST_TMPDIR/$2/catalogue.db"
  assert_status 0
}

@test "the small site is what it was" {
  publish "$REPOSITORY/tests/golden" now
  # Left out: the database, whose bytes follow the version of SQLite, and copies of the assets.
  diff -ru --exclude='*.db' --exclude=assets "$REPOSITORY/tests/golden/site" "$BATS_TEST_TMPDIR/now/site"
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
