// Windows of one Chromium that each script starts once: to start it costs more than most of what is looked at.
import { chromium } from 'playwright-core';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// It ends with the script, when process.exit or endChromium ends that.
let browser;
function started() {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: flags });
  return browser;
}

export async function endChromium() {
  if (browser) await (await browser).close();
}

// Calls use(context) with windows of this width and colour scheme that know nothing of any others.
export async function withChromium(options, use) {
  const context = await (await started()).newContext({
    viewport: { width: options.width ?? 1200, height: options.height ?? 900 },
    colorScheme: options.scheme ?? 'light',
    offline: options.offline ?? false,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    hasTouch: options.hasTouch ?? false,
  });
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

// Calls failed(request) for what a page could not load. What is cut short when a page is left was not waited for and
// counts only if the page is still there. Returns what waits until everything has come that the page there asked for by
// then; what has neither come nor failed after two minutes counts as failed.
export function watchRequests(page, failed) {
  const pending = new Map(); // each with the number of the document that asked for it
  let cut = [];
  let document = 0;
  let ended = () => {};
  page.on('request', (request) => pending.set(request, document));
  page.on('requestfinished', (request) => {
    pending.delete(request);
    ended();
  });
  page.on('requestfailed', (request) => {
    if (request.failure().errorText !== 'net::ERR_ABORTED') failed(request);
    else if (pending.get(request) === document) cut.push(request);
    pending.delete(request);
    ended();
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    document++;
    cut = [];
    // Of what the page before had asked for, the end is not always told.
    pending.clear();
  });
  return async () => {
    const late = setTimeout(() => {
      cut.push(...pending.keys());
      pending.clear();
      ended();
    }, 120_000);
    while (pending.size) await new Promise((resolve) => { ended = resolve; });
    clearTimeout(late);
    cut.splice(0).forEach(failed);
  };
}
