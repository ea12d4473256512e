// Stands in the page of results itself, before any other script: a page that is asked something says that it is
// searching, and one whose browser cannot run what follows says so and shows the lists. ES5, for any browser.
(function () {
  var waiting = document.getElementById("waiting");
  if (location.search.length > 1) {
    document.documentElement.className = "asked";
    waiting.hidden = false;
  }
  addEventListener("error", function () {
    if (document.body.getAttribute("data-drawn") !== null) return;
    document.documentElement.className = "";
    waiting.hidden = false;
    waiting.textContent = say("Searching does not work in this browser, or a part of it could not be loaded. The lists below lead to every case study.");
  }, true);
}());
