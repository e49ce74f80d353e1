#!/usr/bin/env python3
"""See it and Move it on the pages of `backmark explore` in headless Chromium, from the keyboard.

    python3 Tests/Browser/check_scene.py BACKMARK [--screenshots FOLDER] [--browser PATH]

The chain is gone through link by link, numbers are predicted and revealed, sliders are moved by key
and by number, and what comes out must be what `backmark solve` says of the exercise with those
numbers. Every network of the catalogue is opened in both tabs; nothing may be logged or asked for.
The time that a slider's frame takes in a 10-20-20-20-20-20-1 network is printed, and must be below
16 ms in the median. Needs Python 3 and Chromium; where axe-core is installed (axe.py), it looks at
both tabs, too.
"""

import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import axe
import check_explore
import check_pages
import command
from check_explore import equal, has

ROOT = pathlib.Path(__file__).resolve().parents[2]


def text(page, selector):
    return page.run(f"document.querySelector({json.dumps(selector)}).textContent").strip()


def show(page, tab):
    """Opens a tab from the keyboard, and waits until it is drawn."""
    page.run("document.querySelector('[role=tab][aria-selected=true]').focus()")
    while page.run("document.activeElement.id") != f"tab-{tab}":
        page.key("ArrowRight", 39)
    page.until(f"document.querySelector('#panel-{tab}').dataset.ready === 'yes'")


def press(page, selector):
    page.run(f"document.querySelector({json.dumps(selector)}).focus()")
    page.key("Enter", 13, "\r")


def settled(page):
    """Waits until what was asked of the grader has been answered."""
    page.run("backmark.inTurn(() => {})")


def solved(backmark, folder):
    """The gradients that the program prints for the exercise in a folder, by their weights."""
    run = subprocess.run(
        [backmark, "solve", "worked-3-2-2-1", "--exercises", str(folder)], cwd=ROOT,
        capture_output=True, text=True, check=True)
    pattern = r"^ +([Wb]\d+) \[([^\]]+)\] +(−?\d+\.\d+)"
    return {
        f"{name}[{entry}]": float(number.replace("−", "-"))
        for name, entry, number in re.findall(pattern, run.stdout, re.MULTILINE)
    }


def gradients(page):
    """The gradients that the page has, by the names of their weights."""
    return page.run("""
      Object.fromEntries(backmark.scene.blocks
        .filter((block) => block.isInput && ['weight', 'bias'].includes(block.role))
        .flatMap((block) => Array.from({ length: block.count }, (_, entry) =>
          [backmark.scene.name(block, entry), backmark.scene.gradient(block, entry)])))""")


def same_gradients(backmark, page, folder, what):
    wanted, found = solved(backmark, folder), gradients(page)
    if len(wanted) < 3 or set(wanted) != set(found):
        raise RuntimeError(f"{what}: gradients of {sorted(found)} instead of {sorted(wanted)}")
    for name, number in wanted.items():
        if abs(found[name] - number) > 1e-8:
            raise RuntimeError(f"{what}: {name} has {found[name]} instead of {number}")


def story(backmark, page):
    """The whole chain: hidden, predicted, shown, forward and back, and what is lit up."""
    show(page, "see")
    links = int(text(page, "#see-place").split()[-1])
    has(text(page, "#see-network"), "z ?", "numbers are hidden")
    equal(text(page, "#see-name"), "Forward: z1[1]", "the first link")
    page.run("document.querySelector('#see-number').focus()")
    page.browser.call("Input.insertText", page.session, text="0.1")
    page.key("Enter", 13, "\r")
    page.until("document.querySelector('#see-says').textContent.includes('Right: z1[1] = 0.1.')")
    equal(page.run("document.activeElement.id"), "see-next", "the focus goes on")
    page.key("ArrowRight", 39)
    settled(page)
    page.run("document.querySelector('#see-number').focus()")
    page.browser.call("Input.insertText", page.session, text="-0.3")
    page.key("Enter", 13, "\r")
    page.until("document.querySelector('#see-says').textContent.includes('the sign is not')")
    if page.run("document.querySelector('#see-units').textContent.includes('0.5744')"):
        raise RuntimeError("a number is shown before it was asked for")
    press(page, "[data-scene=show]")
    page.key(" ", 32, " ")
    settled(page)
    page.run("document.querySelector('#see-next').focus()")
    page.key("Home", 36)
    settled(page)
    names = []
    for link in range(links):
        names.append(text(page, "#see-name"))
        lit = page.run("""[
          document.querySelectorAll('#see-network .now').length,
          document.querySelectorAll('#see-graph .now').length,
          document.querySelectorAll('#see-formulas .now').length,
          document.querySelectorAll('#panel-see td.now').length,
          document.querySelectorAll('#see-lines math').length]""")
        if 0 in lit:
            raise RuntimeError(f"link {link + 1}, {names[-1]}: not lit everywhere: {lit}")
        if link + 1 < links:
            page.key("ArrowRight", 39)
            settled(page)
    equal(len(set(names)), links, "every link has its name")
    has(names[-1], "BP4", "the last link")
    equal(page.run("location.hash"), f"#see/{links}", "the address")
    has(text(page, "#message"), f"Link {links} of {links}", "what is said")
    page.key("ArrowLeft", 37)
    settled(page)
    equal(text(page, "#see-name"), names[-2], "back")
    press(page, "#see-phases [data-phase=BP3]")
    settled(page)
    has(text(page, "#see-paths h2"), "from W1[1, 1] to L", "the paths of a weight")
    # The row of another weight lights it up, and choosing it leads to its gradient.
    page.run("document.querySelector('#see-weights button[data-spot=\"e2.0.1\"]').focus()")
    equal(
        page.run("document.querySelectorAll('#see-network .halo.now').length"), 1, "a lit edge")
    page.key("Enter", 13, "\r")
    settled(page)
    equal(text(page, "#see-name"), "BP3: dW2[1, 2]", "a chosen weight")
    page.run("window.trapNext = true")
    page.key("ArrowLeft", 37)
    page.until("document.querySelector('#message').textContent.includes('started anew')")
    page.key("ArrowLeft", 37)
    settled(page)
    equal(text(page, "#see-name"), "BP4: db1[2]", "the core after a trap")
    press(page, "#see-first")
    press(page, "#see-play")
    page.until("document.querySelector('#see-place').textContent.startsWith('Link 3')")
    press(page, "#see-play")
    page.run("window.isOld = true")
    page.browser.call("Page.reload", page.session)
    page.until("!window.isOld && document.querySelector('#panel-see')?.dataset.ready === 'yes'")
    has(text(page, "#see-place"), "Link ", "the address leads back to the tab")
    return measured(page, "see")


def sliders(backmark, page, folder):
    """Numbers moved by key and by typing, and what comes of them, as the program has it."""
    source = json.loads((ROOT / "exercises/worked-3-2-2-1.json").read_text(encoding="utf-8"))
    show(page, "move")
    has(text(page, "#move-gate"), "the answers of the exercise", "numbers are hidden")
    press(page, "#move-show")
    page.until("!document.querySelector('#move-body').hidden")
    same_gradients(backmark, page, ROOT / "exercises", "at first")
    slider = "[...document.querySelectorAll('.mover')].find((row) => " \
        "row.querySelector('label').textContent === 'W1[1, 1]').querySelector('input[type=%s]')"
    page.run(slider % "range" + ".focus()")
    for _ in range(3):
        page.key("ArrowRight", 39)
    page.until("backmark.scene.value(backmark.scene.find('weight', 1), 0) === 0.13")
    has(page.run(slider % "range" + ".getAttribute('aria-valuetext')"), "W1[1, 1] 0.13, gradient",
        "what the slider says")
    source["network"]["weights"][0][0][0] = 0.13
    moved = folder / "moved"
    moved.mkdir()
    file = moved / "worked-3-2-2-1.json"
    file.write_text(json.dumps(source), encoding="utf-8")
    same_gradients(backmark, page, moved, "moved by key")
    page.run("document.querySelector('#move-along').focus()")
    page.run(slider.replace("W1[1, 1]", "W2[2, 1]") % "number" + ".select()")
    page.browser.call("Input.insertText", page.session, text="-2.25")
    page.until("backmark.scene.value(backmark.scene.find('weight', 2), 2) === -2.25")
    source["network"]["weights"][1][1][0] = -2.25
    file.write_text(json.dumps(source), encoding="utf-8")
    same_gradients(backmark, page, moved, "moved by number")
    page.until("/All \\d+ gradients agree/.test(document.querySelector('#move-verdict').textContent)")
    equal(page.run("document.querySelectorAll('#move-differences tbody tr').length"), 21, "rows")
    has(text(page, "#move-slopes"), "Tangent, the gradient", "the slopes")
    page.run("window.trapNext = true")
    page.run(slider % "range" + ".focus()")
    page.key("ArrowRight", 39)
    page.until("document.querySelector('#message').textContent.includes('started anew')")
    page.until("!backmark.scene.isMoved")
    page.run(slider.replace("W1[1, 1]", "W2[2, 1]") % "number" + ".select()")
    page.browser.call("Input.insertText", page.session, text="-2.25")
    page.until("backmark.scene.value(backmark.scene.find('weight', 2), 2) === -2.25")
    press(page, "#move-descend")
    page.until("backmark.scene.value(backmark.scene.find('weight', 2), 2) !== -2.25")
    press(page, "#panel-move [data-scene=reset]")
    page.until("!backmark.scene.isMoved")
    same_gradients(backmark, page, ROOT / "exercises", "at last")
    return measured(page, "move")


def frames(page):
    """How long it takes from a moved number to a picture that is drawn, in milliseconds."""
    show(page, "move")
    press(page, "#move-show")
    page.until("!document.querySelector('#move-body').hidden")
    page.until("/All 1932 gradients agree/.test(document.querySelector('#move-verdict').textContent)")
    return page.run("""(async () => {
      const times = [];
      for (let turn = 0; turn < 60; turn += 1) {
        await new Promise(requestAnimationFrame);
        const start = performance.now();
        backmark.scene.move(backmark.scene.find('weight', 1), 0, turn / 60);
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[30];
    })()""")


def large(file):
    """An exercise with a network of the course's depth and width."""
    sizes = [10, 20, 20, 20, 20, 20, 1]
    numbers = random.Random(1)
    weights = [
        [[round(numbers.gauss(0, (2 / (a + b)) ** 0.5), 3) for _ in range(a)] for _ in range(b)]
        for a, b in zip(sizes, sizes[1:])]
    file.write_text(json.dumps({
        "id": "large", "title": "A deep network", "statement": "Look at it.",
        "network": {
            "sizes": sizes, "activations": ["sigmoid"] * 6, "loss": "half-squared-error",
            "weights": weights, "biases": [[0.0] * size for size in sizes[1:]],
            "input": [round(numbers.gauss(0, 1), 2) for _ in range(10)], "target": [0.5]},
        "steps": [{"name": "L"}]}), encoding="utf-8")


def measured(page, tab):
    """What check_pages.py finds on the open tab, wide and narrow, by day and by night."""
    problems = []
    for width, scheme in [(1200, "light"), (1200, "dark"), (320, "light"), (320, "dark")]:
        page.browser.call(
            "Emulation.setDeviceMetricsOverride", page.session, width=width, height=900,
            deviceScaleFactor=1, mobile=False)
        page.browser.call(
            "Emulation.setEmulatedMedia", page.session, media="screen",
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        page.run("document.querySelectorAll('details').forEach((item) => { item.open = true })")
        found = page.run(check_pages.MEASURE)["problems"]
        if axe.source():
            found += axe.violations(page.browser, page.session)
        problems += [f"{tab}, {width} px, {scheme}: {problem}" for problem in found]
    unnamed = page.run("""
      [...document.querySelectorAll('input, select, textarea')].filter((field) =>
        !field.labels?.length && !field.getAttribute('aria-label')).map((field) => field.outerHTML)""")
    return problems + [f"a field without a label: {field[:80]}" for field in unnamed]


def both(page):
    """Both tabs opened, with all numbers, and the chain gone to its end."""
    show(page, "see")
    page.run("document.querySelector('[data-scene=show]').click()")
    press(page, "#see-last")
    settled(page)
    show(page, "move")
    page.until("/gradients agree/.test(document.querySelector('#move-verdict').textContent)")


def main():
    arguments = command.parsed(__doc__, ("backmark", {}))
    path = command.chromium(arguments.browser)
    backmark = str(pathlib.Path(arguments.backmark).resolve())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="check-scene-") as scratch:
        folder = pathlib.Path(scratch)
        packed = check_explore.packed_once(folder)
        environment = {**os.environ, "BACKMARK_WASM": str(packed)}
        browser = check_pages.Browser(path)

        def on(exercise, name, task):
            nonlocal failed
            file = folder / f"{name}.html"
            check_explore.explore(backmark, str(exercise), file, environment)
            page = check_explore.Page(browser, file, folder / "downloads")
            note = ""
            try:
                result = task(page)
                problems = result if isinstance(result, list) else []
                note = result if isinstance(result, str) else ""
            except RuntimeError as error:
                problems = [str(error)]
            if arguments.screenshots:
                check_explore.picture(browser, page, arguments.screenshots / f"{name}.png")
            problems += page.close()
            failed += command.told(f"{name}{note}", problems)

        def deep(page):
            median = frames(page)
            if median > 16:
                raise RuntimeError(f"a frame takes {median:.1f} ms")
            return f": a frame takes {median:.1f} ms in the median"

        try:
            on("walkthrough-2-2-1", "see", lambda page: story(backmark, page))
            on("worked-3-2-2-1", "move", lambda page: sliders(backmark, page, folder))
            large(folder / "large.json")
            on(folder / "large.json", "large", deep)
            for file in sorted((ROOT / "exercises").glob("*.json")):
                exercise = json.loads(file.read_text(encoding="utf-8"))
                if "sizes" in exercise.get("network", {}):
                    on(exercise["id"], exercise["id"], both)
        except RuntimeError as error:
            failed += 1
            print(f"not ok  {error}")
        finally:
            browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
