#!/usr/bin/env python3
"""Take the pictures of pages that the README shows, in headless Chromium.

    python3 Tests/Browser/take_screenshots.py BACKMARK [--browser PATH]

They are written to Tests/Browser/Screenshots: an exercise being done, and one seen.
"""

import base64
import pathlib
import sys
import tempfile
import time

import check_explore
import check_pages
import command

FOLDER = pathlib.Path(__file__).resolve().parent / "Screenshots"
WIDTH = 820


def take(browser, page, name, top, bottom):
    """The page from the top of one element to the bottom of another."""
    edges = page.run(f"""(() => {{
      document.activeElement.blur();
      document.querySelector('#message').style.display = 'none';
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      return [box({top!r}).top + scrollY - 6, box({bottom!r}).bottom + scrollY + 6];
    }})()""")
    shot = browser.call(
        "Page.captureScreenshot", page.session, format="png", captureBeyondViewport=True,
        clip={"x": 0, "y": edges[0], "width": WIDTH, "height": edges[1] - edges[0], "scale": 1})
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{name}.png"
    file.write_bytes(base64.b64decode(shot["data"]))
    print(f"{file.name}: {file.stat().st_size} bytes")


def opened(browser, backmark, folder, id):
    path = folder / f"{id}.html"
    check_explore.explore(backmark, id, path, None)
    page = check_explore.Page(browser, path, folder / "downloads")
    browser.call(
        "Emulation.setDeviceMetricsOverride", page.session, width=WIDTH, height=900,
        deviceScaleFactor=1, mobile=False)
    browser.call(
        "Emulation.setEmulatedMedia", page.session, media="screen",
        features=[{"name": "prefers-color-scheme", "value": "light"}])
    return page


def main():
    arguments = command.parsed(__doc__, ("backmark", {}), screenshots=False)
    path = command.chromium(arguments.browser)
    backmark = str(pathlib.Path(arguments.backmark).resolve())
    browser = check_pages.Browser(path)
    try:
        with tempfile.TemporaryDirectory(prefix="take-screenshots-") as scratch:
            page = opened(browser, backmark, pathlib.Path(scratch), "walkthrough-2-2-1")
            for name, text in [("a2", "0.647292"), ("delta2", "[-0.080525]"),
                               ("dW2", "[[-0.042274, -0.046257]]")]:
                page.fill(name, text)
            page.press("all")
            take(browser, page, "do-it", "[data-step=delta2]", "[data-step=dW2]")
            page.run("document.querySelector('#tab-see').click()")
            page.run("document.querySelector('#panel-see input[type=checkbox]').click()")
            page.run("[...document.querySelectorAll('#see-phases button')]"
                     ".find((button) => button.textContent === 'BP2').click()")
            time.sleep(1)
            take(browser, page, "see-it", "#see-phases", "[aria-label='This link']")
    finally:
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
