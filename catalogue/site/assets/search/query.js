// The query language, from any text to a tree, as the command line reads it. A node has
// kind (word, prefix, phrase, terms, range, all, any), sign ("" plain, "+" must, "-" not) and, by kind,
// text, field, values, from, to, fromOut, toOut, parts; fieldKind says what
// the values are: terms, dates, numbers, words, ids, parts. Notes say what was left out or taken
// for something else: [what, …], put into words by noteText.

// What people paste is made plain first.
const plainForms = [
  [/[\0-\x20\x7f-\xa0\u2000-\u200a\u2014\u2015\u2028\u2029\u202f\u3000\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/g, " "],
  [/[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g, " "],
  [/[\xab\xbb\u201c-\u201f\u2033\uff02]/g, '"'],
  [/[\u2010-\u2013\u2212]/g, "-"],
  [/\u2026/g, ".."],
];

function plainBytes(query) {
  let plain = "";
  let size = 0;
  for (const letter of query) {
    size += toBytes(letter).length;
    if (size > base.maxBytes) return { bytes: toBytes(madePlain(plain)), cut: true };
    plain += letter;
  }
  return { bytes: toBytes(madePlain(plain)), cut: false };
}

function madePlain(text) {
  return normalise(plainForms.reduce((plain, [pattern, form]) => plain.replace(pattern, form), text));
}

const hasWord = text => /[0-9a-zA-Z\x80-\xff]/.test(text);

function parseQuery(query) {
  const { bytes: data, cut } = plainBytes(query);
  const notes = [];
  let at = 0;
  let next;
  let depth = 0;
  let hasFields = false;

  // Matches a sticky pattern here and goes behind it.
  function take(pattern) {
    pattern.lastIndex = at;
    const found = pattern.exec(data);
    at += found ? found[0].length : 0;
    return found;
  }

  function quoted() {
    at++;
    const text = take(/[^"]*/y)[0];
    at++;
    return text;
  }

  // A sign counts only at the start of something; alone it is nothing.
  function lex() {
    let sign = "";
    while (at < data.length && !sign && " +-".includes(data[at])) {
      take(/ */y);
      const signs = take(/[+-]*/y)[0];
      sign = signs.includes("-") ? "-" : signs && "+";
      if (at >= data.length || data[at] === " ") sign = "";
    }
    if (at >= data.length) return { kind: "end" };
    const letter = data[at];
    if (letter === '"') return { kind: "phrase", sign, text: quoted() };
    if ("()|".includes(letter)) return { kind: data[at++], sign };
    // A name with something behind it, and not the start of an address such as https://.
    const field = take(/([a-zA-Z_-]+):(?=[^ ()|:/])/y);
    if (field) return { kind: "field", sign, text: field[1] };
    return { kind: "word", sign, text: take(/[^ ()|"]*/y)[0] };
  }

  function valuesOfField() {
    const values = [];
    for (;;) {
      take(/,*/y);
      if (at >= data.length || " ()|".includes(data[at])) return values;
      values.push(data[at] === '"' ? quoted() : take(/[^ ()|",]*/y)[0]);
    }
  }

  // Signs before what was the value of a field mean nothing.
  function addWord(into, word, sign) {
    const text = word.replace(/^[+-]+/, "");
    const bare = text.replace(/\*+$/, "");
    if (!hasWord(text)) return;
    const isPrefix = bare.length < text.length;
    const enough = bare.replace(/[\x80-\xbf]/g, "").length >= base.prefixLeast;
    into.parts.push({ kind: isPrefix && enough ? "prefix" : "word", sign, text: bare });
    if (isPrefix && !enough) notes.push(["beginning", bare]);
  }

  function addPhrase(into, text, sign) {
    if (hasWord(text)) into.parts.push({ kind: "phrase", sign, text });
  }

  function addAsWords(into, values, sign) {
    for (const value of values) (value.includes(" ") ? addPhrase : addWord)(into, value, sign);
  }

  function addField(into, lexeme) {
    const values = valuesOfField();
    hasFields = true;
    if (!shard("names")) return;
    const field = findField(lexeme.text);
    if (!field) {
      notes.push(["field", lexeme.text, fieldNear(lexeme.text)]);
      addAsWords(into, values, lexeme.sign);
      return;
    }
    const odd = [];
    const node = readField(field, values, odd, notes);
    if (node) into.parts.push({ ...node, sign: lexeme.sign });
    for (const value of odd) notes.push(["odd", value, field]);
    addAsWords(into, odd, lexeme.sign);
  }

  // Other search engines read these words; here they are small words like any other.
  function noteOperator({ sign, text }) {
    const last = next.kind === "end" || next.kind === ")";
    if (!last && !sign && /^(AND|OR|NOT)$/.test(text) && !notes.some(([what]) => what === "operators")) notes.push(["operators"]);
  }

  function parseBracket(into, sign) {
    if (depth === base.maxDepth) return;
    depth++;
    const group = { kind: "all", sign, parts: [] };
    parseGroup(group);
    depth--;
    const [only] = group.parts;
    if (group.parts.length === 1 && (!sign || !only.sign)) into.parts.push({ ...only, sign: sign || only.sign });
    else if (group.parts.length) into.parts.push(group);
  }

  function parseUnit(into) {
    const lexeme = next;
    if (lexeme.kind === "field") addField(into, lexeme);
    next = lex();
    if (lexeme.kind === "word") noteOperator(lexeme);
    if (lexeme.kind === "word") addWord(into, lexeme.text, lexeme.sign);
    else if (lexeme.kind === "phrase") addPhrase(into, lexeme.text, lexeme.sign);
    else if (lexeme.kind === "(") parseBracket(into, lexeme.sign);
  }

  function addSide(any, side) {
    const [only] = side.parts;
    if (side.parts.length > 1) any.parts.push(side);
    else if (only) any.parts.push({ ...only, sign: only.sign === "+" ? "" : only.sign });
  }

  function parseAlternatives(into) {
    const first = { kind: "all", sign: "", parts: [] };
    const any = { kind: "any", sign: "", parts: [] };
    parseUnit(first);
    while (next.kind === "|") {
      if (!any.parts.length) addSide(any, first);
      while (next.kind === "|") next = lex();
      const side = { kind: "all", sign: "", parts: [] };
      if (next.kind !== ")" && next.kind !== "end") parseUnit(side);
      addSide(any, side);
    }
    if (any.parts.length > 1) into.parts.push(any);
    else into.parts.push(...(any.parts.length ? any : first).parts);
  }

  function addDissolved(into, parts) {
    for (const part of parts) {
      if (part.kind === "all" && !part.sign) addDissolved(into, part.parts);
      else into.parts.push(part);
    }
  }

  function parseGroup(into) {
    const items = { parts: [] };
    while (next.kind !== "end" && !(next.kind === ")" && depth)) {
      if (next.kind === ")" || next.kind === "|") next = lex();
      else parseAlternatives(items);
    }
    if (next.kind === ")") next = lex();
    addDissolved(into, items.parts);
  }

  const root = { kind: "all", sign: "", parts: [] };
  if (cut) notes.push(["cut"]);
  next = lex();
  parseGroup(root);
  return { root, notes, hasFields, says: /[^ *"()|+-]/.test(data) };
}
