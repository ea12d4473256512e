// The whole catalogue in one file, in a real browser: citations, addresses that lead nowhere, and no scripts. In TAP.
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

await withChromium({}, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  for (const id of ids) {
    await page.goto(`${one}#case-studies/${id}.html`);
    await page.waitForSelector('#cite');
    for (const format of ['bib', 'ris', 'json']) {
      const link = page.locator(`#cite ~ p a[download="${id}.${format}"]`);
      expect(problems, `${id}.${format}`, readFileSync(join(folder, `data/citations/${id}.${format}`), 'utf8'),
        decodeURIComponent((await link.getAttribute('href')).split(',').slice(1).join(',')));
    }
    if (await page.getByText('For programs').count()) problems.push(`${id}: words that lead nowhere`);
  }
  report(`the citations of ${ids.length} case studies are in the file`, problems);
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
