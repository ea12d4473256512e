// The few words of a case that show why it was found (search-cli/snippet.h): the summary, or a passage of
// the body with more of the query's words, and of as many the rarer.

// The tokens of a text, each with the terms that it is a hit of: term to how much that counts. A synonym counts less
// than the word itself, and a word that is only a part of what was asked for little.
function hitText(plan, text) {
  const tokens = tokensOf(text);
  const terms = tokens.map(() => new Map());
  plan.leaves.forEach((leaf, number) => {
    const stems = leaf.stems.split(" ");
    const links = plan.terms.filter(term => term.scores)
      .flatMap(term => term.members.filter(member => member.leaf === number).map(member => [term, countsOf(member)]));
    // The 2 of "type 2 diabetes" is no hit by itself, least of all in "2.5".
    const isNumberApart = /^[0-9]*$/.test(leaf.stems) && !plan.terms.some(({ members }) => members.some(member => member.leaf === number && member.holds));
    if (!links.length || isNumberApart) return;
    const stands = at => stems.every((stem, i) => {
      const found = tokens[at + i].stem;
      return found === stem || (leaf.prefix && i === stems.length - 1 && found.startsWith(stem));
    });
    for (let at = 0; at + stems.length <= tokens.length; at++)
      if (stands(at)) stems.forEach((_, i) => addTerms(terms[at + i], links));
  });
  return { plan, text, tokens, terms, cuts: [] };
}

const countsOf = ({ weight, holds }) => (!holds ? base.partWeight : weight < 1 ? base.synonymWeight : 1);

function addTerms(terms, more) {
  for (const [term, counts] of more) terms.set(term, Math.max(counts, terms.get(term) || 0));
}

// What there is behind a token, the greater the better a place to stop (search-cli/cuts.h): something that must not be
// cut, a word, a sentence, a paragraph.
const cutNever = 1;
const cutWord = 2;
const cutSentence = 3;
const cutParagraph = 4;
const isBlank = letter => letter === " " || letter === "\n" || letter === "\t";

function isOfFigure({ text, tokens }, at) {
  const shown = lower(text.slice(tokens[at].start, tokens[at].end));
  return /^[0-9]/.test(shown) || base.figure.has(shown);
}

function endsSentence({ text, tokens }, at) {
  const { start, end } = tokens[at];
  const shown = lower(text.slice(start, end));
  const next = tokens[at + 1].start;
  const marks = /^[^ \n\t]*/.exec(text.slice(end, next))[0];
  const initial = /^[a-z]$/.test(shown) || base.abbreviation.has(shown);
  const stopped = /[!?]/.test(marks) || (marks.includes(".") && !initial);
  return stopped && end + marks.length < next && !/[a-z]/.test(text[next]);
}

function cutBehind(hits, at) {
  const { text, tokens } = hits;
  if (at + 1 >= tokens.length) return cutParagraph;
  const gap = text.slice(tokens[at].end, tokens[at + 1].start);
  if (gap.includes("\n")) return cutParagraph;
  if (endsSentence(hits, at)) return cutSentence;
  if (!/[ \t]/.test(gap)) return cutNever;
  return isOfFigure(hits, at) && isOfFigure(hits, at + 1) ? cutNever : cutWord;
}

function cutAt(hits, at) {
  if (!hits.cuts[at]) hits.cuts[at] = cutBehind(hits, at);
  return hits.cuts[at];
}

const begins = (hits, at, least) => !at || cutAt(hits, at - 1) >= least;

// Where what begins or ends with a token does so to the eye: with its "£", brackets, "%" and full stop.
function cutStart({ text, tokens }, first) {
  let { start } = tokens[first] || { start: 0 };
  while (first && start > tokens[first - 1].end && !isBlank(text[start - 1])) start--;
  return first ? start : 0;
}

function cutEnd({ text, tokens }, last) {
  if (last + 1 >= tokens.length) return text.length;
  let { end } = tokens[last];
  while (end < tokens[last + 1].start && !isBlank(text[end])) end++;
  return end;
}

// What terms are worth: how many there are, and how rare they are.
const worthOf = (plan, terms) => plan.terms.reduce((sum, term) =>
  (terms.has(term) ? sum + term.weight * (base.wordWorth + term.idf) * terms.get(term) : sum), 0);

function termsBetween(hits, first, last) {
  const terms = new Map();
  for (let at = first; at <= last; at++) addTerms(terms, hits.terms[at]);
  return terms;
}

// Whether it ends with its paragraph, and that without a full stop: a heading, a name, an item of a list.
function isFragment(hits, last) {
  return cutAt(hits, last) === cutParagraph && !/[.!?]/.test(hits.text.slice(hits.tokens[last].start, cutEnd(hits, last)).split("\n")[0]);
}

// With the paragraph; else a little behind or before, with a sentence; else where a word ends and no figure is cut.
function passageEnd(hits, first) {
  let full = first;
  while (full + 1 - first < base.passageWords && cutAt(hits, full) !== cutParagraph) full++;
  let word;
  for (let at = full; at <= full + base.spareWords; at++) {
    if (cutAt(hits, at) >= cutSentence) return at;
    if (word === undefined && cutAt(hits, at) === cutWord) word = at;
  }
  const addsNothing = from => {
    const before = termsBetween(hits, first, from - 1);
    return [...termsBetween(hits, from, full).keys()].every(term => before.has(term));
  };
  for (let at = full; at > first + base.passageWords / 2; at--)
    if (cutAt(hits, at) === cutSentence && addsNothing(at + 1)) return at;
  return word === undefined ? full : word;
}

// Some way before a hit; nearer where that is within a figure.
function passageStart(hits, hit) {
  let lead = Math.min(hit, base.leadWords);
  for (let before = lead; before <= hit && before <= base.sentenceWords; before++)
    if (begins(hits, hit - before, cutWord)) return hit - before;
  while (lead && !begins(hits, hit - lead, cutWord)) lead--;
  return hit - lead;
}

// The start of the sentence that a hit stands in; nothing when that is far away.
function sentenceStart(hits, hit) {
  for (let before = 0; before <= hit && before <= base.sentenceWords; before++)
    if (begins(hits, hit - before, cutSentence)) return hit - before;
  return undefined;
}

function tryPassage(hits, first, best) {
  const last = passageEnd(hits, first);
  const worth = worthOf(hits.plan, termsBetween(hits, first, last)) * (isFragment(hits, last) ? base.fragmentWeight : 1);
  const betterStart = begins(hits, first, cutSentence) && !begins(hits, best.first, cutSentence);
  return worth > best.worth || (worth === best.worth && betterStart) ? { hits, first, last, worth } : best;
}

// The best passage of a text, its start when nothing is hit.
function bestPassage(hits) {
  let best = { hits, first: 0, last: hits.tokens.length ? passageEnd(hits, 0) : 0, worth: 0 };
  hits.terms.forEach((terms, at) => {
    if (!terms.size) return;
    const sentence = sentenceStart(hits, at);
    if (sentence !== undefined) best = tryPassage(hits, sentence, best);
    best = tryPassage(hits, passageStart(hits, at), best);
  });
  return best;
}

// Pieces [text, whether it is a hit]. What was hit is marked as it is read: of "47,768" not the two halves.
function markPassage({ hits, first, last }) {
  const { text, tokens, terms } = hits;
  const wholeEnd = !tokens.length || cutAt(hits, last) >= cutSentence;
  const pieces = [];
  let at = cutStart(hits, first);
  let to = cutEnd(hits, last);
  while (!wholeEnd && /[,;:]/.test(text[to - 1])) to--;
  const add = (end, hit) => {
    const last = pieces[pieces.length - 1];
    const piece = text.slice(at, Math.max(at, end)).replace(/\n/g, " ");
    if (last && last[1] === hit) last[0] += piece;
    else if (piece) pieces.push([piece, hit]);
    at = end;
  };
  if (!begins(hits, first, cutSentence)) pieces.push(["\u2026", false]);
  for (let i = first; i <= last && i < tokens.length; i++) {
    if (!terms[i].size) continue;
    const joined = i > first && terms[i - 1].size && !/[ \n\t]/.test(text.slice(tokens[i - 1].end, tokens[i].start));
    add(tokens[i].start, Boolean(joined));
    add(tokens[i].end, true);
  }
  add(to, false);
  return wholeEnd ? pieces : [...pieces, ["\u2026", false]];
}

// The whole text as a passage, however long.
function wholePassage(hits) {
  const last = Math.max(hits.tokens.length - 1, 0);
  const worth = hits.tokens.length ? worthOf(hits.plan, termsBetween(hits, 0, last)) * (isFragment(hits, last) ? base.fragmentWeight : 1) : 0;
  return { hits, first: 0, last, worth };
}

const markText = (plan, text) => markPassage(wholePassage(hitText(plan, text)));

// The summary, or the best passage of the body where that has more of the query's words; of the summary alone while the
// body is not there: `needsBody` says whether it could do better. The summary also follows what is no sentence.
function snippetOf(plan, doc, summary, body) {
  const hit = plan.terms.filter(term => term.scores && term.tf[doc] > 0);
  const most = worthOf(plan, new Map(hit.map(term => [term, countsOf({ weight: term.held[doc], holds: term.held[doc] > 0 })])));
  const whole = wholePassage(hitText(plan, summary));
  const other = body === undefined ? whole : bestPassage(hitText(plan, body));
  const ofBody = other.worth > whole.worth;
  const pieces = markPassage(ofBody ? other : whole);
  if (ofBody && summary && isFragment(other.hits, other.last)) pieces.push([" \u2026 ", false], ...markPassage(whole));
  return {
    pieces,
    needsBody: body === undefined && whole.worth < most,
  };
}
