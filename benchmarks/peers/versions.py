"""Prints what of the peers can be imported, as one line of JSON: name to version, null where it is missing or broken."""

import importlib
import json
import platform
import sys

versions = {"python": platform.python_version()}
for name in sys.argv[1:]:
    try:
        versions[name] = importlib.import_module(name).__version__
    except Exception as failure:  # a library that is there but does not load is no use either
        print(f"{name}: {failure}", file=sys.stderr)
        versions[name] = None
print(json.dumps(versions))
