#!/usr/bin/env -S bats --tap
# A draft from a document as people have it: its parts where they belong, nothing lost, nothing private, and all that
# remains to be done told.
load helpers
load drafts

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

# draft LINE…: Markdown of these lines, made a draft that is printed.
draft() {
  printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/x.md"
  catalogue new --dry-run --from "$BATS_TEST_TMPDIR/x.md"
  assert_status 0
}

@test "front matter in TOML is read; whoever wrote it is left out" {
  draft +++ '# by hand' 'title = "Cook and \"eat\" in Millbeck"' 'author = "Kim Example"' "tags = ['soup'," '"bread"]' 'other = ["a", # hot' '"b"]' \
    'weight = 3 # first' '[params]' 'odd = { a = 1 }' 'long = """one' 'two"""' +++ '## Why' '' 'Few cooked.[^1] Many wished to.'
  assert_has $'title: Cook and "eat" in Millbeck\n'
  assert_has $'keywords:\n'
  assert_has $'summary: Few cooked.\n'
  assert_has $'## The need\n\nFew cooked.'
  assert_has '- weight: 3'
  assert_has '- line 11: odd = { a = 1 }'
  assert_has '\[params\]'
  assert_has $'keywords:\n  - soup\n  - bread\n'
  [[ $output == *'"""one'*'two"""'* && $output == *'by hand'* && $output == *soup* && $output != *Kim* ]]
  assert_stderr_has 'whom to ask, or who wrote it: author: Kim Example'
  draft +++ 'no end of it'
  assert_has $'## Not placed yet\n\n'
}

@test "headings as people write them; what belongs in two places is for a person to part" {
  draft '# Walks in Millbeck' '## How' '' 'We walked.' '' '## Did it work?' '' 'Yes.' '' '## Who benefited?' '' 'Families.' '' \
    '## Barriers and enablers' '' 'Rain, and tea.' '' '## Further information' '' 'Ask us.' '' '## How men came' '' 'By bus.'
  assert_has $'## What we did\n\nWe walked.'
  assert_has $'### Did it work?\n\nYes.\n\n### Who benefited?\n\nFamilies.'
  [[ $output == *$'## Not placed yet\n'*$'### Barriers and enablers\n\nRain, and tea.'*$'### Further information\n\nAsk us.'*$'### How men came'* ]]
  [[ $output != *sources:* && $output == *'summary: We walked. Yes.'* ]]
  assert_stderr_has 'Barriers and enablers → Not placed yet: split it in two, What helped and'
  draft '# Walks in Millbeck' '## Further information' '' '- https://a.example/walks' '- Ask us.' '- Smith J, Walks' '- Walks, 2019'
  [ "$(grep -c '^  - title:' <<<"$output")" = 3 ]
  assert_has $'### Sources\n\nAsk us.'
}

@test "what is safe to mend in a proposed answer is mended" {
  draft --- 'title: Walks in Millbeck.' 'start: March 2019' 'stage: Ended.' --- '## Results' '' 'More walked.'
  assert_has $'\nstart: 2019-03\n'
  assert_has $'\nstage: ended\n'
  assert_has $'title: Walks in Millbeck\n'
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

# issue LABEL ANSWER: the text of an issue form with this alone, made a draft that is printed.
issue() {
  printf '### %s\n\n%b\n' "$1" "$2" >"$BATS_TEST_TMPDIR/issue.md"
  catalogue new --dry-run --from-issue "$BATS_TEST_TMPDIR/issue.md"
  assert_status 0
}

@test "of whom to ask a post and a shared address stay, without what stood between" {
  issue 'Whom may readers ask?' 'Kim Example, kim@barnsley.example, 07700 900123'
  [[ $output != *contact:* && $output != *Kim* && $output != *'left out'* ]]
  assert_stderr_has 'whom to ask, or who wrote it: Kim Example'
  assert_stderr_has 'an e-mail address: kim@barnsley.example'
  assert_stderr_has 'a phone number: 07700 900123'
  issue 'Whom may readers ask?' 'Dr Jane Smith, Public health lead (07700 900123) <publichealth@barnsley.example>; room 4'
  assert_has $'\ncontact:\n  role: Public health lead, room 4\n  email: publichealth@barnsley.example\n'
  [[ $output != *Smith* && $output != *'left out'* ]]
  issue 'Whom may readers ask?' 'publichealth@barnsley.example'
  assert_has $'\ncontact:\n  email: publichealth@barnsley.example\n'
}

@test "who took part are partners with their types, the lead as the lead" {
  issue 'Who took part?' 'Barnsley Council (lead); Good Food Barnsley, and the University of Leeds.'
  assert_has $'  - name: Barnsley Council\n    type: local-authority\n    role: lead\n'
  assert_has $'  - name: University of Leeds\n    type: university\n'
  assert_has $'  - name: Good Food Barnsley\n'
  issue 'What we did' 'Nurses of the University of Leeds and Age UK Sheffield rang.'
  assert_has $'  - name: University of Leeds\n    type: university\n  - name: Age UK Sheffield\n    type: vcse\n'
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
