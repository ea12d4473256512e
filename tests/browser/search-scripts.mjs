// Compares the scripts that are sent with their sources, word by word, and lints these, in TAP.
//
//   node tests/browser/search-scripts.mjs SITE SINGLE-FILE
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { ESLint } from 'eslint';
import { finish, report } from './tap.mjs';

const [site, single] = process.argv.slice(2);
const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const assets = join(repository, 'catalogue/site/assets');
const page = readFileSync(single, 'utf8');

const scripts = {
  'assets/search.js': ['letters', 'lists/cases', 'lists/choice', 'say', 'search/engine', 'search/notes', 'search/page', 'search/query', 'search/shards', 'search/snippet', 'search/suggest', 'search/text', 'search/start'],
  'search/correct.js': ['search/correct'],
  'search/names.js': ['search/fields', 'search/names'],
  'assets/choice.js': ['lists/cases', 'lists/choice', 'say'],
  'assets/lists.js': ['lists/compare', 'lists/list'],
  'assets/contribute.js': ['contribute/answers', 'contribute/case_file', 'contribute/drafts', 'contribute/fields', 'contribute/personal', 'contribute/ways', 'letters', 'contribute/contribute'],
};

// Its words, without where they stand; `comments` takes what nobody needs.
function wordsOf(script, comments = []) {
  const words = [];
  parse(script, { ecmaVersion: 'latest', onComment: comments, onToken: ({ start, end }) => words.push(script.slice(start, end)) });
  return words;
}

// A phrase into which nothing is put is sent as it is said.
const sourceOf = (names) => names.map((name) => readFileSync(join(assets, `${name}.js`), 'utf8')).join('')
  .replace(/\bsay\(('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\)/g, '$1');

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
const holds = (html, names) => [...html.matchAll(/<script>([^]*?)<\/script>/g)].some(([, script]) => !compare(script, names).length)
  ? [] : ['it is not there'];
for (const names of [...Object.entries(scripts).filter(([path]) => path !== 'assets/choice.js').map(([, names]) => names), ['single']])
  report(`the single file holds the words of ${names.join(', ')}`, holds(page, names));
report('the page of results holds the words of inline/waiting', holds(readFileSync(join(site, 'search.html'), 'utf8'), ['inline/waiting']));

const early = /<script>([^]*?)catalogue_shard\("base"/.exec(readFileSync(join(site, 'search.html'), 'utf8'));
report('the page of results holds the words of inline/early before its stylesheet', early && early.index < readFileSync(join(site, 'search.html'), 'utf8').indexOf('rel="stylesheet"')
  ? compare(early[1], ['inline/early']) : ['it is not there']);

// That lint finds what browsers of 2019 lack, and nothing else.
const eslint = new ESLint({ cwd: repository, overrideConfigFile: join(repository, 'tests/eslint.config.mjs') });
const lint = async (script) => (await eslint.lintText(script, { filePath: join(assets, 'search/page.js') }))[0].messages;
const told = (messages) => messages.map(({ line, message }) => `${line}: ${message}`);
const refused = ['state = state?.query;', 'state = state ?? 1;', 'state ||= 1;', 'byId("q").replaceChildren();', '[1].at(-1);',
  'structuredClone(state);', '"a".replaceAll("a", "b");', 'globalThis.state = 1;', 'try { draw(); } catch { start(); }', 'new ResizeObserver(draw);'];
for (const script of refused) report(`lint refuses ${script}`, (await lint(script)).length ? [] : ['it says nothing']);
report('lint lets pass what they have',
  told(await lint('async function f({ a, ...b }) { for await (const c of b) a(/(?<=d)e/s, ...[c].flatMap(d => d)); }')));
for (const { filePath, messages } of await eslint.lintFiles([`${assets}/**/*.js`]))
  report(`lint has nothing to say of ${basename(filePath)}`, told(messages));
finish();
