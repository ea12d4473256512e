// The whole catalogue in one file, in a real browser: citations, every page, addresses that lead nowhere, and no scripts.
// In TAP.
//
//   node tests/browser/single.mjs SITE SINGLE-FILE
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, newPage } from './looking.mjs';
import { finish, report } from './tap.mjs';

const [folder, single] = process.argv.slice(2);
const one = pathToFileURL(resolve(single)).href;
const ids = JSON.parse(readFileSync(join(folder, 'data/catalogue.json'), 'utf8')).case_studies.map(({ id }) => id);

// What a link saves: the name of the file, and its text.
async function saved(page, link) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
}

await withChromium({}, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  const citations = () => page.evaluate(() => [...document.querySelectorAll('a[download]')].map((link) => [link.download, link.href]));
  for (const id of ids) {
    await page.goto(pathToFileURL(resolve(folder, `case-studies/${id}.html`)).href);
    const onSite = await citations();
    expect(problems, `${id}: what can be saved`, ['bib', 'ris', 'json'].map((format) => `${id}.${format}`), onSite.map(([name]) => name));
    await page.goto(`${one}#case-studies/${id}.html`);
    await page.waitForSelector('#cite');
    expect(problems, `${id}: in the single file`, onSite, await citations());
    if (await page.getByText('For programs').count()) problems.push(`${id}: words that lead nowhere`);
  }
  for (const address of [pathToFileURL(resolve(folder, `case-studies/${ids[0]}.html`)).href, `${one}#case-studies/${ids[0]}.html`]) {
    await page.goto('about:blank');
    await page.goto(address);
    const [name, text] = await saved(page, page.locator('a[download$=".bib"]'));
    expect(problems, `${address}: the file's name`, `${ids[0]}.bib`, name);
    if (!text.startsWith(`@misc{${ids[0]},\n`)) problems.push(`${address} saves: ${text}`);
  }
  report(`the citations of ${ids.length} case studies can be saved, from the site and from the single file`, problems);
});

await withChromium({}, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(one);
  const held = await page.evaluate('[...pages].map(([path, part]) => [path, part.html(), part.title])');
  for (const [path, html] of held)
    if (html.length < 200 || !readFileSync(join(folder, path), 'utf8').includes(html)) problems.push(`${path} is not as on the site: ${html.slice(0, 100)}`);
  if (held.length < 2 * ids.length) problems.push(`only ${held.length} pages`);
  // Where it is published, with what was asked.
  for (const path of [`compare.html?ids=${ids[0]},${ids[1]}`, `case-studies/${ids[0]}.html`, 'index.html']) {
    await page.evaluate((to) => { location.hash = to; }, path);
    const [, , title] = held.find(([name]) => name === path.split('?')[0]);
    await page.waitForFunction((wanted) => document.title === wanted, title);
    await page.evaluate(() => window.dispatchEvent(new window.Event('beforeprint')));
    expect(problems, 'the address on paper', `https://catalogue.example/board/${path}`, await page.locator('.site-footer .printed').textContent());
  }
  report(`${held.length} pages are packed as the site has them`, problems);
});

await withChromium({}, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  const missing = async (name) => {
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'This page is not in this file');
    expect(problems, `${name}: headings`, 1, await page.locator('h1').count());
    expect(problems, `${name}: the focus`, 'main', await page.evaluate(() => document.activeElement.id));
  };
  await page.goto(`${one}#case-studies/not-there.html`);
  await missing('opened');
  await page.click('main a[href="#case-studies/index.html"]');
  await page.click('main .place ~ .choose ~ a, main section a');
  await page.waitForSelector('.decision');
  await page.evaluate(() => { location.hash = '#case-studies/<b>.html'; });
  await missing('from another page');
  await page.goBack();
  await page.waitForSelector('.decision');
  report('an address of no page says so, and leads on', problems);
});

await withChromium({ width: 320, javaScriptEnabled: false }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(one);
  const text = await page.locator('body').innerText();
  for (const id of ids) {
    const study = JSON.parse(readFileSync(join(folder, `data/case-studies/${id}.json`), 'utf8'));
    if (!text.includes(study.title) || !text.includes(study.summary)) problems.push(`${id} cannot be read`);
  }
  expect(problems, 'links to pages that are not there', 0, await page.locator('nav:visible, .search-form:visible').count());
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) problems.push('it scrolls sideways');
  report('without scripts every case study can be read', problems);
});
finish();
