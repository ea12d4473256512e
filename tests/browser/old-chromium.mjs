// Drives a Chromium that is older than what playwright speaks to, by a few words of the DevTools protocol over a pipe.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const flags = ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--allow-file-access-from-files', '--disable-background-networking', '--remote-debugging-pipe'];
const patience = 60000; // milliseconds for one answer, on a machine that has other work

const within = (time, promise) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error(`no answer in ${time / 1000} s`)), time);
  promise.then(resolve, reject).finally(() => clearTimeout(timer));
});

// The protocol: each message is JSON that ends with a NUL. Rejects what is asked when the browser has ended.
function speak(browser) {
  const waiting = new Map();
  let said = '';
  let count = 0;
  browser.stdio[3].on('error', () => {});
  browser.stdio[4].setEncoding('utf8').on('data', (text) => {
    const messages = (said + text).split('\0');
    said = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  browser.on('exit', () => waiting.forEach(({ reject }) => reject(new Error('the browser ended'))));
  return (method, params = {}, sessionId = undefined) => within(patience, new Promise((resolve, reject) => {
    waiting.set(++count, { resolve, reject });
    browser.stdio[3].write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
  }));
}

// The text of the first element of `selector` in the page at this address, in a browser of its own, as soon as it begins
// with `awaited`, or what it is when patience ends.
async function readOnce(folder, address, selector, awaited) {
  const profile = mkdtempSync(join(tmpdir(), 'catalogue-chromium-'));
  const browser = spawn(join(folder, 'chromium'), [...flags, `--user-data-dir=${profile}`], {
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const send = speak(browser);
    const { targetId } = await send('Target.createTarget', { url: address });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const expression = `(document.querySelector(${JSON.stringify(selector)}) || document.body).textContent`;
    for (const end = Date.now() + patience; ;) {
      const { result } = await send('Runtime.evaluate', { expression }, sessionId);
      const text = String(result.value).trim();
      if (text.startsWith(awaited) || Date.now() > end) return text;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  } finally {
    const gone = new Promise((resolve) => { browser.on('exit', resolve); });
    process.kill(-browser.pid, 'SIGKILL');
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

// These builds stop now and then before they have begun, and are started again; a page that has answered is not asked twice.
export async function readOldPage(folder, address, selector, awaited) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(folder, address, selector, awaited);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
