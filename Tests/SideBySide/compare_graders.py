#!/usr/bin/env python3
"""Marks one class of 30 sheets with Backmark, nbgrader and Otter, and prints what each finds as a table.

    Tests/SideBySide/compare_graders.py BACKMARK BENCH SCRATCH

BACKMARK and BENCH are the programs backmark and backmark-bench, SCRATCH an empty folder. It runs in a
Python that has nbgrader, otter-grader, ipykernel and numpy from PyPI. Notebooks get the answers of the
sheets in one cell, and a test for each step that holds its value against the right one, as such
assignments have it. What it prints is in Documentation/measured.md.
"""

import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

STUDENTS = 30
TOLERANCE = 1e-3


def main():
    backmark, bench, scratch = (pathlib.Path(path).resolve() for path in sys.argv[1:4])
    # The programs beside this Python are those that were installed with it.
    os.environ["PATH"] = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
    scratch.mkdir(parents=True, exist_ok=True)
    run([bench, "generate", scratch / "class", "--students", STUDENTS, "--kind", "mixed"])
    sheets = {file.stem: answers(file) for file in sorted((scratch / "class/class").iterdir())}
    rows = [
        ("Backmark", *by_backmark(backmark, scratch)),
        ("nbgrader", *by_nbgrader(scratch / "nbgrader", sheets)),
        ("Otter", *by_otter(scratch / "otter", sheets)),
    ]
    print("| | steps right by themselves | right by follow-through | wrong | of these with a reason"
          " | points | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, right, follows, wrong, reasons, points, seconds in rows:
        print(f"| {name} | {right} | {follows} | {wrong} | {reasons} | {points:g} of"
              f" {STUDENTS * len(RIGHT)} | {seconds:.1f} |")


def run(command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode not in (0, 75):
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def key():
    """The right answers of the exercise that backmark-bench generates, calculated here."""
    x, y = [0.9, 0.4], 1
    W1, b1, W2, b2 = [[0.3, -0.2], [0.4, 0.7]], [0.1, -0.15], [0.5, -0.6], 0.25
    z1 = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(W1, b1)]
    a1 = [sigmoid(z) for z in z1]
    z2 = sum(w * a for w, a in zip(W2, a1)) + b2
    a2 = sigmoid(z2)
    d2 = a2 - y
    d1 = [w * d2 * a * (1 - a) for w, a in zip(W2, a1)]
    return {
        "z1": z1, "a1": a1, "z2": [z2], "a2": [a2], "L": -math.log(a2), "delta2": [d2],
        "dW2": [[d2 * a for a in a1]], "db2": [d2], "delta1": d1,
        "dW1": [[d * v for v in x] for d in d1], "db1": d1,
    }


RIGHT = key()


def answers(file):
    if file.suffix == ".json":
        return {name: json.dumps(value) for name, value in json.loads(file.read_text())["answers"].items()}
    return dict(re.findall(r"^(\w+) = (.*)$", file.read_text(), re.M))


def cell_of(sheet):
    return "\n".join(f"{name} = {value}" for name, value in sheet.items())


def by_backmark(backmark, scratch):
    start = time.monotonic()
    run([backmark, "class", scratch / "class/class", "--exercises", scratch / "class/exercises",
         "--out", scratch / "backmark", "--quiet"])
    seconds = time.monotonic() - start
    steps = [step for line in (scratch / "backmark/results.jsonl").read_text().splitlines()
             for step in json.loads(line)["steps"]]
    wrong = [step for step in steps if step["status"] not in ("correct", "followsThrough")]
    return (
        sum(step["status"] == "correct" for step in steps),
        sum(step["status"] == "followsThrough" for step in steps), len(wrong),
        sum("diagnosis" in step for step in wrong), sum(step["points"] for step in steps), seconds)


def by_nbgrader(folder, sheets):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "source/ps1").mkdir(parents=True)

    def metadata(name, points=None):
        return {"nbgrader": {
            "grade": points is not None, "grade_id": name, "locked": points is not None,
            "schema_version": 3, "solution": points is None, "task": False,
            **({} if points is None else {"points": points})}}

    def notebook(solution):
        cells = [new_code_cell(solution, metadata=metadata("answers"))]
        for name, value in RIGHT.items():
            test = f"import numpy as np\nassert np.allclose({name}, {value!r}, atol={TOLERANCE})"
            cells.append(new_code_cell(test, metadata=metadata(name, points=1)))
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        return new_notebook(cells=cells, metadata=kernel)

    nbformat.write(notebook("### BEGIN SOLUTION\npass\n### END SOLUTION"), folder / "source/ps1/ps1.ipynb")
    (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'c'\n")
    run(["nbgrader", "generate_assignment", "ps1", "--create"], cwd=folder)
    for student, sheet in sheets.items():
        place = folder / "submitted" / student / "ps1"
        place.mkdir(parents=True)
        nbformat.write(notebook(cell_of(sheet)), place / "ps1.ipynb")
    start = time.monotonic()
    run(["nbgrader", "autograde", "ps1", "--create"], cwd=folder)
    seconds = time.monotonic() - start
    from nbgrader.api import Gradebook
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as book:
        grades = [grade for submission in book.assignment_submissions("ps1")
                  for nb in submission.notebooks for grade in nb.grades]
        points = sum(grade.score for grade in grades)
    return int(points), 0, len(grades) - int(points), 0, points, seconds


def by_otter(folder, sheets):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tests").mkdir(parents=True)
    for name, value in RIGHT.items():
        case = f">>> import numpy as np\n>>> bool(np.allclose({name}, {value!r}, atol={TOLERANCE}))\nTrue"
        test = {"name": name, "points": 1, "suites": [{"cases": [
            {"code": case, "hidden": False, "locked": False}], "scored": True, "setup": "",
            "teardown": "", "type": "doctest"}]}
        (folder / "tests" / f"{name}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n")
    run(["otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"], cwd=folder)
    right = total = 0
    seconds = 0.0
    for student, sheet in sheets.items():
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(new_notebook(cells=[new_code_cell(cell_of(sheet))], metadata=kernel),
                       folder / f"{student}.ipynb")
        start = time.monotonic()
        run(["otter", "run", f"{student}.ipynb", "-a", "autograder.zip", "-o", "."], cwd=folder)
        seconds += time.monotonic() - start
        tests = [test for test in json.loads((folder / "results.json").read_text())["tests"]
                 if "max_score" in test]
        right += sum(test["score"] for test in tests)
        total += len(RIGHT)
    return int(right), 0, total - int(right), 0, right, seconds


if __name__ == "__main__":
    main()
