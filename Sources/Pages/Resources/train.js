'use strict';
// Train it: a network learns to tell points of two classes apart, while one watches.
(() => {
  const { one, all, say, calls, ask, inTurn, chart } = backmark;
  const choices = one('#train-choices');
  const picture = one('#train-picture');
  const canvas = one('canvas', picture);
  const run = one('#train-run');
  const size = { width: 380, height: 360 };
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  let points, isRunning = false, isBegun = false, epoch = 0, goal = 0;

  function chosen() {
    const lines = all('[name]', choices).filter((field) => field.name !== 'points' && field.value !== '')
      .map((field) => `${field.name} ${field.value}`);
    return [...lines, 'points', one('#train-points').value].join('\n');
  }

  // MARK: Drawing

  // The points and the axes, which stay as they are; the line between the classes comes on top.
  function drawPoints(reply) {
    const { x, y } = chart.scale(size.width, size.height);
    points = reply;
    one('#train-line').textContent = reply.plane ? 'the line: the answer is ½' : 'the line: the answer';
    const marks = [];
    for (let i = 0; i < reply.points.length; i += 3) {
      const [a, b, kind] = reply.points.slice(i, i + 3);
      const look = `point ${kind ? 'second square' : 'first'}${i / 3 < reply.trained ? '' : ' test'}`;
      marks.push(chart.dot(x(a), y(b), look, reply.points.length > 90 ? 3 : 6));
    }
    one('.over', picture).innerHTML = chart.draw({
      ...size, what: 'The points and what the network says', across: reply.across, up: reply.up,
      acrossTitle: reply.plane ? 'x₁' : 'x', upTitle: reply.plane ? 'x₂' : 'class, and the answer ŷ',
      tells: 'Discs are of class 0, squares of class 1; hollow ones are of the test.', lines: [],
      more: `${marks.join('')}<path class="line boundary" d=""/>`,
    });
    const corner = [x(0), y(1000), x(1000) - x(0), y(0) - y(1000)];
    ['left', 'top', 'width', 'height'].forEach((side, index) => {
      canvas.style[side] = `${100 * corner[index] / (index % 2 ? size.height : size.width)}%`;
    });
  }

  async function drawBoundary() {
    const reply = JSON.parse(await ask(calls.boundary, ''));
    const { x, y } = chart.scale(size.width, size.height);
    const step = points.plane ? 2 : reply.line.length;
    const line = chart.pairs(reply.line).map(([a, b], index) =>
      `${index % step ? 'L' : 'M'}${x(a)} ${y(b)}`).join('');
    one('.boundary', picture).setAttribute('d', line);
    const context = canvas.getContext('2d');
    canvas.width = canvas.height = reply.count;
    const style = getComputedStyle(document.documentElement);
    const colours = ['--accent', '--partly'].map((name) => style.getPropertyValue(name));
    // From a, sure of class 0, over k to u, sure of class 1.
    for (let cell = 0; cell < reply.answers.length; cell += 1) {
      const level = reply.answers.charCodeAt(cell) - 107;
      if (level < -10) continue;
      context.globalAlpha = Math.abs(level) / 28;
      context.fillStyle = colours[level < 0 ? 0 : 1];
      context.fillRect(cell % reply.count, Math.floor(cell / reply.count), 1, 1);
    }
  }

  function drawCurves({ curves, status }) {
    const common = { width: 380, height: 175, across: curves.across, acrossTitle: 'epoch', tells: status };
    one('#train-curves').innerHTML = chart.draw({
      ...common, what: 'The loss by epoch', up: curves.loss, upTitle: 'loss',
      lines: [{ places: curves.losses, look: 'first' }],
    }) + chart.draw({
      ...common, what: 'The share of points that are right, by epoch', up: curves.share,
      upTitle: points.trained * 3 < points.points.length ? '% right: solid trained on, dashed test' : '% right',
      lines: [
        { places: curves.tested, look: 'second' }, { places: curves.trained, look: 'first' },
      ],
    });
  }

  function tell(reply) {
    epoch = reply.epoch;
    one('#train-status').textContent = reply.trouble && reply.over ? '' : reply.status;
    one('#train-trouble').textContent = reply.trouble ?? '';
    for (const button of [run, one('#train-step')]) button.disabled = reply.over;
  }

  async function drawTables() {
    if (!one('#train-tables').open || !isBegun) return;
    const reply = JSON.parse(await ask(calls.tables, ''));
    one('#train-tables div').innerHTML = chart.table('The course of the training',
      ['epoch', 'loss', 'right', 'right in the test'], reply.course)
      + chart.table('The points', ['point', 'x', 'class', 'answer ŷ', 'verdict', 'for'], reply.points);
  }

  async function drawAll(reply) {
    tell(reply);
    drawCurves(reply);
    await drawBoundary();
    await drawTables();
  }

  // MARK: Training

  async function begin() {
    pause();
    try {
      const reply = JSON.parse(await ask(calls.train, chosen()));
      isBegun = true;
      picture.classList.toggle('line-only', !reply.plane);
      one('#train-sizes').textContent = `${reply.sizes}, ${reply.parameters} numbers to learn`;
      drawPoints(reply);
      await drawAll(reply);
    } catch (error) {
      isBegun = false;
      for (const button of [run, one('#train-step')]) button.disabled = true;
      one('#train-trouble').textContent = error.message;
      throw error;
    }
  }

  function pause() {
    isRunning = false;
    run.textContent = 'Run';
  }

  async function train(count) {
    const reply = JSON.parse(await ask(calls.epochs, String(count)));
    if (reply.news) say(reply.news);
    return reply;
  }

  async function stepOnce() {
    const reply = await train(1);
    await drawAll(reply);
    if (!reply.news) say(reply.status);
  }

  // A slice of training in each frame, as many epochs as take about ten milliseconds, so that the
  // page answers all the while. Where motion is not wanted, only the end is drawn.
  let epochs = 1, drawn = 0;
  async function slice(time) {
    if (!isRunning) return;
    try {
      const start = performance.now();
      const reply = await train(Math.min(epochs, goal - epoch));
      const took = Math.max(performance.now() - start, 0.5);
      epochs = Math.max(1, Math.min(2 * epochs, Math.round(epochs * 10 / took)));
      epoch = reply.epoch;
      const isEnd = epoch >= goal || reply.halts || reply.over;
      if (isEnd) pause();
      if (isEnd || (!isStill.matches && time - drawn > 60)) {
        drawn = time;
        await drawAll(reply);
      } else if (!isStill.matches) tell(reply);
      if (isEnd && !reply.news) say(reply.status);
      if (isRunning) requestAnimationFrame(slice);
    } catch (error) {
      // The grader that knew of this training is gone; there is one that can begin anew.
      inTurn(begin);
      inTurn(() => say(error.message));
    }
  }

  function startOrPause() {
    if (isRunning) {
      pause();
      return inTurn(async () => {
        const reply = await train(0);
        await drawAll(reply);
        say(`Paused. ${reply.status}`);
      });
    }
    isRunning = true;
    run.textContent = 'Pause';
    goal = epoch + Math.max(1, Number.parseInt(one('#train-epochs').value, 10) || 2000);
    say('It is training.');
    return requestAnimationFrame(slice);
  }

  // MARK: Listening

  let rest;
  choices.addEventListener('input', () => {
    one('#train-own').hidden = one('[name=data]', choices).value !== 'own';
    clearTimeout(rest);
    rest = setTimeout(() => inTurn(begin), 250);
  });
  choices.addEventListener('submit', (event) => event.preventDefault());
  run.addEventListener('click', startOrPause);
  one('#train-step').addEventListener('click', () => { pause(); inTurn(stepOnce); });
  one('#train-reset').addEventListener('click', () => inTurn(async () => {
    await begin();
    say('The training is at its beginning again.');
  }));
  one('#train-tables').addEventListener('toggle', () => inTurn(drawTables));
  // The colours of the answers follow those of the page.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (isBegun) inTurn(drawBoundary);
  });

  backmark.parts.push({
    id: 'train',
    show() { if (!isBegun) inTurn(begin); },
    hide() { if (isRunning) startOrPause(); },
  });
})();
