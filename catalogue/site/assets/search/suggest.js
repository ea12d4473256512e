// What the box offers while one types, from three letters on: terms to filter by, words, and titles. A combobox as ARIA
// has it: the focus stays in the box, arrows go through the list, Escape closes it.

const suggestedEach = 3;
const suggestLeast = 3;
let suggestTurn = 0;
let suggestions = [];
let suggestedAt = -1;

// Whether a word of a text begins with this.
const between = /[\s"'’“”:;|()+*,./!?\u2013-]+/g;
const hasBeginning = (text, typed) => ` ${text.toLowerCase()}`.replace(between, " ").includes(` ${typed}`);

function suggestTerms(typed) {
  const found = [];
  base.facetTable.forEach(([, , name], facet) => {
    for (const { id, label, documents } of facetOf(facet))
      if (documents && hasBeginning(label, typed)) found.push({ text: `${name}: ${label}`, choose: () => filterBy(facet, id) });
  });
  return found.slice(0, suggestedEach);
}

function suggestWords(before, last) {
  // Of the words with one stem the shortest; those that are used most come first.
  const byStem = new Map();
  for (const word of wordsFrom(lower(toBytes(last)))) {
    const stem = stemOf(word);
    const known = byStem.get(stem);
    if (!known || word.length < known.word.length) byStem.set(stem, { word, uses: hitsOf(termOf(stem)).length });
  }
  return [...byStem.values()].filter(({ word }) => fromBytes(word) !== last).sort((one, other) => other.uses - one.uses)
    .slice(0, suggestedEach).map(({ word }) => before + fromBytes(word)).map(text => ({ text, choose: () => ask(text) }));
}

function suggestTitles(typed, last) {
  // Nothing while a part of the index is still to come.
  const answer = search({ query: `${typed}*`, filters: [], sort: 0 });
  const cards = (answer ? answer.matches : []).slice(0, 2 * suggestedEach).map(({ doc }) => cardOf(doc));
  return cards.filter(([, title]) => title && hasBeginning(title, last)).slice(0, suggestedEach)
    .map(([id, title]) => ({ text: title, choose: () => { location.href = choice.carriedBy(address.toCase(id)); } }));
}

function ask(query) {
  state.query = query;
  writeAddress();
  draw();
}

function filterBy(facet, id) {
  state.query = "";
  changeFilter(facet, id, true);
}

function closeSuggestions() {
  suggestTurn++;
  suggestions = [];
  drawSuggestions();
}

function chooseSuggestion(at) {
  const { choose } = suggestions[at];
  closeSuggestions();
  choose();
}

function markSuggestion(at) {
  suggestedAt = at;
  [...byId("suggestions").children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
  if (at < 0) byId("q").removeAttribute("aria-activedescendant");
  else byId("q").setAttribute("aria-activedescendant", `suggestion-${at}`);
}

function drawSuggestions() {
  fill(byId("suggestions"), ...suggestions.map(({ text }, i) => {
    const option = createElement("li", { id: `suggestion-${i}`, onclick: () => chooseSuggestion(i) }, text);
    option.setAttribute("role", "option");
    return option;
  }));
  byId("suggestions").hidden = !suggestions.length;
  byId("q").setAttribute("aria-expanded", String(Boolean(suggestions.length)));
  byId("suggested").textContent = suggestions.length ? say("%s suggestions", suggestions.length) : "";
  markSuggestion(-1);
}

async function suggest() {
  const mine = ++suggestTurn;
  const typed = byId("q").value.toLowerCase().replace(/\s+/g, " ").trimStart();
  const [, before, last] = /^(.*?)([^\s"'’“”:;|()+*,./!?\u2013-]*)$/.exec(typed);
  if (typed.length < suggestLeast || !last) return closeSuggestions();
  let found = [];
  try {
    found = await settle(() => [...suggestTerms(typed),
      ...(last.length < suggestLeast ? [] : [...suggestWords(before, last), ...suggestTitles(typed, last)])]);
  } catch (error) {
    // Whoever types on will be told when they search.
  }
  if (mine !== suggestTurn || !found) return undefined;
  suggestions = found;
  return drawSuggestions();
}

function suggestByKey(event) {
  const count = suggestions.length;
  if (!count) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) markSuggestion((suggestedAt + 1 + step + count + 1) % (count + 1) - 1);
  else if (event.key === "Enter" && suggestedAt >= 0) chooseSuggestion(suggestedAt);
  else if (event.key === "Escape") closeSuggestions();
  else return;
  event.preventDefault();
}

function openSuggestions() {
  const box = byId("q");
  const list = createElement("ul", { id: "suggestions", className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Suggestions"));
  // A press on the list leaves the focus in the box.
  list.onmousedown = event => event.preventDefault();
  const said = createElement("p", { id: "suggested", className: "hidden" });
  said.setAttribute("role", "status");
  byId("search-form").append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", "suggestions"]]) box.setAttribute(name, value);
  box.oninput = suggest;
  box.onkeydown = suggestByKey;
  box.onblur = closeSuggestions;
}
