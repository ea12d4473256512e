// What the page says of an answer besides its results: notes in words, and counts.

// How many letters must be inserted, deleted, replaced or swapped with a neighbour, as far as `limit`.
function distance(a, b, limit) {
  if (a.length > 64 || b.length > 64 || Math.abs(a.length - b.length) > limit) return limit + 1;
  a = lower(a);
  b = lower(b);
  let above2;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j - 1] + (a[i - 1] !== b[j - 1]), above[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], above2[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [above2, above] = [above, row];
  }
  return Math.min(above[b.length], limit + 1);
}

// The first of the nearest of a few words, or nothing.
function nearest(word, candidates) {
  let limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best;
  for (const candidate of candidates) {
    const edits = distance(word, candidate, limit);
    if (edits > limit) continue;
    best = candidate;
    limit = edits - 1;
    if (!edits) break;
  }
  return best;
}

// A note of the parser or the plan, as the command line words it.
function noteText([what, value = "", field, alone, hint]) {
  const text = fromBytes(value);
  const didYouMean = near => (near ? ` ${say("Did you mean %s?", near)}` : "");
  if (what === "cut") return say("Only the first %s bytes of the query were read.", base.maxBytes);
  if (what === "dropped") return say("Only the first %s different words of the query count.", base.maxTerms);
  if (what === "wordless") return say("Nothing in the query can be searched for: it was left out.");
  if (what === "operators") return say("AND, OR and NOT are not operators here: words rank, | joins alternatives, - leaves out.");
  if (what === "unknown")
    return say('Nothing here contains "%s".', text) + (field ? ` ${say('The nearest is "%s".', fromBytes(field))}` : "");
  if (what === "beginning") return say('A beginning needs %s letters: "%s" was searched as a word.', base.prefixLeast, text);
  if (what === "field") return say('There is no field "%s": its value was read as words.', text) + didYouMean(field);
  if (what === "odd") return say('%s cannot be "%s": it was read as words. Write %s.', field.key, text, `${field.key}:${formsOfValues[field.kind]}`);
  if (what === "turned") return say("%s ends before it begins: it was read as %s.", `${value}:${field}..${alone}`, `${alone}..${field}`);
  if (what === "read") return say('"%s" was read as %s.', text, `${field}:${alone}`);
  if (what === "none") return field === "id" ? say('No %s begins with "%s".', field, text) : say('No %s has "%s".', field, text);
  const is = field === "has" ? say('"%s" is nothing that case studies have', text) : say('"%s" is not a term of %s', text, field);
  return (alone ? say("%s: it was read as words.", is) : say("%s: it was left out.", is)) + didYouMean(hint && `${field}:${hint}`);
}

const formsOfValues = {
  terms: say("a term or >=a term"), dates: say("2025, 2025-03, >=2025 or 2019..2021"), numbers: say("500, >=500 or 100..500"),
  words: say("a word"), ids: say("the beginning of an id"), parts: say("a field, such as cost"),
};

// The documents that counts go by: for a facet that the query filters by, what there would be without that filter.
function documentsFor({ matches, total, filtered }, facet) {
  const [all, some] = filtered.get(facet) || [];
  if (all) return all.length ? all : some;
  return (total ? matches.slice(0, total) : matches).map(({ doc }) => doc);
}

// How many of the documents have each term of a facet.
function countFacet(facet, documents) {
  const among = new Set(documents);
  return facetOf(facet).map(({ id, label, documents: having }) =>
    ({ id, label, count: documentsOf(having).filter(doc => among.has(doc)).length }));
}
