// The elements of a form and the answers in them. An element's name is the path of its answer: "partners.0.name".

const formFields = (function () {
  const rowsOf = path => `[data-rows="${path}"]`;

  // What everything that has a number in its name is called after another number.
  function number(row, path, at) {
    const renamed = text => text.replace(`${path}.`, `${path}.\u0000`).replace(/\u0000\d+/, at);
    const relabelled = text => text.split(' ').map(id => id.replace(new RegExp(`^(q-${path.replace(/_/g, '-')})-\\d+`), `$1-${at}`)).join(' ');
    for (const one of [row, ...row.querySelectorAll('*')]) {
      for (const name of ['name', 'data-path']) if (one.hasAttribute(name)) one.setAttribute(name, renamed(one.getAttribute(name)));
      for (const name of ['id', 'for', 'aria-describedby']) if (one.hasAttribute(name)) one.setAttribute(name, relabelled(one.getAttribute(name)));
    }
    row.querySelector('legend').textContent = at + 1;
  }

  function renumber(list) {
    [...list.children].forEach((row, at) => {
      number(row, list.dataset.rows, at);
      row.querySelector('.row-out').hidden = list.children.length === 1;
    });
  }

  function empty(row) {
    row.querySelectorAll('input, select, textarea').forEach((one) => {
      one.value = '';
    });
    row.querySelectorAll('.meaning, .change').forEach(one => one.remove());
  }

  function addRow(list) {
    const row = list.firstElementChild.cloneNode(true);
    problemMarks.clear(row);
    empty(row);
    list.appendChild(row);
    renumber(list);
    return row;
  }

  function takeOut(row, changed) {
    const list = row.parentNode;
    row.remove();
    renumber(list);
    list.parentNode.querySelector('.row-add').focus();
    changed();
  }

  function button(text, className) {
    const made = element('button', text);
    made.type = 'button';
    made.className = `quiet-button ${className}`;
    return made;
  }

  // Rows can be added and taken out; `changed` is called when one went.
  function prepareRows(form, changed) {
    form.querySelectorAll('[data-rows]').forEach((list) => {
      list.firstElementChild.appendChild(button(say('Take this out'), 'row-out'));
      const add = list.parentNode.appendChild(button(say('Add another'), 'row-add'));
      add.onclick = () => addRow(list).querySelector('input, select, textarea').focus();
      list.addEventListener('click', (event) => {
        if (event.target.classList.contains('row-out')) takeOut(event.target.closest('.row'), changed);
      });
      renumber(list);
    });
  }

  // Into the place of a path: objects and lists are made where they are missing.
  function put(values, path, value) {
    const [key, ...rest] = path;
    if (!rest.length) values[key] = value;
    else put(values[key] = values[key] || (/^\d+$/.test(rest[0]) ? [] : {}), rest, value);
  }

  const pathOf = name => (name.startsWith('sections.') ? ['sections', name.slice(9)] : name.split('.'));

  function read(form) {
    const values = {};
    form.querySelectorAll('[name]').forEach((one) => {
      if (one.type === 'checkbox') {
        if (one.checked) values[one.name] = (values[one.name] || []).concat(one.value);
      } else if (one.type === 'radio') {
        if (one.checked) values[one.name] = one.value;
      } else if (one.hasAttribute('data-lines')) {
        values[one.name] = one.value.split('\n').map(answers.line).filter(Boolean);
      } else {
        put(values, pathOf(one.name), one.name.startsWith('sections.') ? answers.lines(one.value) : answers.line(one.value));
      }
    });
    return answers.tidy(values);
  }

  const get = (values, path) => path.reduce((value, key) => (value === undefined ? undefined : value[key]), values);

  function write(form, values) {
    form.querySelectorAll('[data-rows]').forEach((list) => {
      const wanted = (values[list.dataset.rows] || []).length || 1;
      while (list.children.length > wanted) list.lastElementChild.remove();
      while (list.children.length < wanted) addRow(list);
      renumber(list);
    });
    form.querySelectorAll('[name]').forEach((one) => {
      const value = get(values, pathOf(one.name));
      if (one.type === 'checkbox') one.checked = [].concat(value || []).includes(one.value);
      else if (one.type === 'radio') one.checked = value === one.value;
      else one.value = Array.isArray(value) ? value.join('\n') : value || '';
    });
  }

  return { prepareRows, read, write, rowsOf };
}());

// What is wrong, beside the element that it is about.
const problemMarks = (function () {
  // The element of a path, or of what it is a part of.
  function place(form, path) {
    for (let size = path.length; size; size -= 1) {
      const found = form.querySelector(`[data-path="${path.slice(0, size).join('.')}"]`);
      if (found) return found;
    }
    return form;
  }

  const controlOf = where => where.querySelector('input, select, textarea') || where;

  function clear(form) {
    form.querySelectorAll('.error').forEach(one => one.remove());
    form.querySelectorAll('[data-wrong]').forEach(one => one.removeAttribute('data-wrong'));
    form.querySelectorAll('[aria-invalid]').forEach((one) => {
      one.removeAttribute('aria-invalid');
      const rest = (one.getAttribute('aria-describedby') || '').split(' ').filter(id => !/-error$/.test(id)).join(' ');
      if (rest) one.setAttribute('aria-describedby', rest);
      else one.removeAttribute('aria-describedby');
    });
  }

  function mark(form, problem) {
    const where = place(form, problem.path);
    const described = where.matches('fieldset') ? where : controlOf(where);
    const said = element('span', problem.message);
    said.className = 'error';
    said.id = `${described.id}-error`;
    const before = where.querySelector('.note, legend, label');
    if (byId(said.id)) byId(said.id).textContent += ` ${problem.message}`;
    else before.parentNode.insertBefore(said, before.nextSibling);
    where.dataset.wrong = '';
    described.setAttribute('aria-invalid', 'true');
    if (!(described.getAttribute('aria-describedby') || '').includes(said.id)) {
      described.setAttribute('aria-describedby', `${described.getAttribute('aria-describedby') || ''} ${said.id}`.trim());
    }
  }

  // A question in the words that stand over it, and over what it is a part of.
  function nameOf(form, path) {
    const where = place(form, path);
    const label = one => one.querySelector('label, legend').textContent;
    const whole = where.parentNode.closest('.question');
    const row = where.closest('.row');
    return (whole ? [label(whole), row && row.parentNode.children.length > 1 && row !== where && label(row), row !== where && label(where)] : [label(where)])
      .filter(Boolean).join(' ');
  }

  return { place, controlOf, clear, mark, nameOf };
}());
