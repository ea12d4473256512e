// The index, fetched in pieces: each is a script that calls catalogue_shard. Whoever looks
// for a piece that is not there yet gets nothing, and the piece is put on the list of what is
// wanted; once that has come, the search is done again.

const shards = new Map();
const wanted = new Set();
let base;
const digits = {};

function catalogue_shard(name, data) {
  shards.set(name, data);
  if (name !== "base") return;
  base = data;
  [...base.digits].forEach((digit, value) => { digits[digit] = value; });
  base.families = new Map(base.stemFamilies.split("\n").flatMap(family => family.split(" ").map(word => [word, family])));
  base.stop = new Set(base.stopWords.split(" "));
  base.stopStems = new Set([...base.stop].map(stemOf));
  base.starts = new Set(base.stopStarts.split(" "));
  base.figure = new Set(base.figureWords.split(" "));
  base.abbreviation = new Set(base.abbreviations.split(" "));
  for (const kind of ["t", "u", "p", "v", "g", "a", "f", "k"]) {
    if (!base[kind]) shards.set(`${kind}0`, "");
    base[kind] = base[kind].split("\n").map(toBytes);
  }
  base.w = base.w.split(" ").map(Number);
  if (base.lengths) shards.set("l", base.lengths);
}

function shard(name) {
  if (!shards.has(name)) wanted.add(name);
  return shards.get(name);
}

// A numbered shard whose lines were taken apart once.
function parsed(name, parse) {
  const data = shard(name);
  if (typeof data === "string") shards.set(name, parse(data));
  return shards.get(name);
}

// Reads numbers from a text: high digits in base 26, then one low digit.
function reader(text, at = 0) {
  const read = () => {
    let number = 0;
    let digit;
    while ((digit = digits[text[at++]]) >= 64) number = number * 26 + digit - 64;
    return number * 64 + digit;
  };
  return { read, more: () => at < text.length, rest: end => text.slice(at, (at = text.indexOf(end, at) + 1) - 1) };
}

// A list of documents.
function documentsOf(text) {
  const { read, more } = reader(text);
  const documents = [];
  for (let next = 0; more(); next++) documents.push((next += read()));
  return documents;
}

// Reads a text bit by bit, six to a digit, the highest first; behind its end there are zeros.
function bitReader(text) {
  let at = 0;
  let held = 0;
  let left = 0;
  const bit = () => {
    if (!left) [held, left] = [digits[text[at++]], 6];
    return (held >> --left) & 1;
  };
  const bits = width => {
    let number = 0;
    for (; width; width--) number = number * 2 + bit();
    return number;
  };
  const ones = () => {
    let count = 0;
    while (bit()) count++;
    return count;
  };
  const gamma = () => {
    const behind = ones();
    return 2 ** behind + bits(behind);
  };
  return { bits, gamma, rice: low => ones() * 2 ** low + bits(low) };
}

// How many low bits numbers of this sum are best written with.
function lowBits(sum, count) {
  let low = 0;
  while (count * 2 ** (low + 1) <= sum) low++;
  return low;
}

// Calls each(doc, column, count) for all hits of a term, by column, then doc.
function eachHit(text, each) {
  const { bits, gamma, rice } = bitReader(text);
  for (let column = 0; text && column < base.columnRules.length; column++) {
    const holding = gamma() - 1;
    const far = holding && lowBits(base.caseCount - holding, holding);
    const often = holding && bits(3);
    for (let i = 0, doc = -1; i < holding; i++) {
      doc += rice(far) + 1;
      each(doc, column, rice(often) + 1);
    }
  }
}

// How many words each doc has, column by column: twice what it has more than the average without its fraction, or twice what
// it has less, less 1.
function lengthsOf(text) {
  const { gamma, rice } = bitReader(text);
  return base.columnRules.map(([, , average]) => {
    const low = gamma() - 1;
    const lengths = new Float64Array(base.caseCount);
    return lengths.map(() => {
      const far = rice(low);
      return Math.floor(average) + (far % 2 ? -(far + 1) / 2 : far / 2);
    });
  });
}

// Lines "key:…", "key;…", "key#…" or "key~…" as a map from the key, the mark before it; "key!:…" or "key?:…" where it is
// light: how heavy words are (indexer/content/known_words.h) is 0 of most, 1 of plain English that nothing has, 2 or 3 of light ones.
function linesOf(text) {
  const lines = new Map();
  for (const line of text.split("\n")) {
    const [, key, light, mark, rest] = /^([^:;#~!?]*)([!?]?)([:;#~])(.*)$/.exec(line) || [];
    const plain = mark === "#" || mark === "~";
    if (mark === "~") addCompound(lines, "~" + toBytes(key), rest);
    else if (plain) lines.set(mark + toBytes(key), rest);
    else if (mark) lines.set(toBytes(key), { known: mark === ":", light: light ? "?!".indexOf(light) + 2 : 0, rest });
  }
  return lines;
}

// Several words may have the stem of what they are without a break: each is a line.
function addCompound(lines, key, rest) {
  const [, joined, parts, hits] = /^(.*?)=(.*?)\t(.*)$/.exec(rest);
  if (!lines.has(key)) lines.set(key, []);
  lines.get(key).push({ joined: toBytes(joined), parts, hits });
}

// The number of the shard in which a key stands.
function placeOf(kind, key) {
  let place = 0;
  while (place + 1 < base[kind].length && base[kind][place + 1] <= key) place++;
  return place;
}

function placeOfNumber(kind, number) {
  let place = base[kind].length - 1;
  while (place >= 0 && +base[kind][place] > number) place--;
  return place;
}

const kindOf = stem => (base.stopStems.has(stem) ? "u" : "t");

// A text that a group is found by stands under its first word that is no stop word, if it has one.
function line(kind, key) {
  const stems = key.replace(/[#~]/, "").split(" ");
  const first = (stems.length > 1 && stems.find(stem => !base.stopStems.has(stem))) || stems[0];
  const lines = parsed(kind + placeOf(kind, first), linesOf);
  return lines && lines.get(key);
}

// Nothing while it is not known yet.
const termOf = stem => line(kindOf(stem), stem);
const isLoaded = (kind, stem) => parsed(kind + placeOf(kind, stem), linesOf) !== undefined;
const isKnown = stem => !isLoaded(kindOf(stem), stem) || Boolean((termOf(stem) || {}).known);

// The numbers of the shards that hold what begins so.
function placesFrom(kind, prefix) {
  const first = placeOf(kind, prefix);
  return base[kind].flatMap((start, place) => (place === first || (place > first && start.startsWith(prefix)) ? [place] : []));
}

// All terms that begin so.
function termsFrom(kind, prefix) {
  return placesFrom(kind, prefix).flatMap(place => [...(parsed(kind + place, linesOf) || [])])
    .filter(([key]) => key.startsWith(prefix) && !key.includes(" "));
}

// The group that has these stems: its number among the synonyms, or the hits of a phrase that is only known; or nothing.
function groupOfStems(stems) {
  const words = stems.split(" ");
  const found = words.every(word => base.stopStems.has(word)) && !base.starts.has(words[0]) ? undefined : line("t", "#" + stems);
  if (found === undefined) return undefined;
  const [number, ...rest] = found.split("\t");
  if (!number) return { number, hits: rest[0] };
  if (rest.length) shortGroups.set(number, membersOf(rest));
  return { number };
}

// What the texts write as one of several words where `word` has no break.
function compoundOf(word) {
  return (line("t", "~" + stemOf(word)) || []).find(({ joined }) => joined === word);
}

// The words with this stem that one may rightly type, each behind "." where it is plain English or ":" where it is a name.
function knownWordsOf(stem) {
  const stems = parsed("k" + placeOf("k", stem), text => new Map(text.split("\n").map(line => line.split("\t").map(toBytes))));
  const words = ((stems && stems.get(stem)) || "").match(/.[^.:]*[.:]/gs) || [];
  return words.map(word => word.slice(-1) + stem.slice(0, digits[word[0]]) + word.slice(1, -1));
}

// The members of a group of synonyms: each has four parts.
function membersOf(parts) {
  const members = [];
  for (let at = 0; at < parts.length; at += 4) {
    const [kind, shown, stems, hits] = parts.slice(at, at + 4);
    members.push({ kind, shown, stems: toBytes(stems), hits });
  }
  return members;
}

// Those of short groups came with the line that the group was found by.
const shortGroups = new Map();
function groupOf(number) {
  if (shortGroups.has(number)) return shortGroups.get(number);
  const groups = parsed(`g${placeOfNumber("g", number)}`, text => new Map(text.split("\n").map(line => {
    const [name, ...parts] = line.split("\t");
    return [name, membersOf(parts)];
  })));
  return (groups && groups.get(number)) || [];
}

// Words by alphabet that begin so.
function wordsFrom(prefix) {
  return placesFrom("a", prefix).flatMap(place => parsed(`a${place}`, text => text.split("\n").map(toBytes)) || [])
    .filter(word => word.startsWith(prefix));
}

// The terms of a facet: id, label, documents.
function facetOf(number) {
  const place = placeOfNumber("f", number);
  const facets = shard(`f${place}`);
  return facets ? facets[number - base.f[place]].map(([id, label, documents]) => ({ id, label, documents })) : [];
}
