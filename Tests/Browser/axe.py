"""What axe-core finds on a page that is open in Chromium.

The script comes with the package axe-playwright-python of PyPI, which need not be installed with what
it depends on: `pip install --no-deps --target FOLDER axe-playwright-python`, and FOLDER on PYTHONPATH.
"""

import importlib.util
import json
import pathlib

RUN = """
axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ` + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))
"""


def source():
    """The script; None where it is not installed."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None:
        return None
    folder = pathlib.Path(next(iter(found.submodule_search_locations)))
    return (folder / "axe.min.js").read_text()


def violations(browser, session):
    """The violations on what a session shows, a line each; a page's own script is not there yet."""
    evaluated(browser, session, source() + "; true")
    return evaluated(browser, session, RUN)


def evaluated(browser, session, expression):
    result = browser.call(
        "Runtime.evaluate", session, expression=expression, returnByValue=True, awaitPromise=True)
    if "exceptionDetails" in result:
        raise RuntimeError(f"axe-core: {json.dumps(result['exceptionDetails'])[:300]}")
    return result["result"]["value"]
