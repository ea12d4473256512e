// Feeds the same answers to the form's rules and to `check`, and compares what they say, in TAP: the same problems, at
// the same answers, under the same codes. The answers are invented, from a seed; more than half of them are wrong. What
// identifies a person, and what only looks so, is that of tests/cases/private.txt: each line in an answer and in a text.
//
//   node tests/browser/form-rules.mjs SITE CATALOGUE ROOT [COUNT] [SEED]
//
// ROOT is an empty catalogue, which the files are written into.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { finish, report } from './tap.mjs';

const [site, catalogue, root, count = '2400', seed = '20261130'] = process.argv.slice(2);

const page = readFileSync(join(site, 'contribute.html'), 'utf8');
const rules = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(page)[1]);
const schema = JSON.parse(execFileSync(catalogue, ['schema', '--format', 'json-schema'], { maxBuffer: 1e8 }));
const scripts = readFileSync(join(site, 'assets/contribute.js'), 'utf8');
const sayer = readFileSync(new URL('../../catalogue/site/assets/say.js', import.meta.url), 'utf8');
const parts = sayer + scripts.slice(0, scripts.indexOf('function openContribute'));
const { answers, caseFile } = vm.runInNewContext(`${parts}; ({ answers, caseFile })`,
  { TextEncoder, address: { root: '/' }, URLSearchParams, localStorage: {} });

// Numbers that a seed gives, the same on every machine (a linear congruential generator of 31 bits).
let state = Number(seed) % 2147483647;
const random = (below) => {
  state = (state * 48271) % 2147483647;
  return state % below;
};
const chance = (of) => random(of) === 0;
const pick = (list) => list[random(list.length)];
const times = (number, make) => Array.from({ length: number }, (_, at) => make(at));

const words = 'people asked nurses town clinic bus park tea carers church shop council evening Tuesday trained visited letters phone found many few older younger families'.split(' ');
// A text of about so many characters.
function text(size) {
  let made = 'It';
  while (made.length < size) made += ` ${pick(words)}`;
  return made.slice(0, size).replace(/ $/, 's');
}

const termsOf = (property) => (property.items ? termsOf(property.items) : property.enum);
const propertyOf = (path) => path.reduce((at, key) => (at.items || at).properties[key], schema);

const goodNumber = () => pick(['0', '12', '-3', '0.25', '1200', '999999', '45.5']);
const badNumber = () => pick(['12%', '£40', 'about 12', '1,200', '1.', '.5', '1e3', '12 of 30', '--1', '1'.repeat(16), '½', '12k']);
const values = {
  text: (field, good) => {
    if (good) return text((field.shortest || 5) + random((field.longest || 120) - (field.shortest || 5)));
    if (field.shortest && chance(2)) return text(Math.max(2, field.shortest - 1 - random(5)));
    return field.longest ? text(field.longest + 1 + random(30)) : text(40);
  },
  number: (field, good) => (good ? goodNumber() : badNumber()),
  count: (field, good) => (good ? pick(['1', '2', '40', '1200']) : pick(['-4', '2.5', ...times(1, badNumber)])),
  year: (field, good) => (good ? String(1950 + random(76)) : pick(['24', '2024-05', '02024', 'last year', '1776', '20245'])),
  date: (field, good) => (good ? pick(['2019', '2021-04', '2024-02-29', '2020-12-31'])
    : pick(['2023-02-29', '2024-13', '2024-1', '31/12/2024', 'May 2024', '2024-00-10', 'soon', '1492'])),
  url: (field, good) => (good ? pick(['https://council.example/a', 'http://nhs.example', 'https://a.example/x?y=1&z=2#q'])
    : pick(['www.council.example', 'council.example', 'https://', 'ftp://a.example', 'https://me@a.example', 'https://a b.example', 'https:/a.example', 'see our page', 'https://-a.example/'])),
  email: (field, good) => (good ? 'publichealth@council.example'
    : pick(['council.example', 'a@b', 'a@@b.example', '@council.example', 'a@.example', 'team at council', 'a@council.', 'a b@council.example', 'a,b@council.example'])),
};

function one(field, path, good) {
  if (field.type === 'map') return map(field.members, path, good);
  if (field.type === 'term') return pick(termsOf(propertyOf(path)));
  return values[field.type](field, good || !chance(4));
}

function several(field, path, good) {
  const most = Math.min(field.most || 4, 4);
  const number = good || !chance(6) ? 1 + random(most) : (field.most || 4) + 1 + random(2);
  const items = times(number, () => one(field, path, good));
  // The same one twice is a mistake, too.
  return field.type === 'map' || (!good && chance(2)) ? items : [...new Set(items)];
}

function map(fields, path, good) {
  const made = {};
  for (const field of fields) {
    const left = field.required ? !good && chance(6) : chance(2);
    if (!left) made[field.key] = field.list ? several(field, path.concat(field.key), good) : one(field, path.concat(field.key), good);
  }
  return made;
}

function sections(good) {
  const made = {};
  for (const { heading, required } of rules.sections) {
    if (required ? !good && chance(8) : chance(3)) continue;
    made[heading] = good || !chance(8) ? `${text(80)}.\n\n- ${text(20)}\n- ${text(30)}.`
      : pick([`${text(30)}\n## Heading\n${text(20)}`, `${text(20)}\n----\n`, `${text(20)} <b>bold</b> ${text(9)}`]);
  }
  return made;
}

// [kind, words] of each line of the table of what identifies a person.
const people = readFileSync(new URL('../cases/private.txt', import.meta.url), 'utf8').split('\n').filter((line) => /^[a-z]/.test(line))
  .map((line) => line.split('\t')).map(([kind, written]) => [kind, written.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g,
    (_, point, byte) => (point ? String.fromCodePoint(parseInt(point, 16)) : { n: '\n', t: '\t' }[byte] || byte))]);
const nobody = people.filter(([kind]) => kind === 'none');

// Every text among some answers, as a function that puts another in its place.
function textsIn(fields, values) {
  return fields.filter((field) => values[field.key] !== undefined).flatMap((field) => {
    const value = values[field.key];
    if (field.type === 'map') return (field.list ? value : [value]).flatMap((group) => textsIn(field.members, group));
    if (field.type !== 'text') return [];
    return field.list ? value.map((_, at) => (put) => { value[at] = put(field); }) : [(put) => { values[field.key] = put(field); }];
  });
}

// Puts words into one of the answers, or into one of the texts.
function mention(given, words, inAnswer) {
  const texts = textsIn(rules.fields, given);
  if (inAnswer && texts.length) {
    pick(texts)((field) => answers.line(`${text(field.shortest || 9)}. See ${words} there`));
  } else if (Object.keys(given.sections).length) {
    const heading = pick(Object.keys(given.sections));
    given.sections[heading] = answers.lines(`${text(30)}.\n\n- See ${words} there.\n\n${given.sections[heading]}`);
  }
}

// Good answers agree with each other, too.
function made(at) {
  const good = at % 2 === 0;
  const given = map(rules.fields, [], good);
  given.sections = sections(good);
  if (good) {
    given.title = given.title.replace(/\.+$/, '');
    given.deprivation_focus = given.deprivation_focus.filter((term) => term !== 'whole-population');
    if (!given.deprivation_focus.length) given.deprivation_focus = ['core20'];
    delete given.end;
    delete given.reach;
    delete given.outcomes;
    if (given.cost) given.cost.amount = '400';
    if (given.contact) given.contact.url = 'https://council.example/contact';
    given.partners.forEach((partner) => delete partner.role);
  } else if (chance(3)) {
    given.title = `${given.title || text(20)}.`;
  }
  if (!good) mention(given, people[Math.floor(at / 4) % people.length][1], at % 4 === 1);
  else if (chance(3)) mention(given, pick(nobody)[1], chance(2));
  return answers.tidy(given);
}

mkdirSync(join(root, 'content/case-studies'), { recursive: true });
const written = times(Number(count), (at) => {
  const given = made(at);
  const file = caseFile.write(rules, given);
  const name = `invented-${at}.md`;
  writeFileSync(join(root, 'content/case-studies', name), file.text);
  return { name, given, file, problems: answers.problemsOf(rules, given) };
});

const checked = spawnSync(catalogue, ['check', '-C', root, '--format', 'json'], { maxBuffer: 1e9, encoding: 'utf8' });
const said = new Map();
// Of the warnings only those that the form gives, too.
const warned = new Set(rules.rules.filter((rule) => rule.warns).map((rule) => rule.code));
for (const diagnostic of JSON.parse(checked.stdout)) {
  if (diagnostic.severity !== 'error' && !warned.has(diagnostic.code)) continue;
  const name = diagnostic.path.split('/').pop();
  said.set(name, (said.get(name) || []).concat([[diagnostic.line, diagnostic.code]]));
}

const same = (told, wanted) => told && told.length === wanted.length && wanted.every((part, at) => told[at] === part);

// The line on which a file tells the answer of a path, or that which it is a part of.
function lineOf(file, path, code) {
  for (let size = path.length; size; size -= 1) {
    const at = file.paths.findIndex((paths) => paths.some((told) => same(told.flat(), path.slice(0, size))));
    if (at < 0) continue;
    // A list, and a group of answers, begin with what stands in them on the line below their key.
    const below = file.text.split('\n')[at].endsWith(':') && (code === 'C207' || code === 'C217' || size < path.length);
    return at + 1 + below;
  }
  return code === 'B401' ? 0 : 1;
}

// A problem of a text is one of its section, on whatever line.
function lineTold(file, line, code) {
  if (code === 'B401') return 0; // what is missing has no line in the form
  const [path] = (file.paths[line - 1] || [[]]).map((told) => told.flat());
  return code.startsWith('B') && line ? lineOf(file, path, code) : line;
}

const inOrder = (list) => [...new Set(list)].sort();
const differing = [];
const met = new Map();
let wrong = 0;
for (const { name, file, problems } of written) {
  const form = inOrder(problems.map(({ path, code }) => `${lineOf(file, path, code)} ${code}`));
  const check = inOrder((said.get(name) || []).map(([line, code]) => `${lineTold(file, line, code)} ${code}`));
  if (check.length) wrong += 1;
  for (const { path, code } of problems) {
    met.set(code, (met.get(code) || 0) + 1);
    met.set(`${code} of ${path[0]}`, 1);
  }
  if (form.join() !== check.join()) differing.push(`${name}: only the form: ${form.filter((one) => !check.includes(one)).join(', ')}; only check: ${check.filter((one) => !form.includes(one)).join(', ')}`);
}
report(`the form and check say the same of ${count} case studies, ${wrong} of them wrong`, differing.slice(0, 10));

const never = ['C202', 'C205', 'C206', 'C207', 'C208', 'C209', 'C210', 'C211', 'C214', 'C215', 'C216', 'C217', 'C219', 'C220', 'C221', 'C222', 'C224', 'C229',
  'C230', 'C231', 'C232', 'C233', 'C236', 'C237', 'C238', 'C239', 'C240', 'C241', 'C246', 'C301', 'B401', 'B404', 'B406', 'B412', 'B413', 'B414', 'B418',
  ...['B412', 'B413', 'B414'].flatMap((code) => ['title', 'summary', 'partners', 'learning', 'outcomes', 'sections'].map((key) => `${code} of ${key}`))].filter((code) => !met.has(code));
report('every rule that the form knows was broken', never);
report('about half of them were wrong', wrong > written.length / 3 && wrong < written.length * 0.7 ? [] : [`${wrong} of ${written.length}`]);
finish();
