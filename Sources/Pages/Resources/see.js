'use strict';
// See it: the chain from the inputs to the update, one link at a time. The network, the equation, the
// formula, the graph, the paths of a weight and the rows of the tables light up together.
(() => {
  const { one, all, say, ask, calls, scene, inTurn } = backmark;
  const panel = one('#panel-see');
  if (!panel) return;
  const { make } = scene;

  let network, graph, links, cells;
  let place = 0;
  let words = null;
  let chosen = null;
  let isOpen = false;
  let player = null;

  const phaseNames = {
    'forward pass': 'Forward', 'definition of the loss': 'Loss', 'gradient descent': 'Update',
    'after the update': 'After',
  };
  const phase = (block) => phaseNames[block.equation] ?? block.equation;
  const isBack = (block) => /^BP|Update|After/.test(phase(block));

  // MARK: Building

  function build() {
    // The update belongs to the story where the exercise has an η.
    links = scene.network.links.map(([block, row]) => ({ block: scene.blocks[block], row }))
      .filter(({ block }) => scene.network.hasRate || !block.isNew);
    network = backmark.drawNetwork(one('#see-network'), 'see-network');
    graph = backmark.drawGraph(one('#see-graph'));
    cells = new Map();
    buildPhases();
    buildFormulas();
    buildUnits();
    buildWeights();
  }

  function buildPhases() {
    const names = [...new Set(links.map(({ block }) => phase(block)))];
    one('#see-phases').replaceChildren(...names.map((name) => {
      const button = make('button', { type: 'button', class: 'plain', 'data-phase': name }, name);
      button.addEventListener('click', () =>
        go(links.findIndex(({ block }) => phase(block) === name)));
      return button;
    }));
  }

  function buildFormulas() {
    one('#see-formulas').replaceChildren(...scene.blocks.filter((block) =>
      !block.isInput && (scene.network.hasRate || !block.isNew)).map((block) =>
      make('li', { 'data-block': block.index },
        make('code', {}, `${block.shown} = ${block.formula}`))));
  }

  // A table with a row for each unit or weight; the button that names a row takes to its link.
  function table(target, caption, heads, rows) {
    const body = make('tbody');
    for (const { spot, name, values } of rows) {
      const button = make('button', { type: 'button', class: 'name', 'data-spot': spot }, name);
      const row = make('tr', { 'data-spot': spot }, make('th', { scope: 'row' }, button));
      for (const value of values) {
        const cell = make('td', { class: 'n' });
        if (value) {
          const key = `${value.block.index}/${value.row}`;
          cells.set(key, { cell, ...value });
        }
        row.append(cell);
      }
      body.append(row);
    }
    target.replaceChildren(make('table', {},
      make('caption', {}, caption),
      make('thead', {}, make('tr', {}, ...heads.map((head) =>
        make('th', { scope: 'col' }, head)))), body));
  }

  function buildUnits() {
    const { sizes, base } = scene.network;
    const rows = [];
    const loss = scene.find('loss');
    sizes.forEach((size, layer) => {
      for (let unit = 0; unit < size; unit += 1) {
        const block = scene.find(layer === 0 ? 'input' : 'a', layer);
        const of = (role) => {
          const block = scene.find(role, layer);
          // One bias of a whole layer stands beside its first unit.
          return block && unit < scene.rows(block) ? { block, row: unit } : null;
        };
        rows.push({
          spot: `u${layer}.${unit}`, name: `${block.shown}[${unit + base}]`,
          values: layer === 0 ? [null, null, of('input'), null, null]
            : [of('bias'), of('z'), of('a'), of('delta'), of('db')],
        });
      }
    });
    const target = scene.find('target');
    for (let unit = 0; unit < scene.rows(target); unit += 1) {
      rows.push({
        spot: 'loss', name: `${target.shown}[${unit + base}]`,
        values: [null, null, { block: target, row: unit }, null, null],
      });
    }
    rows.push({ spot: 'loss', name: loss.shown, values: [null, null, { block: loss, row: 0 }, null, null] });
    table(one('#see-units'), 'Units', ['unit', 'b', 'z', 'value', 'δ = ∂L/∂z', '∂L/∂b'], rows);
  }

  // Of very many weights only a layer's are in the table, that of the link.
  const mostRows = 400;
  function buildWeights(layer) {
    const weights = scene.blocks.filter((block) => block.role === 'weight' && !block.isNew);
    const total = weights.reduce((sum, block) => sum + block.count, 0);
    const blocks = total <= mostRows ? weights
      : weights.filter((block) => block.layer === (layer ?? 1));
    const rows = blocks.flatMap((block) =>
      Array.from({ length: Math.min(block.count, mostRows) }, (_, entry) => {
        const of = (role, isNew) => {
          const block = scene.find(role, layerOf, isNew);
          return block && (scene.network.hasRate || !isNew) ? { block, row: entry } : null;
        };
        const layerOf = block.layer;
        return {
          spot: scene.spot(block, entry), name: scene.name(block, entry),
          values: [of('weight', false), of('dW', false), ...(scene.network.hasRate
            ? [of('weight', true)] : [])],
        };
      }));
    const heads = ['weight', 'W', '∂L/∂W', ...(scene.network.hasRate ? ['after the update'] : [])];
    table(one('#see-weights'), total <= mostRows ? 'Weights' : `Weights of layer ${layer ?? 1}`, heads, rows);
    one('#see-weights').dataset.layer = total <= mostRows ? '' : layer ?? 1;
  }

  // MARK: Numbers

  function update() {
    const { block } = links[place];
    network.update(isBack(block));
    for (const { cell, block, row } of cells.values()) {
      const entry = scene.entry(block, row);
      cell.textContent = scene.shown(block, entry);
      cell.classList.toggle('minus', scene.isSeen(block, entry) && scene.value(block, entry) < 0);
    }
    for (const row of all('#see-units tr[data-spot^=u]')) {
      const [layer, unit] = row.dataset.spot.slice(1).split('.').map(Number);
      row.classList.toggle('dead', scene.areShown && scene.state(layer, unit) === 1);
    }
  }

  // MARK: Light

  function spotsOf(block, entry) {
    if (entry >= 0) return [scene.spot(block, entry)];
    return Array.from({ length: block.count }, (_, entry) => scene.spot(block, entry));
  }

  // What belongs to the link that is shown.
  function lightOfLink() {
    const { block, entry } = current();
    const light = {
      now: new Set(spotsOf(block, entry)), read: new Set(), nodes: new Set([block.index]),
      sources: new Set(), cells: new Set([`${block.index}/${entry < 0 ? 'all' : rowOf(block, entry)}`]),
    };
    for (const [index, from] of words?.reads ?? []) {
      const source = scene.blocks[index];
      for (const spot of spotsOf(source, from)) light.read.add(spot);
      light.sources.add(index);
      light.cells.add(`${index}/${from < 0 ? 'all' : rowOf(source, from)}`);
    }
    return light;
  }

  const rowOf = (block, entry) =>
    block.perSample ? Math.floor(entry / scene.network.samples) : entry;

  // What belongs to a place of the picture, for as long as the pointer or the focus is on it.
  function lightOfSpot(spot) {
    const light = { now: new Set([spot]), read: new Set(), nodes: new Set(), sources: new Set(), cells: new Set() };
    const [kind, rest] = [spot[0], spot.slice(1).split('.').map(Number)];
    const roles = kind === 'e' ? ['weight', 'dW']
      : spot === 'loss' ? ['loss', 'target'] : ['input', 'bias', 'z', 'a', 'delta', 'db'];
    for (const block of scene.blocks) {
      if (!roles.includes(block.role) || (spot !== 'loss' && block.layer !== rest[0])) continue;
      if (block.isNew && !scene.network.hasRate) continue;
      light.nodes.add(block.index);
      const row = kind === 'e' ? scene.weightEntry(block, rest[1], rest[2]) : spot === 'loss' ? 'all' : rest[1];
      light.cells.add(`${block.index}/${row}`);
    }
    if (kind === 'e') {
      light.read.add(`u${rest[0] - 1}.${rest[2]}`);
      light.read.add(`u${rest[0]}.${rest[1]}`);
    }
    return light;
  }

  function lightOfBlock(block) {
    return {
      now: new Set(spotsOf(block, -1)), read: new Set(), nodes: new Set([block.index]),
      sources: new Set(), cells: new Set([`${block.index}/all`]),
    };
  }

  function shine(light) {
    network.light(light.now, light.read);
    graph.light(light.nodes, light.sources);
    for (const item of all('#see-formulas li')) {
      const index = Number(item.dataset.block);
      item.classList.toggle('now', light.nodes.has(index));
      item.classList.toggle('read', light.sources.has(index));
    }
    for (const [key, { cell, block }] of cells) {
      const isLit = light.cells.has(key) || light.cells.has(`${block.index}/all`);
      cell.classList.toggle('now', isLit && light.nodes.has(block.index));
      cell.classList.toggle('read', isLit && !light.nodes.has(block.index));
    }
    for (const row of all('#see-units tr[data-spot], #see-weights tr[data-spot]')) {
      row.classList.toggle('lit', one('td.now', row) !== null);
    }
  }

  // MARK: The link

  function current() {
    const { block, row } = links[place];
    return { block, entry: row < 0 ? (block.count === 1 ? 0 : -1) : scene.entry(block, row) };
  }

  const isSeen = (block, entry) => entry >= 0
    ? scene.isSeen(block, entry)
    : Array.from({ length: block.count }, (_, entry) => entry).every((entry) => scene.isSeen(block, entry));

  async function show() {
    await scene.load();
    if (network?.of !== scene.network) {
      build();
      network.of = scene.network;
    }
    place = Math.max(0, Math.min(place, links.length - 1));
    const { block, entry } = current();
    words = JSON.parse(await ask(calls.words, Float64Array.of(block.index, entry)));
    const weights = one('#see-weights');
    if (weights.dataset.layer && block.layer > 0 && Number(weights.dataset.layer) !== block.layer) {
      for (const key of [...cells.keys()]) if (!weights.contains(cells.get(key).cell)) continue; else cells.delete(key);
      buildWeights(block.layer);
    }
    const name = phase(block);
    for (const button of all('#see-phases button')) {
      button.setAttribute('aria-pressed', String(button.dataset.phase === name));
    }
    one('#see-place').textContent = `Link ${place + 1} of ${links.length}`;
    one('#see-name').textContent = `${name}: ${words.name}`;
    one('#see-law').innerHTML = words.law;
    const seen = isSeen(block, entry);
    const known = words.reads.every(([index, from]) => isSeen(scene.blocks[index], from));
    const lines = entry < 0 ? (seen ? words.lines : [])
      : known ? words.lines : words.lines.slice(0, 1);
    one('#see-lines').replaceChildren(...lines.map((line) => {
      const item = make('p');
      item.innerHTML = line;
      return item;
    }));
    if (seen && entry >= 0) {
      const result = make('span', { class: 'result' });
      result.innerHTML = ` ${words.result}`;
      one('#see-lines').lastElementChild.append(result);
    }
    if (!known && entry >= 0) {
      one('#see-lines').append(make('p', { class: 'soft small' },
        'Its numbers come from links before it that you have not seen.'));
    }
    one('#see-note').textContent = seen ? words.note : '';
    one('#see-predict').hidden = seen;
    one('#see-guess').hidden = entry < 0;
    // Not disabled, which would take the focus away, and with it the arrow keys.
    const ends = { first: 0, back: 0, next: links.length - 1, last: links.length - 1 };
    for (const [name, end] of Object.entries(ends)) {
      one(`#see-${name}`).setAttribute('aria-disabled', String(place === end));
    }
    await showPaths(block, entry);
    update();
    shine(lightOfLink());
    reach(one(`#see-formulas [data-block="${block.index}"]`));
  }

  // Brings an item into sight within its own list, and leaves the page where it is.
  function reach(item) {
    const list = item?.parentElement;
    if (!list) return;
    const [top, bottom] = [item.offsetTop, item.offsetTop + item.offsetHeight];
    if (top < list.scrollTop) list.scrollTop = top;
    if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }

  // MARK: Paths

  const parameterRoles = { weight: 'weight', dW: 'weight', bias: 'bias', db: 'bias' };

  async function showPaths(block, entry) {
    const role = parameterRoles[block.role];
    const own = role && entry >= 0 ? { block: scene.find(role, block.layer), entry } : chosen;
    const card = one('#see-paths');
    let found = null;
    if (own?.block) {
      try {
        found = JSON.parse(await ask(calls.paths, Float64Array.of(own.block.index, own.entry)));
      } catch { /* Its gradient does not come apart into paths. */ }
    }
    card.hidden = !found;
    if (!found) return;
    const gradient = scene.gradientBlock(own.block);
    const isKnown = scene.isSeen(gradient, own.entry);
    one('h2', card).textContent =
      `${found.count === 1 ? 'One path' : `${found.count} paths`} from ${found.name} to L`;
    const list = one('ol', card);
    const weight = spotsOf(own.block, own.entry)[0];
    list.replaceChildren(...found.paths.map((path) => {
      const item = make('li', { tabindex: '0' });
      item.innerHTML = path.product;
      item.append(make('span', { class: 'figure' }, isKnown ? ` = ${path.contribution}` : ' = ?'));
      item.lightUp = () => {
        const light = { now: new Set([weight]), read: new Set(['loss']), nodes: new Set(), sources: new Set(), cells: new Set() };
        path.units.forEach((unit, index) => {
          const layer = own.block.layer + index;
          light.read.add(`u${layer}.${unit}`);
          if (index > 0) light.now.add(`e${layer}.${unit}.${path.units[index - 1]}`);
        });
        shine(light);
      };
      return item;
    }));
    one('#see-sum').textContent = isKnown
      ? `${found.rest ? `The others add ${found.rest}. ` : ''}Sum: ${found.sum}, the gradient.` : '';
  }

  // MARK: Going

  async function go(index, isQuiet = false) {
    place = Math.max(0, Math.min(index, links.length - 1));
    let isShown = false;
    await inTurn(async () => { await show(); isShown = true; });
    // What went wrong has been said.
    if (!isShown) return;
    try { history.replaceState(null, '', `#see/${place + 1}`); } catch { /* It works without. */ }
    if (isQuiet) return;
    const { block, entry } = current();
    const value = isSeen(block, entry) && words.value ? ` = ${words.value}` : '';
    say(`Link ${place + 1} of ${links.length}, ${phase(block)}: ${words.name}${value}.`, true);
  }

  function pause() {
    clearInterval(player);
    player = null;
    one('#see-play').textContent = 'Play';
  }

  function play() {
    if (player) { pause(); return; }
    if (place === links.length - 1) go(0);
    one('#see-play').textContent = 'Pause';
    player = setInterval(() => {
      if (place === links.length - 1) pause(); else go(place + 1);
    }, 1400);
  }

  const goFirst = () => go(0);
  const goLast = () => go(links.length - 1);
  const steps = { ArrowRight: () => go(place + 1), ArrowLeft: () => go(place - 1), Home: goFirst, End: goLast };
  panel.addEventListener('keydown', (event) => {
    if (!(event.key in steps) || event.target.matches('input, select, textarea')) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pause();
    steps[event.key]();
  });
  one('#see-first').addEventListener('click', () => { pause(); goFirst(); });
  one('#see-back').addEventListener('click', () => { pause(); go(place - 1); });
  one('#see-next').addEventListener('click', () => { pause(); go(place + 1); });
  one('#see-last').addEventListener('click', () => { pause(); goLast(); });
  one('#see-play').addEventListener('click', play);

  // A place of the picture is chosen: its gradient's link is shown, or what else it has.
  function choose(spot) {
    const roles = spot[0] === 'e' ? ['dW'] : spot === 'loss' ? ['loss'] : ['delta', 'input'];
    const index = links.findIndex(({ block, row }) => row >= 0 && roles.includes(block.role)
      && scene.spot(block, scene.entry(block, row)) === spot);
    if (spot[0] === 'e') {
      const [layer, target, source] = spot.slice(1).split('.').map(Number);
      const block = scene.find('weight', layer);
      chosen = { block, entry: scene.weightEntry(block, target, source) };
    }
    pause();
    const whole = links.findIndex(({ block }) => block.role === roles[0]
      && (spot === 'loss' || block.layer === Number(spot.slice(1).split('.')[0])));
    if (index >= 0) go(index); else if (whole >= 0) go(whole);
  }

  // MARK: Predict, then reveal

  async function predict() {
    const { block, entry } = current();
    const field = one('#see-number');
    let says = '';
    if (entry >= 0 && field.value.trim()) {
      const reply = JSON.parse(await ask(calls.predict, `${block.index}\n${entry}\n${field.value}`));
      says = reply.says;
      one('#see-says').className = reply.isRight ? 'right' : 'wrong';
    }
    one('#see-says').textContent = says;
    for (let other = 0; other < block.count; other += 1) {
      if (entry < 0 || other === entry) scene.reveal(block, other);
    }
    field.value = '';
    await show();
    one('#see-says').textContent = says;
    say(says || `${words.name}${words.value ? ` = ${words.value}` : ' is shown'}.`, true);
    one('#see-next').focus();
  }
  one('#see-predict').addEventListener('submit', (event) => {
    event.preventDefault();
    inTurn(predict);
  });

  // MARK: Looking at something

  const targetOf = (event) => event.target.closest?.('[data-spot], [data-block], #see-paths li');
  function lookAt(event) {
    const target = targetOf(event);
    if (!target) return;
    if (target.lightUp) target.lightUp();
    else if (target.dataset.spot && target.dataset.spot !== 'rate') shine(lightOfSpot(target.dataset.spot));
    else if (target.dataset.block) shine(lightOfBlock(scene.blocks[target.dataset.block]));
  }
  function lookBack(event) {
    if (targetOf(event)) shine(lightOfLink());
  }
  panel.addEventListener('pointerover', lookAt);
  panel.addEventListener('pointerout', lookBack);
  panel.addEventListener('focusin', lookAt);
  panel.addEventListener('focusout', lookBack);
  panel.addEventListener('click', (event) => {
    const spot = event.target.closest('svg [data-spot], button[data-spot]');
    if (spot) { choose(spot.dataset.spot); return; }
    const block = event.target.closest('[data-block]');
    if (!block) return;
    const index = links.findIndex((link) => link.block.index === Number(block.dataset.block));
    if (index >= 0) { pause(); go(index); }
  });

  scene.listen(() => {
    one('#see-says').textContent = '';
    if (isOpen && network) inTurn(show);
  });

  backmark.parts.push({
    id: 'see',
    show() {
      isOpen = true;
      const [, named] = location.hash.match(/^#see\/(\d+)/) ?? [];
      if (named) place = Number(named) - 1;
      return inTurn(async () => {
        await show();
        panel.dataset.ready = 'yes';
      });
    },
    hide() {
      isOpen = false;
      pause();
    },
    changed() { if (isOpen) this.show(); },
  });
})();
