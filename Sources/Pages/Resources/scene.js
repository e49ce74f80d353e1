'use strict';
// The network as it is looked at and moved: its numbers, and who is to be told when they change.
// The grader computes all of them from those of the inputs; here they are kept and written out.
backmark.scene = (() => {
  const { one, calls, ask, compute } = backmark;
  const listeners = [];
  const scene = { network: null, blocks: [], isMoved: false, sample: 0, areShown: false };
  const seen = new Set();
  let inputs, outputs, sheet, starts;

  // MARK: The network

  // Asks for the network of the sheet as it is now, unless that is the one that is there.
  scene.load = async () => {
    await backmark.flush();
    const now = backmark.sheet();
    const isSame = scene.network && sheet !== undefined && starts === backmark.starts()
      && (scene.network.isChosen ? sheet === now : scene.student === backmark.student);
    if (isSame) return;
    const network = JSON.parse(await ask(calls.scene, now));
    sheet = now;
    starts = backmark.starts();
    scene.student = backmark.student;
    scene.network = network;
    scene.blocks = network.blocks;
    let place = { in: 0, out: 0 };
    network.blocks.forEach((block, index) => {
      const count = block.shape[0] * block.shape[1];
      const way = block.range ? 'in' : 'out';
      Object.assign(block, { index, count, place: place[way], isInput: way === 'in' });
      place[way] += count;
    });
    // Behind what is computed come the gradients by x and y, and the states of the units.
    for (const block of network.blocks.filter((block) => ['input', 'target'].includes(block.role))) {
      block.gradientPlace = place.out;
      place.out += block.count;
    }
    scene.statePlace = place.out;
    seen.clear();
    scene.sample = Math.min(scene.sample, network.samples - 1);
    scene.reset();
  };

  const find = (role, layer = -1, isNew = false) => scene.blocks.find((block) =>
    block.role === role && block.isNew === isNew && (layer < 0 || block.layer === layer));
  scene.find = find;

  scene.value = (block, entry) => (block.isInput ? inputs : outputs)[block.place + entry];

  // The block that has the gradients of an input; that of x and y is behind the others.
  const gradientRole = { weight: 'dW', bias: 'db' };
  scene.gradientBlock = (block) => gradientRole[block.role] && find(gradientRole[block.role], block.layer);
  scene.gradient = (block, entry) => {
    const own = scene.gradientBlock(block);
    if (own) return outputs[own.place + entry];
    return block.gradientPlace === undefined ? undefined : outputs[block.gradientPlace + entry];
  };

  // 0 for an active unit, 1 for a dead one, 2 for a saturated one; an input is active.
  scene.state = (layer, unit) => {
    if (layer === 0) return 0;
    const { sizes, samples } = scene.network;
    let place = scene.statePlace;
    for (let before = 1; before < layer; before += 1) place += sizes[before] * samples;
    return outputs[place + unit * samples + scene.sample];
  };

  // The entry of a block for a unit, or for a row of it, at the sample that is looked at.
  scene.entry = (block, row) => block.perSample ? row * scene.network.samples + scene.sample : row;
  scene.rows = (block) => block.perSample ? block.count / scene.network.samples : block.count;

  // The entry of a weight between two units.
  scene.weightEntry = (block, target, source) => scene.network.isTurned
    ? source * block.shape[1] + target : target * block.shape[1] + source;

  // MARK: Places in the picture

  // Where a block's entry is in the picture: an edge, a unit, the loss or η.
  scene.spot = (block, entry) => {
    const row = block.perSample ? Math.floor(entry / scene.network.samples) : entry;
    switch (block.role) {
      case 'weight': case 'dW': case 'moment': {
        if (block.rank < 2) return `u${block.layer}.${entry}`;
        const [first, second] = [Math.floor(entry / block.shape[1]), entry % block.shape[1]];
        return scene.network.isTurned
          ? `e${block.layer}.${second}.${first}` : `e${block.layer}.${first}.${second}`;
      }
      case 'loss': case 'target': return 'loss';
      case 'rate': case 'constant': return 'rate';
      default: return `u${block.layer}.${row}`;
    }
  };

  // MARK: Moving

  const tell = () => { for (const listener of listeners) listener(); };
  scene.listen = (listener) => listeners.push(listener);

  function run() {
    const reply = compute(calls.frame, inputs);
    if (reply) outputs = reply;
    return reply !== null;
  }

  // Takes other numbers for the inputs, and says so to whoever listens.
  scene.take = (numbers) => {
    inputs = Float64Array.from(numbers);
    scene.isMoved = numbers.some((number, index) => number !== scene.network.start[index]);
    if (run()) tell();
  };
  scene.move = (block, entry, number) => {
    const numbers = Float64Array.from(inputs);
    numbers[block.place + entry] = number;
    scene.take(numbers);
  };
  scene.reset = () => scene.take(scene.network.start);

  // One step of gradient descent: the weights and biases that the network has after the update.
  scene.descend = () => {
    const numbers = Float64Array.from(inputs);
    for (const block of scene.blocks.filter((block) => ['weight', 'bias'].includes(block.role))) {
      const after = find(block.role, block.layer, true);
      if (block.isInput && after) {
        for (let entry = 0; entry < block.count; entry += 1) {
          numbers[block.place + entry] = scene.value(after, entry);
        }
      }
    }
    scene.take(numbers);
  };

  // MARK: What may be seen

  // What is computed gives answers away: it is shown where that is wanted, or entry by entry.
  const key = (block, entry) => `${block.index}/${entry}`;
  scene.isSeen = (block, entry) => block.isInput || scene.areShown || seen.has(key(block, entry));
  scene.reveal = (block, entry) => { seen.add(key(block, entry)); tell(); };
  scene.showAll = (areShown) => {
    scene.areShown = areShown;
    for (const box of backmark.all('[data-scene=show]')) box.checked = areShown;
    tell();
  };
  scene.look = (sample) => { scene.sample = sample; tell(); };

  // MARK: Words

  // A number to some digits, as a person would write it.
  scene.text = (number, digits = 4) => {
    if (!Number.isFinite(number)) return Number.isNaN(number) ? 'not a number' : number > 0 ? '∞' : '−∞';
    const size = Math.abs(number);
    if (size < 1e-12) return '0';
    const text = size < 1e-4 || size >= 1e6
      ? number.toExponential(digits - 1).replace(/\.?0+e/, 'e') : String(Number(number.toPrecision(digits)));
    return text.replaceAll('-', '−');
  };
  scene.shown = (block, entry) => scene.isSeen(block, entry) ? scene.text(scene.value(block, entry)) : '?';

  scene.name = (block, entry) => {
    const { base } = scene.network;
    if (block.rank === 0) return block.shown;
    const indices = block.rank === 1
      ? [entry + base] : [Math.floor(entry / block.shape[1]) + base, entry % block.shape[1] + base];
    return `${block.shown}[${indices.join(', ')}]`;
  };

  // MARK: Elements

  const space = 'http://www.w3.org/2000/svg';
  scene.draw = (name, attributes = {}, ...children) => {
    const element = document.createElementNS(space, name);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  scene.make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  return scene;
})();
