'use strict';
// What all parts of the page share: the way to the grader, the live region, and the list of parts.
// Every number and every word comes from the grader, which is the program itself as WebAssembly.
const backmark = (() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  // One polite live region says what happened. The same words twice must be a change too. What the
  // page shows elsewhere is said without being shown.
  let wordsEnd = '';
  const say = (words, isShownElsewhere = false) => {
    wordsEnd = wordsEnd ? '' : '\u00a0';
    one('#message').classList.toggle('hidden', isShownElsewhere);
    one('#message').textContent = words ? words + wordsEnd : '';
  };

  // What can be asked; WebGrader.Call has the same numbers.
  const calls = {
    open: 0, begin: 7, write: 8, marks: 9, hints: 10, scene: 11, frame: 12, words: 13, curve: 14,
    differences: 15, paths: 16, predict: 17, preview: 18, depth: 20, train: 21, epochs: 22, boundary: 23, tables: 24,
    mistake: 25,
  };
  const exercise = backmarkModule.decoded(one('#exercise'));
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
    // A copy: the next call writes over it.
    const from = core.backmark_reply();
    const reply = core.memory.buffer.slice(from, from + length);
    if (count < 0) throw new Refusal(decoder.decode(reply));
    return reply;
  }

  // How often the core has been started: what an instance knew is gone with it.
  let starts = 0;
  async function instantiate() {
    core = (await WebAssembly.instantiate(module, { Math, host })).exports;
    starts += 1;
    raw(calls.open, exercise);
  }

  // Compiles the core and opens the exercise.
  async function start() {
    module = await backmarkModule.compiled();
    await instantiate();
  }

  const bytesOf = (input) =>
    typeof input === 'string' ? encoder.encode(input) : new Uint8Array(input.buffer);
  const stumbled = 'The grader stumbled over this and was started anew. Your work is kept.';

  // Asks the core with text or numbers. A trap ends an instance: then there is a new one, and it is
  // said.
  async function ask(number, input) {
    try {
      return decoder.decode(raw(number, bytesOf(input)));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await instantiate();
      throw new Refusal(stumbled);
    }
  }

  // Asks with numbers for numbers, at once; null where there are none. After a trap the parts of the
  // page begin anew, unless that is what led to it.
  let traps = 0;
  function compute(number, input) {
    try {
      const reply = new Float64Array(raw(number, bytesOf(input)));
      traps = 0;
      return reply;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        traps += 1;
        inTurn(async () => {
          await instantiate();
          if (traps < 3) changed();
          throw new Refusal(stumbled);
        });
      }
      return null;
    }
  }

  // One thing after the other: what is asked later sees what was written before.
  let line = Promise.resolve();
  const inTurn = (work) => {
    line = line.then(work).catch((error) => say(error.message));
    return line;
  };

  // The parts of the page, one a tab: { id, begin(), show(), hide(), changed() }, all but the id
  // optional. `begin` is awaited once, when the grader has started; `show` and `hide` are called
  // with the tab, `changed` when the exercise has other numbers, as another student's are.
  const parts = [];
  const changed = () => { for (const part of parts) part.changed?.(); };

  const id = one('body').dataset.exercise;
  return {
    one, all, encoder, say, calls, start, starts: () => starts, ask, compute, inTurn, parts, changed, id,
    student: '',
  };
})();
