// Brings the pages that scripts write on into their states, in a site whose words are in another alphabet, and keeps each
// as a file, for tests/words/left to read.
//
//   node tests/browser/words.mjs SITE SINGLE-FILE FOLDER
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endChromium, withChromium } from './chromium.mjs';
import { settled } from './looking.mjs';
import { serve } from './serve.mjs';

const [folder, single, states] = process.argv.slice(2);
const server = await serve(resolve(folder));
const onePage = pathToFileURL(resolve(single)).href;

await withChromium({}, async (context) => {
  const page = await context.newPage();
  const keep = async (name) => writeFileSync(join(states, `${name}.html`), await page.content());
  const open = (path) => page.goto(server.address + path);
  const answered = () => settled(page);

  // Search: each kind of answer, and each note on a query.
  const queries = {
    everything: '', results: 'цхецк', 'some words': 'цхецк ььь', 'one of several': 'барберс летерс ноне', nothing: 'ььььь', 'no field': 'men:цхецк', 'no term': 'region:цхецк', 'no such part': 'has:цхецк',
    'turned dates': 'start:2021..2019', 'no date': 'start:цхецк', 'short beginning': 'ц*', operators: 'цхецк AND ьь', 'no id': 'id:ьь',
    'no place': 'place:ьь', 'read as': 'region:Ыоркшире', part: 'has:cost', 'section of the text': 'has:what-did-not-work', misspelt: 'цхецкк', many: `${'ц'.repeat(9)} `.repeat(150),
  };
  for (const [name, query] of Object.entries(queries)) {
    await open(`search.html?q=${encodeURIComponent(query)}`);
    await answered();
    await keep(`search, ${name}`);
  }
  await open(`search.html?q=${encodeURIComponent('ььь')}&region=yorkshire-humber&result=positive`);
  await answered();
  await page.waitForSelector('#chips li');
  await page.evaluate(() => { document.getElementById('more-filters').open = true; });
  await keep('search, filters that leave nothing');
  await open('search.html');
  await answered();
  await page.locator('#q').pressSequentially('цхе');
  await page.waitForSelector('#suggestions li');
  await keep('search, suggestions');
  await page.route('**/assets/search.js*', (route) => route.abort());
  await open('search.html?q=asthma');
  await page.waitForFunction(() => !document.getElementById('waiting').hidden);
  await keep('search, without its script');
  await page.unroute('**/assets/search.js*');

  // A list of one's own, and two side by side.
  await open('case-studies/index.html');
  for (const box of await page.locator('.listed').all()) await box.check({ force: true });
  await keep('list, chosen');
  await open('list.html?ids=barbers,outreach,no-such-one');
  await page.waitForSelector('#list-cases li');
  await keep('list, brought by an address');
  await open('list.html');
  await page.waitForSelector('#list-cases li');
  await page.locator('#list-cases button').last().click();
  await page.evaluate(() => { document.querySelector('#list-words').closest('details').open = true; });
  await page.locator('#list-copy').click();
  await keep('list, changed');
  await page.locator('#list-clear').click();
  await keep('list, empty');
  for (const ids of ['', 'barbers', 'barbers,outreach,no-such-one']) {
    await open(`compare.html?ids=${ids}`);
    await page.waitForFunction(() => document.getElementById('status').textContent);
    await keep(`compare, ${ids.split(',').filter(Boolean).length}`);
  }

  // The form.
  await open('contribute.html');
  await page.locator('#case-next').click();
  await keep('form, first step with problems');
  const fill = (name, value) => page.evaluate(([path, text]) => {
    const control = document.querySelector(`[name="${path}"]`);
    control.value = text;
    control.dispatchEvent(new window.Event('input', { bubbles: true }));
    control.dispatchEvent(new window.Event('change', { bubbles: true }));
  }, [name, value]);
  await fill('title', 'Барберс.');
  for (const [name, value] of [['place', 'Барнслеы'], ['start', '2024-13'], ['end', '31/12/2024'], ['cost.amount', '45k'], ['cost.year', '24'],
    ['reach.people', '1,2'], ['partners.0.url', 'ььь'], ['outcomes.0.baseline', '10'], ['outcomes.0.after', '20'], ['outcomes.0.unit', 'ь'],
    ['outcomes.0.source', '7'], ['contact.email', 'ььь'], ['sections.The need', '# Ь\n\n<б>'], ['learning', 'ь\nь'], ['stage', 'live']]) {
    if (await page.locator(`[name="${name}"]`).count()) await fill(name, value);
  }
  await page.evaluate(() => document.querySelectorAll('[name="regions"]').forEach((box) => box.click()));
  await page.locator('.row-add').first().evaluate((button) => button.click());
  await page.locator('#case-check').click();
  await keep('form, all problems');
  for (const way of ['copy', 'save']) await page.locator(`#case-${way}`).click();
  await keep('form, saved');
  await open('contribute.html');
  await page.waitForSelector('#drafts-list li', { state: 'attached' });
  await page.evaluate(() => { document.getElementById('drafts').open = true; });
  await keep('form, drafts');
  await page.locator('#drafts-list button').last().click();
  await keep('form, a draft forgotten');
  for (const [asked, id] of [['adopted', 'adoption'], ['problem', 'problem']]) {
    await open(`contribute.html?${asked}=barbers`);
    await page.waitForSelector(`#${id}:not([hidden])`);
    await page.locator(`#${id}-copy`).click();
    await keep(`form, ${id}`);
  }

  // The single file.
  await page.goto(`${onePage}#search.html?q=${encodeURIComponent('has:what-did-not-work')}`);
  await page.waitForSelector('#found li');
  await keep('single file, search');
  await page.goto(`${onePage}#case-studies/no-such-one.html`);
  await page.waitForFunction(() => document.querySelector('#main h1'));
  await keep('single file, no such page');
});
server.close();
await endChromium();
