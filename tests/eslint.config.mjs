// What `make lint` asks of the JavaScript: the scripts that are sent, and those of the tests.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { parse } from 'acorn';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../catalogue/site/assets');

// The scripts of a page share the names at their top.
function namesAtTheTop() {
  return readdirSync(assets, { recursive: true }).filter((name) => name.endsWith('.js')).flatMap((name) =>
    parse(readFileSync(join(assets, name), 'utf8'), { ecmaVersion: 'latest' }).body
      .flatMap((part) => (part.declarations ? part.declarations : [part])).map(({ id }) => id && id.name).filter(Boolean));
}

const named = (names, value) => Object.fromEntries(names.map((name) => [name, value]));

const ofBrowsers = named(['Blob', 'document', 'localStorage', 'setTimeout', 'window', 'location', 'history', 'innerWidth', 'scrollTo', 'scrollY', 'sessionStorage', 'addEventListener',
  'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'], 'readonly');
const ofNode = named(['Buffer', 'URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'console', 'performance', 'process',
  'setTimeout', 'clearTimeout'], 'readonly');
// The functions that a test hands to a page.
const inPages = named(['document', 'window', 'location', 'getComputedStyle', 'scrollTo', 'innerWidth',
  'MutationObserver', 'PerformanceObserver'], 'readonly');

// What browsers of 2019 lack, by the names of their properties. Syntax is told by ecmaVersion.
const tooNew = ['allSettled', 'any', 'at', 'checkVisibility', 'findLast', 'findLastIndex', 'groupBy', 'hasOwn', 'isWellFormed',
  'matchAll', 'randomUUID', 'replaceAll', 'replaceChildren', 'requestSubmit', 'showModal', 'showPicker', 'showPopover',
  'structuredClone', 'toReversed', 'toSorted', 'toSpliced', 'toWellFormed', 'togglePopover', 'withResolvers'];

export default [
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error', 'no-implicit-globals': 'off', 'no-shadow-restricted-names': 'error', 'prefer-const': 'error',
      'no-throw-literal': 'error', 'no-unused-expressions': ['error', { allowShortCircuit: true }], 'no-self-compare': 'error',
    },
  },
  {
    files: ['catalogue/site/assets/**/*.js'],
    languageOptions: { ecmaVersion: 2018, sourceType: 'script', globals: { ...ofBrowsers, ...named(namesAtTheTop(), 'writable') } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-redeclare': ['error', { builtinGlobals: false }],
      'no-unused-vars': ['error', { vars: 'local', caughtErrors: 'none' }], // 2018 has no catch without a name
      'no-control-regex': 'off', // words are handled as bytes
      'no-restricted-properties': ['error', ...tooNew.map((property) => ({ property, message: 'Browsers of 2019 lack it.' }))],
    },
  },
  {
    files: ['tests/**/*.mjs'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: { ...ofNode, ...inPages } },
  },
];
