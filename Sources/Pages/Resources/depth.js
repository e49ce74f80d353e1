'use strict';
// Depth: how large δ and ∂W are in every layer of a deep network, for three functions side by side.
(() => {
  const { one, all, say, calls, ask, inTurn, chart } = backmark;
  const choices = one('#depth-choices');
  const heads = ['layer', '‖δ‖', '‖∂W‖', '‖W‖', 'mean |f′|', 'Wᵀ makes δ ×', 'f′ makes δ ×', 'dead units'];
  let isDrawn = false;

  const chosen = () => all('[name]', choices).map((field) => `${field.name} ${field.value}`).join('\n');

  function figure(reply, flow) {
    const picture = chart.draw({
      width: 300, height: 250, what: `${flow.name}: sizes by layer`, tells: flow.words,
      across: reply.across, up: reply.up, acrossTitle: 'layer', upTitle: 'size, logarithmic',
      lines: [
        { places: flow.gradients, look: 'second square', dots: true },
        { places: flow.signals, look: 'first', dots: true },
      ],
      more: flow.zeros.map((place) => {
        const { x, y } = chart.scale(300, 250);
        return `<text class="no" x="${x(place)}" y="${y(0) - 4}" text-anchor="middle">0</text>`;
      }).join(''),
    });
    return `<section class="card flow" aria-label="${chart.written(flow.name)}"><h2>${chart.written(flow.name)} `
      + `<span class="verdict ${flow.style}">${chart.written(flow.verdict)}</span></h2>${picture}`
      + `<p>${chart.written(flow.words)}</p></section>`;
  }

  const tableOf = (flow) => `<details><summary>${chart.written(flow.name)} as a table</summary>`
    + `${chart.table(`${flow.name}, from the first layer to the output`, heads, flow.rows)}</details>`;

  async function draw() {
    const reply = JSON.parse(await ask(calls.depth, chosen()));
    isDrawn = true;
    one('#depth-sizes').textContent = reply.sizes;
    const open = all('#depth-tables details').map((item) => item.open);
    one('#depth-flows').innerHTML = reply.flows.map((flow) => figure(reply, flow)).join('');
    one('#depth-tables').innerHTML = reply.flows.map(tableOf).join('');
    all('#depth-tables details').forEach((item, index) => { item.open = open[index] ?? false; });
    return reply.flows.map((flow) => `${flow.name}: ${flow.verdict}`).join('; ');
  }

  // The words wait for half a second of rest, the picture does not.
  let rest, words;
  choices.addEventListener('input', () => {
    clearTimeout(rest);
    clearTimeout(words);
    rest = setTimeout(() => inTurn(async () => {
      const summary = await draw();
      words = setTimeout(() => say(`${summary}.`), 400);
    }), 100);
  });
  choices.addEventListener('submit', (event) => event.preventDefault());

  backmark.parts.push({ id: 'depth', show() { if (!isDrawn) inTurn(draw); } });
})();
