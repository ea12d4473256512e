// What fields of a query need besides the terms of facets, with its data (h, d): dates and numbers, words of the title and the place, ids, what cases have, and what terms are called besides their ids and
// labels (search-cli/plan_terms.h, plan_resolve.h, plan_filters.h).

const slugOf = bytes => lower(bytes).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "x";

// What case studies may have, by what people type.
function findPart(typed) {
  const { parts = [] } = shard("h") || {};
  const names = parts.map(([name]) => name);
  const stem = name => name.replace(/s$/, "");
  const slug = slugOf(typed);
  return names.includes(slug) ? slug : names.find(name => stem(name) === stem(slug));
}

// Whether a name is one of the words of a key, or begins it.
function isPartOf(name, key) {
  const start = lower(name.length > base.nameLeast ? name.replace(/s$/, "") : name);
  return start.length >= base.nameLeast && key.split("_").some((_, i, words) => words.slice(i).join("_").startsWith(start));
}

function fieldNear(name) {
  const keys = allFields().map(([key]) => key);
  const key = keys.find(one => isPartOf(name, one));
  const part = key || findPart(name);
  return key || (part ? `has:${part}` : nearest(name, keys));
}

const stemsOf = bytes => tokensOf(fromBytes(bytes)).map(({ stem }) => stem).join(" ");

// The terms of a facet with their other names: search words, and stems of whatever means the same.
function namedTerms(facet) {
  const names = ((shard("h") || {}).names || [])[facet] || [];
  return facetOf(facet).map((term, i) => {
    const [words, stems] = (names[i] || ["", ""]).map(text => text.split("\n").map(toBytes));
    return { ...term, words, stems };
  });
}

function hasWordLike(text, word) {
  const bytes = lower(toBytes(text));
  const start = lower(word);
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1))
    if (!at || !/[a-z]/.test(bytes[at - 1])) return true;
  return false;
}

// What to ask for instead of a value that is no term.
function termHint(terms, meant, value) {
  const like = ({ id, label, words }) => value && [id, label, ...words].some(text => text && hasWordLike(text, value));
  const hints = (meant.length ? meant : terms.filter(like)).map(({ id }) => id);
  return hints.length ? hints.slice(0, 3).join(` ${say("or")} `) : nearest(value, terms.map(({ id }) => id));
}

// What a value stands for that is neither id nor label of a term, or else what it may have been.
function meantOtherwise({ field, fieldKind }, value, notes) {
  if (fieldKind === "parts") {
    const id = findPart(value);
    return { id, hint: id ? undefined : nearest(value, ((shard("h") || {}).parts || []).map(([name]) => name)) };
  }
  const terms = namedTerms(facetNumber(field));
  const stems = stemsOf(value);
  const meant = stems ? terms.filter(term => term.stems.includes(stems)) : [];
  if (meant.length !== 1) return { hint: termHint(terms, meant, value) };
  notes.push(["read", value, field, meant[0].id]);
  return { id: meant[0].id };
}

// Where most cases have a part, those stand there that lack it.
function rowsOfParts(node, add) {
  for (const [name, having, lacking] of (shard("h") || {}).parts || []) {
    if (!node.values.includes(name)) continue;
    const out = new Set(documentsOf(lacking));
    for (let doc = 0; lacking && doc < base.caseCount; doc++) if (!out.has(doc)) add(doc);
    documentsOf(having).forEach(add);
  }
}

const waysToRows = { dates: rowsOfDates, numbers: rowsOfNumbers, parts: rowsOfParts, words: rowsOfPlain, ids: rowsOfPlain };

// What no case has in its title, place or id is told.
function rowsOfPlain(node, add, facet, notes) {
  for (const value of node.values) {
    const documents = node.fieldKind === "ids" ? documentsWithId(value) : documentsWithWords(node.field, value);
    if (!documents.length) notes.push(["none", value, node.field]);
    documents.forEach(add);
  }
}

// Those that have all of the words in the title or the place; the last may be a beginning.
function documentsWithWords(field, value) {
  const tokens = tokensOf(fromBytes(value));
  const sets = tokens.map(({ stem }, i) => {
    const prefix = value.endsWith("*") && i + 1 === tokens.length;
    const documents = new Set();
    if (field === "title") hitsOfLeaf({ stems: stem, prefix }, (doc, column) => { if (column === 0) documents.add(doc); });
    for (const [key, having] of (field === "place" && (shard("h") || {}).places) || [])
      if (prefix ? toBytes(key).startsWith(stem) : toBytes(key) === stem) documentsOf(having).forEach(doc => documents.add(doc));
    return documents;
  });
  return sets.length ? [...sets[0]].filter(doc => sets.every(set => set.has(doc))) : [];
}

// Documents are in the order of ids, of which a few are known before cards come.
function firstWithId(least) {
  const { ids = [] } = shard("h") || {};
  let low = Math.max(ids.filter(id => id < least).length - 1, 0) * base.idsApart;
  let high = Math.min(low + base.idsApart, base.caseCount);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const cards = shard(`cards/${Math.floor(middle / base.cardsTogether)}`);
    if (!cards) return low;
    if (cards[middle % base.cardsTogether][0] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function documentsWithId(beginning) {
  const first = firstWithId(beginning);
  const end = firstWithId(`${beginning}~`);
  return Array.from({ length: Math.max(end - first, 0) }, (_, i) => first + i);
}

// `region:north west`: the words behind a filter that make its value a label belong to it.
function joinLabels(parts, notes) {
  parts.forEach((part, at) => {
    if (part.kind !== "terms" || part.fieldKind !== "terms") return;
    const terms = facetOf(facetNumber(part.field));
    let text = part.values[part.values.length - 1];
    if (termOfValue(terms, text)) return;
    for (let i = at + 1; i < parts.length && i - at < base.joinedWords; i++) {
      if (parts[i].kind !== "word" || parts[i].sign) return;
      text += ` ${parts[i].text}`;
      const term = termOfValue(terms, text);
      if (!term) continue;
      notes.push(["read", text, part.field, term.id]);
      part.values[part.values.length - 1] = term.id;
      parts.splice(at + 1, i - at);
      return;
    }
  });
}

function rowsOfDates(node, add) {
  const dates = (shard("d") || [])[base.dateFields.indexOf(node.field)] || [];
  // Dates are compared as far as both go.
  const reaches = (date, bound) => date.slice(0, bound.length) >= bound.slice(0, date.length);
  const within = (date, bound) => date.slice(0, bound.length) <= bound.slice(0, date.length);
  const equals = (date, bound) => reaches(date, bound) && within(date, bound);
  for (let i = 0; i < dates.length; i += 2)
    if (reaches(dates[i], node.from) && within(dates[i], node.to) &&
      !(node.fromOut && equals(dates[i], node.from)) && !(node.toOut && equals(dates[i], node.to)))
      documentsOf(dates[i + 1]).forEach(add);
}

function rowsOfNumbers(node, add) {
  const numbers = (shard("d") || [])[base.dateFields.length + base.numberFields.indexOf(node.field)] || [];
  const from = Number(node.from) + node.fromOut;
  const to = node.to ? Number(node.to) - node.toOut : Infinity;
  for (let i = 0; i < numbers.length; i += 2)
    if (numbers[i] >= from && numbers[i] <= to) documentsOf(numbers[i + 1]).forEach(add);
}

catalogue_shard("names", true);
