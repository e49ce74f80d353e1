// The page of an exercise. It draws, listens and keeps the work; every number and every word about
// an answer comes from the core, which is the program itself as WebAssembly.
(async () => {
  'use strict';

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const decoded = (id) => Uint8Array.from(atob(one(id).textContent), (c) => c.charCodeAt(0));

  // One polite live region says what happened. The same words twice must be a change too.
  let wordsEnd = '';
  const say = (words) => {
    wordsEnd = wordsEnd ? '' : '\u00a0';
    one('#message').textContent = words ? words + wordsEnd : '';
  };

  // MARK: The core

  const calls = { open: 0, begin: 7, write: 8, marks: 9, hints: 10 };
  const exercise = decoded('#exercise');
  let module, core;

  // Reads the decimal at the beginning of a text for the core, which has no C library to do it.
  const decimal = /^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf(inity)?|nan)/i;
  const host = {
    number(place, count, length) {
      const text = decoder.decode(new Uint8Array(core.memory.buffer, place, count));
      const found = text.match(decimal)?.[0] ?? '';
      new DataView(core.memory.buffer).setInt32(length, found.length, true);
      if (/inf/i.test(found)) return found.startsWith('-') ? -Infinity : Infinity;
      return found ? Number(found) : 0;
    },
  };

  class Refusal extends Error {}

  function raw(number, bytes) {
    const place = core.backmark_allocate(bytes.length);
    new Uint8Array(core.memory.buffer, place, bytes.length).set(bytes);
    const count = core.backmark_page_call(number, place, bytes.length);
    core.backmark_free(place);
    const length = count < 0 ? -1 - count : count;
    const reply = new Uint8Array(core.memory.buffer, core.backmark_reply(), length);
    const text = length ? decoder.decode(reply) : '';
    if (count < 0) throw new Refusal(text);
    return text;
  }

  async function start() {
    core = (await WebAssembly.instantiate(module, { Math, host })).exports;
    raw(calls.open, exercise);
  }

  // Asks the core. A trap ends an instance: then there is a new one, and it is said.
  async function ask(number, text) {
    try {
      return raw(number, encoder.encode(text));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await start();
      throw new Refusal('The grader stumbled over this and was started anew. Your work is kept.');
    }
  }

  // One thing after the other: what is asked later sees what was written before.
  let line = Promise.resolve();
  const inTurn = (work) => {
    line = line.then(work).catch((error) => say(error.message));
    return line;
  };

  // MARK: What is kept

  // A browser may forbid this, for files above all; then the page works without.
  const key = `backmark/${one('body').dataset.exercise}`;
  const kept = {
    read() {
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
    if (was && !isKept) say('This browser keeps nothing for this page: download your answers.');
  };

  // MARK: The form

  const fields = () => all('[data-name]');
  const isOptions = (field) => field.dataset.kind === 'options';
  const stepOf = (element) => element.closest('[data-step]');
  const step = (name) => all('[data-step]').find((item) => item.dataset.step === name);

  const valueOf = (field) => isOptions(field)
    ? all('input:checked', field).map((input) => input.value).join(', ') : field.value;

  function fill(field, text) {
    if (!isOptions(field)) { field.value = text; return; }
    // An answer in words stays in the sheet as it is and is marked so.
    const letters = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((letter) => letter);
    const inputs = all('input', field);
    if (!letters.every((letter) => inputs.some((input) => input.value === letter))) return;
    for (const input of inputs) input.checked = letters.includes(input.value);
  }

  // Shows the form for a sheet, and for a student where one is named.
  async function begin(sheet, student) {
    const head = student === undefined ? '' : `student:${student}`;
    const reply = JSON.parse(await ask(calls.begin, `${head}\n${sheet}`));
    one('#form').innerHTML = reply.form;
    state.sheet = reply.sheet;
    one('#student').value = reply.student;
    for (const { name, text } of reply.fields) {
      const field = fields().find((field) => field.dataset.name === name);
      if (field) fill(field, text);
    }
    const program = one('#program');
    if (program) {
      program.value = state.program ?? reply.program;
      program.addEventListener('input', () => { state.program = program.value; keep(); });
    }
    for (const field of fields()) field.addEventListener('input', () => changed(field));
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

  let rest;
  function changed(field) {
    unwritten.add(field);
    const item = stepOf(field);
    if (item) clear(item);
    clearTimeout(rest);
    rest = setTimeout(() => inTurn(flush), 300);
  }

  // MARK: Marks

  const styles = ['right', 'follows', 'partly', 'wrong', 'open'];

  function clear(item) {
    item.classList.remove(...styles);
    item.classList.add('open');
    one('.chip', item).textContent = '';
    one('.says', item).textContent = '';
  }

  function show(mark) {
    const item = step(mark.name);
    if (!item || !one('[data-do=check]', item)) return;
    item.classList.remove(...styles);
    item.classList.add(mark.style);
    one('.chip', item).innerHTML = mark.chip;
    one('.points', item).textContent = mark.points;
    one('.says', item).innerHTML = mark.says;
  }

  const focus = (item) => one('input, textarea', item)?.focus();

  async function checkOne(item) {
    await flush();
    const marks = JSON.parse(await ask(calls.marks, state.sheet));
    const mark = marks.steps.find((mark) => mark.name === item.dataset.step);
    if (!mark) return;
    show(mark);
    say(`${mark.name}: ${mark.word}, ${mark.points}. ${one('.says', item).textContent}`);
  }

  async function checkAll() {
    await flush();
    const marks = JSON.parse(await ask(calls.marks, state.sheet));
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

  const id = one('body').dataset.exercise;
  const tasks = {
    check: (item) => checkOne(item),
    hint: (item) => hint(item),
    all: () => checkAll(),
    download: async () => { await flush(); download(`${id}.answers`, state.sheet); },
    program: () => download(`${id}.swift`, one('#program').value),
    over: () => startOver(),
    undo: () => undo(),
    print: () => window.print(),
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) inTurn(() => tasks[button.dataset.do](stepOf(button)));
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

  // MARK: Beginning

  try {
    let bytes = decoded('#module');
    const unpack = new DecompressionStream('gzip');
    bytes = await new Response(new Blob([bytes]).stream().pipeThrough(unpack)).arrayBuffer();
    module = await WebAssembly.compile(bytes);
    await start();
    state = { ...state, ...kept.read() };
    try {
      await begin(state.sheet);
    } catch {
      // What was kept is no sheet of this exercise.
      state = { sheet: '', program: null };
      await begin('');
    }
    for (const button of all('button, #load, #student')) button.disabled = false;
    document.body.dataset.ready = 'yes';
    say('');
  } catch (error) {
    say(`The grader could not be started here: ${error.message}`);
  }
})();
