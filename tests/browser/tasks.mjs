// What people come for, each as one task from beginning to end, in a real browser, over http and from a folder. In TAP.
//
//   node tests/browser/tasks.mjs CATALOGUE DATABASE SITE
//
// Of the twenty tasks that the site is judged by, these are tried elsewhere, both ways: Back and Forward through a search,
// and result 25 and Back (search-page.mjs), comparing two (list.mjs); and what is carried away, put elsewhere, printed or
// waited for (carrying.mjs).
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, settled } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish } from './tap.mjs';
import { ask, found, narrow, searchWith, task } from './tasking.mjs';

const [catalogue, database, folder] = process.argv.slice(2);
const site = resolve(folder);
const server = await serve(site);
const roots = { 'over http': server.address, 'from a folder': pathToFileURL(`${site}/`).href };
const search = searchWith(catalogue, database);

// By keys alone, to the first link or button that has these words; that is seen, and nothing lies on it.
async function tabTo(page, words, problems) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const [text, covered] = await page.evaluate(() => {
      const { activeElement: at } = document;
      const { left, top, width, height } = at.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      const seen = above && (at.contains(above) || above.contains(at) || at.labels?.[0]?.contains(above));
      return [at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent, !seen];
    });
    if (covered) problems.push(`the focus cannot be seen on “${text.trim().slice(0, 60)}”`);
    if (text.trim().startsWith(words)) return;
  }
  throw new Error(`no way by keys to ${words}`);
}

for (const [way, root] of Object.entries(roots)) {
  await withChromium({ width: 1280 }, async (context) => {
    await task(context, `${way}: case studies on smoking in pregnancy, those that are better, and the address for a colleague`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      await ask(page, '#home-search', 'smoking in pregnancy');
      const all = search('--related', 'smoking', 'in', 'pregnancy');
      expect(problems, 'as in the terminal', all, await found(page));
      await narrow(page, 'Result', 'Better');
      const better = search('--related', '--result', 'positive', 'smoking', 'in', 'pregnancy');
      expect(problems, 'those that are better', better, await found(page));
      if (better.join() === all.join()) problems.push('the filter makes no difference');
      const colleague = await context.newPage();
      await colleague.goto(page.url());
      await settled(colleague);
      expect(problems, 'what the colleague sees', better, await found(colleague));
      await colleague.close();
    });

    await task(context, `${way}: what did not go well for people who are homeless`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      await page.locator('.tiles a', { hasText: 'made things worse' }).click();
      await settled(page);
      await narrow(page, 'Deprivation focus', 'People experiencing homelessness');
      const results = ['mixed', 'no-effect', 'negative', 'not-delivered'].flatMap((result) => ['--result', result]);
      expect(problems, 'as in the terminal', search('--deprivation-focus', 'homeless', ...results), await found(page));
      const labels = await page.locator('#found > li').allTextContents();
      if (!labels.length || labels.some((text) => !/Mixed|No difference shown|Worse|Not delivered/.test(text))) problems.push('other results are among them');
    });

    await task(context, `${way}: a citation is copied and pasted`, async (page, problems) => {
      await page.goto(`${root}case-studies/pathway-hospital-homeless-teams.html`);
      await page.locator('button', { hasText: 'Copy' }).click();
      expect(problems, 'what is said', 'Copied.', await page.locator('[aria-labelledby=cite] [role=status]').textContent());
      await page.focus('#site-search');
      await page.keyboard.press('Control+V');
      expect(problems, 'what is pasted', (await page.locator('.citation').textContent()).trim(), (await page.inputValue('#site-search')).trim());
    });

    await task(context, `${way}: an old or mistyped address still gives an answer`, async (page, problems) => {
      const smoking = search('smoking');
      for (const odd of ['q=smoking&sort=bogus', 'q=smoking&q=asthma', 'q=smoking&utm_source=mail&page=', 'q=smoking&ids=<b>']) {
        await page.goto(`${root}search.html?${odd}`);
        await settled(page);
        expect(problems, odd, smoking, await found(page));
      }
      await page.goto(`${root}search.html?q=smoking&priority-area=no-such-thing`);
      await settled(page);
      if (!/no-such-thing/.test(await page.locator('main').innerText())) problems.push('a term that is not there is not named');
      if (/priority_areas/.test(await page.locator('main').innerText())) problems.push('a field is named by its key');
    });

    await task(context, `${way}: from the home page to a case study and its sources by keys alone`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      await page.keyboard.press('Tab');
      expect(problems, 'the first stop', 'Skip to main content', await page.evaluate(() => document.activeElement.textContent));
      await page.keyboard.press('Enter');
      await tabTo(page, 'Search', problems);
      await page.keyboard.type('smoking in pregnancy');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html/);
      await settled(page);
      const [first] = await found(page);
      await tabTo(page, 'Skip to', problems);
      await page.locator('.skip-filters').focus();
      await page.keyboard.press('Enter');
      await tabTo(page, 'On my list', problems);
      await page.keyboard.press('Space');
      expect(problems, 'on the list', first, await page.locator('.listed:checked').first().inputValue());
      // With the bar for the list at the foot, each stop can still be seen.
      await tabTo(page, 'Open my list', problems);
      await page.keyboard.press('Enter');
      await page.waitForSelector('#list-cases > li');
      await tabTo(page, await page.locator('#list-cases h2 a').first().textContent(), problems);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.decision');
      expect(problems, 'the case study', true, page.url().includes(`case-studies/${first}.html`));
      await tabTo(page, 'On this page', problems);
      await page.keyboard.press('Enter');
      await tabTo(page, 'Sources', problems);
      await page.keyboard.press('Enter');
      expect(problems, 'where its contents lead', '#sources', new URL(page.url()).hash);
    });
  });

  // 1280 × 1024 pixels.
  for (const zoom of [2, 4]) await withChromium({ width: 1280 / zoom, height: 1024 / zoom }, (context) =>
    task(context, `${way}: at ${zoom}00 % all can be read without scrolling sideways, and nothing lies on the focus`, async (page, problems) => {
      const level = async (name) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) problems.push(`${name} scrolls sideways by ${wide} pixels`);
      };
      await page.goto(`${root}search.html?q=smoking+in+pregnancy`);
      await settled(page);
      await level('the search');
      await page.locator('#found .listed').first().check();
      await tabTo(page, await page.locator('#found h3 a').nth(1).textContent(), problems);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.decision');
      await level('the case study');
      await page.goto(`${root}compare.html?ids=${search('smoking').slice(0, 2).join()}`);
      await page.waitForSelector('#compared thead th:nth-of-type(2)');
      await level('the comparison');
    }));

  await withChromium({ width: 1280, javaScriptEnabled: false }, (context) =>
    task(context, `${way}: without scripts a case study is found by what it is about`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      for (const dead of await page.locator('button:not(.explained > button):visible, input:visible').evaluateAll((all) => all.filter((one) => !one.form).map((one) => one.outerHTML)))
        problems.push(`it does nothing: ${dead.slice(0, 80)}`);
      await page.locator('main a', { hasText: /^All \d+ terms of priority area/ }).click();
      await page.locator('main a', { hasText: /^Smoking and tobacco/ }).click();
      const all = search('--priority-area', 'smoking', '--limit', '0');
      const listed = await page.locator('.cases h2 a, .cases h3 a').evaluateAll((links) => links.map((link) => link.href.split('/').pop().replace('.html', '')));
      expect(problems, 'as in the terminal', [...all].sort(), [...listed].sort());
      await page.locator('.cases a').first().click();
      if (!await page.locator('h2', { hasText: 'What changed' }).count()) problems.push('no case study');
    }));

  // Nothing on any kind of page moves for whoever asked for that.
  await withChromium({ width: 1280 }, (context) =>
    task(context, `${way}: nothing moves where little motion is wanted`, async (page, problems) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const path of ['index.html', 'search.html?q=smoking', 'case-studies/pathway-hospital-homeless-teams.html', 'gaps.html', 'contribute.html']) {
        await page.goto(root + path);
        const moving = await page.evaluate(() => {
          const slow = (style) => style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || style.animationName !== 'none';
          document.querySelectorAll('details').forEach((one) => { one.open = true; });
          return [...document.querySelectorAll('*')].filter((one) => slow(getComputedStyle(one))).length + document.getAnimations().length
            + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth');
        });
        expect(problems, path, 0, moving);
      }
    }));
}

server.close();
finish();
