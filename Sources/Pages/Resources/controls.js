'use strict';
// Answers that are picked, not written: boxes, lists to be put in order, menus. What an answer of the
// sheet picks, the core says, label by label.
(() => {
  const { one, all, say } = backmark;

  const changed = (field) => field.dispatchEvent(new Event('input'));

  const boxes = {
    value: (field) => all('input:checked', field).map((input) => input.value).join(', '),
    fill(field, picks) {
      for (const input of all('input', field)) input.checked = picks.includes(input.value);
    },
    begin(field) {
      // "None of them" and one of them cannot both be.
      field.addEventListener('change', (event) => {
        if (!event.target.checked || !one('[data-alone]', field)) return;
        const isAlone = 'alone' in event.target.dataset;
        for (const input of all('input', field)) {
          if (('alone' in input.dataset) !== isAlone) input.checked = false;
        }
        changed(field);
      });
    },
  };

  const sequence = {
    value: (field) => all('.placed > li', field).map((item) => item.dataset.value).join(' '),
    fill(field, picks) {
      const items = all('li', field);
      for (const item of items) one('.rest', field).append(item);
      for (const pick of picks) {
        const item = items.find((item) => item.dataset.value === pick);
        if (item) one('.placed', field).append(item);
      }
    },
    begin(field) {
      field.addEventListener('click', (event) => {
        const button = event.target.closest('[data-move]');
        if (!button) return;
        const item = button.closest('li');
        const [placed, rest] = [one('.placed', field), one('.rest', field)];
        const moves = {
          in: () => placed.append(item),
          up: () => item.previousElementSibling?.before(item),
          down: () => item.nextElementSibling?.after(item),
          out: () => rest.append(item),
        };
        moves[button.dataset.move]();
        const place = [...placed.children].indexOf(item) + 1;
        const { value } = item.dataset;
        say(place ? `${value} is number ${place} of ${placed.children.length}.` : `${value} is out.`);
        // The button that was pressed may be gone: go on with the next one to be placed.
        const next = button.dataset.move === 'in' ? one('[data-move=in]', rest) : null;
        const own = one(place ? '[data-move=up]' : '[data-move=in]', item);
        (next ?? (button.offsetParent ? button : own)).focus();
        changed(field);
      });
    },
  };

  const pairs = {
    value: (field) => all('select', field).filter((menu) => menu.value)
      .map((menu) => `${menu.dataset.entry}-${menu.value}`).join(' '),
    fill(field, picks) {
      all('select', field).forEach((menu, index) => { menu.value = picks[index] ?? ''; });
    },
    begin() {},
  };

  const menu = {
    value: (field) => field.value,
    fill(field, picks) { field.value = picks[0] ?? ''; },
    begin() {},
  };

  // Each kind: the answer as a sheet has it, what shows an answer, and what listens.
  backmark.controls = { options: boxes, sequence, pairs, menu };
})();
