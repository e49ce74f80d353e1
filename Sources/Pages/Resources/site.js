'use strict';
// The first page of a site: how far each exercise is, from the work that this browser keeps.
(() => {
  // A browser may forbid reading it; then the page is a list.
  function kept(id) {
    try { return JSON.parse(localStorage.getItem(`backmark/${id}`)); } catch { return null; }
  }
  const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const short = (points) => String(Math.round(1000 * points) / 1000);

  let points = 0, outOf = 0, begun = 0, whole = 0;
  const items = [...document.querySelectorAll('[data-exercise]')];
  for (const item of items) {
    const most = Number(item.dataset.outOf);
    outOf += most;
    const work = kept(item.dataset.exercise);
    if (!work?.sheet && !work?.program) continue;
    begun += 1;
    const state = item.querySelector('.state');
    const score = work.score?.points ?? 0;
    points += score;
    const isWhole = score > 0 && score >= most;
    if (isWhole) whole += 1;
    state.textContent = isWhole ? '✓ full marks'
      : work.score ? `${short(score)} of ${count(most, 'point')}` : 'begun';
    state.classList.add(isWhole ? 'right' : 'partly');
    const bar = item.querySelector('progress');
    bar.value = score;
    bar.hidden = false;
  }
  document.querySelector('#progress').textContent = begun
    ? `You have begun ${begun} of ${count(items.length, 'exercise')}, ${whole} with full marks: `
      + `${short(points)} of ${count(outOf, 'point')}.`
    : 'What you do is remembered here, in this browser alone.';
})();
