from ostiary.names.keys import exact_key, joined_key


def test_written_together_or_apart_gives_one_key() -> None:
    assert joined_key("al", "qaida") == joined_key("alqaida")


def test_a_key_is_never_zero_and_the_same_on_every_machine() -> None:
    assert joined_key("maduro") == -7662376806870981517
    assert joined_key() != 0


def test_case_spacing_and_unicode_form_make_no_difference_but_letters_do() -> None:
    assert exact_key("Nicolás  MADURO") == exact_key("Nicola\u0301s maduro")
    assert exact_key("Nicolas Maduro") != exact_key("Nicolás Maduro")
