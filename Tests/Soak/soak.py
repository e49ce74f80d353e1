#!/usr/bin/env python3
"""A class of thousands, a third of it hostile: everybody has a row, and nobody pays for another.

    Tests/Soak/soak.py BACKMARK [STUDENTS] [SWIFT]

STUDENTS (20,000) hand in numbers, zips and Swift files; SWIFT (300) of the hostile ones hand in programs
that hang, crash, flood or start threads, each one of its own. The class is marked without its hostile
third and whole, in bubblewrap and in the built-in jail alone. What honest students are told must be the
same bytes, memory and descriptors may not grow from the second quarter of a run to its last, and no
process or file may be left. It prints what it took.
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
        # A file that somebody else handed in too would not be run again.
        write(f"{folder}/sigmoid.swift", f"// by {number}\n{PROGRAMS[number % len(PROGRAMS)]}\n")
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


class Run:
    """One run of `backmark class`, watched from outside."""

    def __init__(self, folder, results, temporary, wall):
        surroundings = {**os.environ, "TMPDIR": temporary}
        if wall == "off":
            surroundings["BACKMARK_BUBBLEWRAP"] = "off"
        before, start, samples = processes(), time.time(), []
        with open(f"{scratch}/errors", "wb") as errors:
            process = subprocess.Popen(
                [backmark, "class", folder, "--out", results, "--quiet", "--exercises", f"{root}/exercises"],
                stdout=subprocess.DEVNULL, stderr=errors, env=surroundings)
            ended = 0
            while not ended:
                samples += [sample] if (sample := look_at(process.pid)) else []
                time.sleep(0.1)
                ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        process.returncode = self.status = os.waitstatus_to_exitcode(status)
        self.seconds, self.user = time.time() - start, usage.ru_utime
        self.memory = max(memory for memory, _ in samples)
        if self.status not in (0, 75):
            told = open(f"{scratch}/errors", "rb").read()[-300:].decode(errors="replace")
            fail(f"status {self.status}: {told}")
        self.second, self.last = quarter(samples, 1), quarter(samples, 3)
        # What is kept for those who come later has its bounds.
        if self.last[0] > self.second[0] + 24:
            fail(f"memory grows: {self}")
        if self.last[1] > self.second[1] + 8:
            fail(f"descriptors grow from {self.second[1]} to {self.last[1]}")
        if left := [runner for runner in processes() - before if "backmark-runner" in command(runner)]:
            fail(f"processes are left: {left}")
        if left := os.listdir(temporary):
            fail(f"files are left: {left}")

    def __str__(self):
        return (f"{self.seconds:.0f} s ({self.user:.0f} s of user time), {self.memory} MB "
                f"({self.second[0]} in the second quarter, {self.last[0]} in the last), status {self.status}")


def fail(sentence):
    # What was made for it takes a while to remove.
    print(f"Error: {sentence}", file=sys.stderr, flush=True)
    sys.exit(1)


def processes():
    return {int(name) for name in os.listdir("/proc") if name.isdigit()}


def command(process):
    try:
        with open(f"/proc/{process}/cmdline") as file:
            return file.read()
    except OSError:
        return ""


def look_at(process):
    """The megabytes of memory and the open descriptors of a process; None where it has ended."""
    try:
        with open(f"/proc/{process}/status") as file:
            fields = dict(line.split(":", 1) for line in file)
        return int(fields["VmRSS"].split()[0]) >> 10, len(os.listdir(f"/proc/{process}/fd"))
    except (OSError, KeyError):
        return None


def quarter(samples, number):
    """The most of each in a quarter of the samples; 0 is the first."""
    own = samples[number * len(samples) // 4:(number + 1) * len(samples) // 4] or samples
    return tuple(max(column) for column in zip(*own))


def lines(results):
    with open(f"{results}/results.jsonl", encoding="utf-8") as file:
        return [line for line in file]


def soak(wall, good):
    temporary = f"{scratch}/tmp"
    alone = Run(f"{scratch}/honest", f"{scratch}/{wall}-honest", temporary, wall)
    whole = Run(f"{scratch}/all", f"{scratch}/{wall}-all", temporary, wall)
    rows = sum(1 for _ in open(f"{scratch}/{wall}-all/gradebook.csv", encoding="utf-8")) - 1
    if rows != students:
        fail(f"{students} students have {rows} rows")
    mine = [line for line in lines(f"{scratch}/{wall}-all") if json.loads(line)["student"] in good]
    if mine != lines(f"{scratch}/{wall}-honest"):
        fail("what honest students are told depends on the others")
    if os.path.exists(f"{scratch}/../escape.answers"):
        fail("an archive was unpacked beyond its folder")
    print(f"{'in bubblewrap' if wall == 'on' else 'in the built-in jail'}: {students} students, a third hostile, "
          f"{swift} of them with programs: {whole}; the {len(good)} honest ones alone: {alone}", flush=True)
    shutil.rmtree(f"{scratch}/{wall}-all")
    shutil.rmtree(f"{scratch}/{wall}-honest")


with tempfile.TemporaryDirectory() as scratch:
    # The superuser's programs run as nobody, who has to reach them.
    os.chmod(scratch, 0o755)
    os.mkdir(f"{scratch}/tmp")
    good = set()
    for number in range(students):
        name = f"student-{number:05}"
        if number % 3 == 2:
            hostile(f"{scratch}/all/{name}", number // 3)
        else:
            honest(f"{scratch}/all/{name}", number)
            shutil.copytree(f"{scratch}/all/{name}", f"{scratch}/honest/{name}")
            good.add(name)
    for wall in ["on"] * bool(shutil.which("bwrap")) + ["off"]:
        soak(wall, good)
    print("everybody has a row, honest rows are the same bytes, memory is flat, and nothing is left")
