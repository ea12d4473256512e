#!/usr/bin/env -S bats --tap
# Files of others in the folder of the site, where they cannot simply be given a second name.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  write_case barbers
  SITE=$ROOT/build/site
  succeed publish
}

without_links() {
  export FAULTS_NO_LINKS=yes
  run --separate-stderr with_faults none /dev/null "$@"
}

@test "where no file can have two names, files of others are copied with their rights" {
  local written
  mkdir -p "$SITE/.git/objects" "$SITE/browse/mine"
  head -c 300000 /dev/urandom >"$SITE/browse/mine/large.bin"
  echo secret >"$SITE/.git/objects/a"
  : >"$SITE/nothing"
  chmod 640 "$SITE/browse/mine/large.bin"
  chmod 400 "$SITE/.git/objects/a"
  ln -s /etc/passwd "$SITE/link"
  written=$(cd "$SITE" && sha256sum browse/mine/large.bin .git/objects/a nothing)
  write_case letters 'title: Letters about heart checks'
  without_links publish
  assert_status 0
  assert_has '4 files there that publish did not write were kept'
  [ "$(cd "$SITE" && sha256sum browse/mine/large.bin .git/objects/a nothing)" = "$written" ]
  [ "$(stat -c %a "$SITE/browse/mine/large.bin" "$SITE/.git/objects/a" | paste -sd' ')" = '640 400' ]
  [ "$(readlink "$SITE/link")" = /etc/passwd ]
  [ -e "$SITE/case-studies/letters.html" ]
  [ "$(find "$ROOT/build" -maxdepth 1 -name '.site.*' | wc -l)" -eq 0 ]
}

@test "pages that did not change are copied, too, and the site is that of a publish with links" {
  write_case letters 'title: Letters about heart checks'
  without_links publish
  assert_status 0
  unset FAULTS_NO_LINKS
  succeed publish --output "$ROOT/build/other"
  diff -r "$SITE" "$ROOT/build/other" -x .catalogue-manifest -x '*.db'
  catalogue publish --format json
  assert_json '.changed == 0 and .removed == 0'
}

@test "what is neither a file nor a link stays, and so does the site" {
  mkfifo "$SITE/pipe"
  write_case letters 'title: Letters about heart checks'
  catalogue publish
  assert_status 2
  [ "$stderr" = "catalogue publish: $SITE/pipe is neither a file nor a folder nor a link, so it cannot be kept; take it out, and publish again" ]
  [ -p "$SITE/pipe" ]
  [ ! -e "$SITE/case-studies/letters.html" ]
  [ -e "$SITE/case-studies/barbers.html" ]
}
