"""The documents on briefs are what their table says, and every form of the model stands in it."""

import json
import runpy
from pathlib import Path
from typing import get_args

import pytest

from ostiary.app.brief_json import FORM
from ostiary.model.briefs import Verdict
from ostiary.model.claims import AccusationStatus

ROOT = Path(__file__).resolve().parents[2]


def test_writing_them_again_gives_the_same_files() -> None:
    built = runpy.run_path(str(ROOT / "tools" / "docs" / "write_brief_schema.py"))["build_docs"]()
    assert set(built) == {"brief.schema.json", "reading.md"}
    for name, content in built.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == content, "run: python tools/docs/write_brief_schema.py"


def test_the_schema_names_the_form() -> None:
    schema = json.loads((ROOT / "docs" / "brief.schema.json").read_text("utf-8"))
    assert schema["$id"] == f"urn:ostiary:{FORM.replace('/', ':')}"
    assert schema["$defs"]["brief"]["properties"]["form"]["const"] == FORM


@pytest.mark.parametrize("word", [*get_args(Verdict), *get_args(AccusationStatus), FORM])
def test_every_word_is_explained(word: str) -> None:
    text = (ROOT / "docs" / "reading.md").read_text("utf-8").partition("## JSON\n")[0]
    assert word == FORM or f"`{word}`" in text or f"*{word}*" in text
