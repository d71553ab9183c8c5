from ostiary.names.analysis import AnalysedName, NameClass, Word, WordKind
from ostiary.names.arrays import number_words


def test_words_that_differ_in_anything_have_one_order_in_every_process() -> None:
    """Hashes of texts differ from process to process: an order that left a field out would follow them."""
    fields = [
        (form, native, kind, symbols, spelling)
        for form in ("ali", "bo")
        for native in ("", "али")
        for kind in (WordKind.PLAIN, WordKind.INITIAL)
        for symbols in ((), (1,), (2,))
        for spelling in ("", "l", "b")
    ]
    words = tuple(Word(*each) for each in fields)
    numbers = number_words([AnalysedName("", NameClass.PERSON, words)])[NameClass.PERSON]
    assert list(numbers) == [Word(*each) for each in sorted(fields)]
    assert list(numbers.values()) == list(range(len(words)))
