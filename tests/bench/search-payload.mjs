// What a browser fetches until ten results stand there, with this catalogue's search and with Pagefind's on the same pages.
//
//   node tests/bench/search-payload.mjs SITE [QUERY…]
//
// SITE holds both: `catalogue publish`, then `pagefind --site SITE`.
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { endChromium, withChromium } from '../browser/chromium.mjs';
import { baseOf } from '../browser/engine.mjs';

const [folder, ...asked] = process.argv.slice(2);
const site = resolve(folder);
const queries = asked.length ? asked : ['smoking', 'blood pressure', 'school breakfast', 'damp homes', 'mental health young people'];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

writeFileSync(join(site, 'pagefind-bench.html'), '<!doctype html><title>Pagefind</title>');
const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  createReadStream(path).pipe(response);
});
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const root = `http://127.0.0.1:${server.address().port}/`;

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [statSync(path).size];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

// What a new page with an empty cache fetches from its address on until `act` is done, and how long that takes.
async function measure(address, act, counts) {
  return withChromium({}, async (context) => {
    const page = await context.newPage();
    let bytes = 0;
    let requests = 0;
    page.on('response', (response) => {
      if (!counts(response.url())) return;
      bytes += statSync(join(site, new URL(response.url()).pathname)).size;
      requests++;
    });
    const started = performance.now();
    await page.goto(root + address, { waitUntil: 'commit' });
    await act(page);
    return { bytes, requests, time: performance.now() - started };
  });
}

// Of the address of a query, to ten titles and summaries; the page has its script and the base of its index besides.
const own = (query) => measure(`search.html?q=${encodeURIComponent(query)}`, (page) => page.waitForSelector('#found li'),
  (url) => /search\/(?!w\d|f\d|correct|texts)/.test(url));

// Its engine is fetched with the first search.
const peer = (query) => measure('pagefind-bench.html', (page) => page.evaluate(async (text) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
}, query), (url) => url.includes('/pagefind/'));

const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
const index = readdirSync(join(site, 'search')).filter((name) => name.endsWith('.js')).map((name) => statSync(join(site, 'search', name)).size);
const pagefind = filesIn(join(site, 'pagefind'));
console.log(`engine             ours ${kB(statSync(join(site, 'assets/search.js')).size)} with the page, base of the index ${kB(baseOf(site).length)}; Pagefind's is in its first search`);
console.log(`index              ours ${kB(sum(index))} in ${index.length} files, cards and texts ${kB(sum(filesIn(join(site, 'search'))) - sum(index))} in ${filesIn(join(site, 'search')).length - index.length}; Pagefind ${kB(sum(pagefind))} in ${pagefind.length}`);
for (const query of queries) {
  const [a, b] = [await own(query), await peer(query)];
  console.log(`${query.padEnd(28)} ours ${kB(a.bytes)}, ${a.requests} requests, ${a.time.toFixed(0)} ms; Pagefind ${kB(b.bytes)}, ${b.requests} requests, ${b.time.toFixed(0)} ms`);
}
server.close();
await endChromium();
