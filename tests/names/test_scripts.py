import pytest

from ostiary.names.scripts import is_long_enough, is_syllabic, name_script


@pytest.mark.parametrize(
    ("text", "script"),
    [("abc", "Latin"), ("Путин", "Cyrillic"), ("孙伟", "Han"), ("محمد", "Arabic"), ("12", "Latin"), ("", "Latin")],
)
def test_the_script_is_that_of_the_first_letter(text: str, script: str) -> None:
    assert name_script(text) == script


@pytest.mark.parametrize(
    ("text", "expected"),
    [("孙伟", True), ("孙", False), ("PKK", True), ("Wu", False), ("K", False), ("김정", True), ("--", False)],
)
def test_how_long_a_name_must_be_depends_on_its_script(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_long_enough(text) is expected


def test_chinese_and_korean_write_a_syllable_a_sign() -> None:
    assert is_syllabic("孙伟")
    assert is_syllabic("김정은")
    assert not is_syllabic("Sun")
