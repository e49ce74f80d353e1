#!/usr/bin/env python3
"""Do an exercise on the page of `backmark explore` in headless Firefox.

    python3 Tests/Browser/check_firefox.py BACKMARK [--screenshots FOLDER]

The page is opened from a file, a step answered wrongly and corrected from the keyboard, a hint asked
for, and the page opened again; its network is gone through and moved, one is trained, and a deep one
looked through. What the page says is what it says in Chromium, and nothing is logged.
Needs Python 3 and Firefox.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import check_explore
import command
from firefox import Firefox

ENTER = "\ue007"
ARROW_RIGHT = "\ue014"


def walkthrough(firefox, path):
    firefox.open(path.resolve().as_uri())
    firefox.until("document.body && document.body.dataset.ready === 'yes'")
    answer(firefox, "delta2", "[-0.080525]", "delta2: partly")
    words = firefox.run("document.querySelector('[data-step=delta2] .says').textContent")
    if "σ′ is in here once too often" not in words:
        raise RuntimeError(f"a wrong answer is answered with {words!r}")
    pressed(firefox, "delta2", "hint", "Hint 1 of ")
    answer(firefox, "delta2", "[-0.352708]", "delta2: right")
    answer(firefox, "z1", "[0.1, 0.3]", "z1: right")
    firefox.open("about:blank")
    firefox.open(path.resolve().as_uri())
    firefox.until("document.body && document.body.dataset.ready === 'yes'")
    kept = firefox.run("document.querySelector('[data-name=z1]').value")
    if kept != "[0.1, 0.3]":
        raise RuntimeError(f"work is not kept: {kept!r}")


def scene(firefox):
    """Two links of the chain are lit up, and a weight is moved by key: the gradients agree."""
    firefox.run("document.querySelector('#tab-see').click()")
    firefox.until("document.querySelector('#panel-see').dataset.ready === 'yes'")
    first = firefox.run("document.querySelector('#see-name').textContent")
    firefox.type("#see-next", ENTER)
    firefox.until(f"document.querySelector('#see-name').textContent !== {json.dumps(first)}")
    for part in ["#see-network .now", "#see-graph .now", "#see-formulas .now", "#panel-see td.now"]:
        if not firefox.run(f"document.querySelectorAll({json.dumps(part)}).length"):
            raise RuntimeError(f"nothing is lit up: {part}")
    firefox.run("document.querySelector('#tab-move').click()")
    firefox.until("document.querySelector('#panel-move').dataset.ready === 'yes'")
    firefox.type("#move-show", ENTER)
    firefox.until("!document.querySelector('#move-body').hidden")
    slider = "document.querySelector('.mover input[type=range]').getAttribute('aria-valuetext')"
    before = firefox.run(slider)
    firefox.type(".mover input[type=range]", ARROW_RIGHT)
    firefox.until(f"{slider} !== {json.dumps(before)}")
    firefox.until("/All \\d+ gradients agree/.test(document.querySelector('#move-verdict').textContent)")


def training(firefox):
    """The two moons are learned, and a deep sigmoid network is called vanishing."""
    firefox.run("document.querySelector('#tab-depth').click()")
    firefox.until("document.querySelector('#depth-flows .verdict')?.textContent === 'vanishing'")
    firefox.run("document.querySelector('#tab-train').click()")
    firefox.until("document.querySelector('#train-status').textContent.startsWith('Epoch 0:')")
    firefox.type("#train-run", ENTER)
    firefox.until("document.querySelector('#train-status').textContent.startsWith('Epoch 2,000:')")
    status = firefox.run("document.querySelector('#train-status').textContent")
    if "98.8% of the 80 test points" not in status:
        raise RuntimeError(f"the two moons: {status!r}")


def answer(firefox, step, text, words):
    firefox.type(f"[data-name={step}]", text, clears=True)
    pressed(firefox, step, "check", words)


def pressed(firefox, step, task, words):
    """Presses a button of a step from the keyboard, and looks at what is said."""
    before = firefox.run("document.querySelector('#message').textContent")
    firefox.type(f"[data-step={step}] [data-do={task}]", ENTER)
    firefox.until(f"document.querySelector('#message').textContent !== {json.dumps(before)}")
    message = firefox.run("document.querySelector('#message').textContent.trim()")
    if not message.startswith(words):
        raise RuntimeError(f"{step}: {message!r} instead of {words!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("backmark")
    parser.add_argument("--screenshots", type=pathlib.Path)
    arguments = parser.parse_args()
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        print("Error: there is no Firefox here", file=sys.stderr)
        return 2
    backmark = str(pathlib.Path(arguments.backmark).resolve())
    with tempfile.TemporaryDirectory(prefix="check-firefox-") as scratch:
        page = pathlib.Path(scratch) / "walkthrough-2-2-1.html"
        check_explore.explore(backmark, "walkthrough-2-2-1", page, None)
        firefox = Firefox(path)
        problems = []
        try:
            walkthrough(firefox, page)
            scene(firefox)
            training(firefox)
            if arguments.screenshots:
                arguments.screenshots.mkdir(parents=True, exist_ok=True)
                firefox.picture(arguments.screenshots / "walkthrough-firefox.png")
        except RuntimeError as error:
            problems.append(str(error))
        problems += firefox.complaints()
        firefox.close()
    return 1 if command.told("walkthrough-2-2-1, in Firefox", problems) else 0


if __name__ == "__main__":
    sys.exit(main())
