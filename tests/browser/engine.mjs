// The search engine of a published site under node: its scripts as they are shipped, its shards read from disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

// Where there is no search form and no place to choose a case, the page's script draws nothing.
const nowhere = { currentScript: { src: '' }, getElementById: () => null, querySelector: () => null, querySelectorAll: () => [], addEventListener() {} };
const window = {
  TextEncoder, TextDecoder, URL, URLSearchParams, document: nowhere, addEventListener() {},
  location: { href: 'https://catalogue.example/search.html', pathname: '/search.html', search: '' },
  sessionStorage: { getItem: () => null, setItem() {} },
};

// The base of the index stands in the page.
export const baseOf = (site) => /^catalogue_shard\("base",.*$/m.exec(readFileSync(join(site, 'search.html'), 'utf8'))[0];

export function loadEngine(site) {
  const context = vm.createContext({ ...window });
  context.window = context;
  const run = (path) => vm.runInContext(readFileSync(path, 'utf8'), context, { filename: path });
  const load = (name) => run(join(site, 'search', `${name}.js`));
  run(join(site, 'assets/search.js'));
  vm.runInContext(baseOf(site), context, { filename: 'search.html' });
  const engine = vm.runInContext(
    '({ base, shards, wanted, search, parseQuery, tokensOf, fromBytes, shard, facetOf, wordsFrom, isLoaded, groupOfStems, groupOf, countFacet, documentsFor, noteText, markText, snippetOf })', context);
  let fetched = [];

  // Calls until nothing is wanted any more.
  function settle(call) {
    for (let rounds = 0; rounds < 12; rounds++) {
      engine.wanted.clear();
      const answer = call();
      if (!engine.wanted.size) return answer;
      for (const name of engine.wanted) {
        fetched.push(name);
        load(name);
      }
    }
    throw new Error('the engine never has enough');
  }

  function cardOf(doc) {
    return settle(() => engine.shard(`cards/${Math.floor(doc / engine.base.cardsTogether)}`))[doc % engine.base.cardsTogether];
  }

  return {
    ...engine, settle, cardOf,
    tokens: (text) => settle(() => engine.tokensOf(text)).map(({ word, stem }) => `${engine.fromBytes(word)}:${engine.fromBytes(stem)}`),
    groups() {
      const numbers = new Set();
      for (let place = 0; place < engine.base.t.length; place++) {
        settle(() => engine.isLoaded('t', engine.base.t[place]));
        for (const key of engine.shards.get(`t${place}`).keys())
          if (key[0] === '#') numbers.add((engine.groupOfStems(key.slice(1)) || {}).number);
      }
      numbers.delete(undefined);
      return [...numbers].map((number) => settle(() => engine.groupOf(number)));
    },
    fetched: () => fetched.splice(0),
    forget() {
      const stays = (name) => name === 'base' || (name === 'l' && engine.base.lengths);
      for (const name of engine.shards.keys()) if (!stays(name)) engine.shards.delete(name);
      fetched = [];
    },

    // As tests/browser/ask.c has it.
    ask(request, limit = 50) {
      const answer = settle(() => engine.search(typeof request === 'string' ? { query: request } : request));
      return {
        answer,
        ids: answer.matches.slice(0, limit).map(({ doc }) => cardOf(doc)[0]),
        changes: [...answer.plan.corrections.map(({ typed, used }) => `${typed} > ${used}`),
          ...answer.plan.synonyms.map(({ word, also }) => `${word} ~ ${also}`)],
        total: answer.total,
        related: answer.related,
        notes: answer.plan.notes.map(engine.noteText),
      };
    },
  };
}
