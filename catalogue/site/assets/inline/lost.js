// Stands in the page for addresses that lead nowhere: the last words of the address are what was looked for. ES5.
(function () {
  var field = document.getElementById("lost");
  try {
    field.value = decodeURIComponent(location.pathname).replace(/^.*\/(?=[^/])/, "").replace(/\.html?$/, "").replace(/[-_.+/]+/g, " ").trim();
  } catch (error) {
    field.value = "";
  }
}());
