// The last of the scripts of the page of results: what came before them is taken over, and the page opened.

if (window.catalogue_early) for (const [name, data] of catalogue_early.came.splice(0)) catalogue_shard(name, data);

if (document.getElementById("search-form")) {
  addEventListener("popstate", start);
  history.scrollRestoration = "manual";
  addEventListener("pagehide", leave);
  addEventListener("click", event => event.target.closest("a") && leave(), true);
  openSearch();
}
