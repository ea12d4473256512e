// From a query to an answer, step for step as the command line does it (search-cli/plan.h, rank.h,
// match.h, order.h): the same plan, one pass over the hits of its leaves, the same sums in the
// same order, scores rounded to 1e-9, ties by number of doc.

// What a query means in this catalogue.
function makePlan(query) {
  const plan = { leaves: [], terms: [], corrections: [], synonyms: [], notes: query.notes, root: group("all") };
  const leafByKey = new Map();
  let corrected = 0;
  let dropped = false;
  let stopped = false;
  let keepStopWords = false;

  function group(kind) {
    return { kind, sign: "", soft: false, parts: [] };
  }

  function addPart(parent, part) {
    parent.parts.push({ light: 0, ...part });
    parent.soft = parent.soft || (part.soft && !part.sign);
  }

  // A leaf is what the index is asked for; `hits` when they came with a group of synonyms.
  function leafOf(stems, prefix, hits) {
    const key = (prefix ? "*" : "") + stems;
    if (!stems || (!leafByKey.has(key) && plan.leaves.length === base.maxLeaves)) return undefined;
    if (!leafByKey.has(key)) leafByKey.set(key, plan.leaves.push({ stems, prefix }) - 1);
    const number = leafByKey.get(key);
    if (plan.leaves[number].hits === undefined) plan.leaves[number].hits = hits;
    return number;
  }

  function addMember(term, leaf, weight, holds) {
    if (leaf !== undefined && !term.members.some(member => member.leaf === leaf)) term.members.push({ leaf, weight, holds });
  }

  // A term is what counts as one word of the query.
  function termOfLeaf(shown, leaf, scores) {
    let found = plan.terms.findIndex(term => term.members[0].leaf === leaf);
    if (leaf === undefined || (found < 0 && plan.terms.length === base.maxTerms)) {
      dropped = true;
      return undefined;
    }
    if (found < 0) found = plan.terms.push({ shown, members: [{ leaf, weight: 1, holds: true }], times: 0, weight: 1, scores: false }) - 1;
    plan.terms[found].times += scores ? 1 : 0;
    plan.terms[found].scores = plan.terms[found].scores || scores;
    return found;
  }

  function noteUnknown(word, near) {
    if (!plan.notes.some(([what, other]) => what === "unknown" && other === word)) plan.notes.push(["unknown", word, near]);
  }

  const familyOf = word => (base.families.get(word) || word).split(" ");

  const isInIndex = token => familyOf(token.word).some(word => isKnown(stemOf(word))) || compoundOf(token.word) || numberInWords(token.word);

  // Whether it, or a regular form of it, is a word that one may rightly type: 0 a name, 1 plain English, or nothing.
  function knownKind({ word, stem }) {
    const forms = knownWordsOf(stem).filter(known => isForm(word, known.slice(1)));
    return forms.length ? Number(forms.every(known => known[0] === ".")) : undefined;
  }

  // A word that is not in the index becomes its nearest neighbour where one stands out, or is named. How light it is.
  function correct(token) {
    if (corrected === base.maxCorrections) return 0;
    corrected++;
    // A level of evidence, which is shown beside case studies and stands in none.
    if (/^e[0-5]$/.test(token.word)) {
      noteUnknown(token.word, `evidence:${token.word}`);
      return 0;
    }
    const correctWord = shard("correct");
    const kind = knownKind(token);
    const { word: near, standsOut } = (correctWord && correctWord(token.word)) || {};
    if (!standsOut || kind !== undefined) {
      noteUnknown(token.word, near);
      return kind || 0;
    }
    plan.corrections.push({ typed: fromBytes(token.word), used: fromBytes(near) });
    token.word = near;
    token.stem = stemOf(near);
    return 0;
  }

  const isLetterAlone = token => token.word.length === 1 && !/[0-9]/.test(token.word);

  // Whether what stands between two words of one that was typed makes them one: well-being, A&E, 45,000, 24/7.
  function isJoined(text, before, token) {
    const between = text.slice(before.end, token.start);
    if (between === "/") return /[0-9]/.test(text[before.end - 1]) && /[0-9]/.test(text[token.start]);
    return !between.includes("/");
  }

  // The letters of a dotted abbreviation are one token: N.H.S.
  function joinLetters(text, tokens) {
    const joined = [];
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      if (before && isLetterAlone(token) && isLetterAlone(before) && text.slice(before.end, token.start) === ".") {
        const whole = joined.pop();
        const word = whole.word + token.word;
        joined.push({ word, stem: stemOf(word), start: whole.start, end: token.end });
      } else {
        joined.push(token);
      }
    });
    return joined;
  }

  // What is left of "GP's" and "don't" when they are cut carries nothing.
  function addToRun(run, bytes) {
    const text = fromBytes(bytes);
    const tokens = joinLetters(text, tokensOf(text));
    const apostrophe = /['\u2019]/.test(text);
    const isContraction = tokens.length > 1 && /^(t|re|ve|ll|d|m)$/.test(tokens[tokens.length - 1].word);
    tokens.forEach((token, i) => {
      const last = run[run.length - 1];
      const alone = isLetterAlone(token) && last && isLetterAlone(last) && !last.scrap;
      const scrap = apostrophe &&
        ((isContraction && i + 2 >= tokens.length) || (tokens.length > 1 && token.word.length === 1));
      const joined = !apostrophe && Boolean(i ? isJoined(text, tokens[i - 1], token) : alone);
      run.push({ ...token, scrap, joined, stop: scrap || base.stop.has(token.word), light: 0 });
    });
  }

  // What is left of a text without blanks, hyphens and capitals: "Core20PLUS5" and "core20 plus5".
  const lettersOf = bytes => lower(bytes).replace(/[ -]/g, "");

  // A term takes the others of its group as its own; looser relations add to the score alone.
  function widen(term, typed, stems, number) {
    if (term === undefined || !number) return;
    for (const { kind, shown, stems: also, hits } of groupOf(number)) {
      const leaf = leafOf(also, false, hits);
      if (also === stems) continue;
      const weight = lettersOf(toBytes(shown)) === lettersOf(typed) ? 1 : kind === "r" ? base.relatedWeight : base.synonymWeight;
      addMember(plan.terms[term], leaf, weight, kind !== "r");
      if (kind !== "m") plan.synonyms.push({ word: fromBytes(typed), also: shown });
    }
  }

  const stemsOf = bytes => tokensOf(fromBytes(bytes)).map(token => token.stem).join(" ");

  // Another way to write the same: it counts as much as what was typed.
  function addSpelling(term, text, hits) {
    if (term === undefined || !text) return;
    addMember(plan.terms[term], leafOf(stemsOf(text), false, hits), 1, true);
  }

  // "covid19" as "covid 19"; nothing where letters and digits do not meet.
  function splitDigits(word) {
    const split = word.replace(/([0-9])(?=[^0-9])|([^0-9])(?=[0-9])/g, "$& ");
    return split === word ? "" : split;
  }

  function addSingle(word) {
    word.term = termOfLeaf(word.word, leafOf(word.stem, false), true);
    if (word.stop) return;
    for (const one of familyOf(word.word)) if (one !== word.word) addSpelling(word.term, one);
    const { parts, hits } = compoundOf(word.word) || {};
    const split = splitDigits(word.word);
    addSpelling(word.term, parts, hits);
    addSpelling(word.term, split);
    addSpelling(word.term, numberInWords(word.word));
    const also = parts || split;
    const own = groupOfStems(word.stem) || {};
    widen(word.term, word.word, word.stem, (own.number || !also ? own : groupOfStems(stemsOf(also)) || {}).number);
  }

  const isDigits = word => /^[0-9]*$/.test(word);

  // "10k" as "10 000", "5m" as "5 million"; nothing of all else.
  function numberInWords(word) {
    const [, digits, ending] = /^([0-9]+)(k|m|bn)$/.exec(word) || [];
    return digits && `${digits} ${{ k: "000", m: "million", bn: "billion" }[ending]}`;
  }

  // "16 to 24" of what was typed as 16-24, and "16 24" of what was typed as 16 to 24.
  const isRange = words => words.length === 3 && isDigits(words[0].word) && words[1].word === "to" && isDigits(words[2].word);
  function rangeOf(words) {
    const last = words[words.length - 1].word;
    if (isRange(words)) return `${words[0].word} ${last}`;
    return words.length === 2 && isDigits(words[0].word) && isDigits(last) && last.length !== 3 && `${words[0].word} to ${last}`;
  }

  function isWrittenJoined(words) {
    return words.every((word, i) => !i || (word.joined &&
      !(isDigits(word.word) && isDigits(words[i - 1].word) && word.word.length !== 3)));
  }

  // What belongs together is one term: the phrase, its synonyms, and its words by themselves as no more than a hint.
  function addGroup(words, { number, hits } = {}) {
    const shown = words.map(word => word.word).join(" ");
    const stems = words.map(word => word.stem).join(" ");
    const joined = words.map(word => word.word).join("");
    const compound = isWrittenJoined(words) && compoundOf(joined);
    const ownHits = compound && compound.parts === fromBytes(shown) ? compound.hits : hits;
    const term = termOfLeaf(shown, leafOf(stems, false, ownHits), true);
    const isJoined = isWrittenJoined(words);
    const stem = isJoined && stemOf(joined);
    const isWord = stem && isKnown(stem);
    const ownNumber = number || !isWord ? number : (groupOfStems(stem) || {}).number;
    const inWords = numberInWords(words[words.length - 1].word);
    if (isJoined) addSpelling(term, joined);
    addSpelling(term, rangeOf(words));
    if (inWords) addSpelling(term, words.slice(0, -1).map(({ word }) => `${word} `).join("") + inWords);
    widen(term, shown, stems, ownNumber);
    if (words.some(word => word.missing && word.named)) noteUnknown(shown);
    for (const word of words)
      if (term !== undefined && !isWord && !word.stop && !isLetterAlone(word) && !isDigits(word.word))
        addMember(plan.terms[term], leafOf(word.stem, false), base.partWeight, false);
    words[0].term = term;
  }

  // The longest group of words that are known to belong together; what was typed as one word is not cut.
  function groupAt(run, start) {
    let least = 1;
    while (start + least < run.length && run[start + least].joined) least++;
    for (let count = Math.min(run.length - start, base.groupWords); count > 1 && count >= least; count--) {
      const known = groupOfStems(run.slice(start, start + count).map(word => word.stem).join(" "));
      if (known) return { count, known };
    }
    return { count: isRange(run.slice(start, start + 3)) ? 3 : least };
  }

  function mayBeMistyped(run, at) {
    const part = run[at].joined || (at + 1 < run.length && run[at + 1].joined);
    return !run[at].stop && !run[at].light && (!part || run[at].word.length >= 5);
  }

  // Words that nothing contains are right where they are part of a name that is known: "milton keynes".
  function findNames(run) {
    for (let start = 0, found; start < run.length; start += found.count) {
      found = groupAt(run, start);
      for (let i = start; i < start + found.count; i++) run[i].named = Boolean(found.known);
    }
  }

  // Looks up each word: whether it says how one asks, whether anything contains it, what it may have been meant for.
  function lookUp(run) {
    let lookedForNames = false;
    for (const word of run) word.light = (!word.stop && (termOf(word.stem) || {}).light) || 0;
    run.forEach((word, at) => {
      word.missing = mayBeMistyped(run, at) && !isInIndex(word);
      if (word.missing && !lookedForNames) findNames(run);
      lookedForNames = lookedForNames || word.missing;
      if (word.missing && !word.named) word.light = correct(word);
    });
  }

  function closeRun(run, parent) {
    lookUp(run);
    for (let start = 0, found; start < run.length; start += found.count) {
      const word = run[start];
      found = groupAt(run, start);
      if (found.count > 1) {
        const words = run.slice(start, start + found.count);
        // Light words are light together too, as the heaviest of them: "good practice", "voluntary sector".
        word.light = Math.min(...words.map(({ stop, light }) => (stop ? Infinity : light)));
        if (word.light === Infinity) word.light = 0;
        addGroup(words, found.known);
      } else if (word.stop && (word.scrap || !keepStopWords)) {
        stopped = true;
      } else {
        addSingle(word);
      }
    }
    for (const { term, light } of run) if (term !== undefined) addPart(parent, { kind: "term", sign: "", soft: true, light, term });
    run.length = 0;
  }

  // How heavy the heaviest words are. Filters are no words, but beside them nobody need say how one asks.
  function heaviestOf({ parts }) {
    const heaviest = Math.min(base.lightWeights.length - 1, ...parts.filter(({ soft }) => soft).map(({ light }) => light));
    return heaviest > 1 && parts.some(({ light }) => !light) ? 0 : heaviest;
  }

  // Beside heavier words light ones need not hold: they leave the tree, and their terms weigh little.
  function loosenLight(parent) {
    const heaviest = heaviestOf(parent);
    const kept = parent.parts.filter(({ light }) => light <= heaviest);
    for (const { light, term } of parent.parts) if (light > heaviest) plan.terms[term].weight = base.lightWeights[light];
    parent.parts = kept;
    parent.soft = kept.some(part => part.soft && !part.sign);
  }

  function convertParts(parts, scores, out) {
    const run = [];
    for (const part of parts) {
      if (part.kind === "word" && !part.sign && scores) {
        addToRun(run, part.text);
        continue;
      }
      closeRun(run, out);
      convert(part, scores, out);
    }
    closeRun(run, out);
    loosenLight(out);
  }

  // Each side of an alternative is one part.
  function convertSides(parts, scores, out) {
    for (const part of parts) {
      const all = group("all");
      convertParts(part.kind === "all" && !part.sign ? part.parts : [part], scores, all);
      if (all.parts.length) addPart(out, all.parts.length === 1 ? all.parts[0] : all);
    }
  }

  function convertText(node, scores, parent) {
    const prefix = node.kind === "prefix";
    const tokens = tokensOf(fromBytes(node.text));
    if (scores && !prefix) tokens.filter(token => !isInIndex(token)).forEach(correct);
    if (!tokens.length) return;
    const shown = tokens.map(token => token.word).join(" ") + (prefix ? "*" : "");
    const term = termOfLeaf(shown, leafOf(tokens.map(token => token.stem).join(" "), prefix), scores);
    if (term === undefined) return;
    if (prefix && tokens.length === 1) addStemmedAway(plan.terms[term], tokens[0]);
    addPart(parent, { kind: "term", sign: node.sign, soft: prefix, term });
  }

  // What a beginning finds besides the stems that begin like it: hypertensi* is hypertens.
  function addStemmedAway(term, token) {
    const found = new Set();
    for (const word of wordsFrom(token.word)) {
      const stem = stemOf(word);
      if (found.size < base.stemmedAway && !stem.startsWith(token.stem)) found.add(stem);
    }
    for (const stem of found) addMember(term, leafOf(stem, false), 1, true);
  }

  function convert(node, scores, parent) {
    scores = scores && node.sign !== "-";
    if (node.kind === "terms" || node.kind === "range") {
      const facet = base.facetTable.findIndex(([key]) => key === node.field);
      addPart(parent, { kind: "filter", sign: node.sign, soft: false, facet, rows: rowsOfFilter(node, facet, plan.notes) });
    } else if (node.kind === "all" || node.kind === "any") {
      const made = group(node.kind);
      (node.kind === "any" ? convertSides : convertParts)(node.parts, scores, made);
      made.sign = node.sign;
      if (made.parts.length) addPart(parent, made);
    } else {
      convertText(node, scores, parent);
    }
  }

  if (query.hasFields && shard("names")) resolve(query.root, plan.notes);
  convertParts(query.root.parts, true, plan.root);
  if (stopped && !plan.terms.length) {
    keepStopWords = true;
    plan.root = group("all");
    convertParts(query.root.parts, true, plan.root);
  }
  if (query.says && !plan.root.parts.length) plan.notes.push(["wordless"]);
  if (dropped) plan.notes.push(["dropped"]);
  return plan;
}

const facetNumber = field => base.facetTable.findIndex(([key]) => key === field);

// The documents that a filter lets through, by number.
function rowsOfFilter(node, facet, notes) {
  const rows = new Uint8Array(base.caseCount);
  const add = doc => { rows[doc] = 1; };
  if (node.fieldKind === "terms") rowsOfTerms(node, add, facet);
  else if (shard("names")) waysToRows[node.fieldKind](node, add, facet, notes);
  return rows;
}

function rowsOfTerms(node, add, facet) {
  let terms = facetOf(facet);
  if (node.kind === "terms") {
    terms = terms.filter(({ id }) => node.values.includes(id));
  } else {
    const from = terms.findIndex(({ id }) => id === node.from);
    const to = terms.findIndex(({ id }) => id === node.to);
    terms = terms.slice(Math.max(from, 0) + node.fromOut, (to < 0 ? terms.length - 1 : to) + !node.toOut);
  }
  for (const { documents } of terms) documentsOf(documents).forEach(add);
}

// As they stand in the index; none while the term is not known yet.
const hitsOf = term => (term ? term.rest : "");

// Calls each(doc, column, count) for the hits of a leaf; those of a document by column.
function hitsOfLeaf(leaf, each) {
  const stems = leaf.stems.split(" ");
  if (leaf.hits !== undefined) return eachHit(leaf.hits, each);
  if (stems.length === 1 && !leaf.prefix) return eachHit(hitsOf(termOf(leaf.stems)), each);
  const counts = new Map();
  const add = (doc, column, count) => {
    const key = doc * 4 + column;
    counts.set(key, (counts.get(key) || 0) + count);
  };
  if (stems.length > 1) {
    const places = stems.map((stem, i) => placesOf(stem, leaf.prefix && i === stems.length - 1));
    // A place is doc, column and offset in one number; a phrase begins where its next words follow.
    for (const place of places[0])
      if (places.every((set, i) => set.has(place + i))) add(Math.floor(place / 2 ** 24), Math.floor(place / 2 ** 22) % 4, 1);
  } else {
    for (const kind of ["t", "u"])
      for (const [, { rest }] of termsFrom(kind, leaf.stems)) if (rest) eachHit(rest, add);
  }
  for (const key of [...counts.keys()].sort((a, b) => a - b)) each(Math.floor(key / 4), key % 4, counts.get(key));
}

function placesOf(stem, prefix) {
  const places = new Set();
  const kinds = prefix ? ["t", "u"] : [kindOf(stem)];
  for (const kind of kinds) {
    const terms = prefix ? termsFrom(kind, stem) : [[stem, termOf(stem)]];
    for (const [key, term] of terms) {
      const positions = hitsOf(term) && line(kind === "u" ? "v" : "p", key);
      if (!positions) continue;
      const { read } = reader(positions.rest);
      eachHit(term.rest, (doc, column, count) => {
        let offset = -1;
        for (; count; count--) places.add(doc * 2 ** 24 + column * 2 ** 22 + (offset += read() + 1));
      });
    }
  }
  return places;
}

// Adds up what each leaf gives to the terms; then what each document holds and scores.
function rank(plan) {
  const { caseCount, k1 } = base;
  const lengths = parsed("l", lengthsOf);
  const hit = new Uint8Array(caseCount);
  const weights = new Map();
  const scoring = plan.terms.filter(term => term.scores);

  // What one hit of each column counts in a document.
  function weightsOf(doc) {
    if (!weights.has(doc)) weights.set(doc, base.columnRules.map(([weight, b, average], column) =>
      weight / (1 - b + (b * lengths[column][doc]) / average)));
    return weights.get(doc);
  }

  for (const term of plan.terms) Object.assign(term, { tf: new Float64Array(caseCount), held: new Float64Array(caseCount) });
  plan.leaves.forEach((leaf, number) => {
    const links = plan.terms.flatMap(({ tf, held, members }) =>
      members.filter(member => member.leaf === number).map(({ weight, holds }) => ({ tf, held, weight, holds })));
    hitsOfLeaf(leaf, (doc, column, times) => {
      hit[doc] = 1;
      const one = weightsOf(doc)[column];
      for (const { tf, held, weight, holds } of links) {
        tf[doc] += weight * one * times;
        if (holds && held[doc] < weight) held[doc] = weight;
      }
    });
  });
  for (const term of plan.terms) {
    const n = term.held.filter(Boolean).length;
    term.idf = Math.log(1 + (caseCount - n + 0.5) / (n + 0.5));
  }
  function scoreOf(doc) {
    const score = scoring.reduce((sum, { times, weight, idf, tf }) => sum + (times * weight * idf * tf[doc] * (k1 + 1)) / (tf[doc] + k1), 0);
    return Math.floor(score * 1e9 + 0.5) / 1e9;
  }
  return { hit, scoreOf, ranks: scoring.length > 0 };
}

const isOwnSelection = part => part.kind === "filter" && part.facet >= 0 && part.sign !== "-";

// Filters, phrases and signed words must hold; of the plain words a case may hold all or some.
function match(plan, { hit, scoreOf, ranks }) {
  const { terms, root } = plan;
  const matches = [];
  const filtered = new Map(root.parts.filter(isOwnSelection).map(part => [part.facet, [[], []]]));
  const hidden = new Set(documentsOf(base.hiddenCases));

  function holds(node, doc) {
    return holdsUnsigned(node, doc) !== (node.sign === "-");
  }

  function holdsUnsigned(node, doc) {
    if (node.kind === "term") return terms[node.term].held[doc] > 0;
    if (node.kind === "filter") return node.rows[doc] > 0;
    const hold = part => holds(part, doc);
    return node.kind === "any" ? node.parts.some(hold) : node.parts.every(hold);
  }

  function needsNoHit(node) {
    if (node.kind === "filter" || node.sign === "-") return true;
    if (node.kind === "any") return node.parts.some(needsNoHit);
    return node.kind === "all" && node.parts.every(needsNoHit);
  }

  function judge(doc) {
    const verdict = { all: true, some: false, facet: -1 };
    for (const part of root.parts) {
      const held = holds(part, doc);
      if (part.soft && !part.sign) {
        verdict.all = verdict.all && held;
        verdict.some = verdict.some || held;
      } else if (!held) {
        if (!isOwnSelection(part) || (verdict.facet >= 0 && verdict.facet !== part.facet)) return undefined;
        verdict.facet = part.facet;
      }
    }
    return verdict;
  }

  const hitsOnly = ranks && !needsNoHit(root) && !root.parts.some(part => part.kind === "any" && part.sign !== "-" && needsNoHit(part));
  for (let doc = 0; doc < base.caseCount; doc++) {
    const verdict = !hidden.has(doc) && (hit[doc] || !hitsOnly) && judge(doc);
    if (!verdict) continue;
    const found = { doc, score: hit[doc] ? scoreOf(doc) : 0, all: verdict.all };
    if (!found.all && !verdict.some && found.score <= 0) continue;
    for (const [facet, without] of filtered)
      if (verdict.facet < 0 || verdict.facet === facet) without[found.all ? 0 : 1].push(doc);
    if (verdict.facet < 0) matches.push(found);
  }
  return { matches, filtered };
}

// Answers {query, filters: [[number of facet, [ids]]], sort}; nothing when shards are wanted first.
function search({ query, filters = [], sort = 0 }) {
  const tree = parseQuery(query);
  for (const [facet, values] of filters)
    tree.root.parts.push({ kind: "terms", sign: "", field: base.facetTable[facet][0], fieldKind: "terms", values });
  const plan = makePlan(tree);
  shard("l");
  // What is known of the plan already tells what else will be needed; phrases may still come with their hits.
  const isWhole = wanted.size === 0;
  plan.leaves.filter(({ stems }) => isWhole || !stems.includes(" ")).forEach(leaf => hitsOfLeaf(leaf, () => {}));
  if (wanted.size) return undefined;
  const ranking = rank(plan);
  const { matches, filtered } = match(plan, ranking);
  const order = sort || !ranking.ranks ? positionsIn(sort || 1) : undefined;
  matches.sort((a, b) => b.all - a.all ||
    (order ? order[a.doc] - order[b.doc] : b.score - a.score || a.doc - b.doc));
  const total = matches.filter(one => one.all).length;
  return wanted.size ? undefined : { matches, total, related: matches.length - total, plan, filtered };
}

function positionsIn(sort) {
  const { read, more } = reader((shard("o") || [])[sort - 1] || "");
  const positions = [];
  for (let position = 0; more(); position++) positions[read()] = position;
  return positions;
}
