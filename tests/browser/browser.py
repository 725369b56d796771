"""A headless Chromium, driven through its debugging pipe: no driver, no port, no package of Python."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


class Browser:
    """One page of one browser. Used as a context manager, which ends it."""

    def __init__(self, program, width=1400, height=1000):
        self._profile = tempfile.mkdtemp(prefix="remit-browser-")
        read_commands, self._commands = os.pipe()
        self._answers, write_answers = os.pipe()

        def take_pipes():
            # Duplicates first: either end may itself be 3 or 4.
            inputs, outputs = os.dup(read_commands), os.dup(write_answers)
            os.dup2(inputs, 3)
            os.dup2(outputs, 4)

        self._process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--no-first-run", "--disable-background-networking", f"--user-data-dir={self._profile}",
             f"--window-size={width},{height}", "--hide-scrollbars", "about:blank"],
            preexec_fn=take_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        self._number = 0
        self._held = b""
        self._session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._commands)
        os.close(self._answers)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _message(self):
        while b"\0" not in self._held:
            more = os.read(self._answers, 1 << 20)
            if not more:
                raise RuntimeError("the browser has ended")
            self._held += more
        message, self._held = self._held.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        """A command of the DevTools protocol; events that come in meanwhile are kept."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def run(self, script):
        """The value of a script in the page, once a promise is settled."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait_for(self, condition, seconds=60):
        """Waits until a script gives something true; how long that took."""
        start = time.monotonic()
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() - start > seconds:
                raise RuntimeError(f"still not true after {seconds} s: {condition}; {self.complaints()}")
            time.sleep(0.02)
        return time.monotonic() - start

    def open(self, url):
        self.call("Page.navigate", url=url)

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 500)

    def picture(self, path, height=None):
        """A picture of the window, or of the page down to a height."""
        options = {"format": "png"}
        if height:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options["captureBeyondViewport"] = True
            options["clip"] = {"x": 0, "y": 0, "width": size["width"],
                               "height": min(size["height"], height), "scale": 1}
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", **options)["data"]))

    def print_page(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.printToPDF")["data"]))

    def complaints(self):
        """Errors and messages of the console."""
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        return [event["params"] for event in self.events if event.get("method") in kinds]

    def requests(self):
        return [event["params"]["request"]["url"] for event in self.events
                if event.get("method") == "Network.requestWillBeSent"]
