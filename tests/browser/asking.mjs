// Asks for what case studies tell, follows the examples of the help, the ways out of dead ends and what is suggested,
// in a real browser, in TAP.
//
//   node tests/browser/asking.mjs SITE SINGLE-FILE
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, look, newPage, settled } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish, report } from './tap.mjs';

const [folder, single] = process.argv.slice(2);
const site = resolve(folder);
const server = await serve(site);
const roots = { 'over http': server.address, 'from a folder': pathToFileURL(`${site}/`).href };
const onePage = pathToFileURL(resolve(single)).href;

const status = (page) => page.locator('#status').textContent();
const parts = (page) => page.locator('#found .part > div').allTextContents();
const words = (text) => text.replace(/\s+/g, ' ').trim();
const suggested = (page) => page.locator('#suggestions li').allTextContents();

async function type(page, text) {
  await page.fill('#q', '');
  await page.locator('#q').pressSequentially(text);
  await page.waitForSelector('#suggestions li:visible');
}

for (const [way, root] of Object.entries(roots)) {
  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await page.goto(`${root}searching.html`);
    const examples = await page.locator('main section:not([aria-labelledby=fields]) :is(dt, li) a, [aria-labelledby=fields] dd a').evaluateAll((links) => links.map((link) => link.href));
    if (examples.length < 40) problems.push(`${examples.length} examples`);
    for (const example of examples) {
      await page.goto(example);
      await settled(page);
      if (!/^\d+ case stud/.test(await status(page))) problems.push(`${example}: ${await status(page)}`);
    }
    report(`${way}: every example of the page on searching finds something`, problems);
  });

  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await page.goto(`${root}index.html`);
    await page.click('main a:has-text("What did not work")');
    await settled(page);
    const all = Number(/^\d+/.exec(await status(page)));
    const shown = await parts(page);
    expect(problems, 'every result tells it', Math.min(all, 10), shown.length);
    expect(problems, 'the box for it is ticked, and seen', true, await page.locator('#told input[value=what-did-not-work]').isChecked() &&
      await page.locator('#told input').first().isVisible());
    // It is what the page of the case says.
    await page.click('#found h3 a');
    expect(problems, 'as on its own page', words(await page.locator('section:has(#what-did-not-work) ul').innerText()), words(shown[0].replace(/\n/g, ' ')));
    await page.goBack();
    await settled(page);
    // A word among them, and another box, by keys.
    await page.fill('#q', `health ${await page.inputValue('#q')}`);
    await page.press('#q', 'Enter');
    await settled(page);
    const some = Number(/^\d+/.exec(await status(page)));
    if (!some || some > all) problems.push(`${some} of ${all} have the word`);
    await page.focus('#told input[value=what-helped]');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => /what-helped/.test(location.search));
    await settled(page);
    expect(problems, 'both stand in the query', 'health has:what-did-not-work has:what-helped', await page.inputValue('#q'));
    await page.click('#told input[value=what-did-not-work]');
    await page.waitForFunction(() => !/not-work/.test(location.search));
    await settled(page);
    expect(problems, 'one is left', 'health has:what-helped', await page.inputValue('#q'));
    await page.goBack();
    await settled(page);
    expect(problems, 'Back asks as before', 'health has:what-did-not-work has:what-helped', await page.inputValue('#q'));
    report(`${way}: what did not work, and what else is told, is asked for and shown`, problems);
  });

  await withChromium({ width: 400 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    for (const [dead, way] of [['q=burnley', /^“barnsley”: /], ['q=BURNLEY', /^“barnsley”: /], ['q=E3', /^“evidence:e3”: /], ['q=%22smoking+men%22', /^Only “smoking men”: /], ['q=smoking+has:what-did-not-work&region=international', /^Only “smoking”|^Without filters: /],
      ['q=smoking&region=international&priority-area=smoking', /^Without region: /]]) {
      await page.goto(`${root}search.html?${dead}`);
      await settled(page);
      if (!/^No case stud/.test(await status(page))) problems.push(`${dead} is no dead end: ${await status(page)}`);
      expect(problems, `${dead}: nothing to sort, and no filter where none is set, stands before the ways out`, [false, dead.includes('&')],
        [await page.isVisible('#sort'), await page.isVisible('#filters')]);
      const button = page.locator('#found button', { hasText: way }).first();
      const promised = /: (\d+ case stud)/.exec(await button.textContent())[1];
      await button.click();
      await page.waitForFunction((address) => location.search !== `?${address}`, dead);
      await settled(page);
      expect(problems, `${dead}: what is found can be sorted`, true, await page.isVisible('#sort'));
      if (!(await status(page)).startsWith(promised)) problems.push(`${dead}: promised ${promised}, found ${await status(page)}`);
    }
    report(`${way}: a dead end names queries that find something, with their counts`, problems);
  });

  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await page.goto(`${root}search.html`);
    await settled(page);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#q').pressSequentially('sm');
    await page.waitForFunction(() => document.getElementById('q').value === 'sm');
    expect(problems, 'asked for before three letters', [], asked);
    await type(page, 'smo');
    const offered = await suggested(page);
    if (!offered.includes('Priority area: Smoking and tobacco')) problems.push(`no term: ${offered.join('; ')}`);
    if (!offered.some((text) => /^smo[a-z]+$/.test(text))) problems.push(`no word: ${offered.join('; ')}`);
    if (!offered.some((text) => text.split(' ').length > 5)) problems.push(`no title: ${offered.join('; ')}`);
    expect(problems, 'what is said', `${offered.length} suggestions`, await page.locator('#suggested').textContent());
    // Through the list and out of it: the focus stays in the box, whose text is left alone.
    const active = () => page.evaluate(() => {
      const box = document.activeElement;
      const option = document.getElementById(box.getAttribute('aria-activedescendant') || '');
      return [box.id, box.getAttribute('aria-expanded'), option && option.getAttribute('aria-selected') === 'true' ? option.textContent : ''];
    });
    await page.keyboard.press('ArrowDown');
    expect(problems, 'the first', ['q', 'true', offered[0]], await active());
    await page.keyboard.press('ArrowUp');
    expect(problems, 'none', ['q', 'true', ''], await active());
    await page.keyboard.press('ArrowUp');
    expect(problems, 'the last', ['q', 'true', offered[offered.length - 1]], await active());
    await page.keyboard.press('Escape');
    expect(problems, 'closed, and the text is there', [['q', 'false', ''], 'smo'], [await active(), await page.inputValue('#q')]);
    // A term becomes a filter, a word the query, a title leads to its page.
    await type(page, 'smo');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?priority-area=smoking');
    await settled(page);
    await type(page, 'blood press');
    await page.click('#suggestions li:has-text("blood pressure"):not(:has-text(" gap "))');
    await page.waitForFunction(() => /q=blood/.test(location.search));
    await settled(page);
    expect(problems, 'the list is closed', false, await page.isVisible('#suggestions'));
    await type(page, 'barb');
    await page.locator('#suggestions li').last().click();
    await page.waitForSelector('.decision');
    // Enter without a choice asks what was typed.
    await page.goto(`${root}search.html`);
    await settled(page);
    await type(page, 'smo');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?q=smo');
    await settled(page);
    expect(problems, 'and closes the list', false, await page.isVisible('#suggestions'));
    report(`${way}: terms, words and titles are suggested from three letters on, by keys and by pointer`, problems);
  });
}

await withChromium({ width: 1200, offline: true }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(`${onePage}#searching.html`);
  await page.click('main a:has-text("What helped")');
  await page.waitForSelector('#found .part li');
  expect(problems, 'every result tells it', 10, await page.locator('#found .part').count());
  await type(page, 'smo');
  await page.locator('#suggestions li').first().click();
  await page.waitForFunction(() => /priority-area=smoking/.test(location.hash));
  await type(page, 'barb');
  await page.locator('#suggestions li').last().click();
  await page.waitForSelector('.decision');
  report('the single file tells and suggests too', problems);
});

for (const [width, scheme] of [[320, 'light'], [320, 'dark'], [1200, 'light'], [1200, 'dark']]) {
  await withChromium({ width, scheme }, async (context) => {
    const problems = [];
    const page = await context.newPage();
    await page.goto(`${roots['from a folder']}search.html?q=has:what-helped`);
    await settled(page);
    await look(page, 'what helped', problems);
    await type(page, 'smo');
    await page.keyboard.press('ArrowDown');
    await look(page, 'suggestions', problems);
    await page.goto(`${roots['from a folder']}search.html?q=burnley`);
    await settled(page);
    await page.waitForSelector('#found button');
    await look(page, 'a dead end', problems);
    report(`axe-core finds nothing, ${scheme}, ${width} pixels`, problems);
  });
}

server.close();
finish();
