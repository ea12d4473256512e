// What people do with the catalogue as a whole, each as one task, over http and from a folder: take its data home, print,
// carry it on a stick or as one file, lose their way, wait, and publish it again beside other things. In TAP.
//
//   node tests/browser/carrying.mjs CATALOGUE DATABASE SITE SINGLE-FILE
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withChromium } from './chromium.mjs';
import { expect, settled } from './looking.mjs';
import { serve } from './serve.mjs';
import { finish } from './tap.mjs';
import { ask, found, searchWith, task } from './tasking.mjs';

const [catalogue, database, folder, single] = process.argv.slice(2);
const site = resolve(folder);
const work = mkdtempSync(join(tmpdir(), 'catalogue-carrying-'));
const served = await serve(site);
const web = await serve(work);
const search = searchWith(catalogue, database);
// Where a folder is found: the site itself, and what is put into a folder of its own.
const ways = {
  'over http': { root: served.address, at: (...path) => `${web.address}${path.map(encodeURIComponent).join('/')}` },
  'from a folder': { root: pathToFileURL(`${site}/`).href, at: (...path) => pathToFileURL(join(work, ...path)).href },
};
const publish = (output, ...more) => execFileSync(catalogue, ['publish', '--database', database, '--output', output, ...more], { stdio: 'ignore' });

// A file as a reader gets it: by a click, or as it lies in the folder.
async function take(page, name) {
  const link = page.locator('main a', { hasText: name });
  const address = await link.evaluate((one) => one.href);
  if (address.startsWith('file:')) return fileURLToPath(address);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = join(work, name);
  await download.saveAs(path);
  return path;
}

for (const [way, { root, at }] of Object.entries(ways)) {
  await withChromium({ width: 1280 }, async (context) => {
    await task(context, `${way}: the data is taken home: the database answers as here, the tables are for spreadsheets`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      await page.click('footer a:has-text("Download the data")');
      expect(problems, 'what the database answers', search('smoking'), searchWith(catalogue, await take(page, 'catalogue.db'))('smoking'));
      const table = readFileSync(await take(page, 'outcomes.csv'));
      expect(problems, 'the mark that spreadsheets need', [0xef, 0xbb, 0xbf], [...table.subarray(0, 3)]);
      await page.click('main a[href="codebook.html"]');
      const columns = table.toString().slice(1).split('\r\n')[0].split(',');
      const told = await page.locator('main').innerText();
      for (const column of columns) if (!told.includes(column)) problems.push(`the codebook does not say what ${column} is`);
    });

    await task(context, `${way}: a case study that was found is printed`, async (page, problems) => {
      await page.goto(`${root}index.html`);
      await ask(page, '#home-search', 'homeless hospital');
      await page.locator('#found h3 a').first().click();
      await page.waitForSelector('.decision');
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
      if (sheets > 3) problems.push(`it takes ${sheets} sheets`);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['h1', '.decision', '#what-changed', '.sources', '.citation'])
        if (!await page.locator(part).first().isVisible()) problems.push(`${part} is not printed`);
      for (const part of ['nav', '.search-form', '.choose', '.citation ~ p button'])
        if (await page.locator(part).first().isVisible()) problems.push(`${part} is printed`);
    });

    // What was asked for has not come yet: no time is measured, the answer is held back.
    await task(context, `${way}: on a slow line the page says that it is searching, and keeps what is read where it stands`, async (page, problems) => {
      let come;
      const held = new Promise((done) => { come = done; });
      await page.route(/search\/(t|cards|texts)/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${root}search.html?q=smoking`, { waitUntil: 'commit' });
      await page.waitForSelector('#waiting:visible');
      expect(problems, 'what it says', 'Searching…', await page.locator('#waiting').textContent());
      expect(problems, 'what does nothing yet', [false, false], [await page.isVisible('.ways-in'), await page.isVisible('#filters')]);
      const box = await page.locator('#q').boundingBox();
      come();
      await settled(page);
      expect(problems, 'as in the terminal', search('smoking'), await found(page));
      expect(problems, 'where the field stands', box, await page.locator('#q').boundingBox());
    });
  });

  await withChromium({ width: 1280, offline: way === 'from a folder' }, async (context) => {
    await task(context, `${way}: in a folder with an odd name, as on a USB stick, all works`, async (page, problems) => {
      const stick = 'USB stick é ü #1 100%';
      cpSync(site, join(work, stick), { recursive: true });
      await page.goto(at(stick, 'index.html'));
      await ask(page, '#home-search', 'smoking in pregnancy');
      expect(problems, 'as in the terminal', search('--related', 'smoking', 'in', 'pregnancy'), await found(page));
      for (const box of (await page.locator('#found .listed').all()).slice(0, 2)) await box.check();
      await page.click('.chosen a:has-text("Compare")');
      await page.waitForSelector('#compared thead th:nth-of-type(2)');
      await page.locator('#compared thead a').first().click();
      await page.waitForSelector('.decision');
      expect(problems, 'the list is known there', 'My list (2)', await page.locator('.my-list').textContent());
    });

    await task(context, `${way}: one file, whose name an e-mail program made odd, is the whole catalogue`, async (page, problems) => {
      const attached = 'Good practice – cases & more.html';
      cpSync(single, join(work, attached));
      await page.goto(at(attached));
      await page.fill('#home-search', 'smoking in pregnancy');
      await page.press('#home-search', 'Enter');
      await page.waitForFunction(() => document.querySelectorAll('#found h3, #related h3').length === 10);
      expect(problems, 'as in the terminal', search('--related', 'smoking', 'in', 'pregnancy'), await found(page));
      await page.locator('#found h3 a').first().click();
      await page.waitForSelector('.decision');
      await page.locator('button', { hasText: 'Copy' }).click();
      expect(problems, 'the citation', 'Copied.', await page.locator('[aria-labelledby=cite] [role=status]').textContent());
      await page.goBack();
      await page.waitForSelector('#found h3');
      await page.goForward();
      await page.waitForSelector('.decision');
    }, /status of 404/); // the icon that browsers ask every web server for
  });

  await withChromium({ width: 1280 }, async (context) => {
    // A team's web space or shared drive, in which other things stand too.
    await task(context, `${way}: in a subfolder beside other files the site is published again, without its address`, async (page, problems) => {
      const cases = join(work, 'health/cases');
      mkdirSync(join(work, 'health'), { recursive: true });
      writeFileSync(join(work, 'health/index.html'), '<!doctype html><title>Ours</title><link rel="icon" href="data:,"><a href="cases/index.html">Cases</a>');
      publish(cases, '--base-url', `${web.address}health/cases/`);
      writeFileSync(join(cases, 'minutes.html'), '<!doctype html><title>Minutes</title>');
      await page.goto(at('health', 'index.html'));
      await page.click('a');
      expect(problems, 'its address', at('health', 'cases', 'index.html'), page.url());
      const feed = await page.locator('link[rel=alternate]').first().evaluate((link) => link.href);
      if (!existsSync(join(cases, feed.slice(feed.indexOf('feeds/'))))) problems.push(`there is no ${feed}`);
      publish(cases);
      await page.reload();
      expect(problems, 'no feed is named', 0, await page.locator('link[rel=alternate], link[rel=canonical]').count());
      expect(problems, 'nor there', [false, false], ['feeds', 'sitemap.xml'].map((name) => existsSync(join(cases, name))));
      expect(problems, 'what is not ours', [true, true], ['minutes.html', '../index.html'].map((name) => existsSync(join(cases, name))));
      await ask(page, '#home-search', 'smoking');
      expect(problems, 'it still searches', search('smoking'), await found(page));
    });

    // Over http at whatever depth, from a folder as what lies there.
    await task(context, `${way}: whoever is lost finds the way home, and what was looked for`, async (page, problems) => {
      const lost = await serve(join(work, 'lost'));
      publish(join(work, 'lost'), '--base-url', lost.address);
      const home = way === 'over http' ? lost.address : `${at('lost')}/`;
      await page.goto(way === 'over http' ? `${home}case-studies/some/smoking-in-pregnancy.html` : `${home}404.html`);
      expect(problems, 'the title', 'This page is not here', await page.locator('h1').textContent());
      await page.waitForFunction(() => getComputedStyle(document.querySelector('.site-header')).backgroundColor !== 'rgba(0, 0, 0, 0)');
      const leads = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.href));
      for (const link of leads) if (!link.startsWith(home)) problems.push(`a link leads to ${link}`);
      expect(problems, 'what was looked for', way === 'over http' ? 'smoking in pregnancy' : '', await page.inputValue('#lost'));
      await ask(page, '#lost', 'smoking in pregnancy');
      expect(problems, 'as in the terminal', search('--related', 'smoking', 'in', 'pregnancy'), await found(page));
      await page.click('.site-name');
      expect(problems, 'home', `${home}index.html`, page.url());
      lost.close();
    }, /status of 404/);
  });
}

rmSync(work, { recursive: true, force: true });
served.close();
web.close();
finish();
