// `field:values` in a query: which fields there are, and what their values mean here (search-cli/query_fields.h,
// plan_resolve.h). Few queries have one, so that this comes with names.js like a shard of the index.

// Every field as [key, what its values are].
const allFields = () => [
  ...base.facetTable.map(([key]) => [key, "terms"]), ...base.dateFields.map(key => [key, "dates"]),
  ...base.numberFields.map(key => [key, "numbers"]), ...base.nameFields,
];

// A field by its name as people type it.
function findField(name) {
  const plain = lower(name);
  const same = plain.replace(/_/g, "-");
  const facet = base.facetTable.find(([key, option]) => [key.replace(/_/g, "-"), option].includes(same));
  const [key, kind] = allFields().find(([key]) => key === (facet ? facet[0] : plain)) || [];
  return key && { key, kind };
}

function isDate(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!found || found[1] < 1800 || found[1] > 2199) return false;
  const [year, month, day] = [+found[1], +(found[2] || 1), +(found[3] || 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

// One value as a node of its own; nothing when the field cannot have it.
function readValue({ key, kind }, value) {
  const node = { kind: "range", sign: "", field: key, fieldKind: kind, from: "", to: "", fromOut: false, toOut: false };
  const isMeasured = kind === "dates" || kind === "numbers";
  const isValue = bound => (kind === "dates" ? isDate(bound) : /^\d{1,15}$/.test(bound));
  const isBound = bound => !bound || !isMeasured || isValue(bound);
  const plain = () => value && !"<>".includes(value[0]) && { kind: "terms", sign: "", field: key, fieldKind: kind, values: [value] };
  value = value.replace(/^=/, "");
  if (!isMeasured && kind !== "terms") return plain();
  const comparison = /^([<>])(=?)(?!=)(.+)$/s.exec(value);
  const range = /^(.*?)\.\.(.*)$/s.exec(value) || (kind === "dates" && value.length === 9 && /^(.{4})-(.*)$/s.exec(value));
  if (comparison) {
    const [, mark, equal, bound] = comparison;
    Object.assign(node, mark === ">" ? { from: bound, fromOut: !equal } : { to: bound, toOut: !equal });
  } else if (range && range[1] + range[2]) {
    node.from = range[1];
    node.to = range[2];
  } else if (isMeasured) {
    node.from = node.to = value;
    return isValue(value) && node;
  } else {
    return plain();
  }
  return isBound(node.from) && isBound(node.to) && node;
}

// Whether what is to be the end comes before the beginning; dates are compared as far as both go.
function isTurned({ fieldKind, from, to }) {
  if (!from || !to) return false;
  return fieldKind === "numbers" ? +from > +to : fieldKind === "dates" && from.slice(0, to.length) > to.slice(0, from.length);
}

function turnRange(node, notes) {
  notes.push(["turned", node.field, node.from, node.to]);
  [node.from, node.to] = [node.to, node.from];
}

// Terms gather in one node; with ranges among them the whole is any of the parts.
function readField(field, values, odd, notes) {
  const any = { kind: "any", sign: "", parts: [] };
  for (const value of values) {
    const node = readValue(field, lower(value));
    const terms = any.parts.find(part => part.kind === "terms");
    if (node && node.kind === "range" && isTurned(node)) turnRange(node, notes);
    if (!node) odd.push(value);
    else if (node.kind === "terms" && terms) terms.values.push(...node.values);
    else any.parts.push(node);
  }
  return any.parts.length > 1 ? any : any.parts[0];
}

function termOfValue(terms, value) {
  const plain = text => lower(toBytes(text)).replace(/[ _]/g, "-");
  return terms.find(({ id, label }) => [id, label].map(plain).includes(plain(value)));
}

// Values of filters in this catalogue: an id or a label, also over several words, or another name of one term; those
// that are none become words.
function resolve(node, notes) {
  if (node.kind === "all") joinLabels(node.parts, notes);
  for (const part of node.parts || []) resolve(part, notes);
  const { kind, field, fieldKind, sign } = node;
  if ((kind !== "range" && kind !== "terms") || (fieldKind !== "terms" && fieldKind !== "parts")) return;
  const hints = [];
  const idOf = value => {
    const { id, hint } = meantBy(node, value, notes);
    if (!id) hints.push([value, hint]);
    return id;
  };
  const noteHints = alone => {
    for (const [value, hint] of hints.splice(0)) notes.push(["term", value, field, alone, hint]);
  };
  let words = [];
  if (kind === "range") {
    for (const end of ["from", "to"]) {
      const id = node[end] && idOf(node[end]);
      if (node[end] && !id) words.push(node[end]);
      else node[end] = id;
      noteHints(true);
    }
    if (!words.length) turnTerms(node, notes);
  } else {
    const ids = node.values.map(idOf);
    const alone = !ids.some(Boolean);
    noteHints(alone);
    if (alone) words = node.values;
    node.values = ids.filter(Boolean);
  }
  if (!words.length) return;
  const parts = words.filter(Boolean).map(text => ({ kind: "word", sign: "", text }));
  Object.assign(node, { kind: "all", parts }, parts.length === 1 && parts[0], { sign });
}

function meantBy(node, value, notes) {
  return (node.fieldKind === "terms" && termOfValue(facetOf(facetNumber(node.field)), value)) || meantOtherwise(node, value, notes);
}

function turnTerms(node, notes) {
  const place = id => facetOf(facetNumber(node.field)).findIndex(term => term.id === id);
  if (node.from && node.to && place(node.from) > place(node.to)) turnRange(node, notes);
}
