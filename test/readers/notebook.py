"""Runs the code of a notebook, cell by cell, and prints the last values of its tables as JSON on the last line.

Exits with 3 if a package is missing.
"""

import json
import sys

try:
    import matplotlib  # noqa: F401
    import pandas  # noqa: F401
except ImportError:
    sys.exit(3)

with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]

names = {}
for cell in cells:
    if cell["cell_type"] == "code":
        exec("".join(cell["source"]), names)

print(
    json.dumps(
        {
            "members": int(names["members"]["count"].iloc[-1]),
            "parties": int(names["parties"]["count"].iloc[-1]),
            "votes": [float(weight) for weight in names["votes"]["groups.weight"]],
        }
    )
)
