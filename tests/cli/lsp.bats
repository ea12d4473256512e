#!/usr/bin/env -S bats --tap
# `catalogue lsp`: the Language Server Protocol, spoken by a scripted client, and by Neovim. The case studies are invented.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  URI=file://$ROOT/content/case-studies/barbers.md
  : >"$BATS_TEST_TMPDIR/asked"
}

# say JSON: a message of the client. note METHOD PARAMS; ask ID METHOD PARAMS.
say() {
  printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1" >>"$BATS_TEST_TMPDIR/asked"
}

note() {
  say "{\"jsonrpc\":\"2.0\",\"method\":\"$1\",\"params\":$2}"
}

ask() {
  say "{\"jsonrpc\":\"2.0\",\"id\":$1,\"method\":\"$2\",\"params\":$3}"
}

begin() {
  ask 1 initialize '{"capabilities":{},"rootUri":null}'
  note initialized '{}'
}

# open TEXT: the document of every question.
open() {
  note textDocument/didOpen "{\"textDocument\":{\"uri\":\"$URI\",\"languageId\":\"markdown\",\"version\":1,\"text\":$(printf %s "$1" | jq -Rs .)}}"
}

# at ID METHOD LINE CHARACTER
at() {
  ask "$1" "textDocument/$2" "{\"textDocument\":{\"uri\":\"$URI\"},\"position\":{\"line\":$3,\"character\":$4}}"
}

actions() {
  ask "$1" textDocument/codeAction "{\"textDocument\":{\"uri\":\"$URI\"},\"range\":{\"start\":{\"line\":$2,\"character\":0},\"end\":{\"line\":$2,\"character\":0}},\"context\":{\"diagnostics\":[]}}"
}

# served [STATUS]: what the server says to all that, one message a line, in $output.
served() {
  ask 99 shutdown null
  note exit null
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" <"$BATS_TEST_TMPDIR/asked"
  assert_status 0
  # Each message has as many bytes as its head says.
  printf %s "$output" | perl -0777 -ne 'while (length) { s/^Content-Length: (\d+)\r\n\r\n// or die "no head at: ", substr($_, 0, 40); print substr($_, 0, $1, ""), "\n"; }' >"$BATS_TEST_TMPDIR/said" ||
    fail 'what came is no row of messages'
  output=$(cat "$BATS_TEST_TMPDIR/said")
}

# result ID FILTER: of the answer to a question.
result() {
  jq -c "select(.id == $1).result | $2" <<<"$output"
}

problems() {
  jq -c 'select(.method == "textDocument/publishDiagnostics").params.diagnostics' <<<"$output" | tail -n 1
}

@test "problems are those of check, at the same places" {
  write_case barbers 'title: Barbers offer blood pressure checks.' 'regions: [yorkshire]' 'sumary: x'
  begin
  open "$(cat "$ROOT/content/case-studies/barbers.md")"
  served
  "$CATALOGUE" check -C "$ROOT" content/case-studies/barbers.md --format json 2>/dev/null |
    jq -c '.[] | [.code, .line - 1, .column - 1, .severity]' >"$BATS_TEST_TMPDIR/check" || true
  [ "$(wc -l <"$BATS_TEST_TMPDIR/check")" -ge 3 ]
  diff "$BATS_TEST_TMPDIR/check" <(problems | jq -c '.[] | [.code, .range.start.line, .range.start.character, (if .severity == 1 then "error" else "warning" end)]')
}

@test "columns count code units of UTF-16, and an edit lands where it should" {
  begin
  open $'---\ntitle: 💈 Barbers 💈 offer blood pressure checks.\n---\n'
  actions 2 1
  served
  [ "$(problems | jq -c '.[] | select(.code == "C214").range')" = '{"start":{"line":1,"character":7},"end":{"line":1,"character":49}}' ] || fail "$(problems)"
  [ "$(result 2 '.[0].edit.changes[][0].newText')" = '"💈 Barbers 💈 offer blood pressure checks"' ] || fail "$(result 2 .)"
}

@test "a changed text is looked at anew, and a closed one has no problems" {
  begin
  open $'---\ntitle: x\n---\n'
  note textDocument/didChange "{\"textDocument\":{\"uri\":\"$URI\",\"version\":2},\"contentChanges\":[{\"text\":$(write_case barbers && jq -Rs . <"$ROOT/content/case-studies/barbers.md")}]}"
  note textDocument/didClose "{\"textDocument\":{\"uri\":\"$URI\"}}"
  served
  jq -c 'select(.method).params.diagnostics | length' <<<"$output" >"$BATS_TEST_TMPDIR/counts"
  [ "$(head -n 1 "$BATS_TEST_TMPDIR/counts")" -gt 5 ]
  [ "$(sed -n 2,3p "$BATS_TEST_TMPDIR/counts" | tr '\n' ' ')" = '0 0 ' ] || fail "$output"
}

@test "where the vocabulary cannot be read, the file is not called good" {
  write_case barbers
  printf 'outreach: [\n' >"$ROOT/content/vocabulary/actions.yaml"
  begin
  open "$(cat "$ROOT/content/case-studies/barbers.md")"
  served
  problems | jq -e 'length == 1 and (.[0].message | startswith("this file was not checked, because of content/vocabulary/actions.yaml: "))' || fail "$(problems)"
}

@test "keys are offered that are not there yet, members within their group, terms with their definitions" {
  begin
  open $'---\ntitle: Barbers offer blood pressure checks\nreg\npartners:\n  - name: Council\n    ty\n    type: nhs\nregions: [lon\noutcomes:\n  - measure: Checks\n    estimate:\n      ty\nstage: \nactions:\n  - \n---\n\n## The need\n'
  at 2 completion 2 3
  at 3 completion 5 6
  at 4 completion 6 13
  at 5 completion 7 13
  at 6 completion 11 8
  at 7 completion 12 7
  at 8 completion 14 4
  at 9 completion 1 12
  at 10 completion 17 3
  served
  result 2 '[.[].label]' | jq -e 'index("summary") and index("actions") == null and index("title") == null'
  [ "$(result 2 '.[] | select(.label == "summary").textEdit | [.newText, .range.start.character, .range.end.character]')" = '["summary: ",0,3]' ]
  [ "$(result 3 '[.[].label]')" = '["name","type","role","url"]' ]
  result 4 '[.[].label]' | jq -e 'index("nhs-provider") and index("local-authority")'
  result 5 '.[] | select(.label == "london")' | jq -e '(.documentation | length > 20) and .detail == "London" and .textEdit.newText == "london"'
  result 6 '[.[].label]' | jq -e 'index("type") and index("value") and index("name") == null'
  result 7 '[.[].label]' | jq -e 'index("pilot") and index("live")'
  result 8 '[.[].label]' | jq -e 'index("outreach")'
  [ "$(result 9 length)" = 0 ]
  result 10 '[.[].label]' | jq -e 'index("## The need") == null and .[0] == "## What we did"'
}

@test "behind ## the headings are offered that the text does not have, and each takes the place of the line" {
  begin
  open $'---\ntitle: x\n---\n\n## The need\n\nMen did not come.\n\n## Wh\n\n### More\n\nText\n'
  at 2 completion 8 5
  at 3 completion 10 4
  at 4 completion 12 2
  served
  result 2 '[.[].label]' | jq -e 'index("## The need") == null and index("## What we did") == 0 and index("## What helped")'
  result 2 '.[0]' | jq -e '.textEdit == {range: {start: {line: 8, character: 0}, end: {line: 8, character: 5}}, newText: "## What we did"}
    and .documentation == "A case study must have it."'
  [ "$(result 3 length)" = 0 ] && [ "$(result 4 length)" = 0 ]
}

@test "a quick fix is called by the line that it makes" {
  write_case barbers 'stage: endd' 'learning: One lesson that others can use.'
  begin
  open "$(cat "$ROOT/content/case-studies/barbers.md")"
  actions 2 8
  actions 3 12
  served
  [ "$(result 2 '[.[].title]')" = '["stage: ended"]' ] || fail "$(result 2 .)"
  [ "$(result 3 '[.[].title]')" = '["learning: [One lesson that others can use.]"]' ] || fail "$(result 3 .)"
}

@test "a key is explained with an example, a term with its definition, and the rest is not" {
  begin
  open $'---\ntitle: Barbers\nregions: [london, nowhere]\n---\n\n## The need\n'
  at 2 hover 2 3
  at 3 hover 2 13
  at 4 hover 2 20
  at 5 hover 5 5
  served
  result 2 .contents.value | jq -e 'startswith("regions: ") and contains("For example")'
  result 3 .contents.value | jq -e 'startswith("London")'
  [ "$(result 4 .)" = null ] && [ "$(result 5 .)" = null ]
}

@test "the outline has the answers and the sections" {
  begin
  open $'---\ntitle: Barbers\npartners:\n  - name: x\n---\n\n## The need\n\n## What we did\n'
  ask 2 textDocument/documentSymbol "{\"textDocument\":{\"uri\":\"$URI\"}}"
  served
  [ "$(result 2 '[.[].name]')" = '["title","partners","The need","What we did"]' ] || fail "$output"
}

@test "what is not known, not open, too early or too late is answered as the protocol has it" {
  ask 1 textDocument/hover '{}'
  begin
  ask 2 textDocument/hover "{\"textDocument\":{\"uri\":\"$URI\"},\"position\":{\"line\":0,\"character\":0}}"
  ask '"three"' workspace/symbol '{}'
  note '$/cancelRequest' '{"id":2}'
  say '[1'
  ask 98 shutdown null
  ask 4 textDocument/hover '{}'
  served
  [ "$(jq -c '[.id, .error.code]' <<<"$output" | tr '\n' ' ')" = '[1,-32600] [1,null] [2,-32602] ["three",-32601] [null,-32700] [98,null] [4,-32600] [99,-32600] ' ] || fail "$output"
}

@test "an editor that breaks off, or speaks no protocol, ends it with a sentence" {
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" </dev/null
  assert_status 0
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" <<<'hello'
  assert_status 2
  assert_stderr_has 'the editor sent what is no message of the protocol'
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" < <(printf 'Content-Length: 99\r\n\r\n{"jsonrpc"')
  assert_status 2
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" < <(printf 'Content-Length: 99999999999\r\n\r\n')
  assert_status 2
  note exit null
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" <"$BATS_TEST_TMPDIR/asked"
  assert_status 2
  assert_stderr_has 'the editor left without saying shutdown'
}

@test "what an editor says that is not known here is passed over or answered, and the document stays" {
  begin
  open $'---\nstage: bogus\n---\n'
  ask 2 textDocument/rename "{\"textDocument\":{\"uri\":\"$URI\"}}"
  note textDocument/willSave "{\"textDocument\":{\"uri\":\"$URI\"}}"
  say '{"jsonrpc":"2.0","id":7,"result":null}'
  say '{"jsonrpc":"2.0","id":8,"error":{"code":1,"message":"no"}}'
  say '[]'
  note textDocument/didChange "{\"textDocument\":{\"uri\":\"$URI\"},\"contentChanges\":[]}"
  note textDocument/didChange "{\"textDocument\":{\"uri\":\"$URI\"},\"contentChanges\":{}}"
  note textDocument/didChange "{\"textDocument\":{\"uri\":\"$URI\"},\"contentChanges\":[{}]}"
  note textDocument/didClose '{"textDocument":{"uri":"file:///nowhere.md"}}'
  note textDocument/didClose '{"textDocument":{"uri":""}}'
  note textDocument/didClose '{"textDocument":{"uri":["x"]}}'
  note textDocument/didSave "{\"textDocument\":{\"uri\":\"$URI\"}}"
  at 3 hover 1 0
  served
  [ "$(jq -c 'select(has("id")) | [.id, .error.code]' <<<"$output" | tr '\n' ' ')" = '[1,null] [2,-32601] [null,-32700] [3,null] [99,null] ' ] || fail "$output"
  [ "$(result 3 '.contents | tostring | contains("stage")')" = true ] || fail "$output"
  [ "$(jq -c 'select(.params.uri == "'"$URI"'") | .params.diagnostics | map(select(.code == "C203")) | length' <<<"$output" | tail -1)" = 1 ] || fail "$output"
}

@test "the head of a message may say more, and ends it where it makes no sense" {
  local body='{"jsonrpc":"2.0","id":1,"method":"shutdown"}' head
  printf 'content-length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n%s' ${#body} "$body" >"$BATS_TEST_TMPDIR/typed"
  run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" <"$BATS_TEST_TMPDIR/typed"
  assert_status 0
  assert_has '"id":1'
  for head in 'Content-Length: 4x' 'Content-Length: -4' 'Content-Type: x' "X: $(printf '%.0sx' {1..400})"; do
    run --separate-stderr "$CATALOGUE" lsp -C "$ROOT" < <(printf '%s\n\n{}{}' "$head")
    assert_status 2
    assert_stderr_has 'the editor sent what is no message of the protocol'
  done
  # shellcheck disable=SC2016 # for the inner shell
  run --separate-stderr bash -c '"$0" lsp -C "$1" <"$2" >&-' "$CATALOGUE" "$ROOT" "$BATS_TEST_TMPDIR/typed"
  assert_status 2
}

@test "whatever stands in a document, it is answered" {
  local text
  begin
  for text in '' '---' $'---\n' $'---\n: \n---\n' $'---\n- - - -\n  - :\n' $'\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n' "$(printf '%.0s- ' {1..3000})" $'---\na:\n b:\n  c:\n   d:\n    e:\n     f: \n---\n'; do
    open "$text"
    at 2 completion 1 0
    at 3 completion 6 8
    at 4 hover 0 99999
    actions 5 0
    ask 6 textDocument/documentSymbol "{\"textDocument\":{\"uri\":\"$URI\"}}"
  done
  served
  [ "$(jq -c 'select(.id) | .id' <<<"$output" | wc -l)" -eq 42 ]
  ! jq -e 'select(.error)' <<<"$output" || fail "$output"
}

@test "Neovim gets the problem, applies the fix, and the file passes" {
  write_case barbers 'title: Barbers offer blood pressure checks.'
  cat >"$BATS_TEST_TMPDIR/session.lua" <<'END'
local file = vim.env.CASE
vim.cmd('edit ' .. file)
local client = vim.lsp.start_client({ name = 'catalogue', cmd = { vim.env.PROGRAM, 'lsp', '-C', vim.env.FOLDER }, root_dir = vim.env.FOLDER })
vim.lsp.buf_attach_client(0, client)
local function wait(what, done)
  if not vim.wait(60000, done, 20) then
    io.stderr:write('waited in vain for ' .. what .. '\n')
    vim.cmd('cquit 3')
  end
end
wait('a problem', function() return #vim.diagnostic.get(0) > 0 end)
print(vim.diagnostic.get(0)[1].code .. ' ' .. vim.diagnostic.get(0)[1].lnum)
local params = vim.lsp.util.make_range_params()
params.range = { start = { line = 1, character = 0 }, ['end'] = { line = 1, character = 0 } }
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 60000)
vim.lsp.util.apply_workspace_edit(answers[client].result[1].edit, 'utf-16')
wait('no problem', function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd('write')
vim.lsp.stop_client(client)
vim.cmd('quit')
END
  CASE=$ROOT/content/case-studies/barbers.md PROGRAM=$CATALOGUE FOLDER=$ROOT XDG_STATE_HOME=$BATS_TEST_TMPDIR XDG_CACHE_HOME=$BATS_TEST_TMPDIR \
    HOME=$BATS_TEST_TMPDIR run nvim --headless --clean -n -S "$BATS_TEST_TMPDIR/session.lua"
  [ "$status" -eq 0 ] || fail "$output"
  [[ $output == *'C214 1'* ]] || fail "$output"
  succeed check content/case-studies/barbers.md
  grep -qx 'title: Barbers offer blood pressure checks' "$ROOT/content/case-studies/barbers.md"
}
