#!/usr/bin/env -S bats --tap
# What a publisher adds to the pages: one colour, and words of their own. tests/unit/test_palette.c looks at colours.
load helpers

setup() {
  make_root
  write_case barbers
  SITE=$ROOT/build/site
}

@test "one colour gives a stylesheet for light and dark" {
  echo 'colour: "#3f2a68"' >>"$ROOT/content/catalogue.yaml"
  succeed publish
  grep -q '^:root { --brand: #3f2a68; --on-brand: #ffffff; --edge: #3f2a68; --after: #3f2a68; --before: #[0-9a-f]*; --shade-1: ' "$SITE/assets/theme.css"
  grep -q '^@media (prefers-color-scheme: dark) { :root { --brand: #' "$SITE/assets/theme.css"
  grep -q '<link rel="stylesheet" href="../assets/theme.css">' "$SITE/case-studies/barbers.html"
  # What the publisher's own stylesheet says comes behind it.
  mkdir "$ROOT/theme"
  echo ':root { --edge: #000; }' >"$ROOT/theme/theme.css"
  succeed publish
  [ "$(tail -n 1 "$SITE/assets/theme.css")" = ':root { --edge: #000; }' ]
  grep -q -- '--brand: #3f2a68' "$SITE/assets/theme.css"
  # Another colour is another stylesheet; none is none.
  sed -i 's/^colour.*/colour: 0a7/' "$ROOT/content/catalogue.yaml"
  succeed publish
  grep -q -- '--brand: #00[0-9a-f]\{4\}; --on-brand: #ffffff; --edge: #00' "$SITE/assets/theme.css"
  sed -i '/^colour/d' "$ROOT/content/catalogue.yaml"
  rm -r "$ROOT/theme"
  succeed publish
  [ ! -e "$SITE/assets/theme.css" ]
}

@test "what is no colour is an error beside its line" {
  local colour
  for colour in purple '"#12345"' '"#12345g"'; do
    sed -i '/^colour/d' "$ROOT/content/catalogue.yaml"
    echo "colour: $colour" >>"$ROOT/content/catalogue.yaml"
    catalogue check
    assert_status 1
    assert_has "is no colour"
    assert_has 'content/catalogue.yaml:7:9: error[V702]'
  done
}

@test "a stylesheet that has browsers ask other sites is refused, at each address" {
  mkdir -p "$ROOT/theme/files"
  cat >"$ROOT/theme/theme.css" <<'END'
/* after https://council.example/style */
@namespace svg url(http://www.w3.org/2000/svg);
@import "https://fonts.example/css?family=Lora";
@import url( //fonts.example/a.css ) print;
.é { background: URL('HTTP://images.example/a.png'), url(theme/a.png), url(../assets/logo.svg) }
.b { background: image-set("https://images.example/b.png" 2x);
  content: " // https://council.example" "//" "\"https://x" }
.c { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"), url(data:,//a) }
END
  echo '.d { background: url(https://images.example/d.png' >"$ROOT/theme/files/more.css"
  for command in check publish; do
    catalogue "$command"
    assert_status 1
    said=$(grep -o '^theme/[^ ]*: error\[V719\]: .*' <<<"$output$stderr")
    [ "$said" = "theme/files/more.css:1:22: error[V719]: each reader's browser would ask another site for https://images.example/d.png
theme/theme.css:3:10: error[V719]: each reader's browser would ask another site for https://fonts.example/css?family=Lora
theme/theme.css:4:14: error[V719]: each reader's browser would ask another site for //fonts.example/a.css
theme/theme.css:5:23: error[V719]: each reader's browser would ask another site for HTTP://images.example/a.png
theme/theme.css:6:29: error[V719]: each reader's browser would ask another site for https://images.example/b.png" ] || [ "$command" = publish ] || fail "$said"
    [ "$(wc -l <<<"$said")" -eq 5 ] || fail "$command: $said"
  done
  [ ! -e "$SITE" ]
  # What it says to do works.
  echo '.a { background: url(theme/a.png) }' >"$ROOT/theme/theme.css"
  rm "$ROOT/theme/files/more.css"
  echo x >"$ROOT/theme/files/a.png"
  succeed publish
  grep -q 'url(theme/a.png)' "$SITE/assets/theme.css"
}

@test "what publish would refuse of theme and images is told by check" {
  local spoil
  mkdir -p "$ROOT/theme/files"
  for spoil in 'echo "[x](javascript:alert(1)) <b>" >theme/header.md' 'mkfifo theme/footer.md' 'echo x >theme/files/Font.TTF' \
    'mkfifo theme/theme.css' 'mkdir theme/logo.png' 'ln -s /tmp theme/logo.svg' 'head -c 9000000 /dev/zero >theme/files/a.bin' \
    'rmdir theme/files && touch theme/files' 'rmdir theme/files && ln -s /tmp theme/files' 'touch content/images' \
    'mkfifo content/images'; do
    (cd "$ROOT" && eval "$spoil")
    for command in check publish; do
      catalogue "$command"
      assert_status 1
      [[ $output$stderr == *'theme/'*'error['* || $output$stderr == *'content/images: error['* ]] || fail "$command: $spoil"
    done
    rm -rf "${ROOT:?}/theme" "$ROOT/content/images"
    mkdir -p "$ROOT/theme/files"
  done
  succeed check
  succeed publish
}

@test "what is no language is an error beside its line" {
  local language
  for language in '"x y z"' '12' '"en\"><script>"' english en- en_GB '"-en"' en-abcdefghi; do
    sed -i '/^language/d' "$ROOT/content/catalogue.yaml"
    echo "language: $language" >>"$ROOT/content/catalogue.yaml"
    catalogue check
    assert_status 1
    assert_has 'content/catalogue.yaml:'
    assert_has 'error[V'
  done
  for language in cy en-GB zh-Hant-TW sgn-GB EN-gb; do
    sed -i '/^language/d' "$ROOT/content/catalogue.yaml"
    echo "language: $language" >>"$ROOT/content/catalogue.yaml"
    succeed check
  done
}

@test "words on every page may lead to a mailbox, those of a case study may not" {
  mkdir "$ROOT/theme"
  echo 'Give [your feedback](mailto:team@board.example?subject=Pages).' >"$ROOT/theme/header.md"
  succeed publish
  grep -q '<a href="mailto:team@board.example?subject=Pages">your feedback</a>' "$SITE/case-studies/barbers.html"
  echo 'Give [your feedback](mailto:team).' >"$ROOT/theme/header.md"
  catalogue publish
  assert_status 1
  assert_stderr_has 'theme/header.md:1:6: error'
  rm "$ROOT/theme/header.md"
  echo 'Ask [us](mailto:team@board.example).' >>"$ROOT/content/case-studies/barbers.md"
  catalogue check
  assert_has 'leads to an e-mail address'
}
