#!/usr/bin/env python3
"""Open pages in headless Chromium and report what a reader would stumble over.

    python3 Tests/Browser/check_pages.py PAGE.html… [--screenshots FOLDER] [--browser PATH]

Each page is opened wide and at 320 pixels, by day, by night and as on paper. A page fails if the
browser logs an error, if anything but the page itself is asked for, if it scrolls sideways, if text
has less contrast than WCAG 2.1 AA asks for as it is drawn, or if something that scrolls cannot be
reached from the keyboard. Needs Python 3 and Chromium, nothing else.
"""

import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time

import command

MEASURE = r"""
(() => {
  const problems = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    problems.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth} px`);
  const width = root.clientWidth;
  const inScroller = (e) => {
    for (let p = e.parentElement; p; p = p.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true;
    return false;
  };
  const parse = (c) => {
    const m = c.match(/rgba?\(([^)]+)\)/);
    if (!m) return null;
    const p = m[1].split(/[ ,\/]+/).map(Number);
    return { r: p[0], g: p[1], b: p[2], a: p.length > 3 ? p[3] : 1 };
  };
  const lum = (c) => {
    const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b);
  };
  const behind = (e) => {
    for (let p = e; p; p = p.parentElement) {
      if (p.namespaceURI === 'http://www.w3.org/2000/svg' && p.tagName !== 'svg') continue;
      const c = parse(getComputedStyle(p).backgroundColor);
      if (c && c.a > 0.99) return c;
    }
    return { r: 255, g: 255, b: 255, a: 1 };
  };
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue.trim();
    const e = walker.currentNode.parentElement;
    if (!text || !e || ['title', 'desc', 'style'].includes(e.tagName.toLowerCase())) continue;
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = getComputedStyle(e);
    const isSVG = e.namespaceURI === 'http://www.w3.org/2000/svg';
    const front = parse(isSVG ? style.fill : style.color);
    if (!front) continue;
    const [a, b] = [lum(front), lum(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    texts += 1;
    if (ratio < 4.5) problems.push(`contrast ${ratio.toFixed(2)} of '${text.slice(0, 40)}'`);
    if (box.right > width + 1 && !inScroller(e))
      problems.push(`'${text.slice(0, 40)}' sticks out to ${Math.round(box.right)} px`);
  }
  for (const e of document.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    if (['auto', 'scroll'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
        && e.tabIndex < 0)
      problems.push(`<${e.tagName.toLowerCase()} class="${e.className}"> scrolls but takes no focus`);
  }
  for (const table of document.querySelectorAll('table'))
    if (!table.querySelector('th')) problems.push('a table has no headings');
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  if (new Set(ids).size !== ids.length) problems.push('two elements have the same id');
  for (const svg of document.querySelectorAll('svg:not([aria-hidden])'))
    if (!svg.querySelector('title')) problems.push('a picture has no title');
  if (document.querySelectorAll('h1').length === 0) problems.push('there is no heading');
  return { problems: [...new Set(problems)].slice(0, 20), texts, height: root.scrollHeight };
})()
"""


class Browser:
    """Chromium, spoken to over a pair of pipes."""

    def __init__(self, path):
        self.profile = tempfile.mkdtemp(prefix="check-pages-")
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()
        options = [
            "--headless", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
            "--hide-scrollbars", "--disable-extensions", "--no-default-browser-check",
            "--disable-dev-shm-usage", f"--user-data-dir={self.profile}",
        ]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        command = 'exec "$0" "$@" 3<&%d 4>&%d' % (to_browser, from_browser)
        self.process = subprocess.Popen(
            ["bash", "-c", command, path, *options, "about:blank"],
            pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.write_end, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next_message(60)
            if answer is None:
                raise RuntimeError(f"{method}: the browser does not answer")
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def next_message(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.read_end], [], [], left)[0]:
                return None
            chunk = os.read(self.read_end, 1 << 20)
            if not chunk:
                raise RuntimeError("the browser has ended")
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def wait_for(self, method, session, seconds=60):
        for event in self.events:
            if event.get("method") == method and event.get("sessionId") == session:
                return
        while True:
            event = self.next_message(seconds)
            if event is None:
                raise RuntimeError(f"{method} did not come")
            self.events.append(event)
            if event.get("method") == method and event.get("sessionId") == session:
                return

    def close(self):
        try:
            self.call("Browser.close")
        except (RuntimeError, OSError):
            self.process.terminate()
        self.process.wait(timeout=30)
        shutil.rmtree(self.profile, ignore_errors=True)


VIEWS = [
    ("wide", 1200, "light", "screen"),
    ("dark", 1200, "dark", "screen"),
    ("narrow", 320, "light", "screen"),
    ("narrow-dark", 320, "dark", "screen"),
    ("print", 700, "light", "print"),
]


def check(browser, path, shots):
    """The problems of one page in all its views."""
    problems = []
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(f"{domain}.enable", session)
    for name, width, scheme, medium in VIEWS:
        if medium == "print" and path.name == "class.html":
            width = 1040  # It is printed sideways.
        browser.call(
            "Emulation.setDeviceMetricsOverride", session, width=width, height=900,
            deviceScaleFactor=1, mobile=False)
        browser.call(
            "Emulation.setEmulatedMedia", session, media=medium,
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.events.clear()
        browser.call("Page.navigate", session, url=path.resolve().as_uri())
        browser.wait_for("Page.loadEventFired", session)
        result = browser.call(
            "Runtime.evaluate", session, expression=MEASURE, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("text", "the measurement failed"))
        value = result["result"]["value"]
        problems += [f"{name}: {problem}" for problem in value["problems"]]
        if value["texts"] == 0:
            problems.append(f"{name}: the page is empty")
        # Opened as well, where there are hints or the exercise to open.
        browser.call(
            "Runtime.evaluate", session,
            expression="document.querySelectorAll('details').forEach((d) => { d.open = true })")
        opened = browser.call(
            "Runtime.evaluate", session, expression=MEASURE, returnByValue=True)
        problems += [
            f"{name}, opened: {problem}" for problem in opened["result"]["value"]["problems"]]
        problems += [f"{name}: {problem}" for problem in complaints(browser.events, path)]
        if shots:
            height = min(max(value["height"], 400), 6000)
            picture = browser.call(
                "Page.captureScreenshot", session, format="png", captureBeyondViewport=True,
                clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
            shots.mkdir(parents=True, exist_ok=True)
            file = shots / f"{path.stem}-{name}.png"
            file.write_bytes(base64.b64decode(picture["data"]))
    browser.call("Emulation.setEmulatedMedia", session, media="", features=[])
    paper = browser.call("Page.printToPDF", session, printBackground=True)
    if shots:
        (shots / f"{path.stem}.pdf").write_bytes(base64.b64decode(paper["data"]))
    browser.call("Target.closeTarget", targetId=target)
    return sorted(set(problems))


def complaints(events, path):
    """What the browser logged, and what it asked for beyond the page."""
    own = path.resolve().as_uri()
    for event in events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            yield f"exception: {parameters['exceptionDetails'].get('text')}"
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            yield f"the browser says: {parameters['entry']['text']}"
        elif method == "Runtime.consoleAPICalled":
            yield f"console: {parameters['type']}"
        elif method == "Network.requestWillBeSent":
            if parameters["request"]["url"].split("#")[0] != own:
                yield f"asks for {parameters['request']['url'][:100]}"


def main():
    arguments = command.parsed(__doc__, ("pages", {"nargs": "+", "type": pathlib.Path}))
    browser = Browser(command.chromium(arguments.browser))
    failed = 0
    try:
        for page in arguments.pages:
            problems = check(browser, page, arguments.screenshots)
            failed += command.told(page, problems)
    finally:
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
