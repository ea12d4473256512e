// Two to four case studies side by side. The address says which: compare.html?ids=one,another.
// Each case comes as a script of its own, which works from a folder too.
(function () {
  'use strict';
  var MOST = 4;
  var cases = {};
  var asked = (new URLSearchParams(location.search).get('ids') || '').split(',');
  var ids = asked.filter(function (id, i) {
    return /^[a-z0-9-]{1,64}$/.test(id) && asked.indexOf(id) === i;
  }).slice(0, MOST);

  // What each part of a table is, which a narrow page would take from it by laying it out otherwise.
  var ROLES = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (ROLES[name]) made.setAttribute('role', ROLES[name]);
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function link(parent, href, text) {
    element('a', text, parent).setAttribute('href', href);
  }

  function address(list) {
    return 'compare.html?ids=' + list.join(',');
  }

  function find(rows, key) {
    return rows.filter(function (row) { return row[0] === key; })[0];
  }

  // Every question that any of the cases answers, each behind the one it follows there.
  function questions(shown) {
    var all = [];
    shown.forEach(function (id) {
      var after = 0;
      cases[id][1].forEach(function (row) {
        var at = all.map(function (other) { return other[0]; }).indexOf(row[0]);
        if (at < 0) all.splice(at = after, 0, row);
        after = at + 1;
      });
    });
    return all;
  }

  function fill(cell, items) {
    if (items.length < 2) {
      cell.textContent = items[0] || '–';
      return;
    }
    var list = element('ul', '', cell);
    items.forEach(function (item) { element('li', item, list); });
  }

  function columnHead(row, id, shown) {
    var cell = element('th', '', row);
    cell.scope = 'col';
    cell.setAttribute('role', 'columnheader');
    link(cell, 'case-studies/' + id + '.html', cases[id][0]);
    if (shown.length < 2) return;
    var line = element('span', '', cell);
    line.className = 'note';
    link(line, address(shown.filter(function (other) { return other !== id; })), 'Remove');
    line.firstChild.setAttribute('aria-label', 'Remove: ' + cases[id][0]);
  }

  function draw(shown) {
    var table = document.getElementById('compared');
    table.setAttribute('role', 'table');
    table.style.setProperty('--columns', shown.length);
    var top = element('tr', '', element('thead', '', table));
    element('td', '', top);
    shown.forEach(function (id) { columnHead(top, id, shown); });
    var body = element('tbody', '', table);
    questions(shown).forEach(function (question) {
      var row = element('tr', '', body);
      var head = element('th', question[1], row);
      head.scope = 'row';
      head.setAttribute('role', 'rowheader');
      shown.forEach(function (id) {
        var answer = find(cases[id][1], question[0]);
        fill(element('td', '', row), answer ? answer[2] : []);
      });
    });
    table.parentNode.hidden = false;
  }

  function offer(shown) {
    var list = document.getElementById('more');
    var seen = shown.slice();
    shown.forEach(function (id) {
      cases[id][2].forEach(function (other) {
        if (seen.indexOf(other[0]) >= 0) return;
        seen.push(other[0]);
        link(element('li', '', list), address(shown.concat(other[0])), other[1]);
      });
    });
    list.parentNode.hidden = shown.length >= MOST || !list.firstChild;
  }

  function show() {
    var shown = ids.filter(function (id) { return cases[id]; });
    var missing = ids.length - shown.length;
    document.getElementById('status').textContent = !shown.length ? 'No case study is chosen yet.'
      : (shown.length === 1 ? 'One case study. Add another below.' : shown.length + ' case studies side by side.') +
        (missing ? ' ' + missing + ' in the address could not be found.' : '');
    if (!shown.length) return;
    draw(shown);
    offer(shown);
  }

  window.catalogue_compare = function (id, title, rows, similar) {
    cases[id] = [title, rows, similar];
  };

  var waiting = ids.length;
  if (!waiting) show();
  ids.forEach(function (id) {
    var script = element('script');
    script.src = 'compare/' + id + '.js';
    script.onload = script.onerror = function () {
      waiting -= 1;
      if (!waiting) show();
    };
    document.head.appendChild(script);
  });
}());
