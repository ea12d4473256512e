// How far a reader has to go, in a real browser, in TAP: what one decides by stands in the first two screens of a
// telephone, and a case study and a comparison take few sheets of paper.
//
//   node tests/browser/reading.mjs SITE
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { finish, report } from './tap.mjs';

const site = resolve(process.argv[2]);
const root = pathToFileURL(`${site}/`).href;
const names = readdirSync(join(site, 'case-studies')).filter((name) => name.endsWith('.html') && name !== 'index.html').sort();
const size = (name) => statSync(join(site, 'case-studies', name)).size;
const longest = [...names].sort((a, b) => size(b) - size(a));

await withChromium({ width: 390, height: 844 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  for (const name of names) {
    await page.goto(`${root}case-studies/${name}`);
    const late = await page.evaluate((screens) => [...document.querySelectorAll('.decision > div')]
      .filter((row) => ['Main result', 'Cost', 'Whom to ask'].includes(row.querySelector('dt').textContent))
      .map((row) => [row.querySelector('dt').textContent, Math.round(row.querySelector('dd').getBoundingClientRect().top)])
      .filter(([, top]) => top > screens), 2 * 844);
    for (const [what, top] of late) problems.push(`${name}: ${what} at ${top}`);
  }
  report(`result, cost and contact of ${names.length} case studies stand in the first two screens of a telephone`, problems);
});

async function sheets(page, path, drawn) {
  await page.goto(root + path);
  if (drawn) await page.waitForSelector(drawn);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

// One of ten, and the longest of all.
await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  const some = names.filter((name, i) => i % 10 === 0);
  for (const name of some) {
    const count = await sheets(page, `case-studies/${name}`);
    if (count > (longest.indexOf(name) < names.length / 20 ? 4 : 3)) problems.push(`${name}: ${count}`);
  }
  const most = await sheets(page, `case-studies/${longest[0]}`);
  if (most > 4) problems.push(`the longest, ${longest[0]}: ${most}`);
  report(`${some.length} case studies print on three sheets, the longest on four`, problems);
});

await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  const usual = longest.slice(Math.floor(names.length / 3)).map((name) => name.replace('.html', ''));
  for (let i = 0; i + 1 < usual.length; i += 30) {
    const count = await sheets(page, `compare.html?ids=${usual[i]},${usual[i + 1]}`, '#compared tbody tr');
    if (count > 2) problems.push(`${usual[i]} and ${usual[i + 1]}: ${count}`);
  }
  report('two case studies of usual length side by side print on two sheets', problems);
});
finish();
