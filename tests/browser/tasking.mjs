// What the tests of tasks share: the terminal's answer, a search as a reader makes it, and a tab for each task.
import { execFileSync } from 'node:child_process';
import { newPage, settled } from './looking.mjs';
import { report } from './tap.mjs';

// What the terminal answers, as ids: those that have all the words, with `--related` first the others too.
export const searchWith = (catalogue, database) => (...words) => execFileSync(catalogue,
  ['search', '--database', database, '--format', 'ids', '--limit', '10', ...words], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim().split('\n');

export const found = (page) => page.locator('#found h3 a, #related h3 a')
  .evaluateAll((links) => links.map((link) => link.href.split('/').pop().replace(/\.html.*/, '')));

export async function ask(page, box, words) {
  await page.fill(box, words);
  await page.press(box, 'Enter');
  await page.waitForURL(/search\.html/);
  await settled(page);
}

// Ticks a term of a filter, whose list may be folded.
export async function narrow(page, name, term) {
  const before = page.url();
  const filter = page.locator('#filters details', { has: page.locator('summary', { hasText: name }) }).last();
  if (!await filter.evaluate((details) => details.open)) await filter.locator('summary').click();
  await filter.locator('label', { hasText: term }).click();
  await page.waitForFunction((before) => location.href !== before, before);
  await settled(page);
}

// Tries a task in a tab of its own; what `silent` matches may be said on the console.
export async function task(context, name, act, silent = /^$/) {
  const problems = [];
  const page = await newPage(context, problems);
  await act(page, problems).catch((error) => problems.push(error.message.split('\n')[0]));
  await page.close();
  report(name, problems.filter((problem) => !silent.test(problem)));
}
