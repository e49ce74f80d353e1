#!/usr/bin/env python3
"""A class of thousands, a third of it hostile: everybody has a row, and nobody pays for another.

    Tests/Soak/soak.py BACKMARK [STUDENTS] [SWIFT]

STUDENTS (20,000) hand in numbers, zips and Swift files; SWIFT (300) of the hostile ones hand in programs
that hang, crash, flood or start threads. The class is marked twice: whole, and without its hostile
third. What honest students are told must be the same bytes; no process, folder or descriptor may be
left. Run it with bubblewrap and with BACKMARK_BUBBLEWRAP=off; it prints what it took.
"""
import json, os, random, shutil, subprocess, sys, tempfile, time, zipfile

backmark = os.path.realpath(sys.argv[1])
students = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
swift = int(sys.argv[3]) if len(sys.argv) > 3 else 300
root = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
dice = random.Random(20261129)
model = "".join(
    line for line in open(f"{root}/solutions/16.2/model.answers", encoding="utf-8") if not line.startswith("student:"))
function = open(f"{root}/solutions/sigmoid/model.swift", encoding="utf-8").read()

PROGRAMS = [
    "func sigmoid(_ z: Double) -> Double { while true {} }",
    "func sigmoid(_ z: Double) -> Double { [1.0][Int(z) + 9] }",
    "func sigmoid(_ z: Double) -> Double { while true { print(\"x\") } }",
    "import Glibc\nfunc sigmoid(_ z: Double) -> Double { for _ in 0..<5000 { var t = pthread_t(); "
    "pthread_create(&t, nil, { _ in sleep(9); return nil }, nil) }; return z }",
    "func sigmoid(_ z: Double) -> Double { var a = [[Double]](); while true { a.append(Array(repeating: 1, count: 1 << 20)) } }",
    "import Glibc\nfunc sigmoid(_ z: Double) -> Double { exit(0) }",
    "func sigmoid(_ z: Double) -> Double { sigmoid(z) + 1 }",
    "let y = [" + "1.5," * 12_000 + "]\nfunc sigmoid(_ z: Double) -> Double { y[0] }",
]


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def honest(folder, number):
    lines = model.splitlines(keepends=True)
    if number % 3 == 1:  # a wrong digit somewhere
        place = dice.randrange(len(lines))
        lines[place] = lines[place].replace("1", "2", 1)
    write(f"{folder}/16.2.answers", "".join(lines))
    if number % 1000 == 500:
        write(f"{folder}/sigmoid.swift", function)


def hostile(folder, number):
    kind = number % 8
    if number < swift:
        write(f"{folder}/sigmoid.swift", PROGRAMS[number % len(PROGRAMS)])
    elif kind == 0:
        noise = bytearray(model.encode())
        for _ in range(40):
            noise[dice.randrange(len(noise))] = dice.randrange(256)
        write(f"{folder}/16.2.answers", bytes(noise))
    elif kind == 1:
        write(f"{folder}/16.2.answers", "exercise: 16.2\nZ1 = " + "[" * 5000 + "1" + "]" * 5000)
    elif kind == 2:
        write(f"{folder}/16.2.answers", "exercise: 16.2\n" + "L = 1e308*1e308 + " * 3000 + "1\n")
    elif kind == 3:
        with zipfile.ZipFile(f"{folder}.zip.tmp", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("16.2.answers", b"0" * (8 << 20))
            archive.writestr("../../../escape.answers", model)
        os.makedirs(folder)
        os.rename(f"{folder}.zip.tmp", f"{folder}/work.zip")
    elif kind == 4:
        os.makedirs(folder)
        os.symlink("/etc/passwd", f"{folder}/16.2.answers")
    elif kind == 5:
        os.makedirs(folder)
        os.mkfifo(f"{folder}/16.2.answers")
    elif kind == 6:
        write(f"{folder}/16.2.json", '{ "exercise": "16.2", "answers": ' + '{"Z1":' * 400)
    else:
        write(f"{folder}/16.2.answers", "exercise: 16.2\nstudent: student-00001\n" + "A1 = nan\nZ2 = \x1b[2J\n")


def mark(folder, results, temporary):
    before = {int(p) for p in os.listdir("/proc") if p.isdigit()}
    start = time.time()
    with open(f"{temporary}-errors", "wb") as errors:
        process = subprocess.Popen(
            [backmark, "class", folder, "--out", results, "--quiet", "--exercises", f"{root}/exercises"],
            stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, "TMPDIR": temporary})
        peak = descriptors = 0
        while process.poll() is None:
            try:
                with open(f"/proc/{process.pid}/status") as status:
                    fields = dict(line.split(":", 1) for line in status)
                peak = max(peak, int(fields.get("VmHWM", "0 kB").split()[0]) >> 10)
                descriptors = max(descriptors, len(os.listdir(f"/proc/{process.pid}/fd")))
            except OSError:
                pass
            time.sleep(0.1)
    took = time.time() - start
    errors = open(f"{temporary}-errors", "rb").read()
    if descriptors > 100:
        sys.exit(f"Error: {descriptors} descriptors were open at once")
    if process.returncode not in (0, 75):
        sys.exit(f"Error: status {process.returncode}: {errors[-300:].decode(errors='replace')}")
    left = []
    for process_id in {int(p) for p in os.listdir("/proc") if p.isdigit()} - before:
        try:
            if "backmark-runner" in open(f"/proc/{process_id}/cmdline").read():
                left.append(process_id)
        except OSError:
            pass
    if left:
        sys.exit(f"Error: processes are left: {left}")
    if os.listdir(temporary):
        sys.exit(f"Error: folders are left: {os.listdir(temporary)}")
    return took, peak, process.returncode


def lines(results):
    with open(f"{results}/results.jsonl", encoding="utf-8") as file:
        return [line for line in file]


with tempfile.TemporaryDirectory() as scratch:
    # The superuser's programs run as nobody, who has to reach them.
    os.chmod(scratch, 0o755)
    temporary = f"{scratch}/tmp"
    os.mkdir(temporary)
    good = set()
    for number in range(students):
        name = f"student-{number:05}"
        if number % 3 == 2:
            hostile(f"{scratch}/all/{name}", number // 3)
        else:
            honest(f"{scratch}/all/{name}", number)
            shutil.copytree(f"{scratch}/all/{name}", f"{scratch}/honest/{name}")
            good.add(name)
    alone = mark(f"{scratch}/honest", f"{scratch}/r-honest", temporary)
    whole = mark(f"{scratch}/all", f"{scratch}/r-all", temporary)
    rows = sum(1 for _ in open(f"{scratch}/r-all/gradebook.csv", encoding="utf-8")) - 1
    if rows != students:
        sys.exit(f"Error: {students} students have {rows} rows")
    mine = [line for line in lines(f"{scratch}/r-all") if json.loads(line)["student"] in good]
    if mine != lines(f"{scratch}/r-honest"):
        sys.exit("Error: what honest students are told depends on the others")
    print(f"{students} students, a third hostile, {swift} of them with programs: "
          f"{whole[0]:.0f} s, {whole[1]} MB, status {whole[2]}; "
          f"the {len(good)} honest ones alone {alone[0]:.0f} s, {alone[1]} MB. "
          "Everybody has a row, honest rows are the same bytes, nothing is left")
