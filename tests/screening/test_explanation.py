from ostiary.screening import compare


def test_the_largest_effect_is_told_first_after_the_name() -> None:
    parts = compare("Jon Maduro", "MADURO MOROS John", schema="Person").parts
    effects = [abs(part.points) for part in parts[1:]]
    assert parts[0].label == "name"
    assert effects == sorted(effects, reverse=True)


def test_reasons_name_both_values() -> None:
    (part,) = (
        part for part in compare("Usama Ladin", "Usama Ladan", schema="Person").parts if part.label == "word"
    )
    assert (part.query_value, part.listed_value) == ("ladin", "ladan")
    assert "ladin" in part.reason
    assert "ladan" in part.reason


def test_a_short_word_without_vowels_is_called_weak_evidence() -> None:
    (part,) = (part for part in compare("امیر", "Amber", schema="Person").parts if part.label == "word")
    assert "many ways: weak evidence" in part.reason


def test_a_usual_form_is_not_called_weak() -> None:
    (part,) = (part for part in compare("محمد", "Mohammed", schema="Person").parts if part.label == "word")
    assert "weak" not in part.reason
