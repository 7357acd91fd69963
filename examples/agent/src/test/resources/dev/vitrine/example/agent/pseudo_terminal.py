"""Runs a command in a pseudo-terminal of 24 lines of 100 columns: types what standard input says, prints what it shows.

usage: pseudo_terminal.py COMMAND...

The exit code is that of the command, or 128 + N when signal N ended it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios

child, terminal = pty.fork()
if child == 0:
    # A build that runs in the background has SIGINT ignored, and hands that down: Ctrl-C would then do nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))

listened = [terminal, 0]
while True:
    ready, _, _ = select.select(listened, [], [])
    if 0 in ready:
        typed = os.read(0, 4096)
        if typed:
            os.write(terminal, typed)
        else:
            listened.remove(0)
    if terminal in ready:
        try:
            shown = os.read(terminal, 4096)
        except OSError:
            break
        if not shown:
            break
        os.write(1, shown)

_, status = os.waitpid(child, 0)
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
