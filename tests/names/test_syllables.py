import pytest

from ostiary.names.syllables import find_given_names


def sounds(name: str) -> set[tuple[str, str]]:
    found = find_given_names(name.casefold().replace("-", " ").split())
    return {(given.family_sound, sound) for given in found for sound in given.sounds}


@pytest.mark.parametrize(
    ("pinyin", "wade"),
    [
        ("Song Deming", "Sung Te-ming"),
        ("Zhao Zexun", "Chao Tse-hsun"),
        ("Deng Juying", "Teng Chu-ying"),
        ("Cai Yueqiu", "Tsai Yueh-chiu"),
        ("Hsieh Jen-chieh", "Xie Renjie"),
        ("Xiong Siyuan", "Hsiung Ssu-yuan"),
        ("Renjie Xie", "Jen-chieh Hsieh"),
    ],
)
def test_pinyin_and_wade_giles_are_one_sound(pinyin: str, wade: str) -> None:
    assert sounds(pinyin) & sounds(wade)


@pytest.mark.parametrize(("left", "right"), [("Song Deming", "Song Demin"), ("Li Guang", "Li Gang")])
def test_another_syllable_is_another_sound(left: str, right: str) -> None:
    assert not sounds(left) & sounds(right)


@pytest.mark.parametrize("name", ["Maria Lopez", "John Smith", "Kim Jong Un", "Li", "Wang Wei", "Abdul Ali Khan"])
def test_a_name_that_is_not_chinese_or_has_one_syllable_has_none(name: str) -> None:
    assert sounds(name) == set()
