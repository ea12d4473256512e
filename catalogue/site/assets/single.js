// The whole catalogue in one file: each page is shown when its path stands behind the #. Case studies are kept as what a
// browser without scripts shows. Everything else is packed (catalogue/site/single/pack.h): most of it says again what
// they say, and points at where.

const readable = [...document.querySelectorAll("noscript[data-path]")];
const packed = [...document.querySelectorAll("script[data-size]")];
const known = readable.map(page => new TextEncoder().encode(page.textContent));
const said = new Uint8Array(known.concat(packed).reduce((size, part) => size + (part.length || Number(part.dataset.size)), 0));
const packDigits = new Uint8Array(128);
[..."0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"].forEach((digit, value) => { packDigits[digit.charCodeAt(0)] = value; });

const packPlain = { 126: 126, 33: 60, 46: 13 }; // ~~ ~! ~.

// Puts packed bytes together from a place on; where they end.
function unpack(bytes, to) {
  let at = 0;
  const digit = (number = 0) => number * 64 + packDigits[bytes[at++]];
  while (at < bytes.length) {
    const byte = bytes[at++];
    const mark = byte === 126 && bytes[at];
    if (packPlain[mark]) {
      said[to++] = packPlain[mark];
      at++;
    } else if (mark) {
      let size = digit();
      if (size === 63) size += digit(digit());
      let back = digit();
      const more = (back >> 4) + 1;
      back &= 15;
      for (let i = 0; i < more; i++) back = digit(back);
      for (const end = to + size + 8; to < end; to++) said[to] = said[to - back];
    } else {
      said[to++] = byte;
    }
  }
  return to;
}

const pages = new Map();
let told = 0;
readable.forEach((page, i) => {
  said.set(known[i], told);
  told += known[i].length;
  pages.set(page.dataset.path, { title: page.dataset.title, html: () => page.textContent });
});
for (const part of packed) {
  const from = told;
  const to = told = unpack(new TextEncoder().encode(part.textContent), from);
  const html = () => new TextDecoder().decode(said.subarray(from, to));
  if (part.dataset.path) pages.set(part.dataset.path, { title: part.dataset.title, html });
  else document.head.append(createElement("script", { textContent: html() }));
}

const container = byId("main").parentNode;
const fileOrigin = "http://one.file/";
let shownPage;
let publishedRoot;

// Path, query and anchor of what the address asks for.
const askedPage = () => /^#?([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(location.hash).slice(1);

const contentOf = page => createElement("template", { innerHTML: page.html() }).content;

// Where a link of a page leads within the file; nothing for what is not in it.
function addressWithin(link, from) {
  const url = new URL(link, fileOrigin + from);
  if (url.origin + "/" !== fileOrigin) return link;
  const path = url.pathname.slice(1);
  if (pages.has(path)) return `#${path}${url.search}${url.hash}`;
  // The lists of terms are not in the file: the search has them.
  const [, folder, term] = /^browse\/([^/]+)\/([^/]+?)(?:\/page-\d+)?\.html$/.exec(path) || [];
  const facet = base.facetTable.find(([key]) => key.replace(/_/g, "-") === folder);
  return facet && `#search.html?${facet[1]}=${term}`;
}

function rewriteLinks(part, from) {
  for (const data of part.querySelectorAll(".as-data")) data.remove();
  for (const link of part.querySelectorAll("a[href]:not(.skip)")) {
    const to = addressWithin(link.getAttribute("href"), from);
    if (to) link.setAttribute("href", to);
    else if (link.closest("nav")) link.closest("li").remove();
    else link.replaceWith(...link.childNodes);
  }
  for (const image of part.querySelectorAll("img:not([src^='data:'])")) image.replaceWith(image.alt);
}

// The text of a case study is taken from its page.
function sectionsOf(id) {
  const path = `case-studies/${id}.html`;
  if (!pages.has(path)) return [];
  const content = contentOf(pages.get(path));
  rewriteLinks(content, path);
  return [...content.querySelectorAll(".prose > .text")].map(section => {
    const heading = section.querySelector("h2");
    heading.remove();
    return [heading.textContent, section.innerHTML, heading.id];
  });
}

cases.load = (ids, done) => {
  for (const id of ids.filter(cases.of)) cases.put(id, { sections: sectionsOf(id) });
  done();
};

// An address that leads to no page of this file: it may be of a newer one, or mistyped.
function showMissing() {
  const heading = createElement("h1", {}, say("This page is not in this file"));
  const ways = createElement("p", {}, `${say("It may stand in a newer file, or its address may have been mistyped.")} `,
    createElement("a", { href: "#case-studies/index.html" }, say("All case studies, A to Z")), " · ",
    createElement("a", { href: "#search.html" }, say("Search")));
  fill(container, createElement("main", { id: "main", tabIndex: -1 }, heading, ways));
  document.title = heading.textContent;
  byId("main").focus();
}

// What has to be done when a page is shown.
const opened = { "search.html": openSearch, "compare.html": openCompare, "list.html": openList, "contribute.html": openContribute };

function showPage() {
  const [asked, query, anchor] = askedPage();
  const path = asked || "index.html";
  const page = pages.get(path);
  // The search draws another answer itself.
  const shown = path === "search.html" ? path : path + (query || "");
  if (!page) {
    shownPage = path;
    showMissing();
    return;
  }
  if (shown !== shownPage) {
    const first = !shownPage;
    shownPage = shown;
    const content = contentOf(page);
    content.querySelectorAll("script:not([type])").forEach(script => script.remove());
    rewriteLinks(content, path);
    fill(container, content);
    document.title = page.title;
    scrollTo(0, 0);
    if (!first) byId("main").focus();
    choice.start();
    offerCitation();
    if (opened[path]) opened[path]();
  } else if (path === "search.html") {
    start();
  }
  const target = anchor && byId(anchor);
  if (target) target.scrollIntoView();
}

Object.assign(address, {
  read: () => askedPage()[1] || "",
  write: asked => history.pushState(null, "", `#search.html${asked}`),
  to: path => `#${path}`,
  published: page => {
    publishedRoot = publishedRoot || page.replace(/index\.html$/, "");
    const [path, query] = askedPage();
    return publishedRoot + (path || "index.html") + (query || "").replace(/%2C/g, ",");
  },
});

addEventListener("popstate", showPage);
// The search boxes of other pages lead to the search.
addEventListener("submit", event => {
  const box = event.target.querySelector("[name=q]");
  if (event.target.id === "search-form" || !box) return;
  event.preventDefault();
  location.hash = `#search.html?q=${encodeURIComponent(box.value)}`;
});
addEventListener("DOMContentLoaded", () => {
  // one.html?q=asthma is a link to a search.
  if (!location.hash && new URLSearchParams(location.search).has("q")) history.replaceState(null, "", `#search.html${location.search}`);
  for (const part of document.querySelectorAll(".site-header, .site-footer")) rewriteLinks(part, "index.html");
  showPage();
});
