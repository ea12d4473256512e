// Walks a whole site in a real browser, from disk or over http, in TAP.
//
//   node tests/browser/walk.mjs FOLDER [ADDRESS]
//
// ADDRESS is where the folder is served, and the base URL it was published with.
// Every page: opens without a line on the console and without a request to anywhere but the site; all links and fragments
// lead somewhere. Some of each kind of page: the HTML is valid (of a served site, all), no violation that axe-core finds
// and no sideways scrolling, light and dark, narrow and wide.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { watchRequests, withChromium } from './chromium.mjs';
import { look } from './looking.mjs';
import { finish, report } from './tap.mjs';

const site = resolve(process.argv[2] ?? 'build/site');
const served = process.argv[3];
const root = served ?? pathToFileURL(site + '/').href;

// How many pages of one kind (one folder, two deep) are looked at with axe-core, and how many of a large site are
// validated, a fifteenth of a second each.
const SAMPLES = 2;
const VALIDATED = 12;
// Each width and each scheme once: no rule of the stylesheet asks for both at a time.
const looks = [{ width: 320, scheme: 'light' }, { width: 1200, scheme: 'dark' }];

function everyFile(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everyFile(path) : [relative(site, path)];
  });
}

// A page that sends its visitor on is not walked but followed.
const sendsOn = (page) => readFileSync(join(site, page), 'utf8').includes('http-equiv="refresh"');
const everything = everyFile(site).filter((path) => path.endsWith('.html'));
const redirects = everything.filter(sendsOn);
const pages = everything.filter((page) => !redirects.includes(page));

// The path within the site that an address of it has, without query and fragment; nothing for another place.
const pathOf = (address) => (address.startsWith(root) ? decodeURIComponent(address.slice(root.length).split(/[?#]/)[0]) : undefined);

// What every page was found to hold: its anchors, and where it leads.
async function openAll(context) {
  const found = new Map();
  const problems = { console: [], requests: [], sizes: [] };
  const page = await context.newPage();
  let at = '';
  page.on('console', (message) => problems.console.push(`${at}: ${message.text()}`));
  page.on('pageerror', (error) => problems.console.push(`${at}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root)) problems.requests.push(`${at}: asks for ${request.url()}`);
  });
  const everythingCame = watchRequests(page, (request) => problems.requests.push(`${at}: could not load ${request.url()}`));
  for (at of pages) {
    await page.goto(root + at);
    found.set(at, await page.evaluate(() => ({
      anchors: [...document.querySelectorAll('[id]')].map((element) => element.id),
      links: [...document.querySelectorAll('a[href]')].map((element) => element.href),
      files: [...document.querySelectorAll('link[href], img[src], script[src]')].map((element) => element.href || element.src),
      canonical: document.querySelector('link[rel=canonical]')?.href,
      headings: document.querySelectorAll('h1').length,
      scroll: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    })));
    await everythingCame();
  }
  await page.close();
  return { found, problems };
}

function exists(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function brokenLinks(found) {
  const broken = [];
  for (const [from, { links, files }] of found) {
    for (const link of [...links, ...files]) {
      const target = pathOf(link);
      const fragment = decodeURIComponent(link.split('#')[1] ?? '');
      if (target === undefined) {
        if (link.startsWith('file:')) broken.push(`${from} leads out of the site, to ${link}`);
        continue;
      }
      if (!exists(join(site, target || 'index.html'))) broken.push(`${from} leads to ${target}, which is not there`);
      else if (fragment && found.has(target) && !found.get(target).anchors.includes(fragment))
        broken.push(`${from} leads to #${fragment}, which ${target} does not have`);
    }
  }
  return broken;
}

// Pages that nothing leads to, starting from the home page.
function unreached(found) {
  const seen = new Set(['index.html']);
  for (const from of seen) {
    for (const link of found.get(from).links) {
      const target = pathOf(link);
      if (found.has(target)) seen.add(target);
    }
  }
  return pages.filter((page) => !seen.has(page) && page !== '404.html').map((page) => `nothing leads to ${page}`);
}

function samples(most) {
  const kinds = new Map();
  for (const page of pages) {
    const kind = dirname(page) === '.' ? page : dirname(page).split('/')[0];
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  // The longest pages of a kind hold the most that can go wrong.
  const size = (page) => statSync(join(site, page)).size;
  return [...kinds.values()].flatMap((some) => some.sort((a, b) => size(b) - size(a)).slice(0, most));
}

async function follow(context) {
  const problems = [];
  const page = await context.newPage();
  for (const from of redirects) {
    await page.goto(root + from).catch(() => {}); // the page may be gone before it has loaded
    await page.waitForURL((url) => url.href !== root + from && url.href.startsWith(root))
      .catch(() => problems.push(`${from} sends nobody on`));
    if (!exists(join(site, pathOf(page.url()) ?? ''))) problems.push(`${from} sends its visitor to nowhere`);
  }
  return problems;
}

// Two cases side by side, as a case's own page links to them: columns, rows, and the way to add and to take away.
async function compare(context) {
  const problems = [];
  const page = await context.newPage();
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(root + compared);
  await page.waitForSelector('#compared tbody tr');
  const heads = () => page.locator('#compared thead th').count();
  if (await heads() !== 2) problems.push(`${await heads()} columns in place of two`);
  if (await page.locator('#compared tbody tr').count() < 10) problems.push('hardly any rows');
  // What is the same in each is said once, across the columns; so what differs is seen.
  const said = await page.locator('#compared tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => [cell.textContent, cell.colSpan])));
  const once = said.filter((cells) => cells.length === 1 && cells[0][1] === 2 && cells[0][0].startsWith('Each: '));
  const apart = said.filter((cells) => cells.length === 2 && (cells[0][0] !== cells[1][0] || cells[0][0] === 'Not stated'));
  if (!once.length || once.length + apart.length !== said.length) problems.push(`${once.length} rows say the same in each, ${apart.length} differ, of ${said.length}`);
  // However far down, whose column it is stands above it.
  await page.evaluate(() => document.querySelector('#compared tbody tr:nth-child(9)').scrollIntoView());
  if (await page.evaluate(() => document.querySelector('#compared thead th').getBoundingClientRect().top) < 0) problems.push('the heads scroll away');
  await page.locator('#more a').first().click();
  await page.waitForSelector('#compared thead th:nth-of-type(3)');
  await page.locator('#compared thead .note a').first().click();
  await page.waitForFunction(() => document.querySelectorAll('#compared thead th').length === 2);
  await page.goBack();
  await page.waitForSelector('#compared thead th:nth-of-type(3)');
  // Names that every object of a script has among them.
  for (const ids of ['not-there,<script>', 'constructor', 'to-string,__proto__,valueof']) {
    await page.goto(`${root}compare.html?ids=${ids}`);
    await page.waitForFunction(() => document.getElementById('status').textContent.includes('No case study is chosen'))
      .catch(() => problems.push(`ids=${ids} is not told to be nowhere`));
  }
  // The browser itself says on the console that a script is not there; that is all it may say.
  return problems.filter((problem) => !/ERR_FILE_NOT_FOUND|status of 404/.test(problem));
}

// Whoever follows a link that is no longer right, however deep.
async function lost(context) {
  const problems = [];
  const page = await context.newPage();
  page.on('response', (response) => {
    if (response.status() === 404 && !response.url().endsWith('not-there.html')) problems.push(`${response.url()} is not there`);
  });
  const response = await page.goto(`${root}case-studies/some/where/not-there.html`);
  if (response.status() !== 404) problems.push(`the answer is ${response.status()}`);
  if (!await page.evaluate(() => document.styleSheets.length && getComputedStyle(document.querySelector('.site-header')).backgroundColor !== 'rgba(0, 0, 0, 0)'))
    problems.push('it has no style');
  const words = await page.inputValue('#lost');
  if (words !== 'not there') problems.push(`what was looked for is "${words}"`);
  await page.click('.site-name');
  if (page.url() !== `${root}index.html`) problems.push(`home is ${page.url()}`);
  return problems;
}

// The picture that other sites show beside a link, as a browser reads it.
async function picture(context) {
  const problems = [];
  const page = await context.newPage();
  await page.goto(`${root}index.html`);
  const address = await page.locator('meta[property="og:image"]').getAttribute('content');
  if (!address.startsWith(root)) problems.push(`it stands at ${address}`);
  const size = await page.evaluate((src) => new Promise((done) => {
    const image = document.createElement("img");
    image.onload = () => done([image.naturalWidth, image.naturalHeight].join(' × '));
    image.onerror = () => done('no picture');
    image.src = src;
  }), address);
  if (size !== '1200 × 630') problems.push(`it is ${size}`);
  return problems;
}

// Feeds, the site map and what else is not HTML name addresses of this site, which are there.
function wrongAddresses() {
  const problems = [];
  let count = 0;
  for (const file of everyFile(site).filter((path) => /\.(xml|txt)$/.test(path))) {
    for (const [address] of readFileSync(join(site, file), 'utf8').matchAll(/https?:\/\/127\.0\.0\.1[^\s"<{]*/g)) {
      count++;
      if (!exists(join(site, pathOf(address.replaceAll('&amp;', '&')) || 'index.html'))) problems.push(`${file} names ${address}`);
    }
  }
  return count < 100 ? [...problems, `only ${count} addresses`] : problems;
}

// Each page names its one address, as it stands here.
const wrongCanonical = (found) => pages.filter((page) => page !== '404.html' && found.get(page).canonical !== root + page);

async function lookAt(context, some) {
  const problems = [];
  const page = await context.newPage();
  for (const path of some) {
    await page.goto(root + path);
    await look(page, path, problems);
  }
  return problems;
}

// Boxes that have to be scrolled sideways: only maps and what stands side by side, which have lists on two sides, may.
async function scrolled(context, some) {
  const problems = [];
  const page = await context.newPage();
  for (const path of some) {
    await page.goto(root + path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((element) => { element.open = true; }));
    for (const width of [320, 768, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      const boxes = await page.evaluate(() => [...document.querySelectorAll('.scroll, pre')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1 && !box.querySelector('.compact, .compared'))
        .map((box) => box.getAttribute('aria-label') ?? box.tagName));
      for (const box of boxes) problems.push(`${path}: ${box} at ${width} pixels`);
    }
  }
  return problems;
}

async function invalid(some) {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off', // titles of case studies may have 110 characters
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }], // boxes of one list
      'no-redundant-role': 'off', // a table that a narrow page stacks says what its parts are
      'aria-label-misuse': ['error', { allowAnyNamable: true }], // lists may have a name
    },
  }));
  const problems = [];
  for (const path of some) {
    const { results } = await validator.validateFile(join(site, path));
    for (const message of results.flatMap((result) => result.messages))
      problems.push(`${path}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
  }
  return problems;
}

const opened = await withChromium({ width: 320 }, openAll);
report(`all ${pages.length} pages open without a word on the console`, opened.problems.console);
report('nothing is asked of another place, and nothing is missing', opened.problems.requests);
report('every link and every fragment leads somewhere', brokenLinks(opened.found));
report('every page can be reached from the home page', unreached(opened.found));
report(`${redirects.length} old addresses lead on`, await withChromium({}, follow));
report('every page has one h1', pages.filter((page) => opened.found.get(page).headings !== 1));
report('no page scrolls sideways at 320 pixels', pages.filter((page) => opened.found.get(page).scroll > 0));
const compared = [...opened.found.values()].flatMap(({ links }) => links)
  .find((link) => link.includes('compare.html?ids=')).slice(root.length);
report('two case studies stand side by side', await withChromium({}, compare));
const some = [...samples(SAMPLES), compared];
for (const { width, scheme } of looks)
  report(`axe-core finds nothing on ${some.length} pages, ${scheme}, ${width} pixels`,
    await withChromium({ width, scheme }, (context) => lookAt(context, some)));
report('no table but a map has to be scrolled sideways', await withChromium({}, (context) => scrolled(context, some)));
const validated = served ? everything : samples(VALIDATED);
report(`html-validate finds nothing on ${validated.length} pages`, await invalid(validated));
if (served) {
  report('every page names its address', wrongCanonical(opened.found));
  report('a lost visitor finds the way home', await withChromium({}, lost));
  report('there is a picture to show beside a link', await withChromium({}, picture));
  report('feeds and site map name what is there', wrongAddresses());
}
finish();
