"""Write docs/brief.schema.json, and the tables of docs/reading.md, from src/ostiary/app/data/brief_fields.yml.

Usage: python tools/docs/write_brief_schema.py
"""

import json
from pathlib import Path

from ostiary.app.brief_schema import describe_fields, make_schema

DOCS = Path(__file__).resolve().parents[2] / "docs"

#: What stands below this line of docs/reading.md is written here.
MARK = "<!-- Written by tools/docs/write_brief_schema.py from src/ostiary/app/data/brief_fields.yml. -->"


def build_docs() -> dict[str, str]:
    """Return the files that are made from the table: name to content."""
    above = (DOCS / "reading.md").read_text("utf-8").partition(MARK)[0]
    return {
        "brief.schema.json": json.dumps(make_schema(), ensure_ascii=False, indent=2) + "\n",
        "reading.md": f"{above}{MARK}\n\n" + "\n".join(describe_fields()).rstrip() + "\n",
    }


if __name__ == "__main__":
    for name, content in build_docs().items():
        (DOCS / name).write_text(content, encoding="utf-8")
