'use strict';
// The tabs: one panel is shown at a time. The arrow keys, Home and End go from tab to tab, and the
// address says which one is open, so that a link can lead to it.
(() => {
  const { one, all, parts } = backmark;
  const list = one('[role=tablist]');
  const tabs = all('[role=tab]', list);
  const idOf = (tab) => tab.id.slice('tab-'.length);
  const partOf = (tab) => parts.find((part) => part.id === idOf(tab));
  let open = tabs[0];

  function show(tab) {
    if (tab === open) return;
    partOf(open)?.hide?.();
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      one(`#${other.getAttribute('aria-controls')}`).hidden = other !== tab;
    }
    open = tab;
    // Each tab has its own message.
    backmark.say('');
    partOf(tab)?.show?.();
  }

  // A page from a file may not change its address in every browser.
  function remember() {
    try { history.replaceState(null, '', `#${idOf(open)}`); } catch { /* It works without. */ }
  }

  const named = () => tabs.find((tab) => location.hash.split('/')[0] === `#${idOf(tab)}`);

  list.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]');
    if (tab) { show(tab); remember(); }
  });
  list.addEventListener('keydown', (event) => {
    const place = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in next)) return;
    event.preventDefault();
    const tab = tabs[(next[event.key] + tabs.length) % tabs.length];
    show(tab);
    remember();
    tab.focus();
  });
  window.addEventListener('hashchange', () => { if (named()) show(named()); });

  backmark.openNamedTab = () => { if (named()) show(named()); };
})();
