// What is wrong with the answers of a form, by the rules that the page was sent. The rules are those of `catalogue check`,
// and so are the codes; a test feeds both with the same answers. Nothing here knows of the page.
//
// Answers: what was typed, by the key of its field, as the front matter has it: {title: "…", regions: ["london"],
// partners: [{name: "…"}], sections: {"The need": "…"}}. What was left empty is missing.
// A problem: {path, code, message, warns}; path: ["partners", 0, "name"].

const answers = (function () {
  // A text on one line, as YAML reads it: no characters that cannot be seen but blanks.
  const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
  const line = text => text.replace(/\s+/g, ' ').replace(unseen, '').trim();
  // A text of several lines.
  const lines = text => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(unseen, '').replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '');
  const lengthOf = text => [...text].length;

  const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isDay = (year, month, day) => year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

  // Nothing but what an address may hold, from the host on.
  const isAddress = text => /^https?:\/\/[A-Za-z0-9][^/?#@]*([/?#].*)?$/.test(text) && !/[\s"<>\\^`{|}\u007f]/.test(text)
    && new TextEncoder().encode(text).length <= 2000;
  const isMailbox = text => /^[^@]+@[^@.][^@]*\.[^@]+$/.test(text) && !/[\s"<>\\^`{|}\u007f:,;()]/.test(text);
  const isNumber = text => /^-?\d{1,15}(\.\d{1,15})?$/.test(text);

  // What an answer of each type is not, as [code, what to do], or nothing.
  const types = {
    number: text => !isNumber(text) && ['C209', say('Write a plain number, such as 1200 or 0.5.')],
    count: text => (isNumber(text) && !/^\d+$/.test(text) ? ['C229', say('Write a whole number, such as 120.')] : types.number(text)),
    year: text => !(/^\d{4}$/.test(text) && text >= 1900 && text <= 2199) && ['C232', say('Write the year with four digits.')],
    date: (text) => {
      const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) || [];
      if (!year) return ['C210', say('Write the date as 2024, 2024-05 or 2024-05-31.')];
      return !isDay(Number(year), Number(month || 1), Number(day || 1)) && ['C231', say('No calendar has this date.')];
    },
    url: text => !isAddress(text) && ['C211', say('Write a whole web address, which begins with https://')],
    email: text => !isMailbox(text) && ['C233', say('Write an e-mail address, such as team@council.example')],
  };

  // Of the rules that need something; the others find their words in `kinds`.
  const sayings = {
    C217: say('Give an e-mail address or a page, so that readers can get in touch.'),
    C220: say('What was the figure afterwards?'),
    C221: say('Say which it is: control, better-off or average.'),
    C236: say('A figure before needs its unit, and which way is better.'),
    C237: say('Say what was counted or measured.'),
    C238: say('Write what was found, or what people said.'),
    C239: say('What was their figure afterwards?'),
    C240: say('What was the group’s own figure before?'),
    C241: say('Say which way is better: higher or lower.'),
    C243: say('Say which way is better: higher or lower.'),
    C301: say('Which of the sources says so? Give its number.'),
  };

  function problemsOf(rules, given) {
    const found = [];
    const report = (path, code, message, warns) => found.push({ path, code, message, warns: Boolean(warns) });
    const finder = personal.finderOf(rules.private);
    const ofPeople = {
      [rules.private.email]: say('Take out the e-mail address; there is a place for it under “Whom to ask”.'),
      [rules.private.phone]: say('Take out what looks like a phone number; readers ask by the page or e-mail address under “Whom to ask”.'),
      [rules.private.nhs]: say('Take out what looks like an NHS number; nothing about a single person belongs here.'),
    };

    function checkText(field, text, path) {
      const size = lengthOf(text);
      if (field.shortest && size < field.shortest) report(path, 'C205', say('Write at least %s characters; it has %s.', field.shortest, size));
      else if (field.longest && size > field.longest) report(path, 'C206', say('Take out %s characters; there is room for %s.', size - field.longest, field.longest));
      finder.inAnswer(text).forEach(code => report(path, code, ofPeople[code]));
    }

    function checkOne(field, value, path) {
      if (field.type === 'map') {
        checkFields(field.members, value, path);
      } else if (field.type === 'text') {
        checkText(field, value, path);
      } else if (types[field.type]) {
        const wrong = types[field.type](value);
        if (wrong) report(path, ...wrong);
      }
    }

    function checkList(field, items, path) {
      if (items.length < (field.least || 0)) report(path, 'C207', say('Give at least %s.', field.least));
      if (field.most && items.length > field.most) report(path, 'C207', say('Keep the %s that matter most.', field.most));
      items.forEach((item, at) => {
        checkOne(field, item, path.concat(at));
        const folded = typeof item === 'string' && item.toLowerCase();
        if (folded && items.slice(0, at).some(other => other.toLowerCase() === folded)) report(path.concat(at), 'C208', say('This stands here twice.'));
      });
    }

    function checkFields(fields, values, path) {
      for (const field of fields) {
        const value = values[field.key];
        if (value === undefined) {
          if (field.required) report(path.concat(field.key), 'C202', say('This needs an answer.'));
        } else if (field.list) {
          checkList(field, value, path.concat(field.key));
        } else {
          checkOne(field, value, path.concat(field.key));
        }
      }
    }

    // Whether an answer is there in the form in which its field wants it.
    function isRead(of, key, value) {
      const group = of ? rules.fields.find(field => field.key === of).members : rules.fields;
      const field = group.find(one => one.key === key);
      return value !== undefined && !(field && types[field.type] && types[field.type](value));
    }

    const kinds = {
      'no-full-stop': (rule, group, path) => {
        if (/\.$/.test(group[rule.member] || '')) report(path.concat(rule.member), rule.code, say('Take out the full stop at the end.'));
      },
      alone: (rule, group, path) => {
        const list = group[rule.member] || [];
        if (list.length > 1 && list.includes(rule.is)) report(path.concat(rule.member, list.indexOf(rule.is)), rule.code, say('This one stands alone: take it out, or all the others.'));
      },
      'not-before': (rule, group, path) => {
        const [end, start] = [group[rule.member], group[rule.other]];
        if (!isRead(rule.of, rule.member, end) || !isRead(rule.of, rule.other, start)) return;
        const size = Math.min(end.length, start.length);
        if (end.slice(0, size) < start.slice(0, size)) report(path.concat(rule.member), rule.code, say('The end lies before the start.'));
      },
      'at-most': (rule, group, path) => {
        if (isRead(rule.of, rule.member, group[rule.member]) && isRead(rule.of, rule.other, group[rule.other]) && Number(group[rule.member]) > Number(group[rule.other])) {
          report(path.concat(rule.member), rule.code, say('More were reached than there were: look at both numbers.'));
        }
      },
      'not-negative': (rule, group, path) => {
        if (isRead(rule.of, rule.member, group[rule.member]) && Number(group[rule.member]) < 0) report(path.concat(rule.member), rule.code, say('A cost is not less than 0. Money that was saved is something that changed.'));
      },
      needs: (rule, group, path) => {
        const because = rule.when.find(key => (rule.unread ? group[key] !== undefined : isRead(rule.of, key, group[key])));
        const which = group[rule.which];
        if ((rule.when.length && !because) || (rule.is && which !== rule.is && !(rule.standard && which === undefined))) return;
        const there = rule.needs.filter(key => group[key] !== undefined).length;
        if (there < (rule.kind === 'needs-one' ? 1 : rule.needs.length)) {
          report(rule.atGroup ? path : path.concat(because), rule.code, sayings[rule.code], rule.warns);
        }
      },
    };

    function checkRule(rule) {
      const value = rule.of ? given[rule.of] : given;
      const groups = Array.isArray(value) ? value.map((group, at) => [group, [rule.of, at]]) : value ? [[value, rule.of ? [rule.of] : []]] : [];
      if (rule.kind === 'once') {
        const having = groups.filter(([group]) => group[rule.member] === rule.is);
        if (having.length > 1) report(having[1][1].concat(rule.member), rule.code, say('Only one leads: the one that answers for it.'));
        return;
      }
      groups.forEach(([group, path]) => (kinds[rule.kind] || kinds.needs)(rule, group, path));
    }

    // The number of a source is its place in the list of sources.
    function checkSources() {
      const count = (given.sources || []).length;
      let told = false;
      (given.outcomes || []).forEach((outcome, at) => {
        if (!isRead('outcomes', 'source', outcome.source)) return;
        const path = ['outcomes', at, 'source'];
        if (!given.sources && !told) report(path, 'C246', say('There is no source yet: add it above.'));
        else if (given.sources && (outcome.source < 1 || outcome.source > count)) report(path, 'C222', say('The list above has %s; count from 1.', count));
        told = told || !given.sources;
      });
    }

    // Of a text: what would become a part of the page that nobody meant.
    function checkSection(section) {
      const text = (given.sections || {})[section.heading];
      const path = ['sections', section.heading];
      if (text === undefined) {
        if (section.required) report(path, 'B401', say('This needs an answer.'));
        return;
      }
      if (/^ {0,3}##?(\s|$)/m.test(text)) report(path, 'B404', say('A line begins with #, which makes a heading of it: put a word before it.'));
      if (/^.*\S.*\n {0,3}(-+|=+)[ \t]*$/m.test(text)) report(path, 'B418', say('A line of hyphens below a text makes a heading of it: take it out.'));
      if (/<(?![A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>|[^\s<>@]+@[A-Za-z0-9.-]+>)[A-Za-z/!?]/.test(text)) report(path, 'B406', say('Write “less than” in place of <: marks of web pages are not used here.'));
      finder.inSection(text).forEach(code => report(path, code, ofPeople[code]));
    }

    checkFields(rules.fields, given, []);
    rules.sections.forEach(checkSection);
    rules.rules.forEach(checkRule);
    checkSources();
    return found;
  }

  // Without what was left empty: texts, lists, and maps of nothing.
  function tidy(value) {
    if (typeof value === 'string') return value || undefined;
    if (Array.isArray(value)) {
      const items = value.map(tidy).filter(item => item !== undefined);
      return items.length ? items : undefined;
    }
    const kept = {};
    for (const key of Object.keys(value)) {
      const one = tidy(value[key]);
      if (one !== undefined) kept[key] = one;
    }
    return Object.keys(kept).length ? kept : undefined;
  }

  return { line, lines, problemsOf, tidy: value => tidy(value) || {} };
}());
