// The tree of a query in words, as search-cli/query_tree.c has it.

export function printQuery(root, fromBytes) {
  const signs = { '': '', '+': 'must have ', '-': 'without ' };

  const verbs = { terms: ['is', 'is not'], words: ['has', 'has not'], ids: ['begins with', 'does not begin with'], parts: ['', 'not'] };

  function terms({ field, fieldKind, sign, values }) {
    const list = values.map(fromBytes).join(', ');
    const verb = verbs[fieldKind][sign === '-' ? 1 : 0];
    return [field, verb, values.length > 1 ? `one of (${list})` : list].filter(Boolean).join(' ');
  }

  function range({ field, sign, from, to, fromOut, toOut, fieldKind }) {
    const not = sign === '-' ? 'not ' : '';
    if (from === to) return `${not}${field} is ${from}`;
    return not + field + (from && ` ${!fromOut ? 'from' : fieldKind === 'numbers' ? 'over' : 'after'} ${from}`) +
      (to && ` ${!toOut ? (from ? 'to' : 'up to') : fieldKind === 'numbers' ? 'under' : 'before'} ${to}`);
  }

  function print(node, bracketed) {
    if (node.kind === 'terms') return terms(node);
    if (node.kind === 'range') return range(node);
    if (node.kind === 'all' || node.kind === 'any') {
      const list = node.parts.map((part) => print(part, true)).join(node.kind === 'any' ? ' or ' : ', ');
      return signs[node.sign] + (bracketed ? `(${list})` : list);
    }
    const text = fromBytes(node.text);
    return signs[node.sign] + { word: text, prefix: `words beginning with ${text}`, phrase: `the phrase "${text}"` }[node.kind];
  }

  return root.parts.length ? print(root, false) : 'everything';
}
