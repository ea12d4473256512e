// Invents a large catalogue out of a real one, always the same:
//
//   node tests/browser/invent.mjs ROOT FOLDER COUNT
//
// Each case takes its fields and sentences from several real ones, and some names of its own, so
// that the words are as frequent, and the texts as long, as in the real catalogue. Every
// twentieth case is told twice, so that scores are equal.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, folder, count] = process.argv.slice(2);

// A small generator of pseudo-random numbers (xorshift, 32 bits).
let state = 2463534242;
function random(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = (items) => items[random(items.length)];
const some = (items, least, most) => {
  const set = new Set();
  for (let wanted = least + random(most - least + 1), tries = 0; set.size < wanted && tries < 50; tries++) set.add(pick(items));
  return [...set];
};

const cases = readdirSync(join(root, 'content/case-studies')).filter((name) => name.endsWith('.md')).sort()
  .map((name) => readFileSync(join(root, 'content/case-studies', name), 'utf8'));
const field = (text, key) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? '';
const terms = (key) => [...new Set(cases.flatMap((text) => field(text, key).replace(/[[\]]/g, '').split(', ').filter(Boolean)))];
const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_#>`]/g, '').replace(/\s+/g, ' ').trim();
const sentences = cases.flatMap((text) => text.split(/^---$/m)[2].split(/\n\n+/)
  .filter((paragraph) => !/^#/.test(paragraph)).flatMap((paragraph) => plain(paragraph).split(/(?<=[.!?]) /)))
  .filter((sentence) => sentence.length > 40 && sentence.length < 320 && /[.]$/.test(sentence));
const titles = cases.map((text) => field(text, 'title').replace(/^"|"$/g, '').split(':')[0]);
const summaries = cases.map((text) => field(text, 'summary').replace(/^"|"$/g, '')).flatMap((text) => text.split(/(?<=[.!?]) /));
const types = [...new Set(cases.flatMap((text) => [...text.matchAll(/^ {4}type: ([a-z-]+)$/gm)].map((found) => found[1])))]
  .filter((type) => cases.some((text) => text.includes(`partners:`) && text.split('outcomes:')[0].includes(`type: ${type}`)));

// A name that no real case has: "Tarnworth".
const name = () => pick(['Tarn', 'Hol', 'Bramp', 'Wick', 'Sel', 'Marsh', 'Cold', 'Ash', 'Thorn', 'Elm', 'Ryd', 'Pen', 'Glas', 'Kes', 'Lud', 'Mor'])
  + pick(['worth', 'ton', 'field', 'by', 'wick', 'ham', 'stead', 'mere', 'gate', 'ley', 'bourne', 'combe', 'dale', 'thorpe'])
  + pick(['', '', ' Green', ' Cross', ' Vale', 'ing']);

function clip(text, most) {
  if (text.length <= most) return text;
  return text.slice(0, text.lastIndexOf(' ', most)).replace(/[ ,;:–-]+$/, '');
}

const quoted = (text) => JSON.stringify(text.replace(/"/g, "'"));

function invent() {
  const place = name();
  const title = clip(`${pick(titles)} in ${place}`, 105).replace(/[.]+$/, '');
  const summary = clip(`${pick(summaries)} ${pick(summaries)} ${pick(summaries)}`, 260).padEnd(40, '.');
  const paragraph = () => Array.from({ length: 4 + random(6) }, () => pick(sentences).replace(/\b(Leeds|London|Liverpool|Barnsley)\b/g, name())).join(' ');
  const lines = [
    `title: ${quoted(title)}`, `summary: ${quoted(summary)}`, `place: ${quoted(place)}`,
    `regions: [${some(terms('regions'), 1, 2).join(', ')}]`,
    'partners:', ...some(types, 1, 4).flatMap((type) => [`  - name: ${quoted(`${place} ${type.replace(/-/g, ' ')}`)}`, `    type: ${type}`]),
    `priority_areas: [${some(terms('priority_areas'), 1, 3).join(', ')}]`,
    `deprivation_focus: [${some(terms('deprivation_focus').filter((term) => term !== 'whole-population'), 1, 4).join(', ')}]`,
    `actions: [${some(terms('actions'), 1, 4).join(', ')}]`,
    `stage: live`, `result: ${pick(terms('result'))}`, `evaluation: ${pick(['none', 'activity', 'views'])}`,
    `published: 20${10 + random(17)}-0${1 + random(9)}-1${random(10)}`, `start: ${2000 + random(25)}`,
  ];
  const body = ['The need', 'What we did', 'What changed', 'What helped'].map((heading) => `## ${heading}\n\n${paragraph()}\n`);
  return `---\n${lines.join('\n')}\n---\n${body.join('\n')}`;
}

mkdirSync(join(folder, 'content/case-studies'), { recursive: true });
cpSync(join(root, 'content/vocabulary'), join(folder, 'content/vocabulary'), { recursive: true });
writeFileSync(join(folder, 'content/catalogue.yaml'), 'title: Invented cases\npublisher: Nobody\nlicence: OGL-UK-3.0\n');
let last = '';
for (let number = 0; number < +count; number++) {
  if (number % 20 !== 19) last = invent();
  writeFileSync(join(folder, `content/case-studies/case-${String((number * 7919) % 100003).padStart(5, '0')}.md`), last);
}
