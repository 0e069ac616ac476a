"""The lines of JSON that a peer prints: what a timed section cost, and facts by which a reader sees that both did the same work."""

import json
import time
from contextlib import contextmanager


class Stopwatch:
    """Wall-clock seconds, and CPU seconds of all threads of the process, since it was made."""

    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def print(self):
        seconds, cpu_seconds = time.perf_counter() - self.wall, time.process_time() - self.cpu
        print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds}), flush=True)


@contextmanager
def section():
    stopwatch = Stopwatch()
    yield
    stopwatch.print()


def fact(name, value):
    print(json.dumps({"fact": name, "value": str(value)}), flush=True)
