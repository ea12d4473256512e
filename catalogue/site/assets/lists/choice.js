// What every page has: how addresses within the site are made, and the case studies that a reader has put on a list of
// their own. The list is kept for as long as the tab is open; where pages come from a folder, or a browser keeps
// nothing, the next page's address brings it along. ES5, for any browser.

// Other in one file that holds all pages.
var address = {
  root: document.currentScript.src.replace(/assets\/[^/]*$/, ''),
  read: function () { return location.search; },
  write: function (asked) { history.pushState(null, '', choice.carriedBy(asked || location.pathname)); },
  to: function (path) { return address.root + path; },
  toCase: function (id) { return address.to('case-studies/' + id + '.html'); },
  // Where a page is published, with what was asked of it.
  published: function (page) { return page.replace(/\?.*/, '') + location.search.replace(/%2C/g, ','); },
};

// Paper says where to find the same again.
addEventListener('beforeprint', function () {
  var line = document.querySelector('.site-footer .printed');
  if (line) line.textContent = address.published(line.textContent);
});

function byId(id) {
  return document.getElementById(id);
}

function element(name, text, parent) {
  var made = document.createElement(name);
  if (text) made.textContent = text;
  if (parent) parent.appendChild(made);
  return made;
}

function elementLink(parent, to, text) {
  var made = element('a', text, parent);
  made.setAttribute('href', to);
  return made;
}

// The ids in a text, each once.
function idsOf(text, most) {
  return (text || '').split(',').filter(function (id, i, all) {
    return /^[a-z0-9-]{1,64}$/.test(id) && all.indexOf(id) === i;
  }).slice(0, most);
}

function askedIds(most) {
  return idsOf(new URLSearchParams(address.read()).get('ids'), most);
}

function countOfCases(number) {
  return number === 1 ? say('%s case study', number) : say('%s case studies', number);
}

var comparedMost = 4;

var choice = (function () {
  'use strict';
  var MOST = 40;
  var key = 'catalogue-list ' + (address.root || location.pathname);
  var keeps = true;
  // How often it was changed, by which the newest is known.
  var changes = 0;
  var ids = [];

  function asText() {
    return [changes].concat(ids).join(',');
  }

  function take(text) {
    var number = parseInt(text, 10) || 0;
    if (number <= changes) return;
    changes = number;
    ids = idsOf((text || '').replace(/^\d+,?/, ''), MOST);
  }

  function carriedBy(url, text) {
    var made = new URL(url, location.href);
    if (text) made.searchParams.set('list', text);
    else if (made.searchParams.has('list')) made.searchParams.delete('list');
    return made.href;
  }

  function keep() {
    try {
      sessionStorage.setItem(key, asText());
    } catch (refused) {
      keeps = false;
    }
    var here = carriedBy(location.href, !keeps && changes ? asText() : '');
    if (here !== location.href) history.replaceState(history.state, '', here);
  }

  function recall() {
    try {
      take(sessionStorage.getItem(key));
    } catch (refused) {
      keeps = false;
    }
  }

  // Links and forms take it along where the next page might not find it.
  function mustCarry() {
    return changes && address.root && (!keeps || location.protocol === 'file:');
  }

  function carryByLink(event) {
    var link = event.target.closest && event.target.closest('a[href]');
    if (!link || !mustCarry() || link.href.indexOf(address.root) !== 0 || !/\.html$/.test(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname) return;
    link.href = carriedBy(link.href, asText());
  }

  function carryByForm(event) {
    if (!mustCarry() || event.target.id === 'search-form') return;
    var field = event.target.querySelector('[name=list]') || element('input', '', event.target);
    field.type = 'hidden';
    field.name = 'list';
    field.value = asText();
  }

  // What stands at the foot of a page whose case studies can be chosen, and what is said when the list changes.
  var bar;
  var said;
  function drawBar() {
    if (!bar) return;
    bar.textContent = '';
    bar.hidden = !ids.length;
    elementLink(bar, address.to('list.html?ids=' + ids.join(',')), 
      ids.length < MOST ? say('Open my list (%s)', ids.length) : say('Open my list (%s, no more can be)', ids.length));
    if (ids.length > 1 && ids.length <= comparedMost)
      elementLink(bar, address.to('compare.html?ids=' + ids.join(',')), say('Compare these %s', ids.length));
  }

  function draw() {
    [].forEach.call(document.querySelectorAll('.listed'), function (box) {
      box.checked = ids.indexOf(box.value) >= 0;
      box.disabled = ids.length >= MOST && !box.checked;
    });
    [].forEach.call(document.querySelectorAll('.my-list a'), function (link) {
      link.lastElementChild.textContent = ids.length ? ' (' + ids.length + ')' : '';
    });
    drawBar();
  }

  function change(next) {
    recall();
    ids = next(ids).slice(0, MOST);
    changes += 1;
    keep();
    draw();
    if (!said) return;
    said.textContent = ids.length < MOST ? say('%s on my list', countOfCases(ids.length))
      : say('%s on my list, no more can be', countOfCases(ids.length));
  }

  function put(id, on) {
    change(function (now) {
      var others = now.filter(function (other) { return other !== id; });
      return on ? others.concat(id) : others;
    });
  }

  // The box of one case, as lists that are made without scripts have it too.
  function box(id, title) {
    var label = element('label');
    label.className = 'choose';
    var input = element('input', '', label);
    input.type = 'checkbox';
    input.className = 'listed';
    input.value = id;
    element('span', ': ' + title, element('span', say('On my list'), label)).className = 'hidden';
    return label;
  }

  function start() {
    var main = document.getElementById('main');
    bar = said = null;
    if (main && main.querySelector('.listed, #found')) {
      bar = element('section', '', main);
      bar.className = 'chosen';
      bar.setAttribute('aria-label', say('My list'));
      said = element('p', '', main);
      said.className = 'hidden';
      said.setAttribute('role', 'status');
    }
    draw();
  }

  recall();
  take(new URLSearchParams(location.search).get('list'));
  keep();
  document.addEventListener('change', function (event) {
    if (event.target.className === 'listed') put(event.target.value, event.target.checked);
  });
  document.addEventListener('click', carryByLink, true);
  document.addEventListener('auxclick', carryByLink, true);
  document.addEventListener('submit', carryByForm, true);
  // A page that Back brings again as it was left.
  addEventListener('pageshow', function () {
    recall();
    draw();
  });
  return {
    ids: function () { return ids.slice(); },
    most: MOST,
    change: change,
    put: put,
    box: box,
    draw: draw,
    start: start,
    carriedBy: function (url) { return keeps || !changes ? url : carriedBy(url, asText()); },
  };
}());
// What a word means goes away at Escape, until something else is pointed at or has the focus.
(function () {
  'use strict';
  function hush(on) {
    return function (event) {
      if (!on || event.key === 'Escape') document.documentElement.classList[on ? 'add' : 'remove']('hushed');
    };
  }
  document.addEventListener('keydown', hush(true));
  document.addEventListener('focusin', hush(false));
  document.addEventListener('mouseout', hush(false));
}());
// The citation of a case study, to be pasted elsewhere.
function offerCitation() {
  var citation = document.querySelector('.citation');
  if (!citation) return;
  var way = element('p');
  way.className = 'tools';
  citation.parentNode.insertBefore(way, citation.nextSibling);
  var button = element('button', say('Copy the citation'), way);
  button.type = 'button';
  button.className = 'quiet-button';
  var said = element('span', '', way);
  said.setAttribute('role', 'status');
  button.onclick = function () {
    window.getSelection().selectAllChildren(citation);
    said.textContent = document.execCommand('copy') ? say('Copied.') : say('Not allowed here: press Ctrl and C.');
  };
}
if (address.root) {
  choice.start();
  offerCitation();
}
