"""Reads the files in the current folder into tables of DuckDB."""

import sys
from pathlib import Path

import duckdb
from lines import fact

connection = duckdb.connect()
*creates, counts = Path(sys.argv[1]).read_text().split(";\n\n")
for create in creates:
    connection.execute(create)
fact("rows", " + ".join(f"{count:,}" for count in connection.execute(counts).fetchone()))
