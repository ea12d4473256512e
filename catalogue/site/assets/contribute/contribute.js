// The form of a case study: steps, problems, drafts, the file; and the two short forms about one that is there.

function openContribute() {
  const form = byId('case');
  const rules = JSON.parse(document.querySelector('main script[type="application/json"]').textContent);
  const repository = (form.dataset.repository || '').replace(/\/+$/, '');
  const asked = new URLSearchParams(address.read());

  function showProblems(of, problems, heading) {
    const box = byId(`${of.id}-problems`);
    problemMarks.clear(of);
    box.textContent = '';
    box.hidden = !problems.length;
    if (!problems.length) return false;
    element('h2', heading || say('There is something to mend'), box);
    const list = element('ul', '', box);
    problems.forEach((problem) => {
      problemMarks.mark(of, problem);
      const link = elementLink(element('li', '', list), '#', `${problemMarks.nameOf(of, problem.path)} ${problem.message}`);
      link.onclick = (event) => {
        event.preventDefault();
        goTo(of, problem.path);
      };
    });
    return true;
  }

  function goTo(of, path) {
    const where = problemMarks.place(of, path);
    const step = where.closest('.step');
    if (step) showStep(steps.indexOf(step));
    for (let around = where; around !== of; around = around.parentNode) if (around.matches('details')) around.open = true;
    problemMarks.controlOf(where).focus();
  }

  // Steps

  const steps = [...form.querySelectorAll('.step')];
  const last = steps.length - 1;
  let current = 0;

  const stepButtons = steps.map((step, at) => {
    const made = element('button', `${at + 1}.`, element('li', '', byId('steps')));
    element('span', step.querySelector('h2').textContent.slice(2), made);
    made.type = 'button';
    made.onclick = () => enter(at);
    return made;
  });

  function showStep(at) {
    current = at;
    steps.forEach((step, i) => {
      step.hidden = i !== at;
    });
    stepButtons.forEach((one, i) => {
      if (i === at) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
    });
    byId('case-back').hidden = !at;
    byId('case-next').hidden = at === last;
    byId('case-check').hidden = at >= last - 1;
    if (at === last) showEnd();
  }

  // What is wrong with the answers of one step; of the last, with all of them.
  const problemsOf = (at) => answers.problemsOf(rules, formFields.read(form))
    .filter(problem => (at === last ? true : !problem.warns && problemMarks.place(form, problem.path).closest('.step') === steps[at]));

  function enter(at) {
    showStep(at);
    const wrong = at === last && showProblems(form, problemsOf(last), say('Before it can be taken up'));
    if (at !== last) showProblems(form, []);
    const heading = steps[at].querySelector('h2');
    heading.tabIndex = -1;
    (wrong ? byId('case-problems') : heading).focus();
    scrollTo(0, byId('steps').getBoundingClientRect().top + scrollY - 16);
  }

  byId('case-back').onclick = () => enter(current - 1);
  byId('case-check').onclick = () => enter(last);
  byId('case-next').onclick = () => {
    if (showProblems(form, problemsOf(current))) byId('case-problems').focus();
    else enter(current + 1);
  };

  // The end: the card, what would strengthen it, the file

  const labelsOf = name => [...form.querySelectorAll(`[name="${name}"]:checked`)]
    .map(one => one.parentNode.querySelector('.term').textContent);

  function showCard(given) {
    const card = byId('case-card');
    card.textContent = '';
    element('h3', given.title || say('No title yet'), card);
    element('p', [given.place, ...labelsOf('regions')].filter(Boolean).join(' · '), card).className = 'place';
    element('p', given.summary || say('No summary yet.'), card);
    const labels = element('p', '', card);
    labels.className = 'labels';
    ['priority_areas', 'deprivation_focus', 'stage', 'result'].forEach(name => labelsOf(name).forEach((text) => {
      element('span', text, labels).className = 'label';
    }));
  }

  function showGains(given) {
    const texts = given.sections || {};
    const missing = [...form.querySelectorAll('[data-gain]')].filter((one) => {
      const path = one.dataset.gain;
      one.hidden = true;
      return path.startsWith('sections.') ? !texts[path.slice(9)] : !given[path];
    });
    missing.slice(0, 5).forEach((one) => {
      one.hidden = false;
    });
    byId('case-gains').hidden = !missing.length;
  }

  form.querySelectorAll('[data-gain] a').forEach((link) => {
    link.href = '#';
    link.onclick = (event) => {
      event.preventDefault();
      const path = link.parentNode.dataset.gain;
      goTo(form, path.startsWith('sections.') ? [path] : path.split('.'));
    };
  });

  function showEnd() {
    const given = formFields.read(form);
    showCard(given);
    showGains(given);
    byId('case-text').value = caseFile.write(rules, given).text;
  }

  waysOut.prepare('case', () => {
    const given = formFields.read(form);
    const file = caseFile.name(given.title);
    const { text } = caseFile.write(rules, given);
    return {
      text, file, subject: say('Case study: %s', given.title || say('without a title')), body: 'value',
      address: `${repository}/new/main/content/case-studies`, parts: { filename: file },
    };
  });

  // What is shown as it is typed: what a chosen term means, how many are chosen, what a figure changed by

  function showMeaning(select) {
    const old = select.parentNode.querySelector('.meaning');
    const meaning = select.selectedOptions[0] && select.selectedOptions[0].dataset.meaning;
    if (old) old.remove();
    if (meaning) element('span', meaning, select.parentNode).className = 'note meaning';
  }

  function countChosen(details) {
    const chosen = details.querySelectorAll('input:checked').length;
    const summary = details.querySelector('summary');
    summary.dataset.chosen = chosen ? ` ${say('(%s chosen)', chosen)}` : '';
  }

  const asFigure = number => (Math.round(number * 1e6) / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 6 });

  function showChange(row) {
    const value = name => answers.line(row.querySelector(`[name$=".${name}"]`).value);
    const old = row.querySelector('.change');
    if (old) old.remove();
    const [before, after] = [value('baseline'), value('after')];
    if (!/^-?\d+(\.\d+)?$/.test(before) || !/^-?\d+(\.\d+)?$/.test(after)) return;
    const by = after - before;
    const size = asFigure(Math.abs(by));
    const words = by > 0 ? say('%s more', size) : by ? say('%s less', size) : say('no change');
    element('p', say('From %s to %s: %s.', asFigure(before), `${asFigure(after)}${value('unit') ? ` ${value('unit')}` : ''}`, words), row)
      .className = 'change';
  }

  const outcomeRows = () => form.querySelectorAll(`${formFields.rowsOf('outcomes')} > .row`);

  function showAll(of) {
    of.querySelectorAll('select').forEach(showMeaning);
    of.querySelectorAll('fieldset.question > details').forEach((details) => {
      countChosen(details);
      if (details.querySelector('input:checked')) details.open = true;
    });
    outcomeRows().forEach(showChange);
  }

  // Drafts

  let draft = drafts.newId();

  function showDrafts() {
    const kept = drafts.list();
    const list = byId('drafts-list');
    byId('drafts').hidden = !kept.length;
    list.textContent = '';
    kept.forEach((one) => {
      const item = element('li', `${one.values.title || say('No title yet')}, ${new Date(one.saved).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })} `, list);
      const open = element('button', one.id === draft ? say('Opened') : say('Open'), item);
      const forget = element('button', say('Forget'), item);
      [open, forget].forEach((button) => {
        button.type = 'button';
        button.className = 'quiet-button';
      });
      open.disabled = one.id === draft;
      open.onclick = () => openDraft(one.id, one.values);
      forget.onclick = () => {
        drafts.forget(one.id);
        if (one.id === draft) openDraft(drafts.newId(), {});
        showDrafts();
        byId('drafts-said').textContent = say('That draft is forgotten.');
      };
    });
  }

  function openDraft(id, values) {
    draft = id;
    formFields.write(form, values);
    showAll(form);
    showProblems(form, []);
    showStep(0);
    showDrafts();
  }

  function keepDraft() {
    const given = formFields.read(form);
    if (!Object.keys(given).length) return;
    const kept = drafts.put(draft, given);
    byId('drafts-said').textContent = kept ? '' : say('This browser keeps no drafts here: save the file before you leave the page.');
    showDrafts();
  }

  byId('drafts-new').onclick = () => openDraft(drafts.newId(), {});
  byId('drafts-forget').onclick = () => {
    drafts.forgetAll();
    openDraft(drafts.newId(), {});
    byId('drafts-said').textContent = say('No draft is kept in this browser any more.');
  };

  // Answers that the address brings: ?priority_areas=cvd,cancer
  function askedAnswers() {
    const values = {};
    rules.fields.filter(field => asked.has(field.key) && field.type !== 'map').forEach((field) => {
      values[field.key] = field.list ? asked.get(field.key).split(',') : asked.get(field.key);
    });
    return values;
  }

  // The short forms

  function openShort(id, ofCase, made) {
    const short = byId(id);
    const link = byId(`${id}-of`);
    [form, byId('drafts'), ...document.querySelectorAll('main > .lead, main > details')].forEach((one) => {
      one.hidden = true;
    });
    short.hidden = false;
    short.addEventListener('submit', event => event.preventDefault());
    link.href = address.toCase(ofCase);
    link.textContent = ofCase;
    formFields.prepareRows(short, () => undefined);
    const all = () => made(formFields.read(short));
    const show = () => {
      byId(`${id}-text`).value = all().text;
    };
    short.addEventListener('input', (event) => {
      if (event.target.matches('select')) showMeaning(event.target);
      show();
    });
    short.addEventListener('click', (event) => {
      if (event.target.closest('.tools')) showProblems(short, all().problems);
    });
    waysOut.prepare(id, all);
    show();
  }

  const issues = subject => ({ address: `${repository}/issues/new`, parts: { title: subject }, body: 'body', subject });

  function openAdoption(ofCase) {
    const field = rules.adoptions;
    openShort('adoption', ofCase, (given) => {
      const value = given.adoptions;
      const about = `${say('For %s, among its answers:', `content/case-studies/${ofCase}.md`)}\n\n`;
      return Object.assign(issues(say('Adoption of %s', ofCase)), {
        text: about + (value ? caseFile.part(field, value) : ''), file: `adoption-${ofCase}.txt`,
        problems: value ? answers.problemsOf({ fields: [field], sections: [], rules: [], private: rules.private }, given)
          : [{ path: ['adoptions'], message: say('Say at least where it was, when, and how it went.') }],
      });
    });
  }

  function openProblem(ofCase) {
    openShort('problem', ofCase, ({ sections: texts = {} }) => Object.assign(issues(say('Problem with %s', ofCase)), {
      text: [`content/case-studies/${ofCase}.md`, ...Object.keys(texts).map(heading => `${heading}:\n${texts[heading]}`)].join('\n\n'),
      file: `problem-${ofCase}.txt`,
      problems: texts['What is wrong'] ? [] : [{ path: ['sections.What is wrong'], message: say('This needs an answer.') }],
    }));
  }

  // Begin

  form.addEventListener('submit', event => event.preventDefault());
  const [adopted] = idsOf(asked.get('adopted'), 1);
  const [wrong] = idsOf(asked.get('problem'), 1);
  if (adopted || wrong) {
    if (adopted) openAdoption(adopted);
    else openProblem(wrong);
    return;
  }
  ['steps', 'case-moves', 'case-end'].forEach((id) => {
    byId(id).hidden = false;
  });
  formFields.prepareRows(form, keepDraft);
  form.addEventListener('input', (event) => {
    const row = event.target.closest('.row');
    if (event.target.matches('select')) showMeaning(event.target);
    const details = event.target.closest('fieldset.question > details');
    if (details) countChosen(details);
    if (row && row.closest(formFields.rowsOf('outcomes'))) showChange(row);
    keepDraft();
  });
  const prefilled = askedAnswers();
  const [newest] = drafts.list();
  if (!Object.keys(prefilled).length && newest) openDraft(newest.id, newest.values);
  else openDraft(draft, prefilled);
  if (!drafts.keeps()) byId('drafts-said').textContent = say('This browser keeps no drafts here: save the file before you leave the page.');
}
if (document.getElementById('case')) openContribute();
