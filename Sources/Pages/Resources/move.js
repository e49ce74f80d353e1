'use strict';
// Move it: a slider and a field for every number that goes in; everything else follows at once. The
// loss and its gradient along the number that was touched last, and every gradient beside its
// difference.
(() => {
  const { one, all, say, calls, compute, scene, inTurn } = backmark;
  const panel = one('#panel-move');
  if (!panel) return;
  const { make, text } = scene;

  let network, along, rows, differences;
  let isOpen = false;
  let rest;
  const plots = {
    loss: backmark.drawPlot(one('#move-loss'), 'move-loss', 'The loss'),
    slope: backmark.drawPlot(one('#move-slope'), 'move-slope', 'The gradient'),
  };

  // MARK: Building

  const titles = {
    input: 'Inputs', target: 'Targets', weight: 'Weights', bias: 'Biases', rate: 'Learning rate',
    constant: 'Constant', moment: 'Kept by the optimiser',
  };

  function build() {
    network = backmark.drawNetwork(one('#move-network'), 'move-network');
    rows = [];
    differences = [];
    const inputs = scene.blocks.filter((block) => block.isInput);
    const total = inputs.reduce((sum, block) => sum + block.count, 0);
    one('#move-sliders').replaceChildren(...inputs.map((block) => group(block, total)));
    const moving = inputs.filter((block) => block.hasGradient);
    one('#move-along').replaceChildren(...moving.map((block) => make('optgroup', { label: block.shown },
      ...Array.from({ length: block.count }, (_, entry) =>
        make('option', { value: `${block.index}/${entry}` }, scene.name(block, entry))))));
    const first = moving.find((block) => block.role === 'weight') ?? moving[0];
    along = { block: first, entry: 0 };
    one('#move-along').value = `${first.index}/0`;
    let place = 0;
    one('#move-differences').replaceChildren(...moving.map((block) => {
      const item = differencesOf(block, place, total);
      place += block.count;
      return item;
    }));
  }

  // The sliders of one block; those of many come when they are asked for.
  function group(block, total) {
    const fill = () => {
      if (one('.mover', list)) return;
      for (let entry = 0; entry < block.count; entry += 1) list.append(mover(block, entry));
      refresh();
    };
    const list = make('div', { class: 'movers' });
    const layer = block.layer > 0 ? ` of layer ${block.layer}` : '';
    const whose = block.role === 'rate' && !scene.network.hasRate ? ', of this page' : '';
    const item = make('details', {}, make('summary', {},
      `${titles[block.role]}${layer}, ${block.shown}${whose}`), list);
    item.addEventListener('toggle', fill);
    item.open = total <= 60;
    if (item.open) fill();
    return item;
  }

  function mover(block, entry) {
    const id = `move-${block.index}-${entry}`;
    const [low, high, step] = block.range;
    const name = scene.name(block, entry);
    const label = make('label', { for: id }, name);
    const slider = make('input', { type: 'range', min: low, max: high, step, 'aria-label': `${name}, slider` });
    const field = make('input', { type: 'number', id, step: 'any', inputmode: 'decimal' });
    const gradient = make('output', { for: id, class: 'soft' });
    const row = { block, entry, slider, field, gradient, name };
    const move = (control) => {
      const number = control.valueAsNumber;
      if (!Number.isFinite(number)) return;
      ask(block, entry, number);
    };
    slider.addEventListener('input', () => move(slider));
    field.addEventListener('input', () => move(field));
    const item = make('div', { class: 'mover' }, label, slider, field, gradient);
    item.addEventListener('focusin', () => { if (block.hasGradient) turn(block, entry); });
    rows.push(row);
    return item;
  }

  // MARK: Moving

  // However many events come, there is one calculation for each picture that the screen shows.
  let waiting = null;
  function ask(block, entry, number) {
    const isFirst = waiting === null;
    waiting = { block, entry, number };
    if (!isFirst) return;
    requestAnimationFrame(() => {
      const { block, entry, number } = waiting;
      waiting = null;
      scene.move(block, entry, number);
    });
  }

  function refresh() {
    for (const { block, entry, slider, field, gradient, name } of rows) {
      const number = scene.value(block, entry);
      if (Number(slider.value) !== number) {
        // A number beyond the slider's ends takes the end along.
        if (number < Number(slider.min)) slider.min = Math.floor(number);
        if (number > Number(slider.max)) slider.max = Math.ceil(number);
        slider.value = number;
      }
      if (field !== document.activeElement && field.valueAsNumber !== number) field.value = number;
      const slope = scene.gradient(block, entry);
      const words = slope === undefined ? '' : `∂L ${text(slope)}`;
      if (gradient.value !== words) {
        gradient.value = words;
        slider.setAttribute('aria-valuetext',
          `${name} ${text(number)}${slope === undefined ? '' : `, gradient ${text(slope)}`}`);
      }
    }
  }

  function readout() {
    const [loss, after] = [scene.find('loss'), scene.find('loss', -1, true)];
    one('#move-readout').textContent =
      `L = ${text(scene.value(loss, 0))}; after one step of gradient descent `
      + `L = ${text(scene.value(after, 0))}`;
  }

  function update() {
    network.update(one('#move-back').checked);
    refresh();
    readout();
    plot();
    clearTimeout(rest);
    rest = setTimeout(settle, 250);
  }

  // What can wait until nothing moves any more.
  function settle() {
    const found = compute(calls.differences, new Float64Array());
    if (!found) return;
    let worst = 0;
    const counts = [0, 0, 0];
    for (let place = 0; place < found.length; place += 4) {
      counts[found[place + 3]] += 1;
      if (found[place + 3] !== 1) worst = Math.max(worst, found[place + 2]);
    }
    one('#move-verdict').textContent =
      `${counts[2] ? `${counts[2]} of ${found.length / 4} gradients disagree` : `All ${counts[0]} gradients agree`}`
      + `${counts[1] ? `, ${counts[1]} at a kink where there is none` : ''}; `
      + `the largest relative error is ${text(worst)}.`;
    for (const item of differences) item(found);
    say(`L = ${text(scene.value(scene.find('loss'), 0))}.`, true);
  }

  const verdicts = ['agree', 'are at a kink', 'DISAGREE'];
  function differencesOf(block, start, total) {
    const body = make('tbody');
    const item = make('details', {}, make('summary', {}, block.shown), make('div', {
      class: 'wide', tabindex: '0', role: 'region', 'aria-label': `Gradients by ${block.shown}`,
    }, make('table', {}, make('thead', {}, make('tr', {},
      ...['entry', 'gradient', 'difference', 'rel. error', 'they'].map((head) =>
        make('th', { scope: 'col' }, head)))), body)));
    item.open = total <= 60;
    let latest = null;
    const fill = () => {
      if (!item.open || !latest) return;
      if (!body.rows.length) {
        for (let entry = 0; entry < block.count; entry += 1) {
          const row = make('tr', {}, make('th', { scope: 'row' }, scene.name(block, entry)));
          for (let cell = 0; cell < 4; cell += 1) row.append(make('td', { class: 'n' }));
          body.append(row);
        }
      }
      for (let entry = 0; entry < block.count; entry += 1) {
        const place = 4 * (start + entry);
        const cells = body.rows[entry].cells;
        for (let column = 0; column < 3; column += 1) {
          cells[column + 1].textContent = text(latest[place + column], column < 2 ? 4 : 2);
        }
        cells[4].textContent = verdicts[latest[place + 3]];
      }
    };
    item.addEventListener('toggle', fill);
    differences.push((found) => { latest = found; fill(); });
    return item;
  }

  // MARK: Plots

  function turn(block, entry) {
    if (along.block === block && along.entry === entry) return;
    along = { block, entry };
    one('#move-along').value = `${block.index}/${entry}`;
    plot();
  }

  function plot() {
    const { block, entry } = along;
    // A network with very many numbers takes longer for each point.
    const count = scene.blocks.reduce((sum, block) => sum + block.count, 0) > 1000 ? 37 : 61;
    const number = scene.value(block, entry);
    const low = Math.min(block.range[0], Math.floor(number));
    const high = Math.max(block.range[1], Math.ceil(number));
    const step = one('#move-chord').valueAsNumber;
    const found = compute(calls.curve, Float64Array.of(block.index, entry, low, high, step, count));
    if (!found) return;
    const [now, loss, slope, from, to, left, below, right, above, chord] = found;
    const points = Array.from({ length: count }, (_, index) => found.slice(10 + 3 * index, 13 + 3 * index));
    const label = scene.name(block, entry);
    plots.loss({
      label, points, point: [now, loss], tangent: [[low, from], [high, to]],
      chord: [[left, below], [right, above]],
    });
    plots.slope({
      label, points: points.map(([value, , slope]) => [value, slope]), point: [now, slope],
      tangent: [[low, 0], [high, 0]],
    });
    one('#move-slopes').textContent =
      `Tangent, the gradient: ${text(slope)}. Chord, the difference: ${text(chord)}.`;
    const details = one('#move-points');
    if (!details.open) return;
    one('tbody', details).replaceChildren(...points.filter((_, index) => index % 6 === 0).map((point) =>
      make('tr', {}, ...[...point].map((number) => make('td', { class: 'n' }, text(number))))));
  }
  one('#move-points').addEventListener('toggle', () => { if (isOpen) plot(); });
  one('#move-along').addEventListener('change', (event) => {
    const [block, entry] = event.target.value.split('/').map(Number);
    turn(scene.blocks[block], entry);
    say(one('#move-slopes').textContent, true);
  });
  one('#move-chord').addEventListener('input', (event) => {
    event.target.setAttribute('aria-valuetext', text(event.target.valueAsNumber));
    plot();
  });
  one('#move-back').addEventListener('change', () => network.update(one('#move-back').checked));
  one('#move-descend').addEventListener('click', () => scene.descend());

  // MARK: Beginning

  function arrange() {
    one('#move-gate').hidden = scene.areShown;
    one('#move-body').hidden = !scene.areShown;
    if (scene.areShown) update();
  }
  scene.listen(() => { if (isOpen && network) arrange(); });

  backmark.parts.push({
    id: 'move',
    show() {
      isOpen = true;
      return inTurn(async () => {
        await scene.load();
        if (network?.of !== scene.network) {
          build();
          network.of = scene.network;
        }
        arrange();
        panel.dataset.ready = 'yes';
      });
    },
    hide() { isOpen = false; clearTimeout(rest); },
    changed() { if (isOpen) this.show(); },
  });

  // MARK: What both tabs have

  for (const box of all('[data-scene=show]')) {
    box.addEventListener('change', () => scene.showAll(box.checked));
  }
  one('#move-show').addEventListener('click', () => { scene.showAll(true); one('#move-sliders summary').focus(); });
  for (const button of all('[data-scene=reset]')) {
    button.addEventListener('click', () => { scene.reset(); say('The numbers are the exercise\'s again.', true); });
  }
  for (const list of all('[data-scene=sample]')) {
    list.addEventListener('change', () => scene.look(list.selectedIndex));
  }
  scene.listen(() => {
    for (const button of all('[data-scene=reset]')) button.disabled = !scene.isMoved;
    for (const list of all('[data-scene=sample]')) {
      const { samples, base } = scene.network;
      list.parentElement.hidden = samples === 1;
      if (list.options.length !== samples) {
        list.replaceChildren(...Array.from({ length: samples }, (_, index) =>
          make('option', {}, String(index + base))));
      }
      list.selectedIndex = scene.sample;
    }
  });
})();
