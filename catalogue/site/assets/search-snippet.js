// The few words of a case that show why it was found (search-cli/snippet.h): the part of the
// summary or body with the most, and the rarest, words of the query.

// The tokens of a text, each with the terms that it is a hit of.
function hitText(plan, text) {
  const tokens = tokensOf(text);
  const terms = tokens.map(() => new Set());
  plan.leaves.forEach((leaf, number) => {
    const stems = leaf.stems.split(" ");
    const scoring = plan.terms.filter(term => term.scores && term.members.some(member => member.leaf === number));
    if (!scoring.length) return;
    const stands = at => stems.every((stem, i) => {
      const found = tokens[at + i].stem;
      return found === stem || (leaf.prefix && i === stems.length - 1 && found.startsWith(stem));
    });
    for (let at = 0; at + stems.length <= tokens.length; at++)
      if (stands(at)) stems.forEach((_, i) => scoring.forEach(term => terms[at + i].add(term)));
  });
  return { plan, text, tokens, terms };
}

// Whether a sentence or paragraph ends behind a token.
function endsBehind({ text, tokens }, at, paragraph) {
  if (at + 1 >= tokens.length) return true;
  const between = text.slice(tokens[at].end, tokens[at + 1].start);
  return between.includes("\n") || (!paragraph && /\..* /.test(between));
}

const worthOf = (plan, terms) => plan.terms.reduce((sum, term) => (terms.has(term) ? sum + term.idf : sum), 0);

// It begins with the sentence, if that is near, and ends with the paragraph or when it is full.
function windowAt(hits, at) {
  let first = at;
  while (first && at - first < base.leadWords && !endsBehind(hits, first - 1, false)) first--;
  let last = first;
  const terms = new Set(hits.terms[first]);
  while (last + 1 - first < base.snippetWords && !endsBehind(hits, last, true))
    hits.terms[++last].forEach(term => terms.add(term));
  return { hits, first, last, worth: worthOf(hits.plan, terms) };
}

function bestWindow(hits, best) {
  hits.tokens.forEach((_, at) => {
    if (!hits.terms[at].size) return;
    const found = windowAt(hits, at);
    if (found.worth > best.worth) best = found;
  });
  return best;
}

// Pieces [text, whether it is a hit].
function markWindow({ hits, first, last }) {
  const { text, tokens, terms } = hits;
  const from = first ? tokens[first].start : 0;
  const to = last + 1 < tokens.length ? tokens[last].end : text.length;
  const wholeEnd = !tokens.length || endsBehind(hits, last, false);
  const pieces = [];
  let at = from;
  const add = (end, hit) => {
    if (end > at) pieces.push([text.slice(at, end).replace(/\n/g, " "), hit]);
    at = end;
  };
  if (first && !endsBehind(hits, first - 1, false)) pieces.push(["\u2026", false]);
  for (let i = first; i <= last && i < tokens.length; i++) {
    if (!terms[i].size) continue;
    add(tokens[i].start, false);
    add(tokens[i].end, true);
  }
  add(to, false);
  if (!wholeEnd) pieces.push(["\u2026", false]);
  else if (text[to] === ".") pieces.push([".", false]);
  return pieces;
}

function markText(plan, text) {
  const hits = hitText(plan, text);
  return markWindow({ hits, first: 0, last: Math.max(hits.tokens.length - 1, 0) });
}

// Of the summary alone while the body is not there; `needsBody` says whether the body could do better.
function snippetOf(plan, doc, summary, body) {
  const hits = hitText(plan, summary);
  const count = Math.min(hits.tokens.length, base.snippetWords);
  let best = bestWindow(hits, { hits, first: 0, last: Math.max(count - 1, 0), worth: 0 });
  const most = worthOf(plan, new Set(plan.terms.filter(term => term.scores && term.tf[doc] > 0)));
  const needsBody = body === undefined && best.worth < most;
  if (body !== undefined) best = bestWindow(hitText(plan, body), best);
  return { pieces: markWindow(best), needsBody };
}
