#!/usr/bin/env -S bats --tap
# A draft from a document as people have it: its parts where they belong, nothing lost, nothing private, and all that
# remains to be done told.
load helpers

DOCUMENTS=$REPOSITORY/tests/documents

setup() {
  make_root
  export SOURCE_DATE_EPOCH=1735689600
  HERE=$ROOT/content/case-studies
}

# The one case study that is there.
file() {
  find "$HERE" -name '*.md'
}

# The words of a text on stdin, each once.
words() {
  grep -aoE '[A-Za-z0-9]+' | LC_ALL=C sort -u
}

# What readers of a document see of it.
seen() {
  case $1 in
  *.html)
    iconv -f "$2" -t UTF-8 "$1" | perl -0pe 's/<title>(.*?)<\/title>/<\/head>$1<head>/s; s/<head>.*?<\/head>//gs; s/<script.*?<\/script>//gs;
      s/<!--.*?-->//gs; s/<!\[[^>]*>//g; s/<\/?(font|b|i|em|strong|span|o:p)\b[^>]*>//g; s/<[^>]+>/ /g; s/&[a-z]+;/ /g'
    ;;
  *.eml) perl "$REPOSITORY/tests/cli/mail_words.pl" "$1" ;;
  *) sed 's/<br>/ /g' "$1" ;;
  esac
}

# loses_nothing DOCUMENT [ENCODING]: every word of it is in the file or in what the command said.
loses_nothing() {
  local lost
  lost=$(comm -23 <(seen "$DOCUMENTS/$1" "${2:-UTF-8}" | words) <(cat "$(file)" - <<<"$output" | words))
  [ -z "$lost" ] || fail "lost: $lost"
}

# All that check says of the file was said by the command.
announces_what_check_says() {
  local said message
  said=$(tr -s ' \n' ' ' <<<"$output")
  while IFS= read -r message; do
    [[ $said == *"$message"* ]] || fail "not announced: $message"
  done < <("$CATALOGUE" check -C "$ROOT" --format json "$(file)" 2>/dev/null | jq -r '.[].message')
}

# The file has nothing of the kind.
file_lacks() {
  ! grep -nE "$1" "$(file)" || fail "the file has $1"
}

# Nobody can be reached by what is in the file.
is_private() {
  file_lacks '@|0113 496|07700|01632|943 476'
  ! "$CATALOGUE" check -C "$ROOT" --format json "$(file)" 2>/dev/null | jq -e '.[] | select(.code | IN("B412", "B413", "B414"))' ||
    fail 'check finds somebody in it'
}

# becomes ID DOCUMENT [ENCODING]: it is made a draft, and that is as it should be.
becomes() {
  catalogue new --from "$DOCUMENTS/$2"
  assert_status 0
  assert_has "content/case-studies/$1.md written"
  [ "$(file)" = "$HERE/$1.md" ]
  loses_nothing "${@:2}"
  announces_what_check_says
  is_private
}

# below HEADING: what stands under it in the file.
below() {
  awk -v heading="## $1" '/^## / { inside = $0 == heading; next } inside' "$(file)"
}

@test "a Word file by way of pandoc becomes a draft" {
  becomes warm-homes-on-prescription-in-northbridge word-pandoc.html
  grep -qx 'summary: People with lung disease .* stayed warm\.' "$(file)"
  grep -qx 'regions: \[north-west\]' "$(file)"
  grep -qx '  - name: Example Care NHS Foundation Trust' "$(file)"
  grep -qx '    type: nhs-provider' "$(file)"
  grep -q '^# priority_areas: by the words .*"cold homes"' "$(file)"
  grep -qx '    url: https://northbridge.example/cold-homes.pdf' "$(file)"
  [[ $(below 'The need') == *'coldest homes'*'### Who was worse off'* ]]
  [[ $(below 'What we did') == *$'1. whether heating'*$'\n2. what it costs:\n   - for the council'* ]]
  [[ $(below 'What changed') == *$'### Results'*$'- Year: 2022; Admissions: 64; Bed days: 410\n'*'### Impact'*'> It is cheaper'* ]]
  [[ $(below 'What we did') == *'(picture: A nurse reads a thermometer in a living room, image1.png)'* ]]
  [[ $(below 'Not placed yet') == *'### Equalities statement'* ]]
  assert_has $'Where its parts went\n  Executive summary → summary'
  assert_has $'\n  Lessons learnt → What we would do differently'
  assert_has 'an e-mail address: priya.sample@northbridge.example'
  assert_has 'line 21: "stage" has no answer'
  assert_has 'After that, what would strengthen it most is outcomes'
}

@test "a page that Word saved becomes a draft, from its own letters and without headings" {
  becomes health-checks-for-rough-sleepers-in-harbour-town word-saved.html WINDOWS-1252
  assert_has 'it is not UTF-8, and was read as Windows-1252'
  [[ $(below 'Context that mattered') == *$'Harbour Town\xe2\x80\x99s hostels house 90 people \xe2\x80\x93 most'* ]]
  [[ $(below 'What we did') == *$'\n- a nurse in each hostel\n- checks of heart and lungs'* ]]
  [[ $(below 'What changed') == *'£3,000 was spent.'* ]]
}

@test "what LibreOffice exports becomes a draft" {
  becomes walking-groups-for-men-who-live-alone libreoffice.html
  [[ $(below 'What we did') == *$'- Month: September; Men who came: 31'* ]]
  [[ $(below 'What we would do differently') == *'(we used (phone number left out))'*'### Notes'* ]]
  assert_has 'an NHS number: 943 476 5919'
}

@test "a page saved from the web becomes a draft, without what stands around its text" {
  becomes smoke-free-pregnancy-in-eastmoor web-page.html
  [[ $(below 'What we did') == *'[Eastmoor Council](https://eastmoor.example/council)'*'protocol (address: /files/protocol.pdf)'* ]]
  file_lacks '[Cc]ookie|Breastfeeding|About us'
  assert_has 'navigation: Home / Case studies'
  [[ $(tr -s ' \n' ' ' <<<"$output") == *'around the main part of the page: We use cookies to make this site work'* ]]
}

@test "bare Markdown with the front matter of another program becomes a draft" {
  becomes bringing-the-dentist-to-the-school-gate blog.md
  grep -qx 'place: Southport Vale' "$(file)"
  grep -qx '  - outreach' "$(file)"
  [[ $(below 'Not placed yet') == *'- date: 2022-09-14 10:00:00 +0100'* ]]
  [[ $(below 'What changed') == *'| 2 | 210 |'* ]]
  assert_has 'whom to ask, or who wrote it: author: Sam Sample'
}

@test "a template of two columns becomes sections and answers" {
  becomes a-link-worker-on-the-boats-of-the-dunmere-canal word-template.html
  grep -qx 'title: A link worker on the boats of the Dunmere canal' "$(file)"
  grep -qx 'regions: \[east-midlands\]' "$(file)"
  [[ $(below 'What we did') == *$'the towpath each week.\n\n- a group on the telephone\n- lifts to the clinic'* ]]
  [[ $(below 'What changed') == *'fell from 48% to 29%.'* ]]
  [[ $(below 'Not placed yet') == *$'- Year: 2022; Outcomes: 71'*$'### What did the crew think?\n\nThey liked it.'* ]]
  file_lacks 'Sam Sample|Answer'
  assert_has 'what the columns of a table are called: Question Answer'
  assert_has 'a question without an answer: Funding'
  assert_has 'Region → regions'
}

@test "a template as Markdown, and front matter with keys and answers as people write them" {
  becomes breakfast-with-the-caretaker template.md
  grep -qx 'regions: \[wales\]' "$(file)"
  grep -qx 'stage: live' "$(file)"
  grep -qx 'priority_areas: \[food, education\]' "$(file)"
  grep -qx '  amount: 20000' "$(file)"
  grep -qx '  - name: Friends of the Green' "$(file)"
  grep -qx '    type: local-authority' "$(file)"
  [[ $(below 'The need') == *$'came to school hungry.\n\nA third had eaten nothing.'* ]]
  [[ $(below 'What we did') == *$'- bread and tea\n- a story, read aloud\n\nThe caretaker opened at seven.'* ]]
  [[ $(below 'What changed') == *'on time \| and fed.'* ]]
  [[ $(below 'Not placed yet') == $'\nHungry children learn less'*$'| Late | 40 | 12 |\n'*$'| 2019 | 52 |'*$'### Who cooked?\n\nThe caretaker.'* ]]
  assert_has 'a question without an answer: Costs'
}

@test "an e-mail becomes a draft, without those who wrote it" {
  becomes food-vouchers-at-the-millside-clinic e-mail.txt
  file_lacks 'Sample|Muster|Chris'
  [[ $(below 'What changed') == *$'- 320 vouchers in a year\n- missed appointments'* ]]
  assert_has 'the greeting: Dear Chris,'
}

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

@test "answers as YAML become a case study, those that have no place too" {
  catalogue new --from "$DOCUMENTS/answers.yaml"
  assert_status 0
  [ "$(file)" = "$HERE/letters-in-plain-words-for-heart-checks.md" ]
  announces_what_check_says
  grep -qx 'regions: \[south-west\]' "$(file)"
  grep -qx '  email: practice@surgery.example' "$(file)"
  [[ $(below 'The need') == *$'had been checked.\n\nNobody had asked why.'* ]]
  [[ $(below 'What we did') == *'A letter with pictures'* ]]
  [[ $(below 'What helped') == *'- A nurse whom they knew'* ]]
  [[ $(below 'Not placed yet') == *$'- funded by: the surgery\n- Weather: fine'* ]]
  sed -i '/^## Not placed yet/,$d' "$(file)"
  catalogue check "$(file)"
  assert_status 0
}

@test "answers that cannot be read are told with their line, and nothing is written" {
  printf 'title: Walks\nregions: [london\nstage: live\nstage: ended\n' >"$BATS_TEST_TMPDIR/answers.yaml"
  catalogue new --from "$BATS_TEST_TMPDIR/answers.yaml"
  assert_status 1
  assert_stderr_has 'answers.yaml:2'
  [ -z "$(file)" ]
  printf -- '- one\n' >"$BATS_TEST_TMPDIR/answers.yaml"
  catalogue new --from "$BATS_TEST_TMPDIR/answers.yaml"
  [ "$status" -ne 0 ]
  [ -n "$stderr" ]
}

@test "the text of an issue form becomes a draft" {
  catalogue new --from-issue "$DOCUMENTS/issue.md"
  assert_status 0
  [ "$(file)" = "$HERE/gardens-for-people-who-wait-for-dialysis.md" ]
  announces_what_check_says
  grep -qx 'stage: mainstreamed' "$(file)"
  grep -qx '  - name: Friends of the Green' "$(file)"
  grep -qx '  email: publichealth@sheffield.example' "$(file)"
  grep -qx '  - title: A talk at the hospital' "$(file)"
  [[ $(below 'What we did') == *'Ring (phone number left out).'*'- raised beds'* ]]
  [[ $(below 'Not placed yet') == *'### How many cups of tea?'* ]]
  file_lacks 'No response'
  comm -23 <(words <"$DOCUMENTS/issue.md") <(cat "$(file)" - <<<"$output" | words) >"$BATS_TEST_TMPDIR/lost"
  [ "$(xargs <"$BATS_TEST_TMPDIR/lost")" = 'Became No response say usual work' ] || fail "lost: $(xargs <"$BATS_TEST_TMPDIR/lost")"
}

@test "whom to ask is a shared address, and nobody's own" {
  printf '### Whom may readers ask?\n\nPractice nurse, ann.smith@surgery.example\n' >"$BATS_TEST_TMPDIR/issue.md"
  catalogue new --from-issue "$BATS_TEST_TMPDIR/issue.md"
  assert_status 0
  file_lacks ann.smith
  assert_has 'an e-mail address: ann.smith@surgery.example'
}

@test "every question of the issue form, and every choice in it, is known" {
  local template=$REPOSITORY/.github/ISSUE_TEMPLATE/case-study.yml label count=0
  sed -n 's/^      label: /### /p' "$template" | sed 's/$/\n\nSomething was said.\n/' >"$BATS_TEST_TMPDIR/issue.md"
  catalogue new --dry-run --from-issue "$BATS_TEST_TMPDIR/issue.md"
  assert_status 0
  [[ $output$stderr != *'Not placed yet'* ]]
  [ "$(grep -c '^###' "$BATS_TEST_TMPDIR/issue.md")" -ge 10 ]
  while IFS= read -r label; do
    printf '### How does it stand today?\n\n%s\n' "$label" >"$BATS_TEST_TMPDIR/issue.md"
    catalogue new --dry-run --from-issue "$BATS_TEST_TMPDIR/issue.md"
    stage=$(sed -n 's/^stage: //p' <<<"$output")
    grep -qx "$stage:" "$ROOT/content/vocabulary/stage.yaml" || fail "$label is $stage"
    count=$((count + 1))
  done < <(sed -n 's/^        - //p' "$template")
  [ "$count" -ge 6 ]
  printf 'Nothing of the kind\n' >"$BATS_TEST_TMPDIR/issue.md"
  catalogue new --from-issue "$BATS_TEST_TMPDIR/issue.md"
  assert_status 2
  assert_stderr_has 'is not the text of an issue form'
  catalogue new --from x --from-issue y
  assert_status 2
  assert_stderr_has '--from and --from-issue are two ways in'
}

@test "places and partners of other case studies are known" {
  write_case letters 'title: Letters about heart checks' 'place: Millbeck' 'regions: [wales]' \
    'partners: [{name: Friends of the Heath, type: community-group}]'
  printf '# Walks on the heath\n\n## Method\n\nFriends of the Heath walked in Millbeck.\n' >"$BATS_TEST_TMPDIR/walks.md"
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/walks.md"
  assert_status 0
  assert_has $'\nplace: Millbeck\n'
  assert_has $'\nregions: [wales]\n'
  assert_has $'\n  - name: Friends of the Heath\n    type: community-group\n'
}

@test "a draft passes once its questions are answered" {
  becomes food-vouchers-at-the-millside-clinic e-mail.txt
  sed -i -e 's/^actions:$/actions: [outreach]/; s/^stage:$/stage: live/; s/^result:$/result: positive/' \
    -e 's/^evaluation:$/evaluation: before-after/' \
    -e 's/^regions:$/regions: [yorkshire-humber]/; /^## Not placed yet/,$d' "$(file)"
  catalogue check "$(file)"
  assert_status 0
}

# ask LINE…: these are typed, then the input ends.
ask() {
  printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/typed"
  run --separate-stderr "$CATALOGUE" new --ask -C "$ROOT" <"$BATS_TEST_TMPDIR/typed"
}

@test "somebody is asked, in the words of the form, and each answer is checked as it is given" {
  ask 'Barbers' 'Barbers offer checks' 'Few men had a check. Barbers offered it. Checks rose in a year.' 'york' \
    'Example Council' 'x' 'local' '' 'nothing-near' 'cvd, 2' '' 'out, case' 'p' '3' 'pos' 'before'
  assert_status 0
  assert_stderr_has 'What was done, in one line?'
  assert_stderr_has '"title" has 7 characters; it needs at least 10'
  assert_stderr_has 'there is no "x"'
  assert_stderr_has 'there is no "nothing-near"'
  assert_stderr_has '"p" could be planned, pilot'
  [ "$(file)" = "$HERE/barbers-offer-checks.md" ]
  grep -qx 'regions: \[yorkshire-humber\]' "$(file)"
  grep -qx '    type: local-authority' "$(file)"
  grep -qx 'priority_areas: \[cvd, mental-health\]' "$(file)"
  grep -qx 'deprivation_focus:' "$(file)"
  grep -qx 'actions: \[outreach, case-finding\]' "$(file)"
  grep -qx 'stage: live' "$(file)"
  grep -qx 'result: positive' "$(file)"
  announces_what_check_says
  [ ! -e "$ROOT/build/new-answers.yaml" ]
}

@test "one may leave and go on another day" {
  ask 'Barbers offer checks' 'Few men had a check. Barbers offered it. Checks rose in a year.' '.quit'
  assert_status 1
  assert_stderr_has 'What you answered is kept in build/new-answers.yaml. To go on: catalogue new'
  [ -z "$(file)" ]
  ask 'london'
  assert_status 1
  assert_stderr_has 'Going on with the 2 answers in build/new-answers.yaml'
  [[ $stderr != *'What was done, in one line?'* ]]
  grep -qx 'regions: \[london\]' "$ROOT/build/new-answers.yaml"
  ask '' '' '' '' '' '' ''
  assert_status 0
  grep -qx 'title: Barbers offer checks' "$(file)"
  grep -qx 'stage:' "$(file)"
}

@test "a title that is given is not asked for" {
  printf '.quit\n' >"$BATS_TEST_TMPDIR/typed"
  run --separate-stderr "$CATALOGUE" new --ask -C "$ROOT" 'Barbers offer checks' <"$BATS_TEST_TMPDIR/typed"
  assert_status 1
  [[ $stderr != *'What was done, in one line?'* ]]
  assert_stderr_has 'What is the story'
  catalogue new --ask --from x
  assert_status 2
  assert_stderr_has '--ask goes without a document'
}

@test "answers that were kept and are broken are told, and stay" {
  mkdir -p "$ROOT/build"
  printf 'title: [x\n' >"$ROOT/build/new-answers.yaml"
  ask 'x'
  assert_status 2
  assert_stderr_has 'mend build/new-answers.yaml or take it away'
  [ "$(cat "$ROOT/build/new-answers.yaml")" = 'title: [x' ]
}

@test "a dry run writes nothing, and prints the file" {
  catalogue new --dry-run --from "$DOCUMENTS/blog.md"
  assert_status 0
  [ -z "$(file)" ]
  [ "${lines[0]}" = --- ]
  assert_has $'\npublished: 2025-01-01\n'
  assert_stderr_has 'What remains to be done'
  catalogue new --from "$DOCUMENTS/blog.md"
  assert_status 0
  run --separate-stderr "$CATALOGUE" new -C "$ROOT" --dry-run --from "$DOCUMENTS/blog.md"
  diff <(printf '%s\n' "$output") "$(file)"
}

@test "a title of one's own names the file; nothing is written over" {
  catalogue new --from "$DOCUMENTS/blog.md" 'A dentist at the school gate'
  assert_status 0
  grep -qx 'title: A dentist at the school gate' "$HERE/a-dentist-at-the-school-gate.md"
  catalogue new --from "$DOCUMENTS/blog.md" 'A dentist at the school gate'
  assert_status 0
  assert_has 'is there already, and says the same'
  echo mine >>"$(file)"
  catalogue new --from "$DOCUMENTS/blog.md" 'A dentist at the school gate'
  assert_status 2
  assert_stderr_has 'a-dentist-at-the-school-gate.md is there already; give another title'
  [ "$(tail -n 1 "$(file)")" = mine ]
}

@test "standard input is a document, too" {
  run --separate-stderr "$CATALOGUE" new -C "$ROOT" --dry-run --from - <"$DOCUMENTS/web-page.html"
  assert_status 0
  assert_has 'title: Smoke-free pregnancy in Eastmoor'
}

@test "UTF-16 is read, and so is what an editor of Windows makes of lines" {
  printf 'Background\n\nCaf\303\251s.\n' | iconv -f UTF-8 -t UTF-16 >"$BATS_TEST_TMPDIR/x.txt"
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.txt"
  assert_status 0
  assert_has $'## The need\n\nCafés.'
  printf 'Background\r\n\r\nCold homes.\r\n' >"$BATS_TEST_TMPDIR/x.txt"
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.txt"
  assert_has $'## The need\n\nCold homes.'
}

# not_taken FILE WORDS: it is told what to do instead.
not_taken() {
  catalogue new --from "$1"
  assert_status 2
  assert_output ''
  assert_stderr_has "$2"
  [ -z "$(file)" ]
}

@test "what is no text is told, with what to do" {
  local given=$BATS_TEST_TMPDIR/given
  printf 'PK\003\004rest' >"$given"
  not_taken "$given" 'is a file of an office program; save it as HTML there'
  printf '%%PDF-1.7' >"$given"
  not_taken "$given" 'is a PDF'
  printf ' \n' >"$given"
  not_taken "$given" 'has no words'
  not_taken "$BATS_TEST_TMPDIR" 'is not an ordinary file'
  not_taken "$given.not" 'is not there'
  head -c 5000000 /dev/zero | tr '\0' x >"$given"
  not_taken "$given" 'is larger than 4 MiB'
  head -c 300000 /dev/zero | tr '\0' x >"$given"
  not_taken "$given" 'the text is longer than a case study may be, which is 256 KiB'
  catalogue new </dev/null
  assert_status 2
  assert_stderr_has 'name a document: catalogue new --from FILE'
}

@test "a folder of case studies that cannot be read is told" {
  rm -r "$HERE"
  catalogue new --from "$DOCUMENTS/blog.md"
  assert_status 2
  assert_stderr_has 'content/case-studies'
}

@test "HTML made to take long takes a moment" {
  local piece given=$BATS_TEST_TMPDIR/hostile.html
  for piece in '<div>' '<b><p>' '<table><tr><td>' '<ul><li>' '<a href="x">' '</div>' '<!--' '<script>' "<a '" '<a "' '&' '&#' '<' \
    '<td></tr>' '<blockquote>' '<ol><li>x' '<h1>Results' '<p><b>Impact</b>' '# a
' 'Results:
' '[x](' '**' '- ' '<svg>' '<div class=cookie>' '<table><td>a<td>b' '0113 '; do
    awk -v piece="$piece" 'BEGIN { for (size = 0; size < 250000; size += length(piece)) printf "%s", piece; print "x" }' >"$given"
    run within 5 "$CATALOGUE" new -C "$ROOT" --dry-run --from "$given"
    [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || fail "$piece: status $status"
  done
}

@test "any bytes end in a sentence" {
  local given=$BATS_TEST_TMPDIR/any.html
  head -c 60000 "$CATALOGUE" >"$given"
  catalogue new --dry-run --from "$given"
  [ "$status" -eq 0 ] || [ "$status" -eq 2 ]
  printf '<p>a\001b\033[31mc\000d</p>' >"$given"
  catalogue new --dry-run --from "$given"
  assert_status 0
  assert_has 'a b [31mc d'
}
