// Words that explain themselves, in a real browser: pointed at, with the focus, touched; without scripts; on a narrow
// screen; in the results of a search and in the single file. In TAP.
//
//   node tests/browser/glossary.mjs SITE SINGLE-FILE
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, look, newPage, settled } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish, report } from './tap.mjs';

const [folder, single] = process.argv.slice(2);
const server = await serve(resolve(folder));
const root = server.address;
const one = pathToFileURL(resolve(single)).href;

// The case study that explains the most words.
const wordsIn = (path) => readFileSync(join(folder, path), 'utf8').split('id="word-').length;
const study = readdirSync(join(folder, 'case-studies')).map((name) => `case-studies/${name}`).filter((path) => path.endsWith('.html'))
  .reduce((most, path) => (wordsIn(path) > wordsIn(most) ? path : most));

// The meanings that are seen, and whether each is whole within the window's width.
const seen = (page) => page.evaluate(() => [...document.querySelectorAll('[role=tooltip]')].filter((tip) => tip.offsetHeight).map((tip) => {
  const { left, right } = tip.getBoundingClientRect();
  return left >= 0 && right <= innerWidth ? tip.textContent : `cut off: ${tip.textContent}`;
}));
const scrolls = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
const centre = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

// Every word of the page, one after the other, and nothing while none is meant.
async function each(page, problems, name, show) {
  const words = page.locator('main .explained > button');
  const count = await words.count();
  expect(problems, `${name}: nothing at first`, [], await seen(page));
  for (let i = 0; i < count; i++) {
    await words.nth(i).scrollIntoViewIfNeeded();
    await show(words.nth(i));
    const meaning = await words.nth(i).evaluate((word) => word.nextElementSibling.textContent);
    expect(problems, `${name}: word ${i}`, [meaning], await seen(page));
    if (await scrolls(page)) problems.push(`${name}: word ${i} makes the page scroll sideways`);
  }
  return count;
}

for (const width of [320, 1200]) {
  for (const javaScriptEnabled of [true, false]) {
    await withChromium({ width, javaScriptEnabled }, async (context) => {
      const problems = [];
      const page = await newPage(context, problems);
      for (const path of [study, 'evidence.html', 'browse/regions/north-west.html']) {
        await page.goto(root + path);
        const count = await each(page, problems, `${path}, pointed at`, (word) => word.hover());
        await page.mouse.move(0, 0);
        await each(page, problems, `${path}, with the focus`, (word) => word.focus());
        if (!count) problems.push(`${path} explains nothing`);
      }
      report(`words explain themselves to pointer and keys, ${width} pixels, ${javaScriptEnabled ? 'with' : 'without'} scripts`, problems);
    });
  }
}

await withChromium({ width: 320, hasTouch: true, javaScriptEnabled: false }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(root + study);
  await each(page, problems, 'touched', (word) => word.tap());
  await page.locator('h1').tap();
  expect(problems, 'touched elsewhere', [], await seen(page));
  report('and to a finger', problems);
});

await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(root + study);
  const word = page.locator('.text .explained > button').first();
  await word.hover();
  // The pointer can go to what is shown, and it stays.
  const [x] = await centre(word);
  const tip = await word.evaluate((button) => {
    const { top, bottom } = button.nextElementSibling.getBoundingClientRect();
    return { top, bottom, under: button.getBoundingClientRect().bottom };
  });
  expect(problems, 'it begins where its line ends', true, tip.top - tip.under < 8);
  await page.mouse.move(x, (tip.top + tip.bottom) / 2, { steps: 20 });
  expect(problems, 'the pointer on it', 1, (await seen(page)).length);
  await page.keyboard.press('Escape');
  expect(problems, 'gone at Escape', [], await seen(page));
  await word.focus();
  expect(problems, 'another look', 1, (await seen(page)).length);
  await look(page, 'with a meaning shown', problems);
  await page.emulateMedia({ media: 'print' });
  expect(problems, 'on paper', [], await seen(page));
  report('it can be pointed at, put away and printed, and axe-core finds nothing', problems);
});

await withChromium({ width: 320 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(`${root}search.html?q=smoking`);
  await settled(page);
  if (!await each(page, problems, 'results', (word) => word.focus())) problems.push('no result explains its level');
  await look(page, 'results', problems);
  await page.goto(`${one}#${study}`);
  await page.waitForSelector('main .explained');
  await each(page, problems, 'in one file', (word) => word.focus());
  report('in the results of a search and in the single file too', problems);
});
finish();
