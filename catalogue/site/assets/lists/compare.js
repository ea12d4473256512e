// Two to four case studies side by side. The address says which: compare.html?ids=one,another.
function openCompare() {
  'use strict';
  // What each part of a table is, which a narrow page would take from it by laying it out otherwise.
  var ROLES = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

  function part(name, text, parent) {
    var made = element(name, text, parent);
    if (ROLES[name]) made.setAttribute('role', ROLES[name]);
    return made;
  }

  function addressOf(list) {
    return address.to('compare.html?ids=' + list.join(','));
  }

  // Every question that any of the cases answers, each behind the one it follows there.
  function questions(shown) {
    var all = [];
    shown.forEach(function (id) {
      var after = 0;
      cases.of(id).rows.forEach(function (row) {
        var at = all.map(function (other) { return other[0]; }).indexOf(row[0]);
        if (at < 0) all.splice(at = after, 0, row);
        after = at + 1;
      });
    });
    return all;
  }

  function columnHead(row, id, shown) {
    var cell = part('th', '', row);
    cell.scope = 'col';
    cell.setAttribute('role', 'columnheader');
    elementLink(cell, address.toCase(id), cases.of(id).title);
    if (shown.length < 2) return;
    var line = element('span', '', cell);
    line.className = 'note';
    elementLink(line, addressOf(shown.filter(function (other) { return other !== id; })), say('Remove'))
      .setAttribute('aria-label', say('Remove: %s', cases.of(id).title));
  }

  function draw(shown) {
    var table = document.getElementById('compared');
    table.setAttribute('role', 'table');
    table.style.setProperty('--columns', shown.length);
    table.parentNode.classList.add('pinned');
    var top = part('tr', '', part('thead', '', table));
    part('td', '', top);
    shown.forEach(function (id) { columnHead(top, id, shown); });
    var body = part('tbody', '', table);
    questions(shown).forEach(function (question) {
      var row = part('tr', '', body);
      var head = part('th', question[1], row);
      head.scope = 'row';
      head.setAttribute('role', 'rowheader');
      var answers = shown.map(function (id) { return factOf(cases.of(id).rows, question[0]); });
      // What is the same in each is said once, so that what differs is seen.
      var same = shown.length > 1 && answers.every(function (one) { return one && JSON.stringify(one[2]) === JSON.stringify(answers[0][2]); });
      (same ? shown.slice(0, 1) : shown).forEach(function (id, i) {
        var cell = part('td', '', row);
        if (answers[i]) fillWithFact(cell, answers[i], id);
        else element('span', say('Not stated'), cell).className = 'quiet';
        if (!same) return;
        cell.colSpan = shown.length;
        cell.setAttribute('aria-colspan', shown.length);
        cell.insertBefore(element('span', say('Each:') + ' '), cell.firstChild).className = 'quiet';
      });
    });
    table.parentNode.hidden = false;
  }

  function offer(shown) {
    var list = document.getElementById('more');
    var seen = shown.slice();
    shown.forEach(function (id) {
      cases.of(id).similar.forEach(function (other) {
        if (seen.indexOf(other[0]) >= 0) return;
        seen.push(other[0]);
        elementLink(element('li', '', list), addressOf(shown.concat(other[0])), other[1]);
      });
    });
    list.parentNode.hidden = shown.length >= comparedMost || !list.firstChild;
  }

  var ids = askedIds(comparedMost);
  cases.load(ids, function () {
    var shown = ids.filter(cases.of);
    var missing = ids.length - shown.length;
    document.getElementById('status').textContent = !shown.length ? say('No case study is chosen yet.')
      : (shown.length === 1 ? say('One case study. Add another below.') : say('%s case studies side by side.', shown.length)) +
        (missing ? ' ' + say('%s in the address could not be found.', missing) : '');
    if (!shown.length) return;
    draw(shown);
    offer(shown);
  });
}
if (document.getElementById('compared')) openCompare();
