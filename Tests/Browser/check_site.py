#!/usr/bin/env python3
"""Use a site of `backmark site` and a package of `backmark explore --scorm` in headless Chromium.

    python3 Tests/Browser/check_site.py BACKMARK [--screenshots FOLDER] [--browser PATH]

The site is served by a web server of Python's, an exercise on it is done, and its list must show how
far it is. The package is opened in a frame of a page that plays the part of a learning-management
system and records what is called, in which order; then in one that plays none. Needs Python 3 and
Chromium.
"""

import functools
import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import zipfile

import check_explore
import check_pages
import command

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A learning-management system, as far as a page can see it: it keeps what it is told, also when the
# page is opened again, and refuses what SCORM 1.2 does.
HOST = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A course</title>
<link rel="icon" href="data:,"></head><body>
<h1>A course</h1>
<script>
  const values = JSON.parse(sessionStorage.values ?? 'null') ?? {
    'cmi.core.student_id': 'ada', 'cmi.core.lesson_status': 'not attempted' };
  const calls = [];
  window.before = JSON.parse(sessionStorage.calls ?? '[]');
  const fixed = ['cmi.core.student_id'];
  let isOpen = false;
  const note = (...call) => {
    calls.push(call);
    sessionStorage.calls = JSON.stringify(calls);
  };
  window.calls = calls;
  window.values = values;
  window.API = {
    LMSInitialize(text) { note('Initialize', text); const was = isOpen; isOpen = true; return String(!was); },
    LMSFinish(text) { note('Finish', text); const was = isOpen; isOpen = false; return String(was); },
    LMSCommit(text) { note('Commit', text); return String(isOpen); },
    LMSGetValue(name) { note('Get', name); return isOpen ? values[name] ?? '' : ''; },
    LMSSetValue(name, value) {
      note('Set', name, value);
      if (!isOpen || fixed.includes(name) || typeof value !== 'string') return 'false';
      values[name] = value;
      sessionStorage.values = JSON.stringify(values);
      return 'true';
    },
    LMSGetLastError: () => '0', LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
  };
</script>
<iframe title="The exercise" src="package/index.html" width="1000" height="800"></iframe>
</body></html>
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A web server that counts what it is asked for."""

    asked = []

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        Quiet.asked.append(self.path)
        super().do_GET()


def served(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


class Tab(check_explore.Page):
    """A page at an address; what stands in a frame of it is looked at where there is one."""

    def __init__(self, browser, url, downloads):
        self.url = url
        super().__init__(browser, pathlib.Path(url.rsplit("/", 1)[1] or "index.html"), downloads)

    def open(self):
        self.go(self.url)

    def go(self, url, ready="document.body.dataset.ready === 'yes'"):
        self.browser.events = [
            event for event in self.browser.events if event.get("method") != "Page.loadEventFired"]
        self.browser.call("Page.navigate", self.session, url=url)
        self.browser.wait_for("Page.loadEventFired", self.session)
        self.until(ready)

    def message(self):
        return self.run("(document.querySelector('#message') ?? {}).textContent ?? ''").strip()

    def faults(self, own):
        """What was logged, or asked for elsewhere than at the site."""
        found = [
            fault for fault in check_pages.complaints(self.browser.events, self.path)
            if not fault.startswith((f"asks for {own}", "asks for blob:", "asks for about:"))]
        self.browser.call("Target.closeTarget", targetId=self.target)
        return found


def site(backmark, browser, folder, environment, shots):
    """The list, two exercises, and the list again."""
    subprocess.run(
        [backmark, "site", "--out", str(folder / "site"), "--quiet"], cwd=ROOT, env=environment,
        check=True)
    server, address = served(folder / "site")
    Quiet.asked.clear()
    tab = Tab(browser, f"{address}/exercises/walkthrough-2-2-1.html", folder / "downloads")
    tab.fill("z1", "[0.1, 0.3]")
    check_explore.has(tab.press("check", "z1"), "z1: right", "a step on a site")
    tab.go(f"{address}/exercises/chain-rule.html")
    tab.load(ROOT / "solutions/chain-rule/model.answers")
    check_explore.has(tab.score(), "6 of 6 points", "a solution on a site")
    tab.go(f"{address}/index.html", "document.querySelector('#progress').textContent !== ''")
    check_explore.has(
        tab.run("document.querySelector('#progress').textContent"),
        "You have begun 2 of ", "what the list says")
    for id, words in [("walkthrough-2-2-1", "1 of 8 points"), ("chain-rule", "✓ full marks"),
                      ("history", "")]:
        check_explore.equal(
            tab.run(f"document.querySelector('[data-exercise=\"{id}\"] .state').textContent"),
            words, f"the progress in {id}")
    links = tab.run("[...document.querySelectorAll('.exercises a')].map((link) => link.href)")
    for link in links:
        file = folder / "site" / link.removeprefix(f"{address}/")
        if not file.is_file():
            raise RuntimeError(f"{link} leads nowhere")
    modules = [path for path in Quiet.asked if "grader.wasm" in path]
    check_explore.equal(len(modules), 1, "how often the grader is asked for")
    cookies = browser.call("Network.getCookies", tab.session)["cookies"]
    check_explore.equal(cookies, [], "cookies")
    problems = views(browser, tab, shots and shots / "site.png")
    problems += tab.faults(address)
    server.shutdown()
    return problems


def views(browser, tab, shot):
    """What check_pages.py finds on the list, wide and narrow, by day and by night."""
    problems = []
    for width, scheme in [(1200, "light"), (320, "light"), (320, "dark"), (1200, "dark")]:
        browser.call(
            "Emulation.setDeviceMetricsOverride", tab.session, width=width, height=900,
            deviceScaleFactor=1, mobile=False)
        browser.call(
            "Emulation.setEmulatedMedia", tab.session, media="screen",
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        found = tab.run(check_pages.MEASURE)["problems"]
        problems += [f"the list, {width} px, {scheme}: {problem}" for problem in found]
    if shot:
        check_explore.picture(browser, tab, shot)
    return problems


def unserved(browser, folder):
    """A page of a site that is opened from its folder says what is missing."""
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    browser.call("Page.enable", session)
    browser.events.clear()
    page = folder / "site/exercises/chain-rule.html"
    browser.call("Page.navigate", session, url=page.as_uri())
    browser.wait_for("Page.loadEventFired", session)
    said = browser.call(
        "Runtime.evaluate", session, returnByValue=True, awaitPromise=True,
        expression="new Promise((done) => setTimeout(() => "
                   "done(document.querySelector('#message').textContent), 300))")
    check_explore.has(said["result"]["value"], "need a web server", "a site without a server")
    browser.call("Target.closeTarget", targetId=target)
    return []


FRAME = "document.querySelector('iframe').contentDocument"


class Played(Tab):
    """The package in the frame of a course: what is looked for is looked for in there."""

    in_course = False

    def place(self, expression):
        return expression if self.in_course else expression.replace("document.", f"{FRAME}.")

    def host(self, expression):
        """The value of an expression in the course itself."""
        self.in_course = True
        try:
            return self.run(expression)
        finally:
            self.in_course = False


def packed(backmark, browser, folder, environment, shots):
    """A package is opened, worked in, left and opened again; then without a course."""
    course = folder / "course"
    file = course / "package.zip"
    course.mkdir()
    subprocess.run(
        [backmark, "explore", "walkthrough-2-2-1", "--scorm", str(file), "--quiet"], cwd=ROOT,
        env=environment, check=True)
    zipfile.ZipFile(file).extractall(course / "package")
    check_explore.equal(
        zipfile.ZipFile(file).namelist(), ["imsmanifest.xml", "index.html"], "the package")
    (course / "host.html").write_text(HOST)
    server, address = served(course)
    tab = Played(browser, f"{address}/host.html", folder / "downloads")
    check_explore.has(
        tab.run("document.querySelector('#record').textContent"), "kept by the course site",
        "in a course")
    check_explore.equal(
        tab.run("document.querySelector('#student').value"), "ada", "whose the page is")
    tab.fill("z1", "[0.1, 0.3]")
    check_explore.has(tab.press("check", "z1"), "z1: right", "a step in a course")
    check_explore.equal(tab.host("values['cmi.core.score.raw']"), "12.5", "the score")
    check_explore.equal(tab.host("values['cmi.core.lesson_status']"), "incomplete", "the status")
    tab.fill("a1", "[0.5, 0.5]")
    # Left in the middle, then opened again: what was typed is there.
    tab.open()
    order(json.loads(tab.host("JSON.stringify(before)")))
    check_explore.equal(
        tab.run("document.querySelector('[data-name=a1]').value"), "[0.5, 0.5]", "resuming")
    check_explore.equal(tab.host("values['cmi.core.score.raw']"), "12.5", "the score, resumed")
    tab.load(ROOT / "solutions/walkthrough-2-2-1/model.answers")
    check_explore.has(tab.score(), "8 of 8 points", "a solution in a course")
    check_explore.equal(tab.host("values['cmi.core.score.raw']"), "100", "the whole score")
    check_explore.equal(tab.host("values['cmi.core.lesson_status']"), "passed", "at the end")
    if len(tab.host("values['cmi.suspend_data']").encode()) > 4096:
        raise RuntimeError("what is kept is too long")
    tab.run("document.querySelector('#finish').click()")
    tab.until("document.querySelector('#record').textContent.includes('saved')")
    calls = json.loads(tab.host("JSON.stringify(calls)"))
    order(calls)
    problems = tab.faults(address)
    # Without a course, it is said that nothing is recorded, and the page works.
    tab = Tab(browser, f"{address}/package/index.html", folder / "downloads")
    check_explore.has(
        tab.run("document.querySelector('#record').textContent"), "Nothing is recorded",
        "without a course")
    if shots:
        check_explore.picture(browser, tab, shots / "package.png")
    check_explore.has(tab.press("check", "z1"), "z1: ", "a step without a course")
    problems += tab.faults(address)
    server.shutdown()
    return problems


def order(calls):
    """Initialize first and once, then values, a commit after the last of them, Finish last."""
    kinds = [call[0] for call in calls]
    if kinds[0] != "Initialize" or kinds.count("Initialize") != 1:
        raise RuntimeError(f"it does not begin with LMSInitialize: {kinds}")
    if kinds[-2:] != ["Commit", "Finish"] or kinds.count("Finish") != 1:
        raise RuntimeError(f"it does not end with LMSCommit and LMSFinish: {kinds[-5:]}")
    names = [call[1] for call in calls if call[0] == "Set"]
    for name in ["cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw",
                 "cmi.core.lesson_status", "cmi.suspend_data", "cmi.core.exit",
                 "cmi.core.session_time", "cmi.core.lesson_location"]:
        if name not in names:
            raise RuntimeError(f"{name} is not set")
    if names.index("cmi.core.score.min") > names.index("cmi.core.score.raw"):
        raise RuntimeError("a score is given before its bounds")
    if "not attempted" in [call[2] for call in calls if call[0] == "Set"]:
        raise RuntimeError("a page may not say 'not attempted'")


def main():
    arguments = command.parsed(__doc__, ("backmark", {}))
    path = command.chromium(arguments.browser)
    backmark = str(pathlib.Path(arguments.backmark).resolve())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="check-site-") as scratch:
        folder = pathlib.Path(scratch)
        browser = check_pages.Browser(path)
        tasks = [
            ("a site", lambda: site(backmark, browser, folder, None, arguments.screenshots)),
            ("a site without a server", lambda: unserved(browser, folder)),
            ("a SCORM package",
             lambda: packed(backmark, browser, folder, None, arguments.screenshots)),
        ]
        try:
            for name, task in tasks:
                try:
                    problems = task()
                except RuntimeError as error:
                    problems = [str(error)]
                failed += command.told(name, problems)
        finally:
            browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
