// How far a reader has to go, in a real browser, in TAP: what one decides by stands in the first two screens of a
// telephone, and a case study and a comparison take few sheets of paper.
//
//   node tests/browser/reading.mjs SITE
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { finish, report } from './tap.mjs';

const site = resolve(process.argv[2]);
const root = pathToFileURL(`${site}/`).href;
const names = readdirSync(join(site, 'case-studies')).filter((name) => name.endsWith('.html') && name !== 'index.html').sort();
const size = (name) => statSync(join(site, 'case-studies', name)).size;
const longest = [...names].sort((a, b) => size(b) - size(a));

for (const width of [320, 390]) await withChromium({ width, height: 844 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  for (const name of names) {
    await page.goto(`${root}case-studies/${name}`);
    const late = await page.evaluate((screens) => [...document.querySelectorAll('.decision > div')]
      .filter((row) => ['Main result', 'Evidence level', 'What limits it', 'Cost', 'What did not work', 'Whom to ask'].includes(row.querySelector('dt').textContent))
      .map((row) => [row.querySelector('dt').textContent, Math.round(row.querySelector('dd').getBoundingClientRect().top)])
      .filter(([, top]) => top > screens), 2 * 844);
    for (const [what, top] of late) problems.push(`${name}: ${what} at ${top}`);
    // What would be "1 more" stands there itself, and the story is not begun twice.
    if (await page.evaluate(() => [...document.querySelectorAll('.decision a')].some((link) => link.textContent === '1 more'))) problems.push(`${name}: hides one more`);
    if (await page.locator('.summary-card').isVisible()) problems.push(`${name}: begins twice`);
    // Nothing is painted over a label, as what stands behind text in forced colours would be.
    const under = await page.evaluate(() => [...document.querySelectorAll('.decision dt')].filter((label) => {
      label.scrollIntoView({ block: 'center' });
      const { left, top, height } = label.getBoundingClientRect();
      return document.elementFromPoint(left + 2, top + height / 2) !== label;
    }).map((label) => label.textContent));
    if (under.length) problems.push(`${name}: painted over: ${under[0]}`);
    // A long address is told by whose it is.
    const bare = await page.locator('.decision a').evaluateAll((links) => links.map((link) => link.textContent).filter((text) => text.includes('//')));
    if (bare.length) problems.push(`${name}: ${bare[0]}`);
  }
  report(`what ${names.length} case studies are decided by stands in the first two screens of a telephone ${width} pixels wide`, problems);
});

// On a small telephone, too, they stand there of all but a few with much to tell.
await withChromium({ width: 360, height: 640 }, async (context) => {
  const page = await context.newPage();
  const late = [];
  for (const name of names) {
    await page.goto(`${root}case-studies/${name}`, { waitUntil: 'domcontentloaded' });
    if (await page.evaluate((screens) => [...document.querySelectorAll('.decision > div')].some((row) => ['Main result', 'Cost', 'Whom to ask'].includes(row.querySelector('dt').textContent)
      && row.querySelector('dd').getBoundingClientRect().top > screens), 2 * 640)) late.push(name);
  }
  report('result, cost and contact of 19 in 20 stand in two screens of 360 × 640 pixels', late.length > names.length / 20 ? late : []);
});

// What is drawn can be read off: the axis is in sight with it, however long the table.
await withChromium({ width: 390, height: 844 }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  await page.goto(`${root}investment.html`);
  const drawings = await page.locator('.report .drawn .effect').all();
  for (const drawing of drawings) {
    await drawing.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const [axis, sides] = await drawing.evaluate((one) => {
      const ticks = one.closest('table').querySelector('tfoot .ticks').getBoundingClientRect();
      const own = one.getBoundingClientRect();
      return [ticks.bottom <= window.innerHeight && ticks.top >= own.bottom, ticks.left === own.left && ticks.right === own.right];
    });
    if (!axis || !sides) problems.push(`a drawing ${axis ? 'beside' : 'without'} its axis`);
  }
  if (drawings.length < 20) problems.push(`only ${drawings.length} drawings`);
  report(`the axis of ${drawings.length} drawings is in sight on a telephone`, problems);
});

// Side by side and on a list, an address is a link too, under the name of its host; on paper it stands whole, and so
// does that of the page, with what was asked.
await withChromium({}, async (context) => {
  const problems = [];
  const page = await context.newPage();
  const ids = names.filter((name) => /class="address"/.test(readFileSync(join(site, 'case-studies', name), 'utf8'))).slice(0, 2).map((name) => name.replace('.html', ''));
  for (const [path, drawn] of [[`compare.html?ids=${ids}`, '#compared tbody tr'], [`list.html?ids=${ids}`, '#list-cases > li'], [`case-studies/${ids[0]}.html`, '.decision']]) {
    await page.goto('about:blank');
    await page.emulateMedia({ media: 'screen' });
    await page.goto(root + path);
    await page.waitForSelector(drawn);
    const links = () => page.locator('main a.address').evaluateAll((all) => all.map((link) => [link.textContent, link.href, getComputedStyle(link, '::after').content]));
    const onScreen = await links();
    if (onScreen.length < (path.includes('?') ? 2 : 1)) problems.push(`${path}: ${onScreen.length} links`);
    for (const [text, to, behind] of onScreen) if (text !== new URL(to).host.replace(/^www\./, '') || behind !== 'none') problems.push(`${path}: ${text} ${behind} leads to ${to}`);
    await page.emulateMedia({ media: 'print' });
    for (const [, to, behind] of await links()) if (behind !== `" (${to})"`) problems.push(`${path}: on paper ${behind}, not ${to}`);
    await page.evaluate(() => window.dispatchEvent(new window.Event('beforeprint')));
    const where = await page.locator('.site-footer .printed').innerText();
    if (where !== `https://catalogue.example/${path}`) problems.push(`${path}: on paper at ${where}`);
  }
  report('addresses are links under the name of their host, and whole on paper', problems);
});

// Nothing in a page lies beyond its side on a telephone, and a stacked table is one for whoever hears it.
for (const width of [320, 390]) {
  await withChromium({ width, height: 844 }, async (context) => {
    const problems = [];
    const page = await context.newPage();
    const ids = names.slice(0, 4).map((name) => name.replace('.html', ''));
    const reports = readdirSync(site).filter((name) => name.endsWith('.html') && readFileSync(join(site, name), 'utf8').includes('class="report"'));
    const lenses = readdirSync(join(site, 'lenses')).filter((name) => name.endsWith('.html')).map((name) => `lenses/${name}`);
    const some = [...reports, ...lenses, 'index.html', 'browse/index.html', 'places.html', 'case-studies/index.html', `case-studies/${longest[0]}`, `compare.html?ids=${ids}`, `compare.html?ids=${ids.slice(0, 2)}`];
    if (reports.length < 7) problems.push(`only ${reports.length} reports`);
    for (const path of some) {
      await page.goto(root + path);
      if (path.includes('?')) await page.waitForSelector('#compared tbody tr');
      problems.push(...await page.evaluate(() => {
        document.querySelectorAll('details').forEach((element) => { element.open = true; });
        const wide = [...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth);
        const bare = [...document.querySelectorAll('.report, .roomy, .compared, .figures')].flatMap((table) => [table, ...table.querySelectorAll('tr, th, td')])
          .filter((part) => !part.hasAttribute('role') && !part.closest('[aria-hidden]'));
        return [...wide.map((box) => `${box.scrollWidth} pixels in ${box.clientWidth}`), ...bare.slice(0, 1).map((part) => part.outerHTML)];
      }).then((found) => found.map((what) => `${path}: ${what}`)));
    }
    report(`${some.length} lists, reports and comparisons need no scrolling sideways at ${width} pixels`, problems);
  });
}

await withChromium({ width: 1280, height: 844 }, async (context) => {
  const page = await context.newPage();
  await page.goto(`${root}gaps.html`);
  report('the gap map fits a desk, with every name whole', await page.evaluate(() => {
    const box = document.querySelector('.broad .scroll');
    const cut = [...box.querySelectorAll('th')].filter((head) => [head, ...head.children].some((part) => getComputedStyle(part).overflow !== 'visible'
      && (part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth)));
    return [...cut.map((head) => head.textContent), ...(box.scrollWidth > box.clientWidth ? [`it is ${box.scrollWidth} pixels wide`] : [])];
  }));
});

async function sheets(page, path, drawn) {
  await page.goto(root + path);
  if (drawn) await page.waitForSelector(drawn);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

// One of ten, and the longest of all by their files: what is long on paper is long there.
await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  const some = new Set([...names.filter((name, i) => i % 10 === 0), ...longest.slice(0, 5)]);
  for (const name of some) {
    const count = await sheets(page, `case-studies/${name}`);
    if (count > 3) problems.push(`${name}: ${count}`);
    // The short facts at the end are not torn apart.
    await page.emulateMedia({ media: 'print' });
    if (await page.locator('.facts').evaluate((facts) => getComputedStyle(facts).breakInside) !== 'avoid') problems.push(`${name}: facts on two sheets`);
  }
  report(`${some.size} case studies print on three sheets, the longest too`, problems);
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

// The form can be filled in by hand, also where scripts do not run.
for (const javaScriptEnabled of [true, false]) {
  await withChromium({ javaScriptEnabled }, async (context) => {
    const page = await context.newPage();
    const problems = [];
    await page.goto(`${root}contribute.html`);
    await page.emulateMedia({ media: 'print' });
    const choices = page.locator('.step > .question .choice .term');
    const hidden = (await choices.evaluateAll((all) => all.filter((term) => !term.checkVisibility() || !term.getBoundingClientRect().height).map((term) => term.textContent)));
    if (hidden.length || await choices.count() < 100) problems.push(`of ${await choices.count()} choices ${hidden.length} do not print: ${hidden.slice(0, 3)}`);
    const steps = await page.locator('.step h2:visible').allTextContents();
    if (steps.join() !== [1, 2, 3, 4, 5, 6].map((step) => steps.find((text) => text.startsWith(`${step}. `))).join()) problems.push(`steps: ${steps}`);
    const count = await sheets(page, 'contribute.html');
    if (count > 5) problems.push(`it takes ${count} sheets`);
    report(`the form prints with every choice, on five sheets at most, ${javaScriptEnabled ? 'with' : 'without'} scripts`, problems);
  });
}

await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  // No sheet is left empty but for a heading, which would make three of the longest.
  for (const path of ['about.html', 'accessibility.html', 'evidence.html', 'glossary.html', 'privacy.html', 'quality.html', 'reuse.html', 'reviewing.html']) {
    const count = await sheets(page, path);
    if (count > (path === 'about.html' ? 1 : 2)) problems.push(`${path}: ${count}`);
  }
  report('pages of the editors print on two sheets at most', problems);
});

// The shades of a map are printed, or the figures in it stand for nothing; what is folded away on it is not.
await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  const count = await sheets(page, 'gaps.html');
  if (count > 2) problems.push(`${count} sheets`);
  await page.emulateMedia({ media: 'print' });
  if (await page.locator('main summary:visible').count()) problems.push('something folded away prints its name alone');
  if (await page.locator('td.shade-2').first().evaluate((cell) => getComputedStyle(cell).getPropertyValue('-webkit-print-color-adjust')) !== 'exact') problems.push('no shades');
  report('the gap map prints on two sheets, with its shades', problems);
});

await withChromium({}, async (context) => {
  const page = await context.newPage();
  const problems = [];
  const lenses = readdirSync(join(site, 'lenses'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of lenses) {
    const count = await sheets(page, `lenses/${name}/index.html`);
    if (count > 1) problems.push(`${name}: ${count}`);
  }
  if (lenses.length < 10) problems.push(`only ${lenses.length} lenses`);
  report(`the briefings on ${lenses.length} lenses print on one sheet each`, problems);
});
finish();
