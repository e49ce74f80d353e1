'use strict';
// Play the mistake: the loss along a wrong gradient's worst entry, with the line of the right slope
// and that of the student's, and what a step of training with either does.
backmark.mistake = (() => {
  const { one, say, calls, ask, chart } = backmark;

  // Puts the button beside a step, or takes it and the picture away.
  function offer(item, isPlayable) {
    one('[data-do=mistake]', item)?.remove();
    one('.played', item)?.remove();
    if (!isPlayable) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.dataset.do = 'mistake';
    button.innerHTML = `Play the mistake<span class="hidden"> in ${chart.written(item.dataset.step)}</span>`;
    one('.buttons', item).append(button);
  }

  function steps(reply) {
    if (!reply.steps.length) return '';
    const [right, yours] = reply.steps.map(chart.written);
    return `<p>One step of training moves ${chart.written(reply.parameter)} alone, by η times the gradient:</p>`
      + `<ul><li>with the right gradient ${right};</li><li>with yours ${yours}.</li></ul>`
      + `<div class="choices row"><label>η <input type="text" inputmode="decimal" value="${chart.written(reply.rate)}" autocomplete="off"/></label>`
      + '<button type="button" data-do="mistake" class="plain">Take the step</button></div>';
  }

  async function play(item, sheet) {
    const name = item.dataset.step;
    const rate = one('.played input', item)?.value.trim() ?? '';
    const reply = JSON.parse(await ask(calls.mistake, `${name} ${rate}\n${sheet}`));
    const { x, y } = chart.scale(420, 280);
    const [a, b] = reply.point;
    const picture = chart.draw({
      width: 420, height: 280, what: `The loss along ${reply.label}`, tells: reply.words,
      across: reply.across, up: reply.up, acrossTitle: reply.label, upTitle: 'change of the loss',
      lines: [
        { places: reply.curve, look: 'curve' }, { places: reply.right, look: 'right' },
        { places: reply.yours, look: 'yours' },
      ],
      more: '',
    }).replace('</g></svg>', `${chart.dot(x(a), y(b), 'dot here', 5)}</g></svg>`);
    let box = one('.played', item);
    const hadFocus = box?.contains(document.activeElement);
    if (!box) {
      box = document.createElement('div');
      box.className = 'played';
      item.append(box);
    }
    box.innerHTML = `${picture}<p class="chart-legend"><span class="key curve">the loss</span> `
      + '<span class="key right">the right slope</span> <span class="key yours">your slope</span></p>'
      + `<p>${chart.written(reply.words)}</p>${steps(reply)}`
      + `<details><summary>The curve as a table</summary>${chart.table(
        `Moving ${reply.label}`, [reply.label, 'change of the loss', 'by your slope'], reply.rows)}</details>`;
    if (hadFocus) one('.played button', item)?.focus();
    say(reply.steps.length
      ? `With the right gradient ${reply.steps[0]}; with yours ${reply.steps[1]}.` : reply.words);
  }

  return { offer, play };
})();
