// Stands in the head of the page of results, before the stylesheet, and is followed by the base of the index: what the
// address asks for is fetched beside the scripts, not after them. It is a guess, as nothing here can stem a word: what it
// misses is asked for later. What comes before the scripts is kept for them.
var catalogue_early = { came: [], asked: {} };
function catalogue_shard(name, data) {
  catalogue_early.came.push([name, data]);
  if (name === "base") catalogue_early.ask(data, new URLSearchParams(location.search));
}

catalogue_early.ask = function (base, asked) {
  var stop = ` ${base.stopWords} `;
  function fetchEarly(name) {
    var script = document.createElement("script");
    if (catalogue_early.asked[name]) return;
    catalogue_early.asked[name] = script;
    script.src = `search/${name}.js?${base.version}`;
    script.fetchPriority = "high";
    script.addEventListener("error", function () { delete catalogue_early.asked[name]; });
    document.head.appendChild(script);
  }
  function fetchWord(word) {
    var firsts = base.t.split("\n");
    var place = 0;
    while (place + 1 < firsts.length && firsts[place + 1] <= word) place++;
    fetchEarly(`t${place}`);
  }
  function fetchFacet(number) {
    var place = base.f.split("\n").filter(function (first) { return first <= number; }).length - 1;
    fetchEarly(`f${place}`);
  }
  var words = (asked.get("q") || "").toLowerCase().split(/\s+/).filter(function (word) { return word && !/:/.test(word); })
    .join(" ").split(/[^a-z0-9]+/).filter(function (word) { return word && stop.indexOf(` ${word} `) < 0; });
  // Most ends of words are no part of their stems.
  words.forEach(function (word) { fetchWord(word.replace(/(ing|ed|es|s|e|y)$/, "")); });
  if (words.length && !base.lengths) fetchEarly("l");
  base.facetTable.forEach(function (facet, number) { if (asked.get(facet[1])) fetchFacet(number); });
  if (asked.get("sort") || (location.search && !words.length)) fetchEarly("o");
};
