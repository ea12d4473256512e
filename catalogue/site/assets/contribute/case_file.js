// The file of a case study, from the answers of the form. Nothing here knows of the page.

const caseFile = (function () {
  // What can stand in YAML as it is; everything else goes between double quotation marks.
  const isPlainText = text => /^[A-Za-z0-9£€][A-Za-z0-9 ,.'()%£€/+;’–-]*$/.test(text) && !/^(true|false|yes|no|null|on|off|y|n)$/i.test(text);
  const isPlainOther = text => /^-?[A-Za-z0-9][\w:/.?=&%@+~-]*$/.test(text) && !/:$/.test(text);
  const quoted = text => `"${text.replace(/[\\"]/g, mark => `\\${mark}`)}"`;
  const scalar = (field, text) => ((field.type === 'text' ? isPlainText : isPlainOther)(text) ? text : quoted(text));

  // Adds lines to `file`, each with the path of the answer that it tells.
  function addFields(file, fields, values, path, indentation) {
    for (const field of fields) {
      const value = values[field.key];
      if (value !== undefined) addField(file, field, value, path.concat(field.key), indentation);
    }
  }

  function addField(file, field, value, path, indentation) {
    const key = `${indentation}${field.key}:`;
    if (field.type === 'map' && field.list) {
      file.add(key, path);
      value.forEach((map, at) => addItem(file, field, map, path.concat(at), indentation));
    } else if (field.type === 'map') {
      file.add(key, path);
      addFields(file, field.members, value, path, `${indentation}  `);
    } else if (field.list && field.type === 'term') {
      file.add(`${key} [${value.join(', ')}]`, path);
    } else if (field.list) {
      file.add(key, path);
      value.forEach((text, at) => file.add(`${indentation}  - ${scalar(field, text)}`, path.concat(at)));
    } else {
      file.add(`${key} ${scalar(field, value)}`, path);
    }
  }

  // The first line of a map in a list begins with its dash.
  function addItem(file, field, map, path, indentation) {
    const first = file.lines.length;
    addFields(file, field.members, map, path, `${indentation}    `);
    file.lines[first] = `${indentation}  - ${file.lines[first].slice(indentation.length + 4)}`;
    file.paths[first].push(path);
  }

  function open() {
    const file = { lines: [], paths: [] };
    file.add = (text, path) => {
      file.lines.push(text);
      file.paths.push([path]);
    };
    return file;
  }

  // {text, paths}: paths[n] are those of the answers that line n + 1 tells.
  function write(rules, given) {
    const file = open();
    file.add('---', []);
    addFields(file, rules.fields, given, [], '');
    file.add('---', []);
    for (const { heading } of rules.sections) {
      const text = (given.sections || {})[heading];
      if (text === undefined) continue;
      file.add('', []);
      file.add(`## ${heading}`, ['sections', heading]);
      file.add('', []);
      text.split('\n').forEach(line => file.add(line, ['sections', heading]));
    }
    return { text: `${file.lines.join('\n')}\n`, paths: file.paths };
  }

  // A part of the front matter, such as an adoption.
  function part(field, value) {
    const file = open();
    addField(file, field, value, [field.key], '');
    return `${file.lines.join('\n')}\n`;
  }

  // The name of the file, from the title.
  const name = title => `${(title || '').normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '') || 'case-study'}.md`;

  return { write, part, name };
}());
