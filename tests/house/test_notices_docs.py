"""The page on notices names every word of the form."""

from pathlib import Path
from typing import get_args

from ostiary.model.certainty import Certainty, Reading
from ostiary.model.notices import STEPS, NoticeKind, SourceKind

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "notices.md").read_text("utf-8")


def test_every_word_of_the_form_is_documented() -> None:
    words = [*get_args(NoticeKind), *get_args(SourceKind), *get_args(Certainty), *get_args(Reading)]
    words += [step for steps in STEPS.values() for step in steps]
    assert [word for word in words if word not in PAGE] == []
