#!/usr/bin/env python3
"""Train networks, look through deep ones and play a mistake on a page, in headless Chromium.

    python3 Tests/Browser/check_training.py BACKMARK [--screenshots FOLDER] [--browser PATH]

Everything is done from the keyboard. Two moons must be learned within seconds while the page answers
all the while; a deep sigmoid network must be called vanishing and a huge η diverging; and the line of a
wrong gradient must be drawn. axe-core looks at it all where it is installed. Needs Python 3 and Chromium.
"""

import json
import pathlib
import re
import sys
import tempfile
import time

import axe
import check_explore
import check_pages
import command
from check_explore import equal, has


def text(page, selector):
    return page.run(f"document.querySelector({selector!r}).textContent")


def go_to(page, tab):
    """Opens a tab by the arrow keys."""
    page.run("document.querySelector('[role=tab][aria-selected=true]').focus()")
    for _ in range(8):
        if page.run("document.activeElement.id") == f"tab-{tab}":
            break
        page.key("ArrowRight", 39)
    equal(page.run(f"document.querySelector('#panel-{tab}').hidden"), False, f"the tab {tab}")


def choose(page, form, name, value):
    """Sets a choice as a reader would, by what its control makes of it."""
    page.run(
        f"(() => {{ const field = document.querySelector('#{form} [name={name}]');"
        f" field.focus(); field.value = {json.dumps(value)};"
        " field.dispatchEvent(new Event('input', { bubbles: true })); })()")


def press(page, selector):
    page.run(f"document.querySelector({selector!r}).focus()")
    page.key("Enter", 13, "\r")


def verdicts(page):
    page.until("document.querySelectorAll('#depth-flows .verdict').length === 3")
    return page.run(
        "[...document.querySelectorAll('#depth-flows .verdict')].map((item) => item.textContent)")


def depth(page, pictures):
    """The chapter's two networks, and weights that are too large."""
    equal(page.run("document.querySelector('#depth-flows').children.length"), 0, "drawn too early")
    go_to(page, "depth")
    equal(verdicts(page), ["vanishing", "keeps its size", "keeps its size"], "Xavier")
    equal(text(page, "#depth-sizes"), "10-20-20-20-20-20-1", "the sizes")
    has(text(page, "#depth-flows .flow"), "it is divided by 1,368", "the words")
    equal(
        page.run("document.querySelectorAll('#depth-flows svg .dot').length"), 36,
        "a disc and a square for each layer of each function")
    pictures.take(page, "depth")
    choose(page, "depth-choices", "initialisation", "he")
    choose(page, "depth-choices", "depth", "10")
    page.until("document.querySelector('#depth-sizes').textContent.split('-').length === 12")
    equal(verdicts(page)[0::2], ["vanishing", "keeps its size"], "He")
    page.until("document.querySelector('#message').textContent.includes('ReLU: keeps its size')")
    choose(page, "depth-choices", "initialisation", "plain")
    page.until("document.querySelector('#depth-flows').textContent.includes('exploding')")
    page.run("document.querySelector('#depth-tables details').open = true")
    equal(
        page.run("document.querySelectorAll('#depth-tables details:first-child tbody tr').length"),
        11, "the rows of the table")
    choose(page, "depth-choices", "width", "65")
    page.until("document.querySelector('#message').textContent.includes('from 1 to 64')")
    choose(page, "depth-choices", "width", "8")
    page.until("document.querySelector('#depth-sizes').textContent.includes('-8-')")


FRAMES = """
window.longest = 0; window.last = performance.now(); window.frames = 0;
requestAnimationFrame(function watch(now) {
  window.longest = Math.max(window.longest, now - window.last); window.last = now;
  window.frames += 1; requestAnimationFrame(watch);
});
"""


def finish(page, seconds=60):
    page.until("document.querySelector('#train-run').textContent === 'Run'", seconds)


def train(page, pictures):
    """Two moons to their accuracy, a step, a pause, and what goes wrong."""
    go_to(page, "train")
    page.until("document.querySelector('#train-status').textContent.startsWith('Epoch 0:')")
    equal(
        page.run("document.querySelectorAll('#train-picture .point').length"), 400, "the points")
    equal(
        page.run("document.querySelectorAll('#train-picture .point.test').length"), 80,
        "those of the test")
    press(page, "#train-step")
    page.until("document.querySelector('#train-status').textContent.startsWith('Epoch 1:')")
    has(page.message(), "Epoch 1: the loss is ", "what is said of a step")
    press(page, "#train-reset")
    page.until("document.querySelector('#train-status').textContent.startsWith('Epoch 0:')")
    page.run(FRAMES)
    start = time.monotonic()
    press(page, "#train-run")
    equal(text(page, "#train-run"), "Pause", "the button while it runs")
    finish(page)
    seconds = time.monotonic() - start
    status = text(page, "#train-status")
    has(status, "Epoch 2,000: the loss is ", "the end")
    accuracy = float(re.search(r"([\d.]+)% of the 80 test points", status).group(1))
    longest, frames = page.run("[window.longest, window.frames]")
    figures = (f"two moons in {seconds:.1f} s, {accuracy}% of the test right, "
               f"{frames} frames, the longest {longest:.0f} ms")
    if accuracy < 97 or seconds > 30 or longest > 250:
        raise RuntimeError(figures)
    has(page.message(), "Epoch 2,000", "what is said at the end")
    has(page.run("document.querySelector('.boundary').getAttribute('d')"), "M", "the line")
    page.run("document.querySelector('#train-tables').open = true")
    page.until("document.querySelectorAll('#train-tables table').length === 2")
    equal(
        page.run("document.querySelectorAll('#train-tables tbody')[1].rows.length"), 400,
        "the table of the points")
    page.run("document.querySelector('#train-tables').open = false")
    pictures.take(page, "train")
    # A pause keeps what there is, and leaving the tab is one.
    press(page, "#train-run")
    page.until("!document.querySelector('#train-status').textContent.startsWith('Epoch 2,000:')")
    press(page, "#train-run")
    page.until("document.querySelector('#message').textContent.startsWith('Paused. Epoch ')")
    press(page, "#train-run")
    go_to(page, "do")
    equal(text(page, "#train-run"), "Run", "training behind another tab")
    go_to(page, "train")
    trouble(page, pictures)
    # After a fault in the core it begins anew.
    page.run("window.trapNext = true")
    press(page, "#train-run")
    page.until("document.querySelector('#message').textContent.includes('was started anew')")
    has(text(page, "#train-status"), "Epoch 0:", "after a trap")
    own_points(page, pictures)
    return figures


def trouble(page, pictures):
    choose(page, "train-choices", "activation", "tanh")
    choose(page, "train-choices", "rate", "100")
    page.until("document.querySelector('#train-status').textContent.startsWith('Epoch 0:')")
    press(page, "#train-run")
    page.until("document.querySelector('#train-trouble').textContent.startsWith('It diverges')")
    finish(page)
    has(page.message(), "the loss has grown from 0.706 at the beginning to ", "divergence, aloud")
    pictures.take(page, "train-diverging")
    choose(page, "train-choices", "activation", "relu")
    choose(page, "train-choices", "rate", "1e200")
    page.until("document.querySelector('#train-status').textContent.startsWith('Epoch 0:')")
    press(page, "#train-run")
    page.until("document.querySelector('#train-trouble').textContent.includes('(NaN)')")
    finish(page)
    equal(page.run("document.querySelector('#train-run').disabled"), True, "going on after NaN")
    choose(page, "train-choices", "rate", "much")
    page.until("document.querySelector('#train-trouble').textContent.includes('above 0')")
    choose(page, "train-choices", "rate", "0.5")
    page.until("document.querySelector('#train-trouble').textContent === ''")


def own_points(page, pictures):
    choose(page, "train-choices", "data", "own")
    page.until("document.querySelector('#train-trouble').textContent.startsWith('There are no')")
    choose(page, "train-choices", "points", "0, 0, 0\n1, x, 1")
    page.until("document.querySelector('#train-trouble').textContent.startsWith('Line 2:')")
    choose(page, "train-choices", "points", "0, 0, 0\n1, 1, 1\n2, 0, 0\n1, 3, 1")
    page.until("document.querySelectorAll('#train-picture .point').length === 4")
    choose(page, "train-choices", "data", "four")
    choose(page, "train-choices", "hidden", "4")
    choose(page, "train-choices", "activation", "tanh")
    page.until("document.querySelector('#train-sizes').textContent.startsWith('1-4-1')")
    # Where motion is not wanted, the end is drawn at once.
    page.browser.call(
        "Emulation.setEmulatedMedia", page.session, media="screen",
        features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    press(page, "#train-run")
    finish(page)
    has(text(page, "#train-status"), "100% of the 4 points are right", "four points")
    pictures.take(page, "train-four")
    choose(page, "train-choices", "data", "moons")
    page.until("document.querySelectorAll('#train-picture .point').length === 400")


def mistake(page, pictures):
    """A wrong weight gradient is played, and a step taken with either."""
    go_to(page, "do")
    page.fill("dW2", "[[-0.185165, 0.202611]]")
    page.press("check", "dW2")
    button = f"{page.step('dW2')}.querySelector('[data-do=mistake]')"
    has(page.press("mistake", "dW2"), "With the right gradient the loss falls by ", "a step")
    has(
        page.run(f"{page.step('dW2')}.querySelector('.played').textContent"),
        "Yours has the slope 0.203: it crosses the curve instead of touching it.", "the words")
    for line in ("curve", "right", "yours"):
        has(
            page.run(f"{page.step('dW2')}.querySelector('.chart .line.{line}').getAttribute('d')"),
            "L", line)
    page.run(f"{page.step('dW2')}.querySelector('.played input').select()")
    page.run(f"{page.step('dW2')}.querySelector('.played input').focus()")
    page.browser.call("Input.insertText", page.session, text="0.01")
    before = page.message()
    page.run(f"{page.step('dW2')}.querySelector('.played button').focus()")
    page.key("Enter", 13, "\r")
    page.until(f"document.querySelector('#message').textContent.trim() !== {before!r}")
    pictures.take(page, "mistake")
    page.fill("dW2", "[[-0.185165, -0.202611]]")
    page.press("check", "dW2")
    equal(page.run(f"!!{button}"), False, "the button after the right answer")


class Pictures:
    """Screenshots, where they are wanted, and what check_pages.py, and axe-core where it is installed,
    find in what they show."""

    def __init__(self, browser, folder):
        self.browser, self.folder, self.problems = browser, folder, []

    def take(self, page, name):
        message = page.message()
        for problem in check_explore.looked_at(self.browser, page):
            self.problems.append(f"{name}: {problem}")
        if axe.source():
            self.problems += [
                f"{name}: {problem}" for problem in axe.violations(self.browser, page.session)]
        features = [{"name": "prefers-color-scheme", "value": "light"}]
        self.browser.call(
            "Emulation.setEmulatedMedia", page.session, media="screen", features=features)
        if self.folder:
            check_explore.picture(self.browser, page, self.folder / f"{name}.png")
            features[0]["value"] = "dark"
            self.browser.call(
                "Emulation.setEmulatedMedia", page.session, media="screen", features=features)
            time.sleep(0.3)
            check_explore.picture(self.browser, page, self.folder / f"{name}-dark.png")
            features[0]["value"] = "light"
            self.browser.call(
                "Emulation.setEmulatedMedia", page.session, media="screen", features=features)
        self.browser.call(
            "Emulation.setDeviceMetricsOverride", page.session, width=1200, height=900,
            deviceScaleFactor=1, mobile=False)
        equal(page.message(), message, "taking a picture says nothing")


def main():
    arguments = command.parsed(__doc__, ("backmark", {}))
    path = command.chromium(arguments.browser)
    with tempfile.TemporaryDirectory(prefix="check-training-") as scratch:
        folder = pathlib.Path(scratch)
        file = folder / "page.html"
        check_explore.explore(
            str(pathlib.Path(arguments.backmark).resolve()), "walkthrough-2-2-1", file, None)
        browser = check_pages.Browser(path)
        figures = ""
        try:
            page = check_explore.Page(browser, file, folder)
            pictures = Pictures(browser, arguments.screenshots)
            try:
                depth(page, pictures)
                figures = train(page, pictures)
                mistake(page, pictures)
                problems = pictures.problems
            except RuntimeError as error:
                problems = pictures.problems + [str(error)]
            problems += page.close()
        finally:
            browser.close()
    return 1 if command.told(f"depth, training and a mistake: {figures}", problems) else 0


if __name__ == "__main__":
    sys.exit(main())
