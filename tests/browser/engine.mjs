// The search engine of a published site under node: its scripts as they are shipped, its shards read from disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

// Where there is no search form, the page's script draws nothing.
const nowhere = { getElementById: () => null };

export function loadEngine(site) {
  const context = vm.createContext({ TextEncoder, TextDecoder, document: nowhere });
  const run = (path) => vm.runInContext(readFileSync(path, 'utf8'), context, { filename: path });
  const load = (name) => run(join(site, 'search', `${name}.js`));
  ['search.js', 'search-page.js'].forEach((name) => run(join(site, 'assets', name)));
  load('base');
  const engine = vm.runInContext(
    '({ base, shards, wanted, search, parseQuery, tokensOf, fromBytes, shard, facetOf,  wordsFrom, groupOf, countFacet, documentsFor, noteText, markText, snippetOf })', context);
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
      const numbers = [];
      for (let place = 0; place < engine.base.g.length; place++) {
        settle(() => engine.groupOf(engine.base.g[place]));
        numbers.push(...engine.shards.get(`g${place}`).keys());
      }
      return numbers.map((number) => engine.groupOf(number));
    },
    fetched: () => fetched.splice(0),
    forget() {
      for (const name of engine.shards.keys()) if (name !== 'base') engine.shards.delete(name);
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
