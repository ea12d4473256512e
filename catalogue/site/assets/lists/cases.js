// Case studies for the pages that show some of them: each comes as a script of its own, which works from a folder too.
var cases = (function () {
  'use strict';
  var known = Object.create(null); // a case study may be called constructor
  return {
    of: function (id) { return known[id]; },
    put: function (id, part) {
      known[id] = Object.assign(known[id] || {}, part);
    },
    // Calls done() when all of these have come, or cannot.
    load: function (ids, done) {
      var wanted = ids.filter(function (id) { return !known[id]; });
      var waiting = wanted.length;
      if (!waiting) done();
      wanted.forEach(function (id) {
        var script = document.createElement('script');
        script.src = address.to('compare/' + id + '.js');
        script.onload = script.onerror = function () {
          waiting -= 1;
          if (!waiting) done();
        };
        document.head.appendChild(script);
      });
    },
  };
}());

// What the scripts call: what is compared, with what a list takes away; and the text.
window.catalogue_compare = function (id, title, rows, similar, more) {
  cases.put(id, { title: title, rows: rows, similar: similar, more: more });
};
window.catalogue_text = function (id, sections) {
  cases.put(id, { sections: sections });
};

function factOf(rows, key) {
  return rows.filter(function (row) { return row[0] === key; })[0];
}

// A text goes where it is shown; its links lead from where its own page stands.
function fillWithText(cell, html) {
  cell.innerHTML = html;
  [].forEach.call(cell.querySelectorAll('[href], [src]'), function (one) {
    var name = one.hasAttribute('href') ? 'href' : 'src';
    var path = one.getAttribute(name);
    if (!/^([a-z]+:|#)/.test(path)) one.setAttribute(name, address.to(path.indexOf('../') ? 'case-studies/' + path : path.slice(3)));
  });
}

// An evidence level, which says what it means when it is pointed at or touched, as on pages made without scripts.
function levelOf(text) {
  return [].filter.call(document.querySelectorAll('#levels dt'), function (term) { return text.indexOf(term.textContent) === 0; })[0];
}

function explainedLevel(label, id) {
  var meaning = levelOf(label);
  var made = element('span');
  made.className = 'explained';
  var button = element('button', label, made);
  button.type = 'button';
  button.className = 'label';
  button.setAttribute('aria-describedby', 'level-' + id);
  var tip = element('span', meaning ? meaning.nextElementSibling.textContent : '', made);
  tip.id = 'level-' + id;
  tip.setAttribute('role', 'tooltip');
  return made;
}

// The same where a text begins with it.
function fillWithLevel(cell, text, id) {
  var level = levelOf(text);
  cell.textContent = level ? text.slice(level.textContent.length).replace(/^\. /, ' ') : text;
  if (level) cell.insertBefore(explainedLevel(level.textContent, id), cell.firstChild);
}

function fillWithFact(cell, fact, id) {
  if (fact[0] === 'evidence_level') fillWithLevel(cell, fact[2][0], id);
  else fillWithItems(cell, fact[2]);
}

// Addresses in words become links, those of pages under the name of their host, as on pages made without scripts.
function fillWithWords(cell, words) {
  words.split(/(https?:\/\/\S*[^\s.,;:)]|[^\s@]+@[^\s@]*[^\s@.,;:)])/).forEach(function (part, i) {
    var host = /^https?:\/\/(?:www\.)?([^/?#]*)/i.exec(part);
    if (i % 2 && host) elementLink(cell, part, host[1]).className = 'address';
    else if (i % 2) elementLink(cell, 'mailto:' + part, part);
    else cell.appendChild(document.createTextNode(part));
  });
}

function fillWithItems(cell, items) {
  if (items.length < 2) {
    fillWithWords(cell, items[0]);
    return;
  }
  var list = element('ul', '', cell);
  // Terms stand in one line.
  if (items.every(function (item) { return item.length < 48; })) list.className = 'short';
  items.forEach(function (item) { fillWithWords(element('li', '', list), item); });
}
