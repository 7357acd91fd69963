"""Runs a command in a pseudo-terminal, answers its first prompt, and prints what it showed.

usage: pseudo_terminal.py KEYS COMMAND...

KEYS is typed once the prompt "> " is seen; \\n, \\x03 (Ctrl-C) and \\x04 (end of input) are understood, and "resize:"
in front of it changes the size of the terminal first. The exit code is that of the command, 128 + N for signal N.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

keys = sys.argv[1]
resize = keys.startswith("resize:")
if resize:
    keys = keys[len("resize:"):]
keys = keys.encode().decode("unicode_escape").encode()

child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

shown = b""
typed = False
end = time.monotonic() + 60
while time.monotonic() < end:
    ready, _, _ = select.select([terminal], [], [], 1)
    if not ready:
        continue
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if not typed and shown.endswith(b"\n> "):
        typed = True
        if resize:
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 10, 20, 0, 0))
        os.write(terminal, keys)

_, status = os.waitpid(child, 0)
sys.stdout.write(shown.decode("utf-8", "replace").replace("\r\n", "\n"))
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
