// What tests of pages share: a page that notes what goes wrong, what was expected of it, and what axe-core finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const expect = (problems, name, expected, found) => {
  if (JSON.stringify(expected) !== JSON.stringify(found)) problems.push(`${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
};

export async function newPage(context, problems) {
  const page = await context.newPage();
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  return page;
}

// Whether the answer to what stands in the address is drawn: its snippets come last.
export const settled = (page) => page.waitForFunction(() => document.body.dataset.drawn === location.search);

// Everything that can be opened is open. Only what is wrong comes back: what passes is megabytes on a long page.
export async function look(page, name, problems) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((element) => { element.open = true; }));
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => (await window.axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  })).violations);
  for (const violation of violations) problems.push(`${name}: ${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 160)}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) problems.push(`${name}: scrolls sideways by ${wide} pixels`);
}
