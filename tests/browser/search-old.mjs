// Searches a site from its folder in an old Chromium, and compares its count with the terminal's, in TAP.
//
//   node tests/browser/search-old.mjs CATALOGUE DATABASE SITE NAME=FOLDER-OF-A-BROWSER...
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOldPage } from './old-chromium.mjs';
import { finish, report } from './tap.mjs';

const [catalogue, database, site, ...browsers] = process.argv.slice(2);
const queries = ['smoking', 'blood pressure checks for men', '"social prescribing"', 'hypertensoin', 'actions:outreach -london'];

const search = (...words) => execFileSync(catalogue, ['search', '--database', database, ...words],
  { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();

const addressOf = (page, name, value) => `${pathToFileURL(resolve(site, page))}?${name}=${encodeURIComponent(value)}`;

async function compare(name, folder, address, expected) {
  let said;
  try {
    said = await readOldPage(folder, address, '#status', expected);
  } catch (error) {
    said = error.message;
  }
  report(name, said.startsWith(expected) ? [] : [`expected "${expected}", it says: ${said}`]);
}

for (const [browser, folder] of browsers.map((named) => named.split('='))) {
  for (const query of queries)
    await compare(`${browser}: ${query}`, folder, addressOf('search.html', 'q', query), `${search('--count', '--', query)} case stud`);
  const two = search('--format', 'ids', '--limit', '2', 'smoking').split('\n').join(',');
  await compare(`${browser}: two case studies side by side`, folder, addressOf('compare.html', 'ids', two), '2 case studies side by side');
}
finish();
