// Fills the form of a case study by keys alone, over http, from a folder and in the single file, saves the file, and
// has it checked; breaks answers, leaves and comes back, and takes the short ways about a case that is there. In TAP.
//
//   node tests/browser/contributing.mjs SITE SINGLE-FILE CATALOGUE ROOT
//
// ROOT is a catalogue of its own, which the saved files are put into.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, look, newPage } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish, report } from './tap.mjs';

const [folder, single, catalogue, root] = process.argv.slice(2);
const site = resolve(folder);
const server = await serve(site);
const onePage = pathToFileURL(resolve(single)).href;
const places = {
  'over http': (page, query = '') => page.goto(`${server.address}contribute.html${query}`),
  'from a folder': (page, query = '') => page.goto(`${pathToFileURL(`${site}/`).href}contribute.html${query}`),
  'in the single file': (page, query = '') => page.goto(`${onePage}#contribute.html${query}`),
};
const cases = join(root, 'content/case-studies');

// By keys: to an element of the page, forwards, as a reader goes.
async function tabTo(page, selector) {
  for (let presses = 0; presses < 400; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement && document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${selector}`);
}

const type = async (page, selector, text) => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};

// The box of a term, in the group that has to be opened first.
async function choose(page, name, term) {
  const box = `[name="${name}"][value="${term}"]`;
  const group = await page.locator(box).evaluate((one) => {
    const details = one.closest('details');
    return details && !details.open ? details.querySelector('summary').textContent : null;
  });
  if (group) {
    await page.evaluate(([wanted, label]) => {
      document.querySelectorAll('[data-goal]').forEach((one) => one.removeAttribute('data-goal'));
      const details = document.querySelector(wanted).closest('details');
      if (details.querySelector('summary').textContent === label) details.querySelector('summary').setAttribute('data-goal', '');
    }, [box, group]);
    await tabTo(page, '[data-goal]');
    await page.keyboard.press('Enter');
  }
  // Of buttons for one choice only the first, or the chosen one, is led to; arrows go on.
  if (await page.locator(box).getAttribute('type') === 'checkbox') {
    await tabTo(page, box);
    await page.keyboard.press('Space');
    return;
  }
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 40 && !(await page.locator(box).isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
}

async function select(page, name, term) {
  await tabTo(page, `[name="${name}"]`);
  const label = await page.locator(`[name="${name}"] option[value="${term}"]`).textContent();
  await page.keyboard.type(label);
}

const goOn = async (page) => {
  await tabTo(page, '#case-next');
  await page.keyboard.press('Enter');
};

async function fillRequired(page) {
  await type(page, '[name=title]', 'Barbers offer blood pressure checks: a first year');
  await type(page, '[name=summary]', 'Few men in two wards had their blood pressure checked. Barbers were "trained" to offer it #1. Checks rose in a year.');
  await choose(page, 'regions', 'london');
  await goOn(page);
  await type(page, '[name="partners.0.name"]', 'Example City Council');
  await select(page, 'partners.0.type', 'local-authority');
  await tabTo(page, '.row-add');
  await page.keyboard.press('Enter');
  await type(page, '[name="partners.1.name"]', 'Barbers’ Guild');
  await select(page, 'partners.1.type', 'community-group');
  await choose(page, 'priority_areas', 'cvd');
  await choose(page, 'deprivation_focus', 'men');
  await goOn(page);
  await type(page, '[name="sections.The need"]', 'Men in the two wards die younger.\n\n- Few go to a practice.\n');
  await type(page, '[name="sections.What we did"]', 'We asked the barbers first. They said: "yes".');
  await choose(page, 'actions', 'outreach');
  await choose(page, 'stage', 'live');
  await goOn(page);
  await choose(page, 'result', 'positive');
  await choose(page, 'evaluation', 'before-after');
  await type(page, '[name="sections.What changed"]', 'Checks rose from 300 to 1,200 in a year.');
}

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), (async () => {
    await tabTo(page, '#case-save');
    await page.keyboard.press('Enter');
  })()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

function check(name, text) {
  mkdirSync(cases, { recursive: true });
  readdirSync(cases).forEach((file) => rmSync(join(cases, file)));
  writeFileSync(join(cases, name), text);
  return spawnSync(catalogue, ['check', '-C', root], { encoding: 'utf8' });
}

// axe-core asks for the stylesheet again, which a page from a folder may not.
const looked = async (page, name, problems) => page.url().startsWith(pathToFileURL(site).href) || look(page, name, problems);

for (const [way, open] of Object.entries(places)) {
  await withChromium({ width: 1200 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await open(page);
    await fillRequired(page);
    await tabTo(page, '#case-check');
    await page.keyboard.press('Enter');
    expect(problems, 'nothing is wrong', true, await page.locator('#case-problems').isHidden());
    expect(problems, 'the card has the title', 'Barbers offer blood pressure checks: a first year', await page.locator('#case-card h3').textContent());
    const { name, text } = await save(page);
    expect(problems, 'the name of the file', 'barbers-offer-blood-pressure-checks-a-first-year.md', name);
    const checked = check(name, text);
    expect(problems, 'check passes it', 0, checked.status);
    if (checked.status) problems.push(checked.stdout + checked.stderr);
    expect(problems, 'what was typed stands in it', true, text.includes('summary: "Few men in two wards had their blood pressure checked. Barbers were \\"trained\\" to offer it #1. Checks rose in a year."'));
    expect(problems, 'the second partner, too', true, /- name: Barbers’ Guild\n {4}type: community-group/.test(text));
    report(`${way}: the form is filled by keys, and the file that it saves passes check`, problems);
  });

  await withChromium({ width: 320 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await open(page, '?priority_areas=cvd,cancer&deprivation_focus=nobody');
    expect(problems, 'the address fills in', ['cvd', 'cancer'].sort().join(), (await page.locator('[name=priority_areas]:checked').evaluateAll((all) => all.map((one) => one.value))).sort().join());
    expect(problems, 'and nothing that is no choice', 0, await page.locator('[name=deprivation_focus]:checked').count());
    await page.click('#case-next');
    expect(problems, 'what is missing is told', 3, await page.locator('#case-problems li').count());
    expect(problems, 'its words have the focus', 'case-problems', await page.evaluate(() => document.activeElement.id));
    await looked(page, `${way}, with problems`, problems);
    await page.click('#case-problems li a');
    expect(problems, 'the first link leads to the answer', 'title', await page.evaluate(() => document.activeElement.name));
    const described = await page.getAttribute('[name=title]', 'aria-describedby');
    expect(problems, 'the problem is read with it', true, described.split(' ').includes('q-title-error'));
    await page.fill('[name=title]', 'A title.');
    await page.click('#case-next');
    expect(problems, 'two problems of one answer stand together', 'Write at least 10 characters; it has 8. Take out the full stop at the end.', await page.textContent('#q-title-error'));
    await page.fill('[name=title]', 'A title that is long enough');
    report(`${way}: problems stand beside the answer and at the top`, problems);
    problems.length = 0;

    await page.click('#steps li:nth-child(4) button');
    await page.evaluate(() => document.querySelectorAll('.step:not([hidden]) .optional').forEach((one) => { one.open = true; }));
    await page.fill('[name="outcomes.0.unit"]', 'checks');
    await page.fill('[name="outcomes.0.baseline"]', '300');
    await page.fill('[name="outcomes.0.after"]', '1200');
    expect(problems, 'the change is shown', 'From 300 to 1,200 checks: 900 more.', await page.textContent('.change'));
    await page.click('#steps li:last-child button');
    const told = await page.locator('#case-problems li').allTextContents();
    expect(problems, 'it asks what was counted', true, told.some((one) => /Which figures and findings are there\? Say what was counted/.test(one)));
    await looked(page, `${way}, at the end`, problems);
    report(`${way}: a change is shown as it is typed, and what an outcome lacks is told`, problems);
    problems.length = 0;

    // It is still there when the page is opened again; and gone when it is to be.
    await open(page);
    await page.reload();
    expect(problems, 'the draft is opened', 'A title that is long enough', await page.inputValue('[name=title]'));
    await page.click('#drafts summary');
    await page.click('#drafts-new');
    expect(problems, 'another one is empty', '', await page.inputValue('[name=title]'));
    await page.fill('[name=title]', 'Another title, of another draft');
    expect(problems, 'both are kept', 2, await page.locator('#drafts-list li').count());
    await page.click('#drafts-list li:has-text("A title that is long enough") button:has-text("Open")');
    expect(problems, 'the first can be opened', '300', await page.inputValue('[name="outcomes.0.baseline"]'));
    await page.click('#drafts-forget');
    await page.reload();
    expect(problems, 'nothing is left', '', await page.inputValue('[name=title]'));
    expect(problems, 'nothing is listed', true, await page.locator('#drafts').isHidden());
    report(`${way}: drafts are kept, opened and forgotten`, problems);
  });

  await withChromium({ width: 390 }, async (context) => {
    const problems = [];
    const page = await newPage(context, problems);
    await open(page, '?adopted=barbers-blood-pressure');
    expect(problems, 'the long form is away', true, await page.locator('#case').isHidden());
    await page.fill('[name="adoptions.0.where"]', 'Sutton: the market');
    await page.fill('[name="adoptions.0.year"]', '2024');
    await page.selectOption('[name="adoptions.0.result"]', 'too-early');
    expect(problems, 'the lines', 'For content/case-studies/barbers-blood-pressure.md, among its answers:\n\nadoptions:\n  - where: "Sutton: the market"\n    year: 2024\n    result: too-early\n',
      await page.inputValue('#adoption-text'));
    await looked(page, `${way}, tried too`, problems);
    await page.fill('[name="adoptions.0.year"]', 'last year');
    await page.click('#adoption-copy');
    expect(problems, 'a wrong year is told', 'Write the year with four digits.', await page.textContent('#adoption .error'));
    await page.goto('about:blank');
    await open(page, '?problem=barbers-blood-pressure');
    await page.click('#problem-copy');
    expect(problems, 'nothing said is told', 1, await page.locator('#problem-problems li').count());
    await page.fill('[name="sections.What is wrong"]', 'The figure is of 2019.');
    expect(problems, 'what is sent', 'content/case-studies/barbers-blood-pressure.md\n\nWhat is wrong:\nThe figure is of 2019.', await page.inputValue('#problem-text'));
    await looked(page, `${way}, a problem`, problems);
    report(`${way}: a case that is there is added to, and corrected`, problems);
  });
}

// What does not fit into an address is copied and not lost.
await withChromium({ width: 1200 }, async (context) => {
  const problems = [];
  const page = await newPage(context, problems);
  await page.goto(`${server.address}contribute.html`);
  const tab = async (button) => {
    await page.evaluate(() => {
      window.followed = [];
      window.HTMLAnchorElement.prototype.click = function click() { window.followed.push(this.href); };
    });
    await page.click(button);
    return page.evaluate(() => window.followed[0]);
  };
  await page.fill('[name=title]', 'Barbers offer checks');
  await page.click('#steps li:last-child button');
  const short = await tab('#case-open');
  expect(problems, 'the whole file goes along', true, short.startsWith('https://github.com/example/catalogue/new/main/content/case-studies?value=') && decodeURIComponent(short).includes('title: Barbers offer checks') && short.includes('filename=barbers-offer-checks.md'));
  await page.click('#steps li:nth-child(3) button');
  await page.fill('[name="sections.The need"]', 'A long story of this work. '.repeat(400));
  await page.click('#steps li:last-child button');
  const long = await tab('#case-open');
  expect(problems, 'a long one stays behind', 'https://github.com/example/catalogue/new/main/content/case-studies?filename=barbers-offer-checks.md', long);
  expect(problems, 'and is copied', true, /^The text has been copied: .*paste it/.test(await page.textContent('#case-said')));
  const mail = await tab('#case-mail');
  expect(problems, 'nor does it fit into an e-mail', true, mail.startsWith('mailto:catalogue@example.org?subject=') && !/body=/.test(mail));
  report('no text is lost on the ways out', problems);
});

// Without scripts the page is a sheet.
await withChromium({ width: 1200, javaScriptEnabled: false }, async (context) => {
  const problems = [];
  const page = await context.newPage();
  await page.goto(`${server.address}contribute.html`);
  expect(problems, 'every step is there but the last, which needs scripts', 6, await page.locator('.step:visible').count());
  expect(problems, 'and says what is missing', true, /needs JavaScript/.test(await page.locator('.notice:visible').first().textContent()));
  const skeleton = await page.locator('details pre').textContent();
  const checked = check('skeleton.md', skeleton);
  expect(problems, 'the file as it has to look passes', 0, checked.status);
  if (checked.status) problems.push(checked.stdout);
  report('without scripts the questions stand there, and the file as it has to look', problems);
});

server.close();
finish();
