// Text as the index sees it: cut into words, folded and stemmed as FTS5 does it
// (unicode61 with remove_diacritics 2, then porter).
// What it knows of characters stands in letters.js.

function lower(bytes) {
  return bytes.replace(/[A-Z]/g, letter => letter.toLowerCase());
}

const wordCharacter = /[\p{L}\p{N}\p{Co}\p{Cn}]/u;

// Combining marks that vanish inside a word; all others end it.
const droppedMark = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/;

// Where FTS5 folds otherwise than toLowerCase does.
const foldedTo = { "\u017f": "s", "\u00b5": "\u03bc", "\u03c2": "\u03c3" };

// One letter for one letter. Only Latin letters lose their accents.
function fold(letter) {
  const small = foldedTo[letter] || letter.toLowerCase();
  const plain = small.normalize("NFD")[0];
  return plain >= "a" && plain <= "z" && small !== "\u01e1" ? plain : small;
}

// Marks that everybody holds for marks: no table is wanted for a dash or an apostrophe.
const plainMark = /[\u2000-\u2064\u20a0-\u20b9]/;

// Where the runs of the table of folds begin, and what the characters of each do.
function foldTable() {
  return parsed("folds", text => {
    const { read, more } = reader(text);
    const table = { starts: [], codes: [] };
    for (let next = 0x370; more();) {
      table.starts.push(next);
      next += read();
      table.codes.push(read());
      // There are no characters among the surrogates.
      if (table.starts[table.starts.length - 1] < 0xd800 && next >= 0xd800) next += 0x800;
    }
    return table;
  });
}

function codeOf({ starts, codes }, character) {
  let low = 0;
  for (let high = starts.length; high - low > 1;) {
    const middle = Math.floor((low + high) / 2);
    if (starts[middle] <= character) low = middle;
    else high = middle;
  }
  return codes[low];
}

// What a letter is in a word of the index: itself, folded; "" where it ends the word, nothing where it vanishes.
function cutLetter(letter) {
  const character = letter.codePointAt(0);
  const table = character >= 0x370 && !plainMark.test(letter) && foldTable();
  if (table) {
    const code = codeOf(table, character);
    if (code < 2) return code ? undefined : "";
    return String.fromCodePoint(character + (code % 2 ? -(code - 1) / 2 : (code - 2) / 2));
  }
  if (wordCharacter.test(letter)) return fold(letter);
  return droppedMark.test(letter) ? undefined : "";
}

// Every word of a text, with its stem and where it stands.
function tokensOf(text) {
  const tokens = [];
  let word = "";
  let start = 0;
  let at = 0;
  for (const letter of text + " ") {
    const cut = cutLetter(letter);
    if (cut) {
      if (!word) start = at;
      word += cut;
    } else if (word && cut === "") {
      word = toBytes(word);
      tokens.push({ word, stem: stemOf(word), start, end: at });
      word = "";
    }
    at += letter.length;
  }
  return tokens;
}

const stems = new Map();

// Behind words that are kept apart from others of their stem (indexer/index/stem_exceptions.h).
const stemMark = toBytes("\u2065");

function stemOf(word) {
  if (!stems.has(word)) stems.set(word, ownStemOf(word));
  return stems.get(word);
}

function ownStemOf(word) {
  if (base.families.has(word)) return word + stemMark;
  return word.length < 3 || word.length > 64 ? word : porter(word);
}

// Porter's stemmer as FTS5 has it. A pattern of consonants (c) and vowels (v) of a
// beginning answers everything that the steps ask.
function patternOf(text) {
  let pattern = "";
  for (const letter of text) {
    const vowel = "aeiou".includes(letter) || (letter === "y" && pattern.endsWith("c"));
    pattern += vowel ? "v" : "c";
  }
  return pattern;
}

const hasVowel = text => patternOf(text).includes("v");
const isLong = text => /vc/.test(patternOf(text));
const isLonger = text => /vc.*vc/.test(patternOf(text));
const isMiddling = text => isLong(text) && !isLonger(text);
const endsShort = text => /cvc$/.test(patternOf(text)) && !/[wxy]$/.test(text);

// Ending and what it becomes. Of several endings the first that fits decides.
const step2 = "ational ate,tional tion,enci ence,anci ance,izer ize,logi log,bli ble,alli al,entli ent,eli e," +
  "ousli ous,ization ize,ation ate,ator ate,alism al,iveness ive,fulness ful,ousness ous,aliti al,iviti ive,biliti ble";
const step3 = "ical ic,ness ,icate ic,iciti ic,ful ,ative ,alize al";
const step4 = "al ,ance ,ence ,er ,ic ,able ,ible ,ant ,ement ,ment ,ent ,ion ,ou ,ism ,ate ,iti ,ous ,ive ,ize ";

function replaceEnding(word, endings, isEnough) {
  for (const pair of endings.split(",")) {
    const [ending, replacement] = pair.split(" ");
    if (word.length <= ending.length || !word.endsWith(ending)) continue;
    const start = word.slice(0, -ending.length);
    const fits = isEnough(start) && (ending !== "ion" || /[st]$/.test(start));
    return fits ? start + replacement : word;
  }
  return word;
}

function withoutPast(word) {
  const ending = /(eed|ed|ing)$/.exec(word);
  if (!ending || word.length <= ending[0].length) return word;
  const start = word.slice(0, -ending[0].length);
  if (ending[0] === "eed") return isLong(start) ? start + "ee" : word;
  if (!hasVowel(start)) return word;
  if (start.length > 2 && /(at|bl|iz)$/.test(start)) return start + "e";
  if (/([^aeioulsz])\1$/.test(start)) return start.slice(0, -1);
  return isMiddling(start) && endsShort(start) ? start + "e" : start;
}

function porter(word) {
  if (/.sses$|.ies$/s.test(word)) word = word.slice(0, -2);
  else if (/[^s]s$/.test(word)) word = word.slice(0, -1);
  word = withoutPast(word);
  if (word.endsWith("y") && hasVowel(word.slice(0, -1))) word = word.slice(0, -1) + "i";
  word = replaceEnding(word, step2, isLong);
  word = replaceEnding(word, step3, isLong);
  word = replaceEnding(word, step4, isLonger);
  const start = word.slice(0, -1);
  if (word.endsWith("e") && (isLonger(start) || (isMiddling(start) && !endsShort(start)))) word = start;
  return word.endsWith("ll") && isLonger(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

// The word itself, and what it may be a regular form of, as English is spelt.
function basesOf(word) {
  const bases = [word];
  for (const pair of base.wordEndings.split(",")) {
    const [ending, instead] = pair.split(" ");
    if (word.length < ending.length + 2 || !word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (ending === "es" && !/([sxzo]|[cs]h)$/.test(rest)) continue;
    bases.push(rest + instead);
    if (!instead && rest.slice(-1) === rest.slice(-2, -1)) bases.push(rest.slice(0, -1));
  }
  return bases;
}

// "clinics" and "clinic", "running" and "runs", any word and itself.
function isForm(word, other) {
  if (word.length > 64 || other.length > 64) return word === other;
  const bases = basesOf(word);
  return basesOf(other).some(one => bases.includes(one));
}
