// Answers the calls of WebTwin.swift by the WebAssembly module, in Node.js and without packages.
// Usage: node answer.mjs backmark.wasm < list > output
import fs from 'node:fs';
import path from 'node:path';

const module = await WebAssembly.compile(fs.readFileSync(process.argv[2]));
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const decimal = /^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf(inity)?|nan)/i;
let exports;

const bytes = (place, count) => new Uint8Array(exports.memory.buffer, place, count);

const host = {
  number(place, count, length) {
    const found = decoder.decode(bytes(place, count)).match(decimal);
    new DataView(exports.memory.buffer).setInt32(length, found ? found[0].length : 0, true);
    if (!found) return 0;
    const sign = found[0].startsWith('-') ? -1 : 1;
    if (/inf/i.test(found[0])) return sign * Infinity;
    return Number(found[0]);
  },
};

async function fresh() {
  exports = (await WebAssembly.instantiate(module, { Math, host })).exports;
}

function call(number, input) {
  const place = exports.backmark_allocate(input.length);
  bytes(place, input.length).set(input);
  const count = exports.backmark_call(number, place, input.length);
  exports.backmark_free(place);
  const length = count < 0 ? -1 - count : count;
  const reply = length ? Buffer.from(bytes(exports.backmark_reply(), length)) : Buffer.alloc(0);
  return { isAnswer: count >= 0, reply };
}

const output = [];
const times = { open: [], mark: [] };
let opened = '';

function answer(number, name, input) {
  const start = performance.now();
  let head, reply;
  try {
    const answered = call(number, input);
    [head, reply] = [`== ${number} ${answered.isAnswer} ${name}\n`, answered.reply];
  } catch (error) {
    [head, reply] = [`== ${number} trap ${name}\n`, Buffer.from(String(error))];
    opened = '';
  }
  (number === 0 ? times.open : times.mark).push(performance.now() - start);
  output.push(head, reply, '\n');
}

const [open, question, markAsText, markAsJSON, markAsPage, solve, verify] = [0, 1, 2, 3, 4, 5, 6];
const [begin, write, marks, hints] = [7, 8, 9, 10];
const [depth, train, epochs, boundary, tables, mistake] = [20, 21, 22, 23, 24, 25];
const [scene, words, paths, predict] = [11, 13, 16, 17];
const numbers = (...list) => new Uint8Array(Float64Array.from(list).buffer);

for (const line of fs.readFileSync(0, 'utf8').split('\n')) {
  const [exercise, sheet] = line.split('\t');
  if (!sheet) continue;
  if (exercise !== opened) {
    // A trap ends an instance; here every exercise has one of its own.
    await fresh();
    opened = exercise;
    answer(open, exercise, fs.readFileSync(exercise));
    for (const number of [question, solve, verify]) answer(number, exercise, new Uint8Array());
    answer(begin, exercise, encoder.encode('student:ada\n'));
    answer(depth, exercise, encoder.encode('depth 4\nwidth 6\ninitialisation he'));
    for (const data of ['moons', 'four']) {
      answer(train, exercise, encoder.encode(`data ${data}\nhidden 3, 2\nactivation tanh`));
      for (const number of [epochs, boundary, tables]) answer(number, exercise, encoder.encode('6'));
    }
    answer(scene, exercise, new Uint8Array());
    for (let block = 4; block <= 12; block += 1) {
      for (const number of [words, paths]) answer(number, exercise, numbers(block, 0));
    }
    answer(predict, exercise, encoder.encode('6\n0\n0.25'));
  }
  const text = fs.readFileSync(sheet);
  const behind = (head) => Buffer.concat([encoder.encode(head), text]);
  for (const number of [markAsText, markAsJSON, markAsPage]) {
    answer(number, sheet, behind(`${path.basename(sheet)}\n`));
  }
  answer(begin, sheet, behind('\n'));
  answer(marks, sheet, text);
  answer(hints, sheet, behind('delta1\n'));
  answer(mistake, sheet, behind('dW1\n'));
  answer(write, sheet, behind('delta1\n8\n[0.5, 1]'));
}

fs.writeSync(1, Buffer.concat(output.map((part) => Buffer.from(part))));
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]?.toFixed(1);
console.error(
  `${times.mark.length} calls; median ms: open ${median(times.open)}, others ${median(times.mark)}`);
