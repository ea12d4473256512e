// How long it takes on a slow line until ten results stand on the page of an address, and how much is fetched for them,
// with this catalogue's search and with Pagefind's on the same pages. Pagefind has a page that holds nothing else: no
// stylesheet, no interface.
//
//   node tests/bench/waiting.mjs SITE [QUERY…]
//
// SITE holds both: `catalogue publish`, then `pagefind --site SITE`. Answers are packed, over HTTP/1.1.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endChromium, withChromium } from '../browser/chromium.mjs';
import { serve } from '../browser/serve.mjs';

const [site, ...asked] = process.argv.slice(2);
const queries = asked.length ? asked : ['smoking', 'blood pressure checks', 'school breakfast', 'damp homes asthma children',
  'mental health young people'];
const lines = {
  'slow 3G (400 kbit/s, 2 s)': { latency: 2000, downloadThroughput: 50000, uploadThroughput: 50000 },
  'fast 3G (1.6 Mbit/s, 150 ms)': { latency: 150, downloadThroughput: 200000, uploadThroughput: 90000 },
};

writeFileSync(join(site, 'pagefind-bench.html'), `<!doctype html><title>Pagefind</title><ol id="found"></ol>
<script type="module">
import { search } from './pagefind/pagefind.js';
const { results } = await search(new URLSearchParams(location.search).get('q'));
const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
for (const { meta, excerpt } of first) document.getElementById('found').insertAdjacentHTML('beforeend', \`<li>\${meta.title}<p>\${excerpt}\`);
document.body.dataset.drawn = 'yes';
</script>`);
const { address, server, close } = await serve(site, { packed: true });
let fetched = { bytes: 0, requests: 0 };
server.on('request', ({ socket }, response) => {
  const { bytesWritten } = socket;
  response.on('finish', () => { fetched = { bytes: fetched.bytes + socket.bytesWritten - bytesWritten, requests: fetched.requests + 1 }; });
});

// In a browser that has kept nothing: seconds until results stand there and until all has come, kB, requests, and how
// much of what was seen has moved.
const measure = (line, path) => withChromium({ width: 400, height: 800 }, async (context) => {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  fetched = { bytes: 0, requests: 0 };
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.moved += entry.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address + path, { waitUntil: 'commit' });
  const now = (condition) => page.waitForFunction(condition, null, { timeout: 120000 }).then(() => page.evaluate(() => performance.now() / 1000));
  const results = await now(() => document.querySelector('#found li, #related li') || (document.body && document.body.dataset.drawn !== undefined));
  const { bytes, requests } = fetched;
  const count = await page.locator('#found li, #related li').count();
  const all = await now(() => document.body.dataset.drawn !== undefined);
  return { count, results, all, bytes, requests, moved: await page.evaluate(() => window.moved) };
});

const told = ({ count, results, all, bytes, requests, moved }) =>
  `${count} after ${results.toFixed(1)} s, ${(bytes / 1000).toFixed(0)} kB, ${requests} requests, all after ${all.toFixed(1)} s, moved ${moved.toFixed(3)}`;
for (const [name, line] of Object.entries(lines)) {
  console.log(`## ${name}`);
  for (const query of queries) {
    const text = encodeURIComponent(query);
    console.log(`${query.padEnd(28)} ours ${told(await measure(line, `search.html?q=${text}`))}`);
    console.log(`${''.padEnd(28)} Pagefind ${told(await measure(line, `pagefind-bench.html?q=${text}`))}`);
  }
}
close();
await endChromium();
