// The whole catalogue in one file: each page is shown when its path stands behind the #. Case studies are kept as what a
// browser without scripts shows; the other pages are templates.

const pages = new Map([...document.querySelectorAll("[data-path]")].map(page => [page.dataset.path, page]));
const container = byId("main").parentNode;
const fileOrigin = "http://one.file/";
let shownPage;
let publishedRoot;

// Path, query and anchor of what the address asks for.
const askedPage = () => /^#?([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(location.hash).slice(1);

// A copy of what stands in a page.
function contentOf(page) {
  const template = page.content ? page : createElement("template", { innerHTML: page.textContent });
  return template.content.cloneNode(true);
}

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
  const page = pages.get(`case-studies/${id}.html`);
  if (!page) return [];
  const content = contentOf(page);
  rewriteLinks(content, page.dataset.path);
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
    document.title = page.dataset.title;
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
