#!/usr/bin/env python3
"""Python files are read without complaint and their lines have a bound. Usage: lines.py FILE…"""
import ast
import pathlib
import sys
import warnings

LONG_LINE = 180


def complaints_about(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    try:
        ast.parse(text, path)
    except (SyntaxError, SyntaxWarning) as fault:
        yield f"{fault.lineno}: {fault.msg}"
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONG_LINE:
            yield f"{number}: {len(line)} characters, more than {LONG_LINE}"
        if line != line.rstrip() or "\t" in line:
            yield f"{number}: a tab, or a space at the end"


def main():
    warnings.simplefilter("error")
    complaints = [f"{path}:{complaint}" for path in sys.argv[1:] for complaint in complaints_about(path)]
    print("\n".join(complaints))
    return 1 if complaints or len(sys.argv) == 1 else 0


if __name__ == "__main__":
    sys.exit(main())
