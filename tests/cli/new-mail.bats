#!/usr/bin/env -S bats --tap
# A draft from an e-mail as a program for e-mail saves it (.eml), whatever made its way through old machines of it.
load helpers
load drafts

@test "an e-mail as a program saves it becomes a draft: of its forms the plain one" {
  becomes tea-rooms-for-carers-an-afternoon-off-in-wexcombe mail-multipart.eml
  file_lacks 'Zo|Maria|DKIM|=E2|Postbote'
  grep -qx 'title: Tea rooms for carers – an afternoon off in Wexcombe' "$(file)"
  [[ $(below 'The need') == *'had an afternoon to themselves for months. Two in'* ]]
  [[ $(below 'What we did') == *$'\n* a minibus from each village\n* no forms'* ]]
  assert_has 'the same text as HTML, which came beside it, was not read'
  assert_has 'words that only the HTML of the e-mail has: Sent Postbote'
  assert_has 'what was written earlier: On Mon, 4 Mar 2024 at 09:15, Maria Sample'
  assert_has 'Tel. 01632 960 017, mobile 07700 900 321'
}

@test "an e-mail in base64 and the letters of Windows becomes a draft" {
  becomes z-hne-zuerst-a-nurse-at-the-breakfast-club mail-base64.eml
  grep -qx 'title: "Zähne zuerst: a nurse at the breakfast club"' "$(file)"
  [[ $(below 'The need') == *'Überlingen Road'*'– “nobody sees us”'* ]]
  [[ $(below 'What changed') == *'It cost €9,800'* ]]
  file_lacks 'Øystein'
}

@test "an e-mail that is HTML alone becomes a draft, without what it answers" {
  becomes blood-pressure-checks-at-the-shipyard-gate mail-html.eml
  [[ $(below 'What we did') == *$'- checks before the early shift\n  - in the welders\xe2\x80\x99 own dress\n- tea at 50p, café style'* ]]
  [[ $(below 'What we did') == *'(picture: The van at the gate, image001.png)'* ]]
  [[ $(below 'What changed') == *$'- Year: 2022; Checks: 304\n'*'It cost £12,000.'* ]]
  file_lacks 'Priya|Kit|who paid for it'
  assert_has 'image001.png (image/png, 2 kB)'
}

@test "what is attached to an e-mail is named, with its size, and not in the file" {
  becomes lessons-in-a-trailer-for-girls-from-traveller-families mail-attachment.eml
  [[ $(tr -s ' \n' ' ' <<<"$output") == *'résumé of the year.pdf (application/pdf, 6 kB) / exams.csv (text/csv, 19 bytes) / Étude (message/rfc822, 135 bytes)'* ]]
  file_lacks 'pdf|girls$|Étude|Ali'
  [[ $(below 'Not placed yet') == *'FYI, from the team.'* ]]
}

@test "of an e-mail that is broken is read what can be, and told what cannot" {
  catalogue new --from "$DOCUMENTS/mail-broken.eml"
  assert_status 0
  announces_what_check_says
  is_private
  [[ $(below 'The need') == *'did not swim. Few dared to. 100=% of them said so, =ZZ and'* ]]
  [[ $(below 'What we did') == *'hired the bath on Mondays.'* ]]
  assert_has 'the encoding "koi8-r", which is not known here'
  assert_has 'its head does not say where its parts end'
  assert_has 'the e-mail breaks off: the end of its parts is not there'
}

# mail LINE…: an e-mail of these lines.
mail() {
  printf '%s\n' 'From: a@b.example' "$@" >"$BATS_TEST_TMPDIR/x.eml"
}

@test "plain text that says little gives way to the HTML beside it; what is passed on is read" {
  mail 'Subject: Walks' 'Content-Type: multipart/alternative; boundary=x' '' '--x' 'Content-Type: text/plain' '' \
    'Your program cannot show this.' '' '--x' 'Content-Type: text/html' '' \
    '<h2>Background</h2><p>Few people walked in the hills, and fewer still in winter.</p>' '--x--' 'By post.'
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.eml"
  assert_status 0
  assert_has $'## The need\n\nFew people walked'
  assert_stderr_has 'which is the shorter one: Your program cannot'
  assert_stderr_has 'behind the parts of the e-mail: By post.'
  mail 'Subject: Fwd: Walks' '' '---------- Forwarded message ---------' 'From: Jo <c@d.example>' 'Date: Monday' \
    'To: Us <e@f.example>' '' 'Dear Kim,' '' 'Background: Few walked.' '' 'Yours,' 'Jo'
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.eml"
  assert_status 0
  assert_has $'title: Walks\n'
  assert_has $'## The need\n\nFew walked.'
  [[ $output != *Jo* && $output != *Kim* && $output != *Monday* ]]
  assert_stderr_has '---------- Forwarded message --------- / From: Jo'
}

@test "an e-mail made to take long takes a moment, and one with large things attached is read" {
  local lines deep
  deep=$(for ((i = 0; i < 3000; i++)); do printf -- '--x%s\nContent-Type: multipart/mixed; boundary=x%s\n\n' "$i" $((i + 1)); done)
  for lines in $'Content-Type: multipart/mixed; boundary=x0\n\n'"$deep" \
    $'Content-Type: multipart/mixed\n\n'"$(yes -- $'--x\nContent-Type: text/plain\n\ny' | head -n 40000)" \
    "$(yes ' =?a?q?x' | head -n 30000)" "X: $(yes '=?utf-8?b?w6k=?=' | head -n 20000 | tr '\n' ' ')" \
    $'Content-Type: text/plain; '"$(yes 'a="' | head -n 60000 | tr '\n' ' ')"; do
    mail 'Subject: x' "$lines"
    run within 5 "$CATALOGUE" new -C "$ROOT" --dry-run --from "$BATS_TEST_TMPDIR/x.eml"
    [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || fail "status $status: ${lines:0:60}"
  done
  mail 'Subject: Walks' 'Content-Type: multipart/mixed; boundary=x' '' '--x' '' 'Background: Few walked.' '--x' \
    'Content-Type: video/mp4; name=walk.mp4' 'Content-Transfer-Encoding: base64' '' \
    "$(head -c 6000000 /dev/zero | base64)" '--x--'
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.eml"
  assert_status 0
  assert_has $'## The need\n\nFew walked.'
  assert_stderr_has 'walk.mp4 (video/mp4, 6000 kB)'
}
