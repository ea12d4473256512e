// Compares the scripts that are sent with their sources, word by word, in TAP.
//
//   node tests/browser/search-scripts.mjs SITE SINGLE-FILE
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { finish, report } from './tap.mjs';

const [site, single] = process.argv.slice(2);
const assets = join(dirname(fileURLToPath(import.meta.url)), '../../catalogue/site/assets');
const page = readFileSync(single, 'utf8');

const scripts = {
  'assets/search.js': ['search-engine', 'search-query', 'search-shards', 'search-text'],
  'assets/search-page.js': ['search-notes', 'search-page', 'search-snippet'],
  'search/correct.js': ['search-correct'],
  'assets/compare.js': ['compare'],
};

// Its words, without where they stand; `comments` takes what nobody needs.
function wordsOf(script, comments = []) {
  const words = [];
  parse(script, { ecmaVersion: 'latest', onComment: comments, onToken: ({ start, end }) => words.push(script.slice(start, end)) });
  return words;
}

const sourceOf = (names) => names.map((name) => readFileSync(join(assets, `${name}.js`), 'utf8')).join('');

function compare(sent, names) {
  const comments = [];
  const [words, expected] = [wordsOf(sent, comments), wordsOf(sourceOf(names))];
  const at = expected.findIndex((word, i) => word !== words[i]);
  const problems = comments.map(({ value }) => `a comment is sent: ${value}`);
  if (at >= 0) problems.push(`${expected.slice(at, at + 5).join(' ')} became ${words.slice(at, at + 5).join(' ')}`);
  if (words.length !== expected.length) problems.push(`${words.length} words in place of ${expected.length}`);
  return problems;
}

for (const [path, names] of Object.entries(scripts)) {
  const sent = readFileSync(join(site, path), 'utf8');
  const blanks = sent.split('\n').filter((line) => /^\s|\s$/.test(line)).map((line) => `blanks are sent: ${line}`);
  report(`${path} holds the words of ${names.join(', ')}`, [...compare(sent, names), ...blanks]);
}
const inPage = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script);
for (const names of [...Object.values(scripts).slice(0, 3), ['search-single']])
  report(`the single file holds the words of ${names.join(', ')}`,
    inPage.some((script) => !compare(script, names).length) ? [] : ['it is not there']);
finish();
