// Stands in the page for addresses that lead nowhere: the last words of the address are what was looked for. Its own
// addresses are those of the web, as it is shown at any depth; opened from a folder it leads to what lies beside it. ES5.
(function () {
  var field = document.getElementById("lost");
  var base = field.form.action.replace(/search\.html$/, "");
  if (location.protocol === "file:") {
    document.addEventListener("DOMContentLoaded", function () {
      ["href", "src", "action"].forEach(function (name) {
        [].forEach.call(document.querySelectorAll("[" + name + "]"), function (one) {
          var address = one.getAttribute(name);
          if (address.indexOf(base) === 0) one.setAttribute(name, address.slice(base.length));
        });
      });
    });
    return;
  }
  try {
    field.value = decodeURIComponent(location.pathname).replace(/^.*\/(?=[^/])/, "").replace(/\.html?$/, "").replace(/[-_.+/]+/g, " ").trim();
  } catch (error) {
    field.value = "";
  }
}());
