"""Outlets and bodies that stand in the tables."""

from collections.abc import Iterator

from ostiary.documents.voices.lexicon import Form, first_names, forms, titles, words_of
from ostiary.documents.voices.namings import Naming, capital, form_at, lower_at, written
from ostiary.documents.voices.organisations import outlet_noun_after
from ostiary.documents.voices.runs import opens_sentence, possessed_from
from ostiary.documents.words import Words

_LONGEST_BRANCH = 2


def find_known(words: Words) -> Iterator[Naming]:
    """Yield the outlets and bodies of the tables that a report names, in order, none within another."""
    table = forms()
    at = 0
    while at < len(words):
        form = _match(words, at, table.get(words.forms[at], ()))
        if form is None:
            at += 1
            continue
        naming = _naming(words, at, form)
        if naming is None:
            at += 1
            continue
        yield naming
        at = naming.whole.stop


def _match(words: Words, at: int, candidates: tuple[Form, ...]) -> Form | None:
    for form in candidates:
        end = at + len(form.words)
        if end <= len(words) and tuple(words.forms[at:end]) == form.words:
            same_sentence = words.sentence_of[at] == words.sentence_of[end - 1]
            return form if same_sentence else None
    return None


def _naming(words: Words, at: int, form: Form) -> Naming | None:
    name = range(at, at + len(form.words))
    if _within_other_name(words, name, form):
        return None
    start = at - 1 if lower_at(words, at - 1) == "the" else at
    if form.outlet:
        whole = range(start, _past_branch(words, name, form))
        return Naming(name, whole, "outlet", form.name, called=form.called, known=True, doubtful=form.ambiguous)
    if _foreign(words, at):
        longer = range(at - 1, name.stop)
        return Naming(longer, longer, "agency", written(words, longer), called=form.called)
    return Naming(
        name,
        range(possessed_from(words, start), name.stop),
        "agency",
        form.name,
        "",
        called=form.called,
        known=True,
    )


def _past_branch(words: Words, name: range, form: Form) -> int:
    """Return the word after an outlet's name with the branch that follows it (``BBC Radio Leeds``)."""
    end = name.stop
    while not form.ambiguous and end - name.stop < _LONGEST_BRANCH and capital(words, end):
        if words.lower[end] in titles() or words.lower[end] in first_names():
            break
        end += 1
    return outlet_noun_after(words, end) or end


def _within_other_name(words: Words, name: range, form: Form) -> bool:
    """Return whether capitals around a form make it part of another name (``Reuters Institute``)."""
    after = form_at(words, name.stop)
    if after in words_of("body_words") and form.outlet:
        return True
    if not form.ambiguous:
        return False
    if form.article and (lower_at(words, name.start - 1) != "the" or _title_before(words, name.start - 2)):
        return True
    before = words.forms[name.start - 1] if name.start else ""
    beside = before[:1].isupper() and before.lower() not in words_of("not_names")
    return capital(words, name.stop) or (beside and not opens_sentence(words, name.start))


def _title_before(words: Words, number: int) -> bool:
    """Return whether a capital before the article makes an outlet's name part of a title (``Face the Nation``)."""
    if not capital(words, number) or words.sentence_of[number] != words.sentence_of[number + 1]:
        return False
    return words.lower[number] not in words_of("not_names") and not opens_sentence(words, number)


def _foreign(words: Words, at: int) -> bool:
    """Return whether a capital before a body's name makes it another body (``German Foreign Office``)."""
    if not capital(words, at - 1) or words.sentence_of[at - 1] != words.sentence_of[at]:
        return False
    before = words.lower[at - 1]
    return not any(before in words_of(part) for part in ("not_names", "lowered", "modifiers"))
