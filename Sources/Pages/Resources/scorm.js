'use strict';
// In a learning-management system that plays SCORM 1.2: the sheet is kept there, and the best score
// that a check has given. Where no such system is found, the page says so and works all the same.
(() => {
  const { one, encoder, say, parts, inTurn } = backmark;
  const longest = 4096;

  // The system's object is in a frame around the page, or in the window that opened it. A window of
  // another site may not be looked into.
  function found(start) {
    for (let view = start, steps = 0; view && steps < 50; view = view.parent, steps++) {
      try { if (view.API) return view.API; } catch { /* Further out it may be. */ }
      if (view.parent === view) return null;
    }
    return null;
  }
  function opener() {
    try { return window.opener; } catch { return null; }
  }
  const api = found(window) ?? found(opener());

  const begun = Date.now();
  let isOpen = false;
  let status = '';
  let best = 0;
  let later;

  const get = (name) => String(api.LMSGetValue(name) ?? '');
  const set = (name, value) => api.LMSSetValue(name, String(value));
  const tell = (words) => { one('#record').textContent = words; };

  // Hours, minutes and seconds since the page was opened.
  function time() {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return parts.map((part) => String(part).padStart(2, '0')).join(':');
  }

  function commit() {
    clearTimeout(later);
    if (isOpen) api.LMSCommit('');
  }

  // A sheet that is too long goes without the questions, which stand in it as comments.
  function brief(sheet) {
    if (encoder.encode(sheet).length <= longest) return sheet;
    let isProse = false;
    return sheet.split('\n').filter((line) => {
      const isOutside = !isProse;
      if (line.split('"""').length % 2 === 0) isProse = !isProse;
      return !isOutside || (line.trim() && !line.startsWith('#'));
    }).join('\n');
  }

  function begin() {
    if (!api || String(api.LMSInitialize('')) !== 'true') {
      tell('Nothing is recorded: this page was not opened by a course site that plays SCORM. '
        + 'Your work stays in this browser; download your answers to keep them.');
      return;
    }
    isOpen = true;
    status = get('cmi.core.lesson_status');
    best = Number(get('cmi.core.score.raw')) || 0;
    if (!['completed', 'passed', 'failed', 'incomplete'].includes(status)) {
      status = 'incomplete';
      set('cmi.core.lesson_status', status);
    }
    set('cmi.core.score.min', 0);
    set('cmi.core.score.max', 100);
    set('cmi.core.exit', 'suspend');
    commit();
    tell('Your work and the best score of your checks are kept by the course site. '
      + 'The score is practice; what is handed in is the sheet that you download.');
    one('#finish').hidden = false;
  }

  function end() {
    if (!isOpen) return;
    const tab = one('[role=tab][aria-selected=true]');
    if (tab) set('cmi.core.lesson_location', tab.id.slice('tab-'.length));
    set('cmi.core.session_time', time());
    commit();
    api.LMSFinish('');
    isOpen = false;
  }

  backmark.record = {
    // What was kept: a sheet, or whose the page is where there is none yet.
    read() {
      if (!isOpen) return null;
      const sheet = get('cmi.suspend_data');
      return sheet ? { sheet } : { student: get('cmi.core.student_id') };
    },
    write(sheet) {
      if (!isOpen) return;
      const text = brief(sheet);
      if (encoder.encode(text).length > longest) {
        say('Your answers are too long for the course site: download them to keep them.');
        return;
      }
      set('cmi.suspend_data', text);
      clearTimeout(later);
      later = setTimeout(commit, 10_000);
    },
    // After each check: the best score, and what it says of the whole.
    score(points, outOf, isAnswered) {
      if (!isOpen) return;
      best = Math.max(best, outOf > 0 ? Math.round(10_000 * points / outOf) / 100 : 0);
      set('cmi.core.score.raw', best);
      if (best >= 100) status = 'passed';
      else if (isAnswered && status === 'incomplete') status = 'completed';
      set('cmi.core.lesson_status', status);
      commit();
    },
  };

  // Before the first tab, which reads what was kept.
  parts.unshift({
    id: 'record',
    begin() {
      begin();
      const place = isOpen ? get('cmi.core.lesson_location') : '';
      if (place && !location.hash) {
        try { history.replaceState(null, '', `#${place}`); } catch { /* The first tab it is. */ }
      }
    },
  });
  one('#finish').addEventListener('click', () => inTurn(async () => {
    await backmark.flush();
    end();
    tell('Your work is saved. You may close this page.');
    one('#finish').hidden = true;
    say('Saved.');
  }));
  // Closing, a page can no longer wait for anything.
  window.addEventListener('pagehide', end);
})();
