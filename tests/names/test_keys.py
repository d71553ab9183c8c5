from ostiary.names.keys import exact_key, joined_key, joined_keys_of


def test_written_together_or_apart_gives_one_key() -> None:
    assert joined_key("al", "qaida") == joined_key("alqaida")


def test_a_key_is_never_zero_and_the_same_on_every_machine() -> None:
    assert joined_key("maduro") == -7662376806870981517
    assert joined_key() != 0


def test_case_spacing_and_unicode_form_make_no_difference_but_letters_do() -> None:
    assert exact_key("Nicolás  MADURO") == exact_key("Nicola\u0301s maduro")
    assert exact_key("Nicolas Maduro") != exact_key("Nicolás Maduro")


def test_many_texts_have_the_keys_that_each_has_by_itself() -> None:
    texts = ["ali", "", "毛泽东", "x" * 500, "ж", "ali", "abdel rahman"]
    assert joined_keys_of(texts).tolist() == [joined_key(text) if text else 0 for text in texts]
    assert joined_keys_of([]).tolist() == []
