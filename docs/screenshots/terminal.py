"""Runs a command in a pseudo-terminal of 80 columns, types a session into it, and draws what is shown as an SVG picture.

usage: terminal.py PICTURE COMMAND...
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time
from xml.sax.saxutils import escape

PROMPT = "pi> "
SESSION = [
    ("a no: ", "anonymous"),
    (PROMPT, "edit notes.txt brown red"),
    (PROMPT, "/privacy show edit-tool-outcome"),
    (PROMPT, "/privacy stauts"),
    (PROMPT, "/privacy off"),
    (PROMPT, "/version"),
]
PATIENCE = 30


class Screen:
    """As much of a terminal as line editors use: printing, carriage return, backspace, erasing, moving sideways."""

    CONTROL = re.compile(r"\x1b\[([0-9;?]*)[ -/]*([@-~])|\x1b[=>]|\x1b\][^\x07]*\x07")

    def __init__(self):
        self.lines = [""]
        self.column = 0

    def show(self, text):
        while text:
            control = self.CONTROL.match(text)
            if control:
                self.obey(control.group(1) or "", control.group(2) or "")
                text = text[control.end():]
                continue
            self.put(text[0])
            text = text[1:]

    def obey(self, parameter, command):
        count = int(parameter) if parameter.isdigit() else 1
        if command == "K":
            self.lines[-1] = self.lines[-1][: self.column]
        elif command == "C":
            self.column += count
        elif command == "D":
            self.column = max(0, self.column - count)
        elif command == "G":
            self.column = count - 1

    def put(self, character):
        if character == "\n":
            self.lines.append("")
            self.column = 0
        elif character == "\r":
            self.column = 0
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character >= " ":
            line = self.lines[-1].ljust(self.column)
            self.lines[-1] = line[: self.column] + character + line[self.column + 1 :]
            self.column += 1


def play(command, home):
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(home)
        os.execvpe(command[0], command, {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm", "LANG": "C.UTF-8"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    screen = Screen()

    def read_until(ending):
        deadline = time.monotonic() + PATIENCE
        while not (ending and screen.lines[-1].endswith(ending)):
            ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                sys.exit("terminal.py: this was not shown: " + ending + "\n" + "\n".join(screen.lines))
            try:
                shown = os.read(terminal, 4096)
            except OSError:
                return
            if not shown:
                return
            screen.show(shown.decode("utf-8", "replace"))

    for ending, line in SESSION:
        read_until(ending)
        os.write(terminal, (line + "\r").encode())
        read_line = screen.lines[-1] + line
        while not any(shown.startswith(read_line) for shown in screen.lines):
            screen.show(os.read(terminal, 4096).decode("utf-8", "replace"))
    read_until(PROMPT)
    os.write(terminal, b"/quit\r")
    read_until("")
    os.waitpid(child, 0)
    return [line.rstrip() for line in screen.lines]


def draw(lines):
    width, height = 80 * 8 + 32, len(lines) * 18 + 28
    rows = []
    for number, line in enumerate(lines):
        typed = line.startswith(PROMPT) or "a no: " in line
        style = ' class="typed"' if typed else ""
        if line:
            rows.append(f'<text{style} x="16" y="{number * 18 + 30}" xml:space="preserve">{escape(line)}</text>')
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
            "<title>A session of pi: the first question, what can be sent, a typing error, and a no</title>",
            "<style>text{font:13px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#d8dee9}"
            ".typed{fill:#a3d9a5}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="#1f2430"/>',
            *rows,
            "</svg>\n",
        ]
    )


def main():
    picture, *command = sys.argv[1:]
    command = [os.path.abspath(word) if word.endswith(".jar") else word for word in command]
    with tempfile.TemporaryDirectory() as home:
        with open(os.path.join(home, "notes.txt"), "w", encoding="utf-8") as notes:
            notes.write("the quick brown fox\n")
        lines = play(command, home)
    while lines and (not lines[-1] or lines[-1].startswith(PROMPT)):
        lines.pop()
    with open(picture, "w", encoding="utf-8") as out:
        out.write(draw(lines))


main()
