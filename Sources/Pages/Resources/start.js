'use strict';
// The beginning: the grader is started, then every part of the page begins.
(async () => {
  const { all, parts, say, start } = backmark;
  try {
    await start();
    for (const part of parts) await part.begin?.();
    for (const item of all('button, input')) item.disabled = false;
    backmark.openNamedTab();
    document.body.dataset.ready = 'yes';
    say('');
  } catch (error) {
    say(`The grader could not be started here: ${error.message}`);
  }
})();
