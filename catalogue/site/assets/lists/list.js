// A list of case studies: the reader's own, or one that an address brings: list.html?ids=one,another.
function openList() {
  'use strict';
  // What a line of the list tells beside title and summary.
  var TOLD = ['deprivation_focus', 'main_outcomes', 'evidence_level', 'limited_by', 'cost', 'did_not_work', 'contact'];
  var asked = askedIds(choice.most);
  var own = !asked.length || asked.join() === choice.ids().join();
  var ids = own ? choice.ids() : asked;
  var shown = [];

  function told(id) {
    return TOLD.map(function (key) { return factOf(cases.of(id).rows, key); }).filter(Boolean);
  }

  function addText(parent, id) {
    (cases.of(id).sections || []).forEach(function (section) {
      element('h3', section[0], parent);
      fillWithText(element('div', '', parent), section[1]);
    });
  }

  function button(parent, text, about, run) {
    var made = element('button', text, parent);
    made.type = 'button';
    made.className = 'quiet-button';
    made.onclick = run;
    element('span', ': ' + about, made).className = 'hidden';
    return made;
  }

  // The list as it was before the last change, which can be taken back.
  var before;
  function show(next, focus) {
    before = ids;
    ids = next;
    if (own) choice.change(function () { return next; });
    history.replaceState(history.state, '', choice.carriedBy(address.to('list.html' + (next.length ? '?ids=' + next.join(',') : ''))));
    draw();
    var target = byId('list-cases').querySelector('[data-id="' + focus + '"] a') || byId('list-status');
    target.focus();
  }

  function addRow(id, i) {
    var found = cases.of(id);
    var row = element('li', '', byId('list-cases'));
    row.setAttribute('data-id', id);
    elementLink(element('h2', '', row), address.toCase(id), found.title);
    element('p', found.more.summary, row);
    var facts = element('dl', '', row);
    facts.className = 'decision';
    told(id).forEach(function (fact) {
      var pair = element('div', '', facts);
      element('dt', fact[1], pair);
      fillWithFact(element('dd', '', pair), fact, id);
    });
    var whole = element('details', '', row);
    whole.className = 'whole';
    element('summary', say('The text of this case study'), whole);
    addText(element('div', '', whole), id);
    var tools = element('p', '', row);
    tools.className = 'tools';
    button(tools, say('Remove'), found.title, function () {
      show(ids.filter(function (other) { return other !== id; }), (shown[i + 1] || shown[i - 1]));
    });
    if (!i) return;
    button(tools, say('Move up'), found.title, function () {
      var others = ids.filter(function (other) { return other !== id; });
      others.splice(others.indexOf(shown[i - 1]), 0, id);
      show(others, id);
    });
  }

  function asText(id) {
    var found = cases.of(id);
    var lines = told(id).map(function (fact) { return fact[1] + ': ' + fact[2].join('\n  '); });
    return [found.title, found.more.summary].concat(lines, found.more.address || []).join('\n');
  }

  function gather(part) {
    return shown.map(function (id) { return cases.of(id).more[part]; }).join('');
  }

  function offer(id, type, text) {
    var link = byId(id);
    link.download = link.getAttribute('data-file');
    link.href = 'data:' + type + ';charset=utf-8,' + encodeURIComponent(text);
  }

  function drawWays() {
    var compared = shown.slice(0, comparedMost);
    var compare = byId('list-compare');
    compare.hidden = shown.length < 2;
    compare.href = address.to('compare.html?ids=' + compared.join(','));
    compare.textContent = shown.length > comparedMost ? say('Compare the first %s', comparedMost) : say('Compare these %s', shown.length);
    offer('list-bib', 'application/x-bibtex', gather('bib'));
    offer('list-ris', 'application/x-research-info-systems', gather('ris'));
    offer('list-csv', 'text/csv', byId('list-csv').getAttribute('data-columns').replace(/\r?\n$/, '\r\n') + gather('csv'));
    byId('list-words').value = shown.map(asText).join('\n\n');
    byId('list-address').href = address.to('list.html?ids=' + shown.join(','));
  }

  function statusOf(words) {
    return own ? words + '.' : say('%s, chosen by whoever made this address.', words);
  }

  function draw() {
    shown = ids.filter(cases.of);
    var missing = ids.length - shown.length;
    byId('list-status').textContent = statusOf(shown.length ? countOfCases(shown.length) : say('Nothing is on this list yet')) +
      (missing ? ' ' + say('%s in the address could not be found.', missing) : '');
    byId('list-ways').hidden = !shown.length;
    byId('list-empty').hidden = Boolean(shown.length);
    byId('list-add').hidden = own;
    byId('list-undo').hidden = !before;
    byId('list-cases').textContent = '';
    shown.forEach(addRow);
    if (shown.length) drawWays();
  }

  function setOpen(open) {
    [].forEach.call(document.querySelectorAll('.whole'), function (whole) { whole.open = open; });
  }

  byId('list-print').onclick = function () {
    setOpen(true);
    window.print();
  };
  byId('list-copy').onclick = function () {
    byId('list-words').select();
    byId('list-copied').textContent = document.execCommand('copy') ? say('Copied.') : say('Not allowed here: press Ctrl and C.');
  };
  byId('list-add').onclick = function () {
    choice.change(function (now) {
      return now.concat(shown.filter(function (id) { return now.indexOf(id) < 0; }));
    });
    own = true;
    show(choice.ids());
  };
  byId('list-clear').onclick = function () { show([]); };
  byId('list-undo').onclick = function () {
    show(before);
    before = null;
    byId('list-undo').hidden = true;
  };
  addEventListener('beforeprint', function () { setOpen(true); });
  cases.load(ids, function () {
    if (own && ids.length) history.replaceState(history.state, '', choice.carriedBy(address.to('list.html?ids=' + ids.join(','))));
    draw();
  });
}
if (document.getElementById('list-cases')) openList();
