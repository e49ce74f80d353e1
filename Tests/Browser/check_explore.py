#!/usr/bin/env python3
"""Do exercises on the pages of `backmark explore` in headless Chromium, as a student would.

    python3 Tests/Browser/check_explore.py BACKMARK [--all] [--screenshots FOLDER] [--browser PATH]

Each page is opened from a file, filled in from the keyboard, checked, left and opened again. What is
downloaded must be what `backmark grade` accepts and earn the same points there. With `--all` every
exercise of the catalogue is opened, and its model solution loaded, too. Nothing may be logged or
asked for, and the pages must pass what check_pages.py asks. Needs Python 3 and Chromium.
"""

import base64
import json
import lzma
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import check_pages
import command

ROOT = pathlib.Path(__file__).resolve().parents[2]


# The core traps at the next call where a test asks for it, as a fault in it would.
TRAP = """
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...all) => {
  const { exports } = await instantiate(...all);
  const call = (...words) => {
    if (!window.trapNext) return exports.backmark_page_call(...words);
    window.trapNext = false;
    throw new WebAssembly.RuntimeError('unreachable');
  };
  return { exports: { ...exports, backmark_page_call: call } };
};
"""


class Page:
    """A page that is open, with its messages."""

    def __init__(self, browser, path, downloads):
        self.browser, self.path, self.downloads = browser, path, downloads
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            browser.call(f"{domain}.enable", self.session)
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
        browser.call(
            "Emulation.setDeviceMetricsOverride", self.session, width=1200, height=900,
            deviceScaleFactor=1, mobile=False)
        browser.call("Page.addScriptToEvaluateOnNewDocument", self.session, source=TRAP)
        browser.events.clear()
        self.open()

    def open(self):
        start = time.monotonic()
        self.browser.events = [
            event for event in self.browser.events if event.get("method") != "Page.loadEventFired"]
        self.browser.call("Page.navigate", self.session, url=self.path.resolve().as_uri())
        self.browser.wait_for("Page.loadEventFired", self.session)
        self.until("document.body.dataset.ready === 'yes'")
        self.seconds = time.monotonic() - start

    def place(self, expression):
        """The expression, where a page stands in a frame with the frame's document in it."""
        return expression

    def run(self, expression):
        result = self.browser.call(
            "Runtime.evaluate", self.session, expression=self.place(expression),
            returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def until(self, expression, seconds=20):
        end = time.monotonic() + seconds
        while not self.run(expression):
            if time.monotonic() > end:
                raise RuntimeError(
                    f"{self.path.name}: never '{expression}'; it says '{self.message()}'")
            time.sleep(0.02)

    def message(self):
        return self.run("document.querySelector('#message').textContent").strip()

    def key(self, key, code=0, text=""):
        for kind in ("keyDown", "keyUp"):
            extra = {"text": text} if text and kind == "keyDown" else {}
            self.browser.call(
                "Input.dispatchKeyEvent", self.session, type=kind, key=key, code=key,
                windowsVirtualKeyCode=code, **extra)

    def step(self, name):
        return f"document.querySelector('[data-step={json.dumps(name)}]')"

    def fill(self, name, text):
        self.run(f"{self.step(name)}.querySelector('input, textarea').focus()")
        self.run("document.activeElement.select()")
        self.browser.call("Input.insertText", self.session, text=text)

    def press(self, task, name=None):
        """Presses a button from the keyboard, and waits for what is said."""
        before = self.run("document.querySelector('#message').textContent")
        root = self.step(name) if name else "document"
        self.run(f"{root}.querySelector('[data-do={task}]').focus()")
        self.key("Enter", 13, "\r")
        self.until(f"document.querySelector('#message').textContent !== {json.dumps(before)}")
        return self.message()

    def verdict(self, name):
        return self.run(f"{self.step(name)}.querySelector('.chip').textContent")

    def words(self, name):
        return self.run(f"{self.step(name)}.querySelector('.says').textContent")

    def load(self, file):
        field = self.browser.call(
            "Runtime.evaluate", self.session, expression=self.place("document.querySelector('#load')"))
        self.browser.call(
            "DOM.setFileInputFiles", self.session, objectId=field["result"]["objectId"],
            files=[str(file)])
        self.until("/loaded|sheet|answers/.test(document.querySelector('#message').textContent)")

    def downloaded(self, name):
        path = self.downloads / name
        path.unlink(missing_ok=True)
        self.press("download")
        end = time.monotonic() + 20
        while not path.exists() or path.stat().st_size == 0:
            if time.monotonic() > end:
                raise RuntimeError(f"{name} was not downloaded")
            time.sleep(0.05)
        return path

    def score(self):
        """The points of the whole, as they are said."""
        self.press("all")
        return self.run("document.querySelector('.score strong').textContent")

    def close(self):
        # The file that is handed out is no request.
        faults = [
            fault for fault in check_pages.complaints(self.browser.events, self.path)
            if not fault.startswith("asks for blob:") and not fault.startswith("asks for data:")]
        self.browser.call("Target.closeTarget", targetId=self.target)
        return faults


def graded(backmark, sheet):
    """What the program says of a sheet."""
    run = subprocess.run(
        [backmark, "grade", str(sheet), "--format", "json"], cwd=ROOT, capture_output=True,
        text=True)
    return json.loads(run.stdout)


def equal(found, wanted, what):
    if found != wanted:
        raise RuntimeError(f"{what}: {found!r} instead of {wanted!r}")


def has(text, part, what):
    if part not in text:
        raise RuntimeError(f"{what}: no {part!r} in {text!r}")


def points(number):
    return f"{number:.3f}".rstrip("0").rstrip(".")


def same_points(backmark, page, sheet):
    feedback = graded(backmark, sheet)
    score = page.score()
    wanted = f"{points(feedback['points'])} of {points(feedback['outOf'])} point"
    if not score.startswith(wanted):
        raise RuntimeError(f"{page.path.name}: the page says {score}, the program {wanted}s")
    return feedback


def walkthrough(backmark, page):
    """Right, wrong, followed through; hints, reload, download, start over, and a pasted array."""
    page.fill("z1", "[0.1, 0.3]")
    has(page.press("check", "z1"), "z1: right, 1 of 1 point", "a right answer")
    has(page.verdict("z1"), "right", "its verdict")
    page.fill("a1", "array([0.52497919, 0.57444252])")
    page.key("Enter", 13, "\r")
    has(page.press("check", "a1"), "a1: right", "a pasted array")
    page.fill("z2", "0.607155")
    page.run("document.activeElement.blur()")
    page.fill("a2", "0.647292")
    page.fill("delta2", "[-0.080525]")
    has(page.press("check", "delta2"), "delta2: partly", "a wrong answer")
    has(page.words("delta2"), "σ′ is in here once too often", "its reason")
    page.fill("dW2", "[[-0.042274, -0.046257]]")
    page.press("check", "dW2")
    has(page.verdict("dW2"), "follows", "a followed-through answer")
    has(page.words("dW2"), "follows correctly from your delta2", "its reason")
    has(page.press("hint", "delta2"), "Hint 1 of ", "a hint")
    has(page.press("hint", "delta2"), "Hint 2 of ", "the next hint")
    page.fill("L", "0.5")
    message = page.press("all")
    has(message, "Look at L first.", "what is said of all")
    equal(
        page.run("document.activeElement.dataset.name"), "L", "the focus goes to what is wrong")
    sheet = page.downloaded("walkthrough-2-2-1.answers")
    feedback = same_points(backmark, page, sheet)
    for step in feedback["steps"]:
        status = {"correct": "right", "followsThrough": "follows", "unanswered": "no answer",
                  "partial": "partly", "incorrect": "wrong"}[step["status"]]
        has(page.verdict(step["name"]), status, f"the verdict on {step['name']}")
    page.open()
    equal(
        page.run(f"{page.step('z1')}.querySelector('textarea').value"), "[0.1, 0.3]",
        "work is kept")
    same_points(backmark, page, sheet)
    page.press("over")
    equal(page.run(f"{page.step('z1')}.querySelector('textarea').value"), "", "starting over")
    page.press("undo")
    equal(
        page.run(f"{page.step('z1')}.querySelector('textarea').value"), "[0.1, 0.3]", "undoing it")


def own_numbers(backmark, page):
    """Numbers of one's own by the id, and a sheet loaded."""
    has(page.run("document.body.textContent"), "Example numbers", "without an id")
    page.run("document.querySelector('#student').focus()")
    page.browser.call("Input.insertText", page.session, text="model")
    page.key("Tab", 9)
    page.until("document.body.textContent.includes('Your numbers')")
    page.fill("z1", "-0.642\n-0.522")
    has(page.press("check", "z1"), "z1: right", "an answer in rows, on one's own numbers")
    page.fill("a1", "[0.5")
    has(page.press("check", "a1"), "unreadable", "what cannot be read")
    sheet = page.downloaded("own-numbers-2-2-1.answers")
    equal(graded(backmark, sheet)["student"], "model", "the student of the sheet")
    same_points(backmark, page, sheet)
    page.load(ROOT / "solutions/own-numbers-2-2-1/model.answers")
    has(page.score(), "10 of 10 points", "a sheet loaded")
    page.run("window.trapNext = true")
    has(page.press("check", "z1"), "was started anew. Your work is kept.", "a trap")
    has(page.press("check", "z1"), "z1: right", "the core after a trap")
    # Where nothing can be kept, the page works all the same.
    page.run("localStorage.clear(); Storage.prototype.setItem = () => { throw new Error('no') }")
    page.fill("z2", "1")
    has(page.press("check", "z2"), "z2: wrong", "without storage")


def catalogue(backmark, browser, folder, environment, downloads):
    """Every exercise opened, and all its sheets loaded: the page gives the points of `grade`."""
    slowest, sheets = 0, 0
    for exercise in sorted({model.parent for model in (ROOT / "solutions").glob("*/model.*")}):
        id = exercise.name
        path = folder / f"{id}.html"
        explore(backmark, id, path, environment)
        page = Page(browser, path, downloads)
        slowest = max(slowest, page.seconds)
        # Functions are marked on the command line alone.
        if not list(exercise.glob("model.swift")):
            for sheet in sorted(exercise.glob("*.answers")):
                page.load(sheet)
                same_points(backmark, page, sheet)
                sheets += 1
        faults = page.close()
        if faults:
            raise RuntimeError(f"{id}: {faults}")
    if sheets < 30:
        raise RuntimeError(f"only {sheets} sheets were marked on pages")
    return slowest, sheets


# An exercise whose every text tries to end what it stands in, and to run a script.
HOSTILE = {
    "id": "hostile", "title": "</title><script>window.ran = 1</script>",
    "source": "<img src=x onerror=window.ran=2>",
    "statement": "A </script><script>window.ran = 3</script> & <!-- <b>bold</b> [x](javascript:ran)"
                 " <svg onload=window.ran=4> `<img src=x onerror=window.ran=5>`",
    "given": {"x": 2},
    "steps": [
        {"name": "u", "formula": "x + 1", "text": "</textarea><script>window.ran = 6</script>",
         "equation": "<img src=x onerror=window.ran=7>",
         "hints": ["</li><img src=x onerror=window.ran=8>"],
         "mistakes": [{"formula": "x - 1", "says": "<img src=x onerror=window.ran=9>"}]},
        {"name": "pick", "kind": "choice", "text": "<svg onload=window.ran=10>",
         "options": [{"text": "<img src=x onerror=window.ran=11>", "correct": True},
                     {"text": "</label></fieldset><script>window.ran = 12</script>",
                      "correct": False}]},
        {"name": "why", "kind": "written", "text": "why?",
         "rubric": [{"says": "<img src=x onerror=window.ran=13>", "points": 1}]},
    ],
}


def hostile(backmark, browser, folder, environment, downloads):
    """No script runs but the page's own, whatever an author or a student writes."""
    source = folder / "hostile.json"
    source.write_text(json.dumps(HOSTILE))
    path = folder / "hostile.html"
    explore(backmark, str(source), path, environment)
    page = Page(browser, path, downloads)
    page.run("document.querySelector('#student').focus()")
    browser.call("Input.insertText", page.session, text="<img src=x onerror=window.ran=14>")
    page.key("Tab", 9)
    page.fill("u", "1")
    has(page.press("check", "u"), "u: ", "a mistake of a hostile author")
    has(page.words("u"), "<img src=x onerror=window.ran=9>", "what the author says")
    page.press("hint", "u")
    page.fill("u", "<img src=x onerror=window.ran=15>")
    page.press("check", "u")
    page.fill("why", "\"\"\"</textarea><img src=x onerror=window.ran=16>")
    page.press("all")
    sheet = folder / "hostile.answers"
    sheet.write_text("exercise: hostile\nstudent: <svg onload=window.ran=17>\nu = <script>ran</script>\n")
    page.load(sheet)
    page.press("all")
    for tab in page.run("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.id)"):
        page.run(f"document.getElementById({json.dumps(tab)}).click()")
        time.sleep(0.3)
    equal(page.run("String(window.ran)"), "undefined", "a script that an author or a student wrote")
    equal(page.run("document.querySelectorAll('main img, main script, main [onload]').length"), 0,
          "elements that an author or a student wrote")
    return page.close()


def figures(page):
    """Medians: until the page is ready, in seconds, and until a step is marked, in milliseconds."""
    ready = []
    for _ in range(7):
        page.open()
        ready.append(page.seconds)
    marked = page.run("""(async () => {
      const { ask, calls } = backmark;
      const { sheet } = JSON.parse(await ask(calls.begin, '\\n'));
      const times = [];
      for (let index = 0; index < 21; index++) {
        const start = performance.now();
        const written = await ask(calls.write, `delta2\\n6\\n${(0.1 + index / 1000).toFixed(4)}${sheet}`);
        await ask(calls.marks, written);
        times.push(performance.now() - start);
      }
      return times;
    })()""")
    return statistics.median(ready), statistics.median(marked)


def explore(backmark, id, path, environment):
    subprocess.run(
        [backmark, "explore", id, "-o", str(path), "--quiet"], cwd=ROOT, env=environment,
        check=True)


def main():
    arguments = command.parsed(
        __doc__, ("backmark", {}), ("--all", {"action": "store_true"}))
    path = command.chromium(arguments.browser)
    backmark = str(pathlib.Path(arguments.backmark).resolve())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="check-explore-") as scratch:
        folder = pathlib.Path(scratch)
        # Packed by the program for the first page, and then once, not for each page again.
        environment = {**os.environ, "BACKMARK_WASM": str(packed_once(folder))}
        downloads = folder / "downloads"
        browser = check_pages.Browser(path)
        try:
            faults = hostile(backmark, browser, folder, environment, downloads)
            failed += bool(faults)
            print(f"{'not ok' if faults else 'ok'}  what is hostile {faults or ''}")
            for id, task in [("walkthrough-2-2-1", walkthrough), ("own-numbers-2-2-1", own_numbers)]:
                file = folder / f"{id}.html"
                explore(
                    backmark, id, file,
                    None if task is walkthrough else environment)
                page = Page(browser, file, downloads)
                try:
                    task(backmark, page)
                    problems = measured(browser, page) + by_keyboard(page)
                except RuntimeError as error:
                    problems = [str(error)]
                if arguments.screenshots:
                    page.press("all")
                    picture(browser, page, arguments.screenshots / f"{id}-done.png")
                size = file.stat().st_size
                if task is walkthrough:
                    ready, marked = figures(page)
                    print(f"    {size / 1e6:.2f} MB, ready in {ready:.2f} s, a step marked in "
                          f"{marked:.1f} ms (medians)")
                # One page is to be small enough to be handed around.
                if size > 1_500_000:
                    problems.append(f"the page has {size} bytes")
                problems += page.close()
                problems += check_pages.check(browser, file, arguments.screenshots)
                failed += command.told(f"{id}, {size} bytes", problems)
            if arguments.all:
                slowest, sheets = catalogue(backmark, browser, folder, environment, downloads)
                print(f"ok  the catalogue with {sheets} sheets, each page ready within "
                      f"{slowest:.2f} s")
        except RuntimeError as error:
            failed += 1
            print(f"not ok  {error}")
        finally:
            browser.close()
    return 1 if failed else 0


def packed_once(folder):
    """The core packed in the format that the program packs it in, with what unpacks it beside it."""
    module = pathlib.Path(os.environ.get("BACKMARK_WASM", ROOT / ".build-wasm/page.wasm"))
    plain = module.read_bytes()
    options = {"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 22}
    packed = folder / "core.lzma"
    packed.write_bytes(
        b"\3" + (1 << 22).to_bytes(4, "little") + len(plain).to_bytes(8, "little")
        + lzma.compress(plain, lzma.FORMAT_RAW, filters=[options]))
    shutil.copy(module.with_name("unpack.wasm"), folder / "unpack.wasm")
    return packed


def measured(browser, page):
    """What is found on a page with marks."""
    page.press("all")
    return looked_at(browser, page)


def looked_at(browser, page):
    """What check_pages.py finds on a page as it is, wide and narrow, by day and by night, and what is
    wrong with forced colours and on paper."""
    problems = []
    for width, scheme in [(1200, "light"), (320, "light"), (320, "dark")]:
        browser.call(
            "Emulation.setDeviceMetricsOverride", page.session, width=width, height=900,
            deviceScaleFactor=1, mobile=False)
        browser.call(
            "Emulation.setEmulatedMedia", page.session, media="screen",
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        found = page.run(check_pages.MEASURE)["problems"]
        problems += [f"{width} px, {scheme}: {problem}" for problem in found]
    for field in page.run(UNLABELLED):
        problems.append(f"a field without a label: {field}")
    browser.call(
        "Emulation.setDeviceMetricsOverride", page.session, width=1200, height=900,
        deviceScaleFactor=1, mobile=False)
    browser.call(
        "Emulation.setEmulatedMedia", page.session, media="screen",
        features=[{"name": "forced-colors", "value": "active"}])
    problems += [f"forced colours: {problem}" for problem in page.run(BORDERLESS)]
    browser.call("Emulation.setEmulatedMedia", page.session, media="print", features=[])
    problems += [f"print: {problem}" for problem in page.run(PRINTED)]
    browser.call("Emulation.setEmulatedMedia", page.session, media="", features=[])
    return problems


def by_keyboard(page):
    """Tab reaches everything that can be used, in each tab, shows where it is, and gets out again."""
    problems = []
    for tab in page.run("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.id)"):
        page.run(f"document.getElementById({json.dumps(tab)}).click()")
        wanted = page.run(REACHABLE)
        page.run("window.reached = new Set(); window.unseen = []; "
                 "(() => { const head = document.querySelector('h1'); head.tabIndex = -1; head.focus(); })()")
        for _ in range(wanted + 60):
            page.key("Tab", 9)
            if page.run(REACHED):
                break
        else:
            problems.append(f"{tab}: Tab does not get out of the page")
        problems += [f"{tab}: {problem}" for problem in page.run(UNREACHED)]
    page.run("document.querySelector('[role=tab]').click()")
    return problems


# What the keyboard must reach; of the buttons of a group Tab reaches one, the arrows the others.
REACHABLE = """
(() => {
  window.wanted = [...document.querySelectorAll(
    'button, input, textarea, select, a[href], summary, [tabindex]')].filter((item) =>
      item.tabIndex >= 0 && !item.disabled && item.checkVisibility()
      && !(item.type === 'radio'));
  return window.wanted.length;
})()
"""
REACHED = """
(() => {
  const item = document.activeElement;
  if (!item || item === document.body || window.reached.has(item)) return window.reached.size > 0;
  window.reached.add(item);
  const { outlineStyle, outlineWidth } = getComputedStyle(item);
  const around = item.closest('.file');
  if ((outlineStyle === 'none' || outlineWidth === '0px') && !around) window.unseen.push(item);
  return false;
})()
"""
UNREACHED = """
(() => {
  const name = (item) => item.outerHTML.slice(0, 90);
  return [
    ...window.wanted.filter((item) => !window.reached.has(item) && item.isConnected)
      .map((item) => `Tab does not reach ${name(item)}`),
    ...window.unseen.map((item) => `nothing shows the focus of ${name(item)}`),
  ].slice(0, 5);
})()
"""
# Where colours are forced, only borders tell what is a button or a field.
BORDERLESS = """
[...document.querySelectorAll('button, .file, input[type=text], textarea')]
  .filter((item) => item.getClientRects().length && item.getAttribute('role') !== 'tab'
    && parseFloat(getComputedStyle(item).borderTopWidth) === 0)
  .map((item) => `no border around ${item.outerHTML.slice(0, 80)}`)
"""
# On paper there is nothing to press, and the answers are there.
PRINTED = """
[...document.querySelectorAll('button, input[type=file]')]
  .filter((item) => item.getClientRects().length)
  .map((item) => `there is ${item.outerHTML.slice(0, 80)}`)
"""


# Fields that nothing names.
UNLABELLED = """
[...document.querySelectorAll('input, textarea')]
  .filter((field) => !field.labels.length && !field.getAttribute('aria-label')).map((field) => field.outerHTML.slice(0, 80))
"""


def picture(browser, page, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    for width in (1200, 360):
        browser.call(
            "Emulation.setDeviceMetricsOverride", page.session, width=width, height=900,
            deviceScaleFactor=1, mobile=False)
        height = min(page.run("document.documentElement.scrollHeight"), 6000)
        shot = browser.call(
            "Page.captureScreenshot", page.session, format="png", captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
        file.with_stem(f"{file.stem}-{width}").write_bytes(base64.b64decode(shot["data"]))


if __name__ == "__main__":
    sys.exit(main())
