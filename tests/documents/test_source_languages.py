"""The language of a report: English is read, everything else is said."""

import pytest

from ostiary.documents.source.languages import find_language

ENGLISH = "The council of the town said on Monday that it would not pay for the crane, and that the port was safe."
SPANISH = (
    "El consejo de la ciudad dijo el lunes que no pagaría por la grúa y que el puerto era seguro para los barcos."
)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (SPANISH, "es", "Spanish"),
        ("Le conseil de la ville a dit que le port est sûr et que les grues ne sont pas chères.", "fr", "French"),
        ("Der Rat der Stadt sagte, dass der Hafen sicher ist und die Kräne nicht teuer sind.", "de", "German"),
        ("O conselho da cidade disse que o porto não é seguro e que os barcos são velhos.", "pt", "Portuguese"),
        ("Совет города заявил, что порт не закрыт и что он не будет платить за кран.", "ru", "Russian"),
        ("قال مجلس المدينة إن الميناء في المدينة لن يغلق هذا العام بعد أن طلب ذلك من الحكومة", "ar", "Arabic"),
        ("רשות העיר אמרה ביום שני כי הנמל ייסגר עד הסתיו", "he", "Hebrew"),
        ("市議会は月曜日に港を秋まで閉鎖すると発表した。", "ja", "Japanese"),
        ("市议会星期一宣布港口将关闭到秋天\uff0c船只必须离开。", "zh", "Chinese"),
        ("시의회는 월요일에 항구를 가을까지 폐쇄한다고 발표했다", "ko", "Korean"),
    ],
)
def test_another_language_is_named(text: str, code: str, name: str) -> None:
    remark = f"This report seems to be in {name}; claims are read in English only; names are still found."
    assert find_language([text]) == (code, (remark,))


def test_english_needs_no_remark() -> None:
    assert find_language([ENGLISH]) == ("en", ())


@pytest.mark.parametrize("texts", [[], [""], ["No."], ["1 2 3"], ["x y z"], ["y " * 40], ["@@@ ###"]])
def test_too_little_to_say(texts: list[str]) -> None:
    assert find_language(texts) == ("", ())


def test_some_foreign_paragraphs_are_not_worth_a_remark() -> None:
    assert find_language([ENGLISH, ENGLISH, ENGLISH, SPANISH]) == ("en", ())


def test_much_of_another_language_is_said() -> None:
    language, remarks = find_language([ENGLISH, ENGLISH, ENGLISH, SPANISH, SPANISH])
    assert (language, len(remarks)) == ("en", 1)
    assert remarks[0].startswith("Much of this report seems to be in Spanish")
