#!/usr/bin/env python3
"""Look for what axe-core calls a violation on pages, in headless Chromium.

    python3 Tests/Browser/check_axe.py PAGE.html… [--browser PATH]

Each page is opened from its file, as it comes, by day and by night; its hints and tables are opened, a
page of an exercise is marked, and each of its tabs is looked at. axe.py says where the script comes from.
Needs Python 3, Chromium and axe-playwright-python.
"""

import json
import pathlib
import sys

import axe
import check_pages
import command

OPEN = "document.querySelectorAll('details').forEach((part) => { part.open = true }); true"
TABS = "[...document.querySelectorAll('[role=tab]')].map((tab) => tab.id)"


def check(browser, page):
    """The violations on one page in all its states."""
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime"):
        browser.call(f"{domain}.enable", session)
    browser.call(
        "Emulation.setDeviceMetricsOverride", session, width=1000, height=900,
        deviceScaleFactor=1, mobile=False)
    browser.events.clear()
    browser.call("Page.navigate", session, url=page.resolve().as_uri())
    browser.wait_for("Page.loadEventFired", session)

    def run(expression):
        return axe.evaluated(browser, session, expression)

    problems = []
    for scheme in ("light", "dark"):
        browser.call(
            "Emulation.setEmulatedMedia", session, media="screen",
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        for tab in run(TABS) or [None]:
            if tab:
                marked(run, tab)
            run(OPEN)
            found = axe.violations(browser, session)
            problems += [f"{scheme}{', ' + tab if tab else ''}: {problem}" for problem in found]
    browser.call("Target.closeTarget", targetId=target)
    return problems


def can_see(browser):
    """Whether a violation is found where there is one."""
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    axe.evaluated(browser, session, "document.body.innerHTML = '<img src=\"data:,\">'; true")
    found = axe.violations(browser, session)
    browser.call("Target.closeTarget", targetId=target)
    return any(problem.startswith("image-alt") for problem in found)


def marked(run, tab):
    """Opens a tab of an exercise's page; there are marks and a hint on the one to do it on."""
    until(run, "document.body.dataset.ready === 'yes'")
    run(f"document.getElementById({json.dumps(tab)}).click(); true")
    if tab == "tab-do":
        run("document.querySelector('[data-do=hint]')?.click(); "
            "document.querySelector('[data-do=all]').click(); true")
        until(run, "document.querySelector('#result').textContent !== ''")
    run("new Promise((done) => setTimeout(() => done(true), 300))")


def until(run, expression):
    run(f"""new Promise((done, fail) => {{
      const end = Date.now() + 20000;
      const look = () => {{
        if ({expression}) done(true);
        else if (Date.now() > end) fail(new Error('it does not come'));
        else setTimeout(look, 20);
      }};
      look();
    }})""")


def main():
    arguments = command.parsed(
        __doc__, ("pages", {"nargs": "+", "type": pathlib.Path}), screenshots=False)
    if axe.source() is None:
        print("Error: this needs axe-playwright-python", file=sys.stderr)
        return 2
    browser = check_pages.Browser(command.chromium(arguments.browser))
    failed = 0
    try:
        if not can_see(browser):
            raise RuntimeError("axe-core finds nothing where there is something")
        for page in arguments.pages:
            try:
                problems = check(browser, page)
            except RuntimeError as error:
                problems = [str(error)]
            failed += command.told(f"{page.name}, by axe-core", sorted(set(problems)))
    finally:
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
