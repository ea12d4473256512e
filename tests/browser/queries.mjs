// Queries of every class, made from a catalogue's own words, always the same.

export function makeQueries(engine, perClass) {
  let state = 88675123;
  const random = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const pick = (items) => items[random(items.length)];
  const times = (count, make) => Array.from({ length: count }, make);

  const words = [];
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') words.push(...engine.settle(() => engine.wordsFrom(letter)));
  const texts = times(60, () => random(engine.base.caseCount)).map((doc) => engine.settle(() => engine.shard(`texts/${doc}`)))
    .map((text) => text.split(/\s+/).filter(Boolean)).filter((list) => list.length > 12);
  const synonyms = engine.groups().flatMap((members) => members.map((member) => member.shown));
  const facets = engine.base.facetTable.map(([key], i) => [key, engine.settle(() => engine.facetOf(i)).filter(({ documents }) => documents)])
    .filter(([, terms]) => terms.length);

  // Half of the words as often as they are written, half of them alike.
  const written = () => pick(pick(texts)).replace(/[^\p{L}\p{N}'-]/gu, '') || 'health';
  const word = () => (random(2) ? written() : engine.fromBytes(pick(words)));
  const some = (least, most) => times(least + random(most - least + 1), word).join(' ');
  const phrase = () => {
    const text = pick(texts);
    const size = 2 + random(3);
    const start = random(text.length - size);
    return `"${text.slice(start, start + size).join(' ').replace(/"/g, '')}"`;
  };
  const beginning = () => `${[...word()].slice(0, 2 + random(7)).join('')}*`;
  const date = () => `${2000 + random(27)}${random(2) ? '' : `-0${1 + random(9)}`}`;
  const filter = () => {
    const [key, terms] = pick(facets);
    const id = () => (random(4) ? pick(terms).id : `"${pick(terms).label}"`);
    return pick([
      () => `${key}:${id()}`, () => `${key}:${id()},${id()}`, () => `-${key}:${id()}`, () => `${key}:>=${pick(terms).id}`,
      () => `${key}:${pick(terms).id}..${pick(terms).id}`, () => `${key.replace('_', '-')}:<${pick(terms).id}`,
      () => `${pick(engine.base.dateFields)}:${pick(['', '>=', '>', '<', '<='])}${date()}`,
      () => `${pick(engine.base.dateFields)}:${date()}..${date()}`, () => `${key}:${word()}`,
      () => `has:${pick(['cost', 'Gap', 'contacts', 'what_did-not work', 'estimate,finding', 'summary', 'fish', written()])}`,
      () => `title:${pick([written, word, phrase, beginning])()}`, () => `place:${pick([written, () => 'north', () => 'lond*', word])()}`,
      () => `id:${pick([...'abcdelnpstw', 'north', 'lon', 'l-', 'z', 'aa'])}`, () => `-${pick(['title', 'place', 'id', 'has'])}:${written()}`,
      () => `${key}:${pick(terms).label}`, () => `${pick(['partner-type', 'deprivation_focus', 'lead-type'])}:${pick(['council', 'BAME', 'charity', 'gp', 'poor', 'kids', 'mothers', 'xyzzy'])}`,
      () => `${pick(['priority', 'partner', 'cost', 'regon', 'sources', 'foo'])}:${word()}`,
      () => `analysed:${pick(['', '>=', '>', '<', '<='])}${pick([1, 100, 500, 5000])}`, () => `analysed:${pick([1, 100])}..${pick(['', 500])}`,
    ])();
  };
  const mistyped = () => {
    const letters = [...engine.fromBytes(pick(words))];
    for (let edits = 1 + random(2); edits; edits--) {
      const at = random(letters.length);
      pick([
        () => letters.splice(at, 1), () => letters.splice(at, 0, pick('aeinrst')), () => letters.splice(at, 1, pick('bdglmop')),
        () => letters.splice(at, 2, ...letters.slice(at, at + 2).reverse()),
      ])();
    }
    return letters.join('');
  };
  const anything = () => times(1 + random(12), () => pick(['"', '(', ')', '|', '-', '+', '*', ':', ' ', ',', '..', '\u2019', '\u00e9', 'a',
    word(), `${word()} `, 'region:', 'London', 'foo:bar', 'E3 ', "don't ", 'we\u2019ve ', "GP's ", 'e-cigarettes ', '\u{1f600}', '\u0301', '<', '=',
    'CO\u2082 ', 'm\xb2', 'e\ufb03cient ', '\uff27\uff30 ', 'co\xadop ', 'ward\u200dround ', '\u{1f469}\u200d\u2695', '19\u1d57\u02b0 ', '10\u2076',
    'a\ufe0fb', '1\ufe0f\u20e3', 'c\u{e0100}', 'd\u3164e', '\u180bf', 'g\u{1ffff}h', 'i\ufdd0', 'j\ufff9k', 'l\u2065m'])).join('');

  const classes = {
    words: () => some(1, 5),
    phrases: () => [phrase(), random(2) ? word() : '', random(4) ? '' : `-${phrase()}`].filter(Boolean).join(' '),
    beginnings: () => [beginning(), random(2) ? word() : ''].join(' ').trim(),
    filters: () => [filter(), random(3) ? some(1, 2) : '', random(3) ? '' : filter()].filter(Boolean).join(' '),
    not: () => `${some(1, 2)} -${pick([word, phrase, beginning, () => `(${some(2, 3)})`])()}`,
    must: () => `${word()} +${pick([word, phrase, beginning])()} ${random(2) ? word() : ''}`.trim(),
    alternatives: () => pick([
      () => `${word()} | ${word()}`, () => `${word()} (${word()} | ${phrase()} | ${word()})`, () => `(${some(2, 2)}) | ${word()} ${word()}`,
      () => `${filter()} | ${word()}`, () => `-${word()} | ${word()} ${word()}`,
    ])(),
    synonyms: () => [random(2) ? word() : '', pick(synonyms), random(3) ? '' : word()].join(' ').trim(),
    corrections: () => [mistyped(), random(2) ? word() : '', random(4) ? '' : mistyped()].join(' ').trim(),
    ties: () => engine.fromBytes(pick(words)),
    anything,
  };
  return Object.entries(classes).map(([name, make]) =>
    [name, times(perClass, () => make().replace(/[\n\r\t\0]/g, ' '))]);
}
