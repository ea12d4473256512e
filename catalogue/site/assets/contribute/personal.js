// What identifies a person in a text: e-mail addresses, phone numbers and NHS numbers, as `catalogue check` finds them, step
// by step (indexer/content/privacy.c, private_email.c, private_numbers.c), by the words and signs that the page was sent. A
// text is looked at as its bytes (letters.js). Nothing here knows of the page.

const personal = (function () {
  const isDigit = byte => byte >= '0' && byte <= '9';
  const isLetter = byte => /^[A-Za-z]$/.test(byte);
  const isWord = byte => /^[A-Za-z0-9]$/.test(byte);
  const isHost = byte => /^[A-Za-z0-9\-\x80-\xc1\xc3-\xe1\xe3-\xff]$/.test(byte);
  const isName = byte => isHost(byte) || /^[._%+']$/.test(byte);

  // The beginning of a text by a list, in capitals or not.
  const beginning = (text, at, list) => list.find(one => text.length - at > one.length && text.substr(at, one.length).toLowerCase() === one);

  // The words of an answer or of a block of a section as readers see them: without marks of Markdown.
  const entities = { nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', numsp: ' ', puncsp: ' ', hairsp: ' ', commat: '@', period: '.', hyphen: '-', dash: '-', ndash: '–', mdash: '—', minus: '−', middot: '·', bull: '•', lpar: '(', rpar: ')', lbrack: '[', rbrack: ']', sol: '/', plus: '+', lowbar: '_', num: '#', amp: '&', Tab: '\t', NewLine: '\n', shy: '' };
  const decoded = text => text
    .replace(/&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/g, (_, hex, number) => {
      const point = hex ? parseInt(hex, 16) : Number(number);
      return point && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .replace(/&([A-Za-z]+);/g, (all, name) => (entities[name] === undefined ? all : entities[name]));
  const oddBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
  const plain = text => normalise(text).replace(oddBlank, ' ').replace(/[\u2010\u2011]/g, '-');
  const seen = text => plain(decoded(text)
    .replace(/\\\n/g, '\n')
    .replace(/ +\n/g, '\n')
    .replace(/!?\[([^\]]*)\]\(<?[^\s)>]*>?(?:\s+"([^"]*)")?\)/g, (_, words, title) => (title ? `${words}\n\n${title}` : words))
    .replace(/\\([!-/:-@[-`{-~])|\*+|`+|~~|(^|[^A-Za-z0-9_])_+(?=[^\s_])|_+(?=$|[^A-Za-z0-9_])/g, (_, mark, before) => mark || before || ''));

  // Paragraphs, items of lists and cells; a line that is broken does not break a number.
  const blocksOf = text => text.replace(/^ {0,3}>[ ]?/gm, '').split(/\n\s*\n|\n(?=\s*(?:[-+*]|\d{1,9}[.)])\s)|\|/)
    .map(block => block.replace(/^\s*(?:[-+*]|\d{1,9}[.)])\s+/, '').replace(/\n\s+/g, '\n'));

  function finderOf(rules) {
    const parting = rules.parting.map(toBytes);

    function isHostEnd(end, spelled) {
      return /^[A-Za-z]{2,}$/.test(end) && !rules.files.includes(end.toLowerCase())
        && (!spelled || rules.hostEnds.includes(end.toLowerCase()));
    }

    // Bytes of the dot at a place; 0 when a label of the host does not go on behind it.
    function dotAt(text, at) {
      const dot = rules.dots.find(one => text.substr(at, one.length).toLowerCase() === one && isHost(text.charAt(at + one.length)) && text.charAt(at + one.length) !== '-');
      return dot ? dot.length : 0;
    }

    function hostAt(text, at, spelled) {
      if (!isHost(text.charAt(at)) || text.charAt(at) === '-' || /^[0-9.]+x\./.test(text.substr(at, 40))) return 0;
      let [end, last] = [at, at];
      while (isHost(text.charAt(end))) {
        for (last = end; isHost(text.charAt(end));) end += 1;
        const dot = dotAt(text, end);
        if (!dot) break;
        end += dot;
      }
      while (end > last && text.charAt(end - 1) === '-') end -= 1;
      return last > at && isHostEnd(text.slice(last, end), spelled) ? end - at : 0;
    }

    function hasInnerDot(name) {
      for (let i = 2; i + 2 < name.length; i += 1) {
        if (/[._-]/.test(name.charAt(i)) && isLetter(name.charAt(i - 1)) && isHost(name.charAt(i + 1))) return true;
      }
      return false;
    }

    // The end of the address whose sign stands at a place, and whose name begins at `from` or behind it; 0 when it is none.
    function addressAround(text, from, at) {
      const written = beginning(text, at, rules.ats.map(sign => sign.text));
      if (!written) return 0;
      const sign = rules.ats.find(one => one.text === written);
      let start = at;
      while (start > from && at - start < 254 && isName(text.charAt(start - 1))) start -= 1;
      while (start < at && (!isHost(text.charAt(start)) || /[\x80-\xbf]/.test(text.charAt(start)))) start += 1;
      const name = text.slice(start, at);
      if (!name || (sign.dotted && !hasInnerDot(name)) || name === 'git') return 0;
      const host = hostAt(text, at + written.length, sign.spelled);
      const end = at + written.length + host;
      return host && end - start <= 254 ? end : 0;
    }

    // [where it begins, the word] that ends before `at`; digits of two or fewer are passed over.
    function wordBefore(text, at) {
      const first = Math.max(0, at - 40);
      for (let end = at; ;) {
        while (end > first && !isWord(text.charAt(end - 1))) end -= 1;
        let start = end;
        while (start > first && isWord(text.charAt(start - 1))) start -= 1;
        if (start === end || end - start > 2 || !isDigit(text.charAt(start))) return [start, text.slice(start, end)];
        end = start;
      }
    }

    const has = (list, word) => list.includes(word.toLowerCase());

    function isLabelled(text, at) {
      let [start, word] = wordBefore(text, at);
      if (has(rules.joining, word) && !has(rules.labels, word)) [start, word] = wordBefore(text, start);
      return has(rules.labels, word);
    }

    // Whether a digit begins a number of its own.
    function begins(text, at) {
      if (!at) return true;
      const before = text.charAt(at - 1);
      if (['$', toBytes('£'), toBytes('€')].some(sign => text.slice(0, at - (before === ' ')).endsWith(sign))) return false;
      const start = at - /[.:/\-_=#]/.test(before);
      if (start === at && !isWord(before)) return before !== ',' || at < 2 || !isDigit(text.charAt(at - 2));
      if (!start || !isWord(text.charAt(start - 1))) return true;
      let word = start;
      while (word && start - word <= 12 && isWord(text.charAt(word - 1))) word -= 1;
      return (before === ':' && isLetter(text.charAt(start - 1))) || has(rules.contacts, text.slice(word, start));
    }

    function partingSign(text, at) {
      if (text.charAt(at) === ',') return isDigit(text.charAt(at + 1)) ? 1 : 0;
      const sign = parting.find(one => text.startsWith(one, at));
      return sign ? sign.length : 0;
    }

    // {begin, digits} of each group of digits; `strict` where dots, strokes or commas part them.
    function groupsAt(text, from) {
      const groups = [];
      let strict = false;
      for (let at = from; groups.length < 6;) {
        const [digits] = /^\d*/.exec(text.substr(at, 400));
        if (!digits) break;
        groups.push({ begin: at, digits });
        let [end, signs] = [at + digits.length, 0];
        for (let length = partingSign(text, end); signs <= 3 && length; length = partingSign(text, end)) {
          strict = strict || './,'.includes(text.charAt(end));
          end += length;
          signs += 1;
        }
        if (!signs || signs > 3) break;
        at = end;
      }
      return { groups, strict };
    }

    const digitsOf = (groups, count) => groups.slice(0, count).map(group => group.digits).join('').slice(0, 31);

    // The NHS number's own check: weights 10 to 2, modulo 11.
    function isNhsNumber(digits) {
      const sum = [...digits.slice(0, 9)].reduce((all, digit, i) => all + digit * (10 - i), 0);
      const check = 11 - (sum % 11);
      return check !== 10 && Number(digits.charAt(9)) === check % 11;
    }

    function nhsGroups(groups) {
      const sizes = groups.map(group => group.digits.length);
      const count = sizes[0] === 10 ? 1 : sizes[0] === 3 && sizes[1] === 3 && sizes[2] === 4 ? 3 : sizes[0] === 3 && sizes[1] === 7 ? 2 : 0;
      return count && isNhsNumber(digitsOf(groups, count)) ? count : 0;
    }

    const isBritish = digits => (digits.length === 10 ? /^(01|0800|0500)/.test(digits) : digits.length === 11 && /^0[123578]/.test(digits));

    function isBritishForm({ groups, strict }, first, count) {
      const size = i => groups[i].digits.length;
      if (size(first) + first < 3) return false;
      for (let i = first + 1; i < count; i += 1) if (size(i) < (strict ? 3 : 2)) return false;
      return count < first + 2 || size(count - 1) >= 3 || size(first + 1) === 2;
    }

    // A place on the map of Britain: two capital letters before five and five digits.
    function isGridReference(text, groups) {
      const [, word] = wordBefore(text, groups[0].begin);
      return /^[HJNOST][A-Z]$/.test(word) && groups.length > 1 && groups[0].digits.length === 5 && groups[1].digits.length === 5 && !has(rules.contacts, word);
    }

    function phoneGroups(text, found) {
      const { groups } = found;
      const at = groups[0].begin;
      if (isGridReference(text, groups)) return 0;
      const plus = text.charAt(at - 1) === '+' || text.slice(Math.max(0, at - 2), at) === '+(';
      const first = groups.length > 1 && groups[0].digits.length === 1 && text.charAt(at - 1) === '(' && text.charAt(at + 1) === ')' ? 1 : 0;
      for (let count = groups.length; count > first; count -= 1) {
        const digits = digitsOf(groups, count);
        const abroad = /^00[1-9]/.test(digits) && digits.length >= 12 && digits.length <= 17;
        if (plus ? digits.length >= 10 && digits.length <= 15 : abroad || (isBritish(digits) && isBritishForm(found, first, count))) return count;
      }
      return 0;
    }

    // Bytes of the word with a web address or DOI in it that begins at a place; 0 when none does.
    function webAt(text, at) {
      if (at && !/[ \t\n<>"]/.test(text.charAt(at - 1))) return 0;
      const [word] = /^[^ \t\n<>"]*/.exec(text.slice(at));
      return /^www\../i.test(word) || word.includes('://') || /(^|[^A-Za-z0-9])10\.\d(?:.{3}|.{4})\//.test(word) ? word.length : 0;
    }

    // The codes of what is found in a text, each once.
    function find(bytes) {
      const codes = new Set();
      for (let [from, at] = [0, 0]; at < bytes.length;) {
        const web = webAt(bytes, at);
        const address = !web && '@ \n[({'.includes(bytes.charAt(at)) ? addressAround(bytes, from, at) : 0;
        if (web) {
          at += web;
        } else if (address) {
          codes.add(rules.email);
          [from, at] = [address, address];
        } else if (isDigit(bytes.charAt(at)) && begins(bytes, at)) {
          const found = groupsAt(bytes, at);
          const labelled = isLabelled(bytes, at);
          const nhs = labelled ? 0 : nhsGroups(found.groups);
          const count = labelled ? 0 : nhs || phoneGroups(bytes, found);
          if (count) codes.add(nhs ? rules.nhs : rules.phone);
          const last = found.groups[Math.max(count, 1) - 1];
          at = last.begin + last.digits.length;
          if (count) from = at;
        } else {
          at += 1;
        }
      }
      return codes;
    }

    // What a link leads to, where its words do not say it.
    function linked(text) {
      return [...(text.match(/\[[^\]]*\]\((?:mailto|tel):/g) || [])].filter(link => !link.split(']')[0].includes(link.endsWith('mailto:') ? '@' : '0'))
        .map(link => (link.endsWith('mailto:') ? rules.email : rules.phone));
    }

    return {
      inAnswer: text => [...find(toBytes(/[&\\*_]/.test(text) ? seen(text) : plain(text)))],
      inSection: text => [...new Set(blocksOf(text).reduce((codes, block) => codes.concat([...find(toBytes(seen(block)))]), linked(text)))],
    };
  }

  return { finderOf };
}());
