// Corrections, as the command line makes them (search-cli/correct.h). Few queries need them, so that this
// comes like a shard of the index, with the lists of words.

// The catalogue's own words of a length in bytes, as they are written.
function wordsOfLength(length) {
  const place = base.w.indexOf(Math.min(length, base.wordsApart + 1));
  const words = place < 0 ? [] : parsed(`w${place}`, text => {
    const counted = [];
    const { read, more, rest } = reader(text);
    for (let word = ""; more();) {
      word = word.slice(0, read()) + toBytes(rest("."));
      counted.push({ word, count: read() });
    }
    return counted;
  });
  return words || [];
}

// The pairs of neighbouring letters of a word, as a set of 64.
function pairsOf(word) {
  const pairs = [0, 0];
  let previous = 0;
  for (const letter of word + "\0") {
    const code = letter.charCodeAt(0);
    const pair = (previous * 31 + code) % 64;
    pairs[pair >> 5] |= 1 << (pair & 31);
    previous = code;
  }
  return pairs;
}

function sizeOfSet(low, high) {
  let size = 0;
  for (let set of [low, high]) for (; set; set &= set - 1) size++;
  return size;
}

// Of one edit: a letter that was left out or two that changed places, rather than a letter too many or a wrong one.
function isLikely(typed, word) {
  if (word.length !== typed.length) return word.length > typed.length;
  return [...typed].filter((letter, at) => letter !== word[at]).length === 2;
}

// Of the words within two edits (one for up to four letters) the one with the fewest, then the same
// first letter, then a likely slip, then the most frequent, then the first. It stands out when it is one edit away, or two in a long
// word that begins alike, and no word of another stem is as near.
function correctWord(word) {
  const limit = word.length <= 4 ? 1 : 2;
  const [low, high] = pairsOf(word);
  const count = sizeOfSet(low, high);
  const least = count > 3 * limit ? count - 3 * limit : 1;
  let best;
  let rival;
  if (word.length < base.correctLeast || /[0-9]/.test(word)) return undefined;
  const lengths = new Set();
  for (let length = word.length - limit; length <= word.length + limit; length++)
    lengths.add(Math.min(length, base.wordsApart + 1));
  for (const candidate of [...lengths].flatMap(wordsOfLength)) {
    const pairs = pairsOf(candidate.word);
    if (sizeOfSet(low & pairs[0], high & pairs[1]) < least) continue;
    const edits = distance(word, candidate.word, limit);
    const one = [edits, candidate.word[0] === word[0] ? 0 : 1,
      edits === 1 && isLikely(word, candidate.word) ? 0 : 1, -candidate.count, candidate.word];
    if (edits > limit) continue;
    const better = !best || isBefore(one, best);
    const left = better ? best : one;
    if (left && stemOf(left[4]) !== stemOf((better ? one : best)[4]) && (!rival || isBefore(left, rival))) rival = left;
    if (better) best = one;
  }
  if (!best) return undefined;
  const [edits, other, , , near] = best;
  const alone = !rival || rival[0] > edits || stemOf(rival[4]) === stemOf(near);
  return { word: near, standsOut: edits < 2 || (word.length >= base.longWord && !other && alone) };
}

function isBefore(one, other) {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && one[at] < other[at];
}

catalogue_shard("correct", correctWord);
