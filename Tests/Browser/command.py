"""What the checks in a browser have in common as commands: arguments, the browser, what is printed."""

import argparse
import pathlib
import shutil
import sys


def parsed(about, *further, screenshots=True):
    """The arguments; `further` are those of one check alone, as (name, options)."""
    parser = argparse.ArgumentParser(description=about.split("\n")[0])
    for name, options in further:
        parser.add_argument(name, **options)
    if screenshots:
        parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("--browser")
    return parser.parse_args()


def chromium(named):
    """The path of Chromium; ends with status 2 where there is none."""
    names = [named, "chromium", "chromium-browser", "google-chrome"]
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        print("Error: there is no Chromium here; install it or use --browser", file=sys.stderr)
        sys.exit(2)
    return path


def told(name, problems):
    """Prints what came of one check; whether there were problems."""
    print(f"{'not ok' if problems else 'ok'}  {name}")
    for problem in problems:
        print(f"        {problem}")
    return bool(problems)
