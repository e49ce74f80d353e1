"""Firefox, spoken to by its own protocol, Marionette: a length, a colon and JSON over a socket."""

import base64
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
    "browser.dom.window.dump.enabled": True,
    "devtools.console.stdout.content": True,
    "ui.systemUsesDarkTheme": 0,
}


class Firefox:
    """A Firefox without a window, and the page that is open in it."""

    def __init__(self, path):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="check-firefox-"))
        self.profile = self.folder / "profile"
        self.profile.mkdir()
        (self.profile / "user.js").write_text("".join(
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in PREFERENCES.items()))
        self.log = open(self.folder / "log", "w+")
        self.process = subprocess.Popen(
            [path, "--headless", "--no-remote", "--marionette", "--profile", str(self.profile)],
            stdout=self.log, stderr=self.log, env=self.environment())
        self.number = 0
        self.socket = self.connected()
        self.buffer = b""
        self.receive()  # It greets.
        self.call("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})

    def environment(self):
        # A home of its own, as one that is not one's own is refused.
        return {**os.environ, "HOME": str(self.folder), "MOZ_HEADLESS": "1"}

    def connected(self):
        port = self.profile / "MarionetteActivePort"
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError("Firefox has ended")
            if port.exists() and port.read_text().strip():
                return socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=60)
            time.sleep(0.1)
        raise RuntimeError("Firefox does not answer")

    def receive(self):
        while b":" not in self.buffer:
            self.more()
        length, rest = self.buffer.split(b":", 1)
        while len(rest) < int(length):
            self.more()
            rest = self.buffer.split(b":", 1)[1]
        self.buffer = rest[int(length):]
        return json.loads(rest[:int(length)])

    def more(self):
        chunk = self.socket.recv(1 << 20)
        if not chunk:
            raise RuntimeError("Firefox has closed")
        self.buffer += chunk

    def call(self, method, parameters):
        self.number += 1
        message = json.dumps([0, self.number, method, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        while True:
            answer = self.receive()
            if isinstance(answer, list) and answer[1] == self.number:
                if answer[2]:
                    raise RuntimeError(f"{method}: {answer[2].get('message')}")
                return answer[3]

    def open(self, url):
        self.call("WebDriver:Navigate", {"url": url})

    def run(self, script, *arguments):
        """The value of an expression."""
        return self.call("WebDriver:ExecuteScript", {
            "script": f"return ({script})", "args": list(arguments)})["value"]

    def until(self, script, seconds=30):
        end = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > end:
                raise RuntimeError(f"never '{script}'")
            time.sleep(0.02)

    def type(self, selector, text, clears=False):
        """Types into an element, from the keyboard."""
        found = self.call("WebDriver:FindElement", {"using": "css selector", "value": selector})
        id = next(iter(found["value"].values()))
        if clears:
            self.call("WebDriver:ElementClear", {"id": id})
        self.call("WebDriver:ElementSendKeys", {"id": id, "text": text})

    def picture(self, file):
        shot = self.call("WebDriver:TakeScreenshot", {"full": True})["value"]
        file.write_bytes(base64.b64decode(shot))

    def complaints(self):
        """What was logged about a page."""
        self.log.flush()
        text = (self.folder / "log").read_text(errors="replace")
        return [
            line for line in text.split("\n")
            if line.startswith(("JavaScript error: file:", "JavaScript error: http"))]

    def close(self):
        try:
            self.call("Marionette:Quit", {"flags": ["eForceQuit"]})
            self.process.wait(timeout=30)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.terminate()
            self.process.wait(timeout=30)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
