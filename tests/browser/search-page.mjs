// Searches in a real browser, over http and from a folder, in TAP.
//
//   node tests/browser/search-page.mjs SITE ASK DATABASE SINGLE-FILE
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchRequests, withChromium } from './chromium.mjs';
import { loadEngine } from './engine.mjs';
import { expect, look, newPage, settled } from './looking.mjs';
import { makeQueries } from './queries.mjs';
import { serve } from './serve.mjs';
import { finish, report } from './tap.mjs';

const [folder, ask, database, single] = process.argv.slice(2);
const site = resolve(folder);
// Some of every class, and one for each piece of the index that few queries fetch.
const queries = [...makeQueries(loadEngine(site), 3).flatMap(([, some]) => some),
  'has:cost', 'title:health', 'place:london', 'id:b', 'partner-type:council', 'start:2025..2015', 'regon:london'];

const server = await serve(site);
const roots = { 'over http': server.address, 'from a folder': pathToFileURL(`${site}/`).href };

// A page that complains about everything said on the console and every request that leaves the site.
async function open(context, root, address, problems, ready = settled) {
  const page = await context.newPage();
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith(root)) problems.push(`asks for ${request.url()}`); });
  const everythingCame = watchRequests(page, (request) => problems.push(`could not load ${request.url()}`));
  await page.goto(root + address);
  await ready(page);
  await everythingCame();
  return page;
}

const ids = (page) => page.evaluate(() => [...document.querySelectorAll('main ol a')].map((link) => link.href.split('/').pop().replace('.html', '')));
const text = (page, selector) => page.evaluate((one) => document.querySelector(one).textContent, selector);
const answers = execFileSync(ask, [database], { input: queries.map((query) => `s\t${query}\n`).join(''), maxBuffer: 1 << 28 })
  .toString().trimEnd().split('\n').map((line) => JSON.parse(line));

for (const [way, root] of Object.entries(roots)) {
  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await open(context, root, 'search.html', problems);
    for (const [i, query] of queries.entries()) {
      await page.fill('#q', query);
      await page.press('#q', 'Enter');
      await settled(page);
      expect(problems, query, answers[i].ids, await ids(page));
      // Where nothing ranks, whole summaries are shown.
      if (answers[i].results.some(([score]) => score))
        expect(problems, `${query}: snippets`, answers[i].results.map(([, , snippet]) => snippet.join('')),
          await page.evaluate(() => [...document.querySelectorAll('.snippet')].map((one) => one.textContent)));
    }
    report(`${way}: ${queries.length} queries are answered as in the terminal, without a word on the console`, problems);
  });

  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await open(context, root, 'search.html', problems);
    await page.goto(`${root}index.html`);
    await page.fill('#home-search', 'smoking');
    await page.press('#home-search', 'Enter');
    await page.waitForURL(/search\.html\?q=smoking/);
    await settled(page);
    const all = await ids(page);
    if (!all.length) problems.push('the box of the home page finds nothing');
    // Keys alone: to the first filter, on and off, back by the browser's own button.
    await page.focus('#facet-0 summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await settled(page);
    expect(problems, 'the focus stays on the filter', 'checkbox', await page.evaluate(() => document.activeElement.type));
    const filtered = await ids(page);
    const address = page.url();
    if (!/priority-area=/.test(address)) problems.push(`the filter does not stand in the address: ${address}`);
    expect(problems, 'one chip', 1, await page.locator('#chips button').count());
    if (!/^Remove filter: /.test(await text(page, '#chips button'))) problems.push('the chip does not say what it does');
    await page.goBack();
    await settled(page);
    expect(problems, 'Back brings the results back', all, await ids(page));
    expect(problems, 'Back takes the chip away', 0, await page.locator('#chips button').count());
    await page.goForward();
    await settled(page);
    expect(problems, 'Forward brings the filter back', filtered, await ids(page));
    await page.focus('#chips button');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(problems, 'the chip takes its filter away', all, await ids(page));
    expect(problems, 'the focus is in the box', 'q', await page.evaluate(() => document.activeElement.id));
    // The address alone brings the same page.
    await page.goto(address);
    await settled(page);
    expect(problems, 'the address alone', filtered, await ids(page));
    // What is not here may have been done all the same.
    if (await page.isVisible('#call')) problems.push('the call for case studies stands where nothing is missing');
    await page.goto(`${root}search.html?q=burnley`);
    await settled(page);
    if (!await page.isVisible('#call a[href$="wanted.html"]')) problems.push('no call for case studies where something is not here');
    // More results.
    await page.goto(`${root}search.html?q=health`);
    await settled(page);
    expect(problems, 'ten at first', 10, (await ids(page)).length);
    await page.click('#more');
    await page.waitForFunction(() => document.querySelectorAll('main ol a').length > 10);
    expect(problems, 'the focus is on the first of the new', 10, await page.evaluate(() =>
      [...document.querySelectorAll('main ol a')].indexOf(document.activeElement)));
    // Choosing what to compare, by keys; what is chosen stays so in the next search.
    await page.focus('#found .listed');
    await page.keyboard.press('Space');
    expect(problems, 'the focus stays on the box', 'listed', await page.evaluate(() => document.activeElement.className));
    expect(problems, 'what is offered for one', 'Open my list (1)', await text(page, '.chosen'));
    const [first] = await ids(page);
    await page.fill('#q', 'smoking');
    await page.press('#q', 'Enter');
    await settled(page);
    for (const box of (await page.locator('#found .listed:not(:checked)').all()).slice(0, 3)) await box.check();
    expect(problems, 'what is offered for four', 'Open my list (4)Compare these 4', await text(page, '.chosen'));
    await page.focus('.chosen a:last-child');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#compared thead th:nth-of-type(4)');
    expect(problems, 'the first that was chosen comes first', true, await page.evaluate((id) =>
      document.querySelector('#compared thead a').href.endsWith(`/${id}.html`), first));
    // Corrections, synonyms, nothing at all.
    await page.goto(`${root}search.html?q=presure`);
    await settled(page);
    if (!/^Nothing has presure: searched for pressure instead/.test(await text(page, '#notes')))
      problems.push(`no correction is named: ${await text(page, '#notes')}`);
    await page.goto(`${root}search.html?q=bp`);
    await settled(page);
    if (!/Also searched, for bp: .*blood pressure/.test(await text(page, '#notes'))) problems.push('no synonym is named');
    await page.goto(`${root}search.html?q=blood+pressure+checks+for+men`);
    await settled(page);
    expect(problems, 'many synonyms stand behind one line', [true, false],
      [/^Also searched: \d+ other words$/.test(await text(page, '#notes summary')), await page.isVisible('#notes details p')]);
    await page.goto(`${root}search.html?q=zzzzzzzz`);
    await settled(page);
    if (!/^No case studies/.test(await text(page, '#status'))) problems.push('nothing found is not said');
    expect(problems, 'what stands in place of filters where nothing is found', [false, true],
      [await page.isVisible('#results'), await page.isVisible('.ways-in')]);
    report(`${way}: filters, chips, Back, addresses, more results and notes, by keys alone`, problems);
  });
}

await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await open(context, roots['over http'], 'search.html?q=smoking', problems);
  await page.evaluate(() => {
    window.spoken = [];
    new MutationObserver(() => window.spoken.push(document.getElementById('status').textContent))
      .observe(document.getElementById('status'), { childList: true, characterData: true, subtree: true });
  });
  await page.fill('#q', 'housing');
  await page.press('#q', 'Enter');
  await settled(page);
  const spoken = await page.evaluate(() => window.spoken);
  expect(problems, 'the sentence is set once', 1, spoken.length);
  if (!/ for “housing”/.test(spoken[0] ?? '')) problems.push(`it says ${spoken[0]}`);
  report('the count is spoken once', problems);
});

// More results, what is chosen and the place on the page are found again, wherever pages come from.
for (const [way, root] of Object.entries(roots)) {
  await withChromium({ width: 400, height: 800 }, async (context) => {
    const problems = [];
    const page = await open(context, root, 'search.html?q=health', problems);
    await page.click('#more');
    await page.waitForFunction(() => document.querySelectorAll('main ol h3 a').length === 20);
    await page.locator('#found .listed').nth(2).check();
    await page.locator('#found .listed').nth(12).check();
    const before = await ids(page);
    const link = page.locator('#found h3 a').nth(14);
    await link.scrollIntoViewIfNeeded();
    const y = await page.evaluate(() => window.scrollY);
    await link.click();
    await page.waitForSelector('.decision');
    await page.goBack();
    await settled(page);
    expect(problems, 'as many results', before, await ids(page));
    expect(problems, 'what was chosen', 2, await page.locator('.listed:checked').count());
    const back = await page.evaluate(() => window.scrollY);
    if (!y || Math.abs(back - y) > 60) problems.push(`the page stands at ${back}, and stood at ${y}`);
    await page.goto(`${root}search.html?q=smoking`);
    await settled(page);
    if (await text(page, '.chosen a') !== 'Open my list (2)') problems.push('another search forgets what was chosen');
    // A dead end says what there would be without one filter.
    await page.goto(`${root}search.html?q=smoking&region=international&priority-area=smoking`);
    await settled(page);
    await page.waitForSelector('#found button');
    const ways = await page.locator('#found button').allTextContents();
    if (!ways.some((words) => /^Without region: \d+ case stud/.test(words))) problems.push(`the ways out: ${ways.join(', ')}`);
    await page.locator('#found button', { hasText: 'Without region' }).click();
    await settled(page);
    const promised = Number(/(\d+) case stud/.exec(ways.find((words) => /^Without region/.test(words)))[1]);
    if (!(await text(page, '#status')).startsWith(`${promised} case stud`)) problems.push('it leads to another number of cases');
    report(`${way}: Back finds the results, the choice and the place again, and a dead end has ways out`, problems);
  });
}

await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await open(context, roots['over http'], 'search.html?q=health&priority-area=smoking&result=positive', problems);
  await page.focus('#sort');
  expect(problems, 'no more filters before they are asked for', 0, await page.locator('#more-filters input').count());
  await page.evaluate(() => { document.getElementById('filters').open = true; });
  await page.click('#more-filters > summary');
  await page.waitForSelector('#more-filters input', { state: 'attached' });
  await page.click('#chips button:has-text("Clear all filters")');
  await page.waitForFunction(() => !/result=/.test(location.search));
  await settled(page);
  expect(problems, 'no filter is left', 0, await page.locator('#chips button').count());
  await page.focus('.skip-filters');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(problems, 'the skip link leads to the first result', true, await page.evaluate(() =>
    document.activeElement === document.querySelector('#found a') || document.activeElement.closest('.results') !== null));
  report('more filters come when they are asked for, all can be cleared, and skipped', problems);
});

// While it waits the page says so, in place of the lists; and what is there stays where it is.
await withChromium({ width: 400, height: 800 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  let released;
  const release = new Promise((done) => { released = done; });
  await page.route(/search\/(t|cards|texts)/, async (route) => {
    await release;
    await route.continue();
  });
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${roots['over http']}search.html?q=smoking`, { waitUntil: 'commit' });
  await page.waitForSelector('#waiting:visible');
  expect(problems, 'what it says', 'Searching…', await text(page, '#waiting'));
  expect(problems, 'no list meanwhile', false, await page.locator('.ways-in').isVisible());
  expect(problems, 'no filters that do nothing', false, await page.locator('#filters').isVisible());
  released();
  await settled(page);
  expect(problems, 'it has stopped waiting', false, await page.locator('#waiting').isVisible());
  const shifted = await page.evaluate(() => window.shifted);
  if (shifted > 0.05) problems.push(`the page moved by ${shifted}`);
  report('the page says that it is searching, and nothing moves when the answer comes', problems);
});

// Ten results take three waves: the page, then what its address asks for beside stylesheet and scripts, then the cards.
await withChromium({ width: 400 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  const held = new Map();
  let came = () => {};
  await page.route(/\/(assets|search)\//, (route) => {
    held.set(new URL(route.request().url()).pathname, route);
    came();
  });
  const names = (pattern) => [...held.keys()].filter((name) => pattern.test(name));
  const heldAll = async (...patterns) => {
    while (!patterns.every((pattern) => names(pattern).length)) await new Promise((resolve) => { came = resolve; });
  };
  const release = (pattern) => names(pattern).forEach((name) => {
    held.get(name).continue();
    held.delete(name);
  });
  await page.goto(`${roots['over http']}search.html?q=stop+smoking+pregnancy`, { waitUntil: 'commit' });
  await heldAll(/css$/, /assets\/search.js$/, /search\/t\d+.js$/);
  const early = await page.evaluate(() => Object.keys(window.catalogue_early.asked));
  await heldAll(...early.map((name) => new RegExp(`search/${name}.js`)));
  release(/./);
  await heldAll(/cards/);
  expect(problems, 'what comes before the cards', [], names(/search\/[^/]*$/));
  release(/cards/);
  came = () => release(/cards/);
  await page.waitForFunction(() => document.querySelectorAll('#found li, #related li').length === 10);
  if (await page.locator('.snippet:visible').count() === 0) problems.push('no summary is shown');
  report('ten results are there after three waves', problems);
});

// Who asks again while a piece is on its way does not fetch it twice; one that did not come is asked for once more.
await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  const held = [];
  let came = () => {};
  await page.route(/search\/names\.js/, (route) => {
    held.push(route);
    came();
  });
  const heldAtLeast = async (count) => {
    while (held.length < count) await new Promise((resolve) => { came = resolve; });
  };
  const search = async (query) => {
    await page.fill('#q', query);
    await page.press('#q', 'Enter');
  };
  await page.goto(`${roots['over http']}search.html`);
  await settled(page);
  await search('has:cost');
  await heldAtLeast(1);
  await search('acts:>=community');
  await search('title:health');
  await held[0].continue();
  await settled(page);
  expect(problems, 'how often the names were fetched', 1, held.length);
  if (!(await ids(page)).length) problems.push('the last search found nothing');

  page.removeAllListeners(); // the browser itself says what it could not load
  await page.goto(`${roots['over http']}search.html?q=title:health`, { waitUntil: 'commit' });
  await heldAtLeast(2);
  await held[1].abort();
  await page.waitForFunction(() => /could not be read/.test(document.getElementById('status').textContent));
  await search('title:smoking');
  await heldAtLeast(3);
  await held[2].continue();
  await settled(page);
  if (!(await ids(page)).length) problems.push('a piece that did not come is not asked for again');
  report('a piece of the index that is on its way is fetched once', problems);
});

await withChromium({ width: 400 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  await page.route('**/assets/search.js*', (route) => route.abort());
  await page.goto(`${roots['over http']}search.html?q=smoking`);
  await page.waitForSelector('.ways-in:visible');
  if (!/does not work in this browser/.test(await text(page, '#waiting'))) problems.push(`it says ${await text(page, '#waiting')}`);
  report('where a script does not come or cannot run, the page says so and shows the lists', problems);
});

await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await open(context, roots['from a folder'], 'index.html', problems, () => {});
  const tiles = await page.evaluate(() => [...document.querySelectorAll('.tiles a[href*="?"]')].map((tile) =>
    [tile.href, Number(tile.querySelector('strong').textContent)]));
  if (tiles.length < 3) problems.push(`${tiles.length} tiles lead to a search`);
  for (const [address, count] of tiles) {
    await page.goto(address);
    await settled(page);
    expect(problems, address, `${count} case studies.`, await text(page, '#status'));
  }
  report('the tiles of the home page lead to what they count', problems);
});

for (const [width, scheme] of [[320, 'light'], [320, 'dark'], [1200, 'light'], [1200, 'dark']]) {
  await withChromium({ width, scheme }, async (context) => {
    const problems = [];
    const page = await open(context, roots['from a folder'], 'search.html?q=blood+pressure+-farmers&priority-area=cvd', problems);
    for (const box of (await page.locator('.listed').all()).slice(0, 2)) await box.check();
    page.removeAllListeners(); // axe-core itself asks for the stylesheets
    await look(page, 'results', problems);
    report(`axe-core finds nothing on a page of results, ${scheme}, ${width} pixels`, problems);
  });
}

await withChromium({ width: 1200, javaScriptEnabled: false }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  await page.goto(`${roots['from a folder']}search.html?q=smoking`);
  if (!/needs JavaScript/.test(await page.locator('main').innerText())) problems.push('nothing says that scripts are needed');
  if (!await page.locator('main a[href="case-studies/index.html"]').count()) problems.push('nothing leads to all case studies');
  report('without scripts the page leads to the lists', problems);
});

await withChromium({ width: 1200, offline: true }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  const file = pathToFileURL(resolve(single)).href;
  const drawn = (query) => page.waitForFunction((asked) => document.body.dataset.drawn === asked, `?q=${encodeURIComponent(query)}`);
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => { if (request.url().split(/[?#]/)[0] !== file) problems.push(`asks for ${request.url()}`); });
  await page.goto(file);
  await page.fill('#home-search', queries[0]);
  await page.press('#home-search', 'Enter');
  await drawn(queries[0]);
  for (const [i, query] of queries.entries()) {
    if (!query || answers[i].ids.length === 0) continue;
    await page.goto(`${file}#search.html?q=${encodeURIComponent(query)}`);
    await drawn(query);
    expect(problems, query, answers[i].ids, await ids(page));
  }
  await page.goto(`${file}?q=asthma`);
  await drawn('asthma');
  expect(problems, 'what stands behind the name of the file is in the box', 'asthma', await page.inputValue('#q'));
  if (!(await ids(page)).length) problems.push('and nothing is found');
  await page.click('main ol a');
  await page.waitForFunction(() => document.querySelector('main h1').textContent !== 'Search');
  const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
    .filter((to) => !/^(#|https?:|mailto:|data:text\/plain;)/.test(to)));
  expect(problems, 'links that lead out of the file', [], links);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('main h1').textContent === 'Search');
  report('the single file opens, searches like the terminal and shows its pages, offline', problems);
});

server.close();
finish();
