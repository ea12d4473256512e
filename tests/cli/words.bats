#!/usr/bin/env -S bats --tap
# content/words.yaml: what pages say in another language. The translations here are invented.
# shellcheck disable=SC2154,SC2016,SC1112 # set by bats; $ is of a format; ’ is meant
load helpers

setup() {
  make_root
  write_case barbers
  SITE=$ROOT/build/site
}

# words LINE…: the table of the catalogue.
words() {
  printf '%s\n' "$@" >"$ROOT/content/words.yaml"
}

@test "the table of phrases is what the sources say" {
  cd "$REPOSITORY"
  tests/phrases | diff - indexer/content/words.yaml || fail 'to list them anew: make words'
}

@test "a phrase has no blanks at its ends, and per cent signs only as a format has them" {
  cd "$REPOSITORY"
  run grep -nE '^"( .*|.* )": ""$' indexer/content/words.yaml
  assert_output ''
  run bash -c 'sed "s/%%//g; s/% //g; s/%\(s\|d\|zu\|[.][0-9]f\)//g; /^#/d" indexer/content/words.yaml | grep %'
  assert_output ''
}

@test "a translation is said in place of its phrase, and escaped as any text is" {
  words '"Skip to main content": "Neidio i <b>gynnwys</b> & \"mwy\""' '"Published by %s.": "Gan: %s."'
  succeed publish
  grep -qF 'Neidio i &lt;b&gt;gynnwys&lt;/b&gt; &amp; ' "$SITE/index.html"
  grep -qF 'Gan: Example Health Board. ' "$SITE/index.html"
}

@test "a translation that takes other arguments is an error on its line, and no site is made of it" {
  words '"Skip to main content": "Neidio"' '"Published by %s.": "Gan %d."'
  catalogue check --format json
  assert_status 1
  assert_json '.[0] | .code == "V717" and .line == 2 and .path == "content/words.yaml"'
  catalogue publish
  assert_status 1
  [ ! -e "$SITE" ]
  words '"Published by %s.": "%2$s"'
  catalogue publish
  assert_status 1
  words '"Published by %s.": "%1$s, %1$s."'
  catalogue publish
  assert_status 1
  words '"Published by %s.": "%1$s sy’n cyhoeddi."'
  succeed publish
  grep -q 'Example Health Board sy’n cyhoeddi\.' "$SITE/index.html"
}

@test "what is no phrase is told with its line, and what is no text is an error" {
  words '"Skip to main content": "Neidio"' '"Skip it all": "Neidio"'
  catalogue check --format json
  assert_status 0
  assert_json '.[0] | .code == "V803" and .line == 2'
  words '"Skip to main content": [Neidio]'
  catalogue check
  assert_status 1
  assert_has 'content/words.yaml:1:25: error[V717]: a translation is one text'
  words '- Neidio'
  catalogue check
  assert_status 1
  words '"Home": "Hafan"' '"Home": "Adref"'
  catalogue check
  assert_status 1
  assert_has 'content/words.yaml:2:1:'
}

@test "a changed translation makes every page anew, and the site is what a new one would be" {
  words '"Skip to main content": "Neidio"'
  succeed publish
  succeed publish --format json
  assert_json '.changed == 0'
  words '"Skip to main content": "Neidio ymlaen"'
  succeed publish
  find "$SITE" -name '*.html' ! -path "$SITE/compare/*" -print0 | xargs -0 grep -LZ 'Neidio ymlaen\|http-equiv' | tr '\0' '\n' >"$BATS_TEST_TMPDIR/others"
  [ ! -s "$BATS_TEST_TMPDIR/others" ] || fail "without it: $(cat "$BATS_TEST_TMPDIR/others")"
  succeed publish --output "$BATS_TEST_TMPDIR/new"
  diff -r "$SITE" "$BATS_TEST_TMPDIR/new"
}

@test "publish counts what has no translation, where the language is not English" {
  succeed publish
  [[ $stderr != *'in English'* ]]
  echo 'language: cy' >>"$ROOT/content/catalogue.yaml"
  succeed publish
  assert_stderr_has "$(grep -c '^"' "$REPOSITORY/indexer/content/words.yaml") phrases of the pages are in English: content/words.yaml has no translation"
  succeed schema --format words
  sed 's/: ""$/: "x"/; 0,/: "x"/ s//: ""/' <<<"$output" | grep -v '%.*:' >"$ROOT/content/words.yaml" || true
  sed -n 's/^\(".*\): ""$/\1/p' <<<"$output" | grep % | sed 's/.*/&: &/' >>"$ROOT/content/words.yaml"
  succeed publish
  assert_stderr_has '1 phrase of the pages is in English'
}

@test "schema writes the table with the translations that are there" {
  succeed schema --format words
  [ "$output" = "$(cat "$REPOSITORY/indexer/content/words.yaml")" ]
  words '"Published by %s.": "Gan \"%s\"."' '"Home": "Hafan"'
  succeed schema --format words
  assert_has $'\n"Home": "Hafan"\n'
  assert_has $'\n"Published by %s.": "Gan \\"%s\\"."\n'
  printf '%s\n' "$output" >"$ROOT/content/words.yaml"
  catalogue check
  assert_status 0
  words '"Published by %s.": "Gan %d."'
  catalogue schema --format words
  assert_status 1
}

@test "a table that cannot be read is no English site" {
  mkdir "$ROOT/content/words.yaml"
  catalogue publish
  assert_status 1
  assert_stderr_has 'content/words.yaml: error[F002]'
  [ ! -e "$SITE" ]
}

@test "a translation of two lines is refused, as a script would break on it" {
  words '"Home": "Haf\nan"'
  catalogue check
  assert_status 1
  assert_has 'content/words.yaml:1:9: error[V717]: the translation of "Home" has a line break'
  printf '"Home": |\n  Haf\n  an\n' >"$ROOT/content/words.yaml"
  catalogue check
  assert_status 1
  assert_has 'error[V717]: the translation of "Home" has a line break'
}

# What pages say in Latin letters, where everything is in those of another alphabet.
@test "a translated table leaves no English in any page, feed, or the single file" {
  cd "$REPOSITORY"
  tests/words/site "$CATALOGUE" "$BATS_TEST_TMPDIR/other"
  cd "$BATS_TEST_TMPDIR/other"
  cp one.html site/
  [ "$(find site -name '*.html' -o -name '*.xml' | wc -l)" -gt 100 ]
  run "$REPOSITORY/tests/words/left" site allowed
  assert_output ''
}

@test "what is left in English would be found" {
  mkdir "$BATS_TEST_TMPDIR/pages"
  printf '<title>Дом</title><p aria-label="Нотице">Skip to <b data-chosen="(2 chosen)">цонтент</b> file.yaml E2</p>' >"$BATS_TEST_TMPDIR/pages/a.html"
  printf 'Skip\n' >"$BATS_TEST_TMPDIR/allowed"
  run "$REPOSITORY/tests/words/left" "$BATS_TEST_TMPDIR/pages" "$BATS_TEST_TMPDIR/allowed"
  assert_output $'a.html\tchosen\na.html\tto'
}
