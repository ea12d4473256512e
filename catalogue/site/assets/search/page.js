// The search page: the query and the filters stand in the address, the answer is drawn from them.

const shownAtOnce = 10;
const formatNumber = number => number.toLocaleString("en-GB");
const countCases = number => (number === 1 ? say("%s case study", number) : say("%s case studies", formatNumber(number)));

// An element with properties and what stands in it.
function createElement(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

// Lets these stand in an element, in place of all that stood there.
function fill(element, ...inside) {
  element.textContent = "";
  element.append(...inside);
}

// The pieces on their way, some since the page's head was read (early.js): who wants one meanwhile waits with the first, as
// the scripts among them cannot run twice. One that did not come is asked for again.
const underWay = new Map();

function loadShard(name) {
  const early = window.catalogue_early && catalogue_early.asked[name];
  if (underWay.has(name)) return underWay.get(name);
  const script = early || createElement("script", { src: `search/${name}.js?${base.version}` });
  const coming = new Promise((resolve, reject) => {
    Object.assign(script, { onload: resolve, onerror: () => reject(new Error(name)) });
  }).finally(() => underWay.delete(name));
  underWay.set(name, coming);
  if (!early) document.head.append(script);
  return coming;
}

// Calls until nothing is wanted any more; nothing when another call has been begun since then.
let turn = 0;
async function settle(call, mine = turn) {
  for (;;) {
    wanted.clear();
    const answer = call();
    const names = [...wanted];
    if (!names.length) return answer;
    await Promise.all(names.map(loadShard));
    if (mine !== turn) return undefined;
  }
}

// How many results are shown and where the page stands are kept with its place in the history: Back finds them again, also
// where pages come from a folder.
const keepPlace = shown => history.replaceState({ shown, y: scrollY }, "");
let shownNow = shownAtOnce;
const placeKept = () => (history.state && history.state.shown ? history.state : { shown: shownAtOnce });

function leave() {
  if (byId("search-form")) keepPlace(shownNow);
}

// What the address asks for, and what came of it.
let answered;
let state;
function readAddress() {
  const asked = new URLSearchParams(address.read());
  const filters = base.facetTable.map(([, option], facet) => [facet, asked.getAll(option).flatMap(text => text.split(","))])
    .filter(([, values]) => values.length);
  return { query: asked.get("q") || "", filters: new Map(filters), sort: Math.max(0, base.sorts.indexOf(asked.get("sort"))) };
}

function writeAddress() {
  const asked = new URLSearchParams();
  if (state.query) asked.append("q", state.query);
  for (const [facet, values] of state.filters) for (const value of values) asked.append(base.facetTable[facet][1], value);
  if (state.sort) asked.append("sort", base.sorts[state.sort]);
  const text = String(asked);
  address.write(text && `?${text}`);
}

function changeFilter(facet, id, on) {
  const values = (state.filters.get(facet) || []).filter(value => value !== id);
  if (on) values.push(id);
  if (values.length) state.filters.set(facet, values);
  else state.filters.delete(facet);
  writeAddress();
  draw();
}

// What cases tell of is asked for in the query itself, where it can be read and changed.
function askForPart(name, on) {
  const names = partsAsked().filter(other => other !== name).concat(on ? name : []);
  state.query = [withoutParts(state.query), ...names.map(one => `has:${one}`)].filter(Boolean).join(" ");
  writeAddress();
  draw();
}

// Which facets are offered, and their elements once they are there.
const facetBoxes = new Map();

function drawFacet(facet, terms) {
  const selected = state.filters.get(facet) || [];
  if (!facetBoxes.has(facet)) {
    const rows = terms.map(({ id, label }) => {
      const box = createElement("input", { type: "checkbox", onchange: () => changeFilter(facet, id, box.checked) });
      const number = createElement("span", { className: "count" });
      const text = createElement("label", {}, box, createElement("span", {}, label), number);
      return { id, box, number, text };
    });
    const none = createElement("p", { className: "note" });
    const fieldset = createElement("fieldset", {}, createElement("legend", { className: "hidden" }, base.facetTable[facet][2]),
      ...rows.map(row => row.text), none);
    const details = byId(`facet-${facet}`);
    details.append(fieldset);
    facetBoxes.set(facet, { rows, none, details });
  }
  const { rows, none, details } = facetBoxes.get(facet);
  rows.forEach(({ id, box, number, text }, i) => {
    const { count } = terms[i];
    box.checked = selected.includes(id);
    number.textContent = formatNumber(count);
    text.hidden = !count && !box.checked;
  });
  const empty = rows.filter(row => row.text.hidden).length;
  none.textContent = empty ? say("%s more with none", formatNumber(empty)) : "";
  details.hidden = false;
  if (selected.length) details.open = true;
}

// Those behind one more step are not asked for before it is taken, but for those in use.
const offered = () => [...document.querySelectorAll("[id^=facet-]")].filter(details => byId("more-filters").open ||
  !byId("more-filters").contains(details) || state.filters.has(Number(details.id.slice(6)))).map(details => Number(details.id.slice(6)));

async function drawFacets(answer) {
  const mine = turn;
  const counted = await settle(() => offered().map(facet => [facet, countFacet(facet, documentsFor(answer, facet))]));
  if (mine === turn) counted.forEach(([facet, terms]) => drawFacet(facet, terms));
}

function clearButton(...inside) {
  return createElement("button", { type: "button", onclick: () => {
    state.filters.clear();
    writeAddress();
    byId("q").focus();
    draw();
  } }, ...inside);
}

// Out of a dead end: the queries next to it that find something, each with how many it finds.
const withoutFields = query => query.replace(/(^|\s)[-+]?[a-z_-]+:("[^"]*"|\S)*/gi, "").trim();
const withoutMarks = query => query.replace(/["“”]/g, "").trim();
const lowerFirst = text => text[0].toLowerCase() + text.slice(1);
function neighbours(plan) {
  const { query } = state;
  const filters = [...state.filters];
  const others = [withoutFields(query), withoutMarks(query)].filter(other => other && other !== query);
  const near = plan.notes.filter(([what, , hint]) => what === "unknown" && hint)
    .map(([, word, hint]) => [query.toLowerCase().indexOf(fromBytes(word)), word, hint]).filter(([at]) => at >= 0)
    .map(([at, word, hint]) => query.slice(0, at) + fromBytes(hint) + query.slice(at + fromBytes(word).length));
  return [
    ...(filters.length > 1 ? filters : []).map(([facet]) => [say("Without %s", lowerFirst(base.facetTable[facet][2])), query,
      filters.filter(([other]) => other !== facet)]),
    ...(filters.length ? [[say("Without filters"), query, []]] : []),
    ...others.map(other => [say("Only “%s”", other), other, filters]),
    ...near.map(other => [`“${other}”`, other, filters]),
  ];
}

async function drawWaysOut({ plan, matches }) {
  const mine = turn;
  if (matches.length) return;
  const counted = await settle(() => neighbours(plan).map(([label, query, filters]) =>
    ({ label, query, filters, answer: search({ query, filters, sort: 0 }) })));
  if (mine !== turn) return;
  const ways = counted.filter(({ answer }) => answer.matches.length).map(({ label, query, filters, answer }) => {
    const button = createElement("button", { type: "button", className: "quiet-button" }, `${label}: ${countCases(answer.total || answer.matches.length)}`);
    button.onclick = () => {
      Object.assign(state, { query, filters: new Map(filters) });
      writeAddress();
      byId("q").focus();
      draw();
    };
    return createElement("li", { className: "way" }, button);
  });
  byId("found").append(...ways);
  if (ways.length) byId("results").hidden = false;
}

// A filter that can be taken away; focus goes to what is left of the row, or to the query.
function drawChips() {
  const chips = [...state.filters].flatMap(([facet, values]) => values.map(id => {
    const term = facetOf(facet).find(one => one.id === id);
    const button = createElement("button", { type: "button" },
      createElement("span", { className: "hidden" }, `${say("Remove filter:")} `), term ? term.label : id);
    const chip = createElement("li", {}, button);
    button.onclick = () => {
      chip.remove();
      (byId("chips").querySelector("button") || byId("q")).focus();
      changeFilter(facet, id, false);
    };
    return chip;
  }));
  if (chips.length > 1) chips.push(createElement("li", {}, clearButton(say("Clear all filters"))));
  fill(byId("chips"), ...chips);
}

function marked(pieces) {
  return pieces.map(([text, hit]) => (hit ? createElement("mark", {}, text) : text));
}

// What a query asks for by has: is shown with each result: a section of its text, or else a fact.
const withoutParts = query => query.replace(/(^|\s)[-+]?has:\S*/gi, "").trim();
function partsAsked() {
  const found = [];
  state.query.replace(/(?:^|\s)has:([a-z0-9,_-]+)/gi, (all, names) => found.push(...names.toLowerCase().replace(/_/g, "-").split(",")));
  return found;
}

function drawPart(id, name) {
  const { rows, sections = [] } = cases.of(id) || {};
  const section = sections.find(([heading, , key = heading]) => key.toLowerCase().replace(/[^a-z0-9]+/g, "-") === name);
  const fact = rows && factOf(rows, name.replace(/-/g, "_"));
  if (!section && !fact) return [];
  const text = createElement("div", {});
  if (section) fillWithText(text, section[1]);
  else fillWithItems(text, fact[2]);
  return [createElement("div", { className: "part" }, createElement("h4", {}, section ? section[0] : fact[1]), text)];
}

function drawResult(answer, { doc }) {
  const [id, title, summary, place, resultId, result, evidence, areas] = cardOf(doc);
  const { plan } = answer;
  const ranks = plan.terms.some(term => term.scores);
  const found = ranks ? snippetOf(plan, doc, summary) : { pieces: [[summary, false]] };
  // Where a passage of the text may be better than the summary, its place is kept: nothing that is read is exchanged.
  const isThere = !found.needsBody || shards.has(`texts/${doc}`);
  const snippet = createElement("p", { className: isThere ? "snippet" : "snippet coming" }, ...marked(found.pieces));
  const label = (name, text, className) =>
    [createElement("span", { className: "hidden" }, `${name} `), createElement("span", { className }, text), " "];
  const element = createElement("li", {},
    createElement("h3", {}, createElement("a", { href: address.toCase(id) }, ...marked(markText(plan, title)))),
    snippet,
    ...partsAsked().reduce((drawn, name) => [...drawn, ...drawPart(id, name)], []),
    createElement("p", { className: "labels" },
      ...label(say("Result:"), result, `label result-${resultId}`), createElement("span", { className: "hidden" }, `${say("Evidence:")} `), explainedLevel(evidence, id), " ",
      ...(place ? label(say("Place:"), place, "place") : []), ...label(say("Area:"), areas, "place")),
    choice.box(id, title));
  return { element, better: found.needsBody && (() => {
    const body = shard(`texts/${doc}`);
    if (body === undefined) return;
    fill(snippet, ...marked(snippetOf(plan, doc, summary, body).pieces));
    snippet.className = "snippet";
  }) };
}

function cardOf(doc) {
  const cards = shard(`cards/${Math.floor(doc / base.cardsTogether)}`);
  return cards ? cards[doc % base.cardsTogether] : [];
}

// The next results, once their cards are there, to be drawn in one go.
async function nextResults(answer, shown, count = shownAtOnce) {
  const mine = turn;
  const next = answer.matches.slice(shown, shown + count);
  await settle(() => next.map(({ doc }) => cardOf(doc)));
  if (mine === turn && partsAsked().length) await new Promise(done => cases.load(next.map(({ doc }) => cardOf(doc)[0]), done));
  return mine === turn ? next : undefined;
}

function drawResults(answer, next, shown) {
  const drawn = next.map(match => drawResult(answer, match));
  drawn.forEach(({ element }, i) => byId(next[i].all ? "found" : "related").append(element));
  choice.draw();
  byId("related-section").hidden = !byId("related").children.length;
  shownNow = Math.max(shownAtOnce, shown + next.length);
  const left = answer.matches.length - shown - next.length;
  const more = byId("more");
  more.hidden = !left;
  more.textContent = say("Show %s more", Math.min(left, shownAtOnce));
  more.onclick = () => drawMore(answer, shown + next.length);
  return drawn;
}

async function drawMore(answer, shown) {
  const next = await nextResults(answer, shown);
  if (!next) return;
  const drawn = drawResults(answer, next, shown);
  keepPlace(shownNow);
  if (drawn.length) drawn[0].element.querySelector("a").focus();
  drawSnippets(drawn);
}

async function drawSnippets(drawn) {
  await settle(() => drawn.forEach(({ better }) => better && better()));
}

// One sentence; it is set once, so that it is spoken once.
function sentence({ total, related }) {
  const about = words => (state.query ? say("%s for “%s”", words, state.query) : words);
  if (!total && !related) {
    const none = about(say("No case studies"));
    return state.filters.size ? say("%s. Try fewer or other words, or take filters away.", none) : say("%s. Try fewer or other words.", none);
  }
  const all = about(total ? countCases(total) : say("No case study has all the words"));
  if (total) return related ? say("%s, and %s related.", all, formatNumber(related)) : `${all}.`;
  return related === 1 ? say("%s; 1 has some of them.", all) : say("%s; %s have some of them.", all, formatNumber(related));
}

// The two words stand where their places are in the sentence.
function correctionNote(typed, used) {
  const pieces = say("Nothing has %s: searched for %s instead.", "\u0001", "\u0002").split(/([\u0001\u0002])/);
  return createElement("p", {}, ...pieces.map(piece => (piece === "\u0001" ? createElement("q", {}, typed)
    : piece === "\u0002" ? createElement("strong", {}, used) : piece)));
}

function drawNotes({ plan }) {
  const also = new Map();
  for (const { word, also: other } of plan.synonyms) also.set(word, [...(also.get(word) || []), other]);
  const named = [...also].map(([word, others]) => createElement("p", {}, say("Also searched, for %s: %s.", word, others.join(", "))));
  const count = plan.synonyms.length;
  fill(byId("notes"),
    ...plan.corrections.map(({ typed, used }) => correctionNote(typed, used)),
    ...plan.notes.map(note => createElement("p", {}, noteText(note))),
    // Many would stand before the first result.
    ...count > 6 ? [createElement("details", {}, createElement("summary", {}, say("Also searched: %s other words", count)), ...named)] : named);
  if (byId("call")) byId("call").hidden = !plan.notes.some(([what]) => what === "unknown");
}

async function draw() {
  const mine = ++turn;
  byId("q").value = state.query;
  byId("sort").value = base.sorts[state.sort];
  for (const box of document.querySelectorAll("#told input")) box.checked = partsAsked().includes(box.value);
  if (document.querySelector("#told :checked")) byId("told").open = true;
  document.title = (state.query ? `${state.query} \u2013 ` : "") + siteTitle;
  document.documentElement.classList.toggle("asked", address.read().length > 1);
  byId("waiting").hidden = false;
  try {
    const request = { query: state.query, filters: [...state.filters], sort: state.sort };
    const answer = await settle(() => search(request));
    const place = placeKept();
    const next = mine === turn && await nextResults(answer, 0, place.shown);
    if (!next) return;
    byId("waiting").hidden = true;
    answered = answer;
    ["found", "related"].forEach(id => fill(byId(id)));
    drawNotes(answer);
    drawChips();
    // Words that find nothing leave nothing to filter or to sort: what there is without searching takes its place.
    const inVain = !answer.total && !answer.related && !state.filters.size;
    byId("results").hidden = inVain;
    byId("sort").parentNode.hidden = !answer.matches.length;
    byId("filters").hidden = !answer.matches.length && !state.filters.size;
    if (inVain) document.documentElement.classList.remove("asked");
    byId("status").textContent = sentence(answer);
    const drawn = drawResults(answer, next, 0);
    if (place.y !== undefined) scrollTo(0, place.y);
    drawWaysOut(answer);
    await Promise.all([drawSnippets(drawn), drawFacets(answer)]);
    if (mine === turn) document.body.dataset.drawn = address.read();
  } catch (error) {
    for (const snippet of document.querySelectorAll(".coming")) snippet.className = "snippet";
    byId("waiting").hidden = true;
    document.documentElement.classList.remove("asked");
    byId("status").textContent = say("A part of the search index could not be read (%s). Please load the page again.", error.message);
  }
}

let siteTitle;

function start() {
  state = readAddress();
  draw();
}

function openSearch() {
  siteTitle = document.title;
  facetBoxes.clear();
  // Where there is room beside the results, the filters are open.
  if (innerWidth >= 992) byId("filters").open = byId("facet-0").open = true;
  openSuggestions();
  byId("search-form").onsubmit = event => {
    event.preventDefault();
    closeSuggestions();
    state.query = byId("q").value.trim();
    writeAddress();
    draw();
  };
  for (const box of document.querySelectorAll("#told input")) box.onchange = () => askForPart(box.value, box.checked);
  byId("more-filters").ontoggle = () => answered && drawFacets(answered);
  byId("sort").onchange = () => {
    state.sort = base.sorts.indexOf(byId("sort").value);
    writeAddress();
    draw();
  };
  start();
}
