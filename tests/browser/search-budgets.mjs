// How many bytes a browser fetches on a site of about 2,000 cases.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf } from './engine.mjs';
import { report } from './tap.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function measureBudgets(engine, site, questions) {
  const sizeOf = (names) => names.reduce((sum, name) => sum + statSync(join(site, 'search', `${name}.js`)).size, 0);
  const keep = (name, size, most) => report(`${name}: ${kB(size)} of ${kB(most)}`, size > most ? ['too much'] : []);

  // What one query fetches, step by step.
  function measure(query) {
    engine.forget();
    const { answer } = engine.ask(query, 10);
    const results = engine.fetched();
    const first = answer.matches.slice(0, 10);
    const facets = [0, 1, 2, 3, 5, 6];
    facets.forEach((facet) => engine.settle(() => engine.countFacet(facet, engine.documentsFor(answer, facet))));
    const counts = engine.fetched();
    for (const { doc } of first) {
      const { needsBody } = engine.snippetOf(answer.plan, doc, engine.cardOf(doc)[2]);
      if (needsBody) engine.settle(() => engine.shard(`texts/${doc}`));
    }
    const words = (name) => name[0] === 'w';
    return { query, results: sizeOf(results.filter((name) => !words(name))), corrections: sizeOf(results.filter(words)),
      counts: sizeOf(counts), snippets: sizeOf(engine.fetched()) };
  }

  const asked = readFileSync(questions, 'utf8').split('\n').filter((line) => line && line[0] !== '#').map((line) => line.split('\t')[0]);
  const measured = asked.map(measure);
  const sorted = (key) => measured.map((one) => one[key]).sort((a, b) => a - b);
  const at = (key, share) => sorted(key)[Math.floor((measured.length - 1) * share)];
  const most = (key) => measured.reduce((a, b) => (b[key] > a[key] ? b : a));

  for (const key of ['results', 'corrections', 'counts', 'snippets'])
    console.log(`# ${key}: median ${kB(at(key, 0.5))}, nine of ten within ${kB(at(key, 0.9))}, most ${kB(most(key)[key])} for "${most(key).query}"`);
  keep('from typing to ten titles and summaries, median of the questions', at('results', 0.5), 60000);
  keep('lengths', sizeOf(['l']), 10000);
  keep('facet counts', most('counts').counts, 60000);
  keep('snippets', at('snippets', 0.9), 60000);
  keep('corrections', measure('presure').corrections, 40000);
  // With what every page has: assets/choice.js stands in it.
  const scripts = statSync(join(site, 'assets/search.js')).size;
  keep('scripts', scripts, 80000);
  const before = scripts + baseOf(site).length;
  keep('scripts, base of the index, ten titles and summaries, median of the questions', before + at('results', 0.5), 142000);
  const files = readdirSync(join(site, 'search')).filter((name) => name.endsWith('.js'));
  report(`${files.length} files of the index, of 600`, files.length > 600 ? ['too many'] : []);
}
