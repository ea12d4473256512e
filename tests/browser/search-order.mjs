// Asks the terminal's search and the browser's engine the same queries, in TAP.
//
//   node tests/browser/search-order.mjs ASK DATABASE SITE QUERIES-OF-EACH-CLASS [QUESTIONS]
//
// With a file of questions, what they fetch is measured too.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { baseOf, loadEngine } from './engine.mjs';
import { printQuery } from './print-query.mjs';
import { makeQueries } from './queries.mjs';
import { measureBudgets } from './search-budgets.mjs';
import { finish, report } from './tap.mjs';

const [ask, database, site, perClass, questions] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const engine = loadEngine(site);

function asked(kind, texts) {
  const input = texts.map((text) => `${kind}\t${text}\n`).join('');
  return execFileSync(ask, [database], { input, maxBuffer: 1 << 30 }).toString().trimEnd().split('\n').map((line) => JSON.parse(line));
}

function differ(name, expected, found, problems) {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(found)];
  if (one !== other) problems.push(`${name}\n#   terminal ${one.slice(0, 600)}\n#   browser  ${other.slice(0, 600)}`);
}

// The parser, on the table that the C parser is tested with.
{
  const lines = readFileSync(join(here, '../cases/query.txt'), 'utf8').split('\n').filter((line) => line && line[0] !== '#');
  const problems = [];
  for (const line of lines) {
    const [query, words, note] = line.split('\t');
    const parsed = engine.settle(() => engine.parseQuery(query));
    differ(query, [words, note ? [note] : []], [printQuery(parsed.root, engine.fromBytes), parsed.notes.map(engine.noteText)], problems);
  }
  report(`${lines.length} queries are read as the table says`, problems);
}

// Every letter below U+0370, alone and inside a word, and every suffix that the stemmer knows.
{
  const letters = Array.from({ length: 0x370 - 0x20 }, (_, i) => String.fromCodePoint(i + 0x20));
  const texts = [...letters.map((letter) => `q${letter}z ${letter}`)];
  const endings = 's es ed ing eed ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize y ly e le ll'.split(' ');
  const starts = 'a y by fil hop fall fizz relat condition trou sky oxy adopt control happ hyper naïv crèch m r'.split(' ');
  for (const start of starts) for (const one of endings) for (const other of ['', ...endings]) texts.push(start + other + one);
  const problems = [];
  asked('t', texts).forEach(({ tokens }, i) => differ(texts[i], tokens, engine.tokens(texts[i]), problems));
  report(`${texts.length} texts are cut, folded and stemmed as FTS5 does it`, problems);
}

// What people ask, in frames and otherwise, as the bench of search does.
function askedByPeople() {
  const lines = (name) => readFileSync(join(here, '..', name), 'utf8').split('\n').filter((line) => line && line[0] !== '#');
  const topics = lines('asked/topics.tsv').map((line) => line.split('\t')[1]);
  const framed = lines('asked/frames.txt').flatMap((frame, i) => [0, 7, 13].map((skip) => frame.replace('{}', topics[(i + skip) % topics.length])));
  const words = lines('asked/known.txt').flatMap((line) => line.split(' '));
  const spellings = lines('asked/spellings.tsv').flatMap((line) => line.split('\t'));
  return [...framed, ...words, ...spellings, ...lines('questions.tsv').map((line) => line.split('\t')[0])];
}

// Every character there is, inside a word.
{
  const texts = [];
  for (let first = 0x20; first < 0x110000; first += 64) {
    const letters = Array.from({ length: 64 }, (_, i) => first + i).filter((code) => code < 0x110000 && (code < 0xd800 || code > 0xdfff));
    if (letters.length) texts.push(letters.map((code) => `q${String.fromCodePoint(code)}z`).join(' '));
  }
  const problems = [];
  asked('t', texts).forEach(({ tokens }, i) => differ(`from U+${(texts[i].codePointAt(1)).toString(16)}`, tokens, engine.tokens(texts[i]), problems));
  report(`${texts.length} texts have every character cut and folded as FTS5 does it`, problems);
}

for (const [name, queries] of [...makeQueries(engine, +perClass), ['asked', askedByPeople()]]) {
  const problems = [];
  let ties = 0;
  asked('q', queries).forEach((expected, i) => {
    const { answer, ...found } = engine.ask(queries[i]);
    differ(queries[i], expected, { ids: found.ids, changes: found.changes, total: found.total, related: found.related, notes: found.notes }, problems);
    ties += answer.matches.slice(0, 50).some((one, at) => at && one.score && one.score === answer.matches[at - 1].score) ? 1 : 0;
  });
  report(`${queries.length} queries with ${name}: the same order, counts, changes and notes (${ties} with ties)`, problems);
}

// Scores, marks, snippets and counts.
{
  const queries = makeQueries(engine, 15).flatMap(([, some]) => some);
  const problems = [];
  asked('s', queries).forEach((expected, i) => {
    const { answer } = engine.ask(queries[i], 10);
    const pieces = (list) => list.reduce((marked, [text, hit]) => {
      if (hit === (marked.length % 2 === 1)) marked.push('');
      marked[marked.length - 1] += text;
      return marked;
    }, ['']);
    const results = answer.matches.slice(0, 10).map(({ doc, score }) => {
      const [, title, summary] = engine.cardOf(doc);
      const body = engine.settle(() => engine.shard(`texts/${doc}`));
      const { pieces: alone, needsBody } = engine.snippetOf(answer.plan, doc, summary);
      const { pieces: whole } = engine.snippetOf(answer.plan, doc, summary, body);
      if (!needsBody) differ(`${queries[i]}: the body was not needed`, whole, alone, problems);
      return [score, pieces(engine.markText(answer.plan, title)), pieces(whole)];
    });
    const facets = engine.base.facetTable.map((_, facet) =>
      engine.settle(() => engine.countFacet(facet, engine.documentsFor(answer, facet))).map((term) => term.count));
    const even = ([score, ...texts]) => [score, ...texts.map((marked) => [...marked, ...(marked.length % 2 ? [] : [''])].map((text) => text))];
    differ(queries[i], expected.results.map(even), results.map(even), problems);
    differ(queries[i], expected.facets, facets, problems);
  });
  report(`${queries.length} queries: the same scores, marks, snippets and counts`, problems);
}

// What the page asks for before its scripts have come is what they need then.
{
  const early = readFileSync(join(here, '../../catalogue/site/assets/inline/early.js'), 'utf8') + baseOf(site);
  const guessed = (query) => {
    const sources = [];
    const head = { appendChild: ({ src }) => sources.push(/search\/(.*)\.js/.exec(src)[1]) };
    const document = { head, createElement: () => ({ addEventListener: () => {} }) };
    vm.runInNewContext(early, { document, URLSearchParams, location: { search: `?${new URLSearchParams({ q: query })}` } });
    return sources;
  };
  const needed = (query) => {
    engine.forget();
    engine.ask(query, 1);
    return engine.fetched().filter((name) => name[0] === 't');
  };
  let all = 0;
  let missed = 0;
  let needless = 0;
  for (const query of askedByPeople()) {
    const [guess, need] = [guessed(query).filter((name) => name[0] === 't'), needed(query)];
    all += need.length;
    missed += need.filter((name) => !guess.includes(name)).length;
    needless += guess.filter((name) => !need.includes(name)).length;
  }
  const share = (part) => `${(part / all * 100).toFixed(1)} %`;
  report(`of ${all} pieces with words ${share(missed)} come late and ${share(needless)} in vain`, missed + needless > all / 10 ? ['too many'] : []);
}

if (questions) measureBudgets(engine, site, questions);
finish();
