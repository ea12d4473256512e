// Puts case studies on a list of one's own in a real browser, over http, from a folder and in the single file, in TAP.
//
//   node tests/browser/list.mjs SITE SINGLE-FILE
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, look, newPage } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish, report } from './tap.mjs';

const [folder, single] = process.argv.slice(2);
const site = resolve(folder);
const server = await serve(site);
const roots = { 'over http': server.address, 'from a folder': pathToFileURL(`${site}/`).href };
const onePage = pathToFileURL(resolve(single)).href;

const chosen = (page) => page.locator('.my-list').textContent();
const listed = (page) => page.evaluate(() => [...document.querySelectorAll('#list-cases > li')].map((row) => row.dataset.id));
const onList = (page) => page.locator('.listed:checked').evaluateAll((boxes) => boxes.map((box) => box.value));
const opened = (page) => page.waitForSelector('#list-cases > li');
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const idsIn = (page) => new URL(page.url().replace('#', '')).searchParams.get('ids');

// What a link that holds its file says.
const held = async (page, id) => decodeURIComponent((await page.locator(id).getAttribute('href')).split(',').slice(1).join(','));

// What the list can be taken away as, of as many cases.
async function takeAway(page, problems, count) {
  const titles = await page.locator('#list-cases h2').allTextContents();
  const bib = await held(page, '#list-bib');
  expect(problems, 'BibTeX entries', count, bib.match(/^@\w+\{/gm).length);
  expect(problems, 'RIS entries', count, (await held(page, '#list-ris')).match(/^ER {2}-/gm).length);
  expect(problems, 'names of files', ['case-studies.bib', 'case-studies.ris', 'case-studies.csv'],
    await page.locator('#list-ways a[download]').evaluateAll((links) => links.map((link) => link.download)));
  const csv = await held(page, '#list-csv');
  const whole = readFileSync(join(site, 'data/case-studies.csv'), 'utf8');
  const [columns, ...lines] = csv.split('\r\n');
  expect(problems, 'columns, with the mark that spreadsheets need', whole.split('\r\n')[0], columns);
  expect(problems, 'lines of the table', count, lines.filter((line) => whole.includes(`\r\n${line}\r\n`)).length);
  const words = await page.inputValue('#list-words');
  for (const title of titles) if (!words.includes(title)) problems.push(`the text lacks ${title}`);
  if (!/^Evidence level: E\d/m.test(words)) problems.push('the text lacks facts');
}

async function wholeTexts(page, problems) {
  await page.evaluate(() => document.querySelectorAll('.whole').forEach((whole) => { whole.open = true; }));
  const texts = await page.locator('.whole > div').allTextContents();
  if (texts.some((text) => !text.includes('The need') || text.length < 500)) problems.push('a text is not whole');
}

for (const [way, root] of Object.entries(roots)) {
  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await page.goto(`${root}browse/regions/london.html`);
    expect(problems, 'nothing is chosen', 'My list', await chosen(page));
    // By keys, on a list; what it does is said.
    await page.focus('.listed');
    await page.keyboard.press('Space');
    expect(problems, 'what is said', '1 case study on my list', await page.locator('main > [role=status]').textContent());
    const [first] = await onList(page);
    await page.reload();
    expect(problems, 'a reload keeps it', [first], await onList(page));
    // On a page of its own, and another in the A to Z.
    await page.click('.cases > li:nth-child(2) a');
    await page.waitForSelector('.decision');
    await page.check('.choose input');
    const [second] = await onList(page);
    expect(problems, 'another page knows both', 'My list (2)', await chosen(page));
    await page.goBack();
    await page.waitForSelector('.cases');
    expect(problems, 'Back shows both', [first, second].sort(), (await onList(page)).sort());
    await page.click('nav a[href*="case-studies/index.html"]');
    await page.locator('.listed:not(:checked)').first().check();
    const third = (await onList(page)).find((id) => id !== first && id !== second);
    // The results of a search.
    await page.fill('#site-search', 'smoking');
    await page.press('#site-search', 'Enter');
    await page.waitForSelector('#found .listed');
    expect(problems, 'the search knows them', 'My list (3)', await chosen(page));
    await page.locator('#found .listed:not(:checked)').first().check();
    const fourth = await page.evaluate((known) => [...document.querySelectorAll('.listed:checked')].map((box) => box.value)
      .find((id) => !known.includes(id)), [first, second, third]);
    expect(problems, 'what is offered', ['Open my list (4)', 'Compare these 4'], await page.locator('.chosen a').allTextContents());
    await page.click('.chosen a');
    await opened(page);
    expect(problems, 'the list, in the order of choosing', [first, second, third, fourth], await listed(page));
    expect(problems, 'an address that can be sent', [first, second, third, fourth].join(), idsIn(page));
    await takeAway(page, problems, 4);
    await wholeTexts(page, problems);
    // Order, removal and taking it back, by keys.
    await page.locator('#list-cases > li:nth-child(3) button:has-text("Move up")').focus();
    await page.keyboard.press('Enter');
    expect(problems, 'moved up', [first, third, second, fourth], await listed(page));
    expect(problems, 'the focus goes with it', third, await page.evaluate(() => document.activeElement.closest('li').dataset.id));
    await page.locator('#list-cases > li:nth-child(4) button:has-text("Remove")').focus();
    await page.keyboard.press('Enter');
    expect(problems, 'removed', [first, third, second], await listed(page));
    expect(problems, 'the focus is on its neighbour', second, await page.evaluate(() => document.activeElement.closest('li').dataset.id));
    await page.click('#list-clear');
    expect(problems, 'empty', [[], 'Nothing is on this list yet.', 'My list'],
      [await listed(page), await focused(page), await chosen(page)]);
    expect(problems, 'it says how to begin', true, await page.isVisible('#list-empty'));
    await page.click('#list-undo');
    expect(problems, 'back again', [first, third, second], await listed(page));
    await page.reload();
    await opened(page);
    expect(problems, 'a reload keeps the order', [first, third, second], await listed(page));
    await page.click('#list-compare');
    await page.waitForSelector('#compared thead th:nth-of-type(3)');
    await page.goBack();
    await opened(page);
    expect(problems, 'Back shows the list', [first, third, second], await listed(page));
    // Somebody else opens the address.
    const address = await page.locator('#list-address').evaluate((link) => link.href);
    await page.evaluate(() => window.sessionStorage.clear());
    await page.goto(`${root}index.html`);
    await page.goto(`${address},not-there`);
    await opened(page);
    expect(problems, 'the list that was sent', [first, third, second], await listed(page));
    expect(problems, 'what is said of it', '3 case studies, chosen by whoever made this address. 1 in the address could not be found.',
      await page.locator('#list-status').textContent());
    expect(problems, 'it is not theirs', 'My list', await chosen(page));
    await page.click('#list-add');
    expect(problems, 'now it is', 'My list (3)', await chosen(page));
    report(`${way}: a list is chosen anywhere, kept, ordered, compared, taken away and sent`,
      problems.filter((problem) => !/ERR_FILE_NOT_FOUND|status of 404/.test(problem)));
  });

  // A browser that keeps nothing for a page.
  await withChromium({ width: 400 }, async (context) => {
    const problems = [];
    await context.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } }));
    const page = await newPage(context, problems);
    await page.goto(`${root}browse/regions/london.html`);
    await page.locator('.listed').nth(1).check();
    const [id] = await onList(page);
    await page.reload();
    expect(problems, 'a reload', [id], await onList(page));
    await page.click('.cases h2 a');
    await page.waitForSelector('.decision');
    await page.fill('#site-search', 'health');
    await page.press('#site-search', 'Enter');
    await page.waitForSelector('#found .listed');
    expect(problems, 'links and forms take it along', 'My list (1)', await chosen(page));
    await page.click('.my-list a');
    await opened(page);
    expect(problems, 'the list', [id], await listed(page));
    report(`${way}: where nothing is kept the address carries the list`, problems);
  });

  await withChromium({ width: 1200, javaScriptEnabled: false }, async (context) => {
    const problems = [];
    const page = await context.newPage();
    for (const path of ['browse/regions/london.html', 'case-studies/index.html', 'list.html']) {
      await page.goto(root + path);
      for (const dead of ['.listed', '.my-list a', '#list-ways', '#list-undo', '#list-empty'])
        if (await page.locator(dead).first().isVisible()) problems.push(`${path} shows ${dead}`);
    }
    expect(problems, 'the page says why', true, await page.locator('main .notice').isVisible());
    report(`${way}: without scripts nothing is shown that does nothing`, problems);
  });
}

// Links within the texts lead somewhere, and as many as there is room for can be chosen.
await withChromium({ width: 400 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  const root = roots['from a folder'];
  await page.goto(`${root}case-studies/index.html`);
  const all = await page.locator('.listed').evaluateAll((boxes) => boxes.map((box) => box.value));
  await page.goto(`${root}list.html?ids=${all.slice(0, 40).join()}`);
  await page.waitForSelector('#list-cases > li:nth-child(40)');
  await wholeTexts(page, problems);
  const links = await page.evaluate(() => [...document.querySelectorAll('#list-cases a, #list-cases img')].map((one) => one.href || one.src));
  for (const link of links.filter((one) => one.startsWith('file:')))
    if (!existsSync(fileURLToPath(link.split(/[?#]/)[0]))) problems.push(`a link leads to ${link}`);
  if (links.length < 40) problems.push(`${links.length} links`);
  await page.click('#list-add');
  await page.goto(`${root}case-studies/index.html`);
  expect(problems, 'no more than there is room for', 0, await page.locator('.listed:not(:checked):enabled').count());
  await page.locator('.listed:checked').first().uncheck();
  if (!await page.locator('.listed:not(:checked):enabled').count()) problems.push('there is no room again');
  report('as many as there is room for, and their links lead somewhere', problems);
});

// On paper.
await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(`${roots['from a folder']}case-studies/index.html`);
  for (const box of (await page.locator('.listed').all()).slice(0, 2)) await box.check();
  await page.click('.my-list a');
  await opened(page);
  await page.evaluate(() => { window.print = () => { window.printed = document.querySelectorAll('.whole[open]').length; }; });
  await page.click('#list-print');
  expect(problems, 'texts that are open when it prints', 2, await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: 'print' });
  for (const screen of ['#list-ways', '.my-list', '#list-cases .quiet-button'])
    if (await page.locator(screen).first().isVisible()) problems.push(`${screen} is printed`);
  expect(problems, 'a case study begins a page', 'page',
    await page.evaluate(() => getComputedStyle(document.querySelector('#list-cases > li + li')).breakBefore));
  report('the list prints as a reading pack', problems);
});

await withChromium({ width: 1200, offline: true }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(`${onePage}#search.html?q=smoking`);
  await page.waitForSelector('#found .listed');
  for (const box of (await page.locator('#found .listed').all()).slice(0, 2)) await box.check();
  const two = await onList(page);
  await page.click('#found li:nth-child(3) h3 a');
  await page.waitForSelector('.decision');
  await page.check('.choose input');
  const ids = [...two, ...await onList(page)];
  await page.goBack();
  await page.waitForSelector('#found .listed');
  expect(problems, 'Back knows all', ids, await onList(page));
  await page.reload();
  await page.waitForSelector('#found .listed');
  expect(problems, 'a reload keeps them', 'My list (3)', await chosen(page));
  await page.click('.chosen a');
  await opened(page);
  expect(problems, 'the list', ids, await listed(page));
  await takeAway(page, problems, 3);
  await wholeTexts(page, problems);
  await page.locator('#list-cases > li:nth-child(1) button:has-text("Remove")').click();
  expect(problems, 'one is gone', [ids.slice(1), ids.slice(1).join()], [await listed(page), idsIn(page)]);
  await page.click('#list-compare');
  await page.waitForSelector('#compared thead th:nth-of-type(2)');
  await page.locator('#more a').first().click();
  await page.waitForSelector('#compared thead th:nth-of-type(3)');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('#compared thead th').length === 2);
  report('the single file: a list is chosen, kept, compared and taken away, offline', problems);
});

for (const [width, scheme] of [[320, 'light'], [320, 'dark'], [768, 'light'], [1200, 'dark']]) {
  await withChromium({ width, scheme }, async (context) => {
    const problems = [];
    const page = await context.newPage();
    await page.goto(`${roots['from a folder']}browse/regions/london.html`);
    for (const box of (await page.locator('.listed').all()).slice(0, 3)) await box.check();
    await look(page, 'a list of cases with three chosen', problems);
    await page.click('.chosen a');
    await opened(page);
    await look(page, 'the list', problems);
    await page.click('#list-copy');
    await page.click('#list-clear');
    await look(page, 'the empty list', problems);
    report(`axe-core finds nothing on pages of chosen cases, ${scheme}, ${width} pixels`, problems);
  });
}

server.close();
finish();
