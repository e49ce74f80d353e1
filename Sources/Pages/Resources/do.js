'use strict';
// Do it: the fields of the exercise, what the grader says of them, and the work that is kept.
(() => {
  const { one, all, encoder, say, calls, ask, inTurn, id } = backmark;

  // MARK: What is kept

  // A browser may forbid this, for files above all; then the page works without.
  const key = `backmark/${id}`;
  // In a learning-management system that one keeps the sheet; see scorm.js.
  const kept = {
    read() {
      const record = backmark.record?.read();
      if (record) return record;
      try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
    },
    write(state) {
      try { localStorage.setItem(key, JSON.stringify(state)); return true; } catch { return false; }
    },
  };

  let state = { sheet: '', program: null };
  let undone = null;
  let isKept = true;
  const keep = () => {
    const was = isKept;
    isKept = kept.write(state);
    backmark.record?.write(state.sheet);
    if (was && !isKept) say('This browser keeps nothing for this page: download your answers.');
  };

  // MARK: The form

  const fields = () => all('[data-name]');
  // The control of an answer that is picked; see controls.js.
  const control = (field) => backmark.controls[field.dataset.kind];
  const step = (name) => all('[data-step]').find((item) => item.dataset.step === name);
  // The field of a gap stands in the text, apart from its step.
  const stepOf = (element) => element.closest('[data-step]') ?? step(element.dataset.name);

  const valueOf = (field) => control(field)?.value(field) ?? field.value;

  // What cannot be read stays in the sheet as it is, and is marked so.
  function fill(field, text, picks) {
    if (control(field)) control(field).fill(field, picks ?? []); else field.value = text;
  }

  // Shows the form for a sheet, and for a student where one is named.
  async function begin(sheet, student) {
    const head = student === undefined ? '' : `student:${student}`;
    const reply = JSON.parse(await ask(calls.begin, `${head}\n${sheet}`));
    one('#form').innerHTML = reply.form;
    state.sheet = reply.sheet;
    one('#student').value = reply.student;
    if (backmark.student !== reply.student) {
      backmark.student = reply.student;
      backmark.changed();
    }
    for (const { name, text, picks } of reply.fields) {
      const field = fields().find((field) => field.dataset.name === name);
      if (field) fill(field, text, picks);
    }
    const program = one('#program');
    if (program) {
      program.value = state.program ?? reply.program;
      program.addEventListener('input', () => { state.program = program.value; keep(); });
    }
    for (const field of fields()) {
      field.addEventListener('input', () => changed(field));
      control(field)?.begin(field);
      if (field.dataset.shape) addGrid(field);
      if (field.dataset.kind === 'formula') addPreview(field);
    }
    one('#result').textContent = '';
  }

  // Writes what is in the fields into the sheet.
  const unwritten = new Set();
  async function flush() {
    for (const field of [...unwritten]) {
      unwritten.delete(field);
      const value = valueOf(field);
      const count = encoder.encode(value).length;
      state.sheet = await ask(calls.write, `${field.dataset.name}\n${count}\n${value}${state.sheet}`);
    }
    keep();
  }

  backmark.flush = flush;

  let rest;
  function changed(field) {
    unwritten.add(field);
    const item = stepOf(field);
    if (item) clear(item);
    clearTimeout(rest);
    rest = setTimeout(() => inTurn(flush), 300);
  }

  // MARK: Beside a field

  // A formula as mathematics while it is typed, or why it is none yet.
  function addPreview(field) {
    const place = field.nextElementSibling;
    const show = async () => {
      const text = field.value.trim();
      const reply = text ? JSON.parse(await ask(calls.preview, text)) : {};
      if (reply.markup) place.innerHTML = reply.markup; else place.textContent = reply.says ?? '';
    };
    field.addEventListener('input', () => inTurn(show));
    inTurn(show);
  }

  // A field for each entry of a vector or matrix. They write the whole value into its own field, which
  // still takes whatever is pasted.
  function addGrid(field) {
    const { name, shape, base } = field.dataset;
    const [rows, columns] = shape.split(',').map(Number);
    const cells = [];
    const grid = document.createElement('div');
    grid.className = 'grid';
    grid.style.gridTemplateColumns = `repeat(${columns}, minmax(4rem, 8rem))`;
    for (let place = 0; place < rows * columns; place += 1) {
      const cell = document.createElement('input');
      cell.type = 'text';
      cell.autocomplete = 'off';
      const indices = [Math.floor(place / columns), place % columns].map((index) => index + Number(base));
      cell.setAttribute('aria-label', `${name}[${(rows > 1 ? indices : indices.slice(1)).join(', ')}]`);
      cell.addEventListener('input', () => {
        const lists = Array.from({ length: rows }, (_, row) =>
          `[${cells.slice(row * columns, (row + 1) * columns).map((cell) => cell.value.trim()).join(', ')}]`);
        const isEmpty = cells.every((cell) => !cell.value.trim());
        field.value = isEmpty ? '' : rows > 1 ? `[${lists.join(', ')}]` : lists[0];
        changed(field);
      });
      cells.push(cell);
      grid.append(cell);
    }
    // What is no plain list of as many entries stays in the one field alone.
    const read = () => {
      const entries = field.value.replace(/[[\]]/g, '').split(',').map((entry) => entry.trim());
      const fits = entries.length === cells.length;
      cells.forEach((cell, index) => { cell.value = fits ? entries[index] : ''; });
    };
    field.addEventListener('input', read);
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = 'Entry by entry';
    details.append(summary, grid);
    details.addEventListener('toggle', read);
    field.after(details);
  }

  // MARK: Marks

  const styles = ['right', 'follows', 'partly', 'wrong', 'open'];

  function clear(item) {
    item.classList.remove(...styles);
    item.classList.add('open');
    one('.chip', item).textContent = '';
    one('.says', item).textContent = '';
    backmark.mistake.offer(item, false);
  }

  function show(mark) {
    const item = step(mark.name);
    if (!item || !one('[data-do=check]', item)) return;
    item.classList.remove(...styles);
    item.classList.add(mark.style);
    one('.chip', item).innerHTML = mark.chip;
    one('.points', item).textContent = mark.points;
    one('.says', item).innerHTML = mark.says;
    backmark.mistake.offer(item, mark.plays);
  }

  const focus = (item) => (one('input, textarea, select, [data-move]', item)
    ?? fields().find((field) => field.dataset.name === item.dataset.step))?.focus();

  // What the grader says of the sheet; the score is kept with it.
  async function marked() {
    await flush();
    const marks = JSON.parse(await ask(calls.marks, state.sheet));
    state.score = { points: marks.score, outOf: marks.outOf };
    keep();
    const isAnswered = marks.steps.every((mark) => mark.status !== 'unanswered');
    backmark.record?.score(marks.score, marks.outOf, isAnswered);
    return marks;
  }

  async function checkOne(item) {
    const marks = await marked();
    const mark = marks.steps.find((mark) => mark.name === item.dataset.step);
    if (!mark) return;
    show(mark);
    say(`${mark.name}: ${mark.word}, ${mark.points}. ${one('.says', item).textContent}`);
  }

  async function checkAll() {
    const marks = await marked();
    for (const mark of marks.steps) show(mark);
    one('#result').innerHTML = marks.whole
      + (marks.picture ? `<h2>The network</h2>\n${marks.picture}` : '');
    const wrong = marks.steps.filter((mark) => ['wrong', 'partly'].includes(mark.style)
      && one('[data-do=check]', step(mark.name)));
    say(wrong.length
      ? `${marks.points}. Look at ${wrong[0].name} first.` : `${marks.points}.`);
    if (wrong.length) focus(step(wrong[0].name));
  }

  async function hint(item) {
    await flush();
    const hints = JSON.parse(await ask(calls.hints, `${item.dataset.step}\n${state.sheet}`));
    const list = one('.hints', item);
    const given = new Set(all('li', list).map((entry) => entry.dataset.hint));
    const next = hints.find((hint) => !given.has(hint));
    if (next === undefined) {
      say(`These are all the hints for ${item.dataset.step}.`);
      return;
    }
    const entry = document.createElement('li');
    entry.innerHTML = next;
    entry.dataset.hint = next;
    list.append(entry);
    say(`Hint ${hints.indexOf(next) + 1} of ${hints.length}: ${entry.textContent}`);
  }

  // MARK: Files

  function download(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(`${name} is downloaded.`);
  }

  async function load(file) {
    const text = await file.text();
    if (file.name.toLowerCase().endsWith('.swift')) {
      state.program = text;
      if (one('#program')) one('#program').value = text;
    } else {
      unwritten.clear();
      await begin(text);
    }
    keep();
    say(`${file.name} is loaded.`);
  }

  async function startOver() {
    undone = state;
    unwritten.clear();
    state = { sheet: '', program: null };
    await begin('', one('#student').value);
    keep();
    one('[data-do=undo]').hidden = false;
    say('Everything is empty again. "Bring back" undoes that.');
  }

  async function undo() {
    if (!undone) return;
    state = undone;
    undone = null;
    unwritten.clear();
    one('[data-do=undo]').hidden = true;
    await begin(state.sheet);
    keep();
    say('Your answers are back.');
  }

  // MARK: Listening

  const tasks = {
    check: (item) => checkOne(item),
    hint: (item) => hint(item),
    mistake: async (item) => { await flush(); await backmark.mistake.play(item, state.sheet); },
    all: () => checkAll(),
    download: async () => { await flush(); download(`${id}.answers`, state.sheet); },
    program: () => download(`${id}.swift`, one('#program').value),
    over: () => startOver(),
    undo: () => undo(),
    print: () => window.print(),
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button && button.dataset.do in tasks) inTurn(() => tasks[button.dataset.do](stepOf(button)));
  });
  // Enter in a field of one line checks its step.
  document.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || !field.matches('input[data-name]')) return;
    event.preventDefault();
    inTurn(() => checkOne(stepOf(field)));
  });
  one('#load').addEventListener('change', (event) => {
    const file = event.target.files[0];
    event.target.value = '';
    if (file) inTurn(() => load(file));
  });
  one('#student').addEventListener('change', (event) => inTurn(async () => {
    await flush();
    await begin(state.sheet, event.target.value);
    keep();
    say(event.target.value ? `The page is ${event.target.value}'s.` : 'The page is nobody\'s.');
  }));
  window.addEventListener('pagehide', () => inTurn(flush));

  backmark.sheet = () => state.sheet;
  backmark.flush = flush;

  backmark.parts.push({
    id: 'do',
    async begin() {
      const { student, ...work } = kept.read();
      state = { ...state, ...work };
      try {
        await begin(state.sheet, student || undefined);
      } catch {
        // What was kept is no sheet of this exercise, or no id can be made of the name.
        state = { sheet: '', program: null };
        await begin('');
      }
    },
  });
})();
