"""What a report says of a party that the register does not say: whose it is, how old, and by what other name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ostiary.documents.parties.identifying import find_age, is_age_possible
from ostiary.documents.parties.lexicon import country_name, country_words, nationality
from ostiary.documents.parties.setting import CountryMark, Setting, read_setting
from ostiary.model.briefs import PartyDifference
from ostiary.model.errors import InputError
from ostiary.model.parties import Party
from ostiary.model.periods import Period, parse_period
from ostiary.model.reports import Mention, Report, Span
from ostiary.names.wording import fold_name

#: Properties that say whose a party is; an address says only where it has one.
_NATIONALITY = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")
_EXAMPLES = re.compile(r"(?:such as|including|like|among them|namely)\b", re.IGNORECASE)
#: So many words stand at most between an adjective and the name or the list of names that it is said of.
_FARTHEST = 6
_LONGEST_LIST = 240
#: A list of names has few words that are no names: *and*, *the notorious*.
_MOST_PLAIN_WORDS = 6
_PLAIN_GAPS = frozenset({" ", "\u00a0", "-"})
_CUES = frozenset({"such", "including", "like", "among", "namely"})


def party_differences(
    report: Report, mentions: Sequence[Mention], parties: Mapping[str, Party]
) -> tuple[tuple[str, PartyDifference], ...]:
    """Return what a report says of listed parties beyond or against the register, each with the party's id.

    Args:
        report: The report.
        mentions: Its mentions.
        parties: The parties named, by id; others are left out.
    """
    setting = read_setting(report.text)
    named = [one for one in mentions if one.matched_name and one.party_id in parties]
    found = [
        (one.party_id, difference)
        for one in named
        for difference in _differences(setting, report, one, parties[one.party_id])
    ]
    return tuple(dict.fromkeys(found))


def _is_written_so(written: str, listed: str) -> bool:
    """Return whether a listed name has all words of one as written, in whatever order."""
    return set(fold_name(written).split()) <= set(fold_name(listed).split())


def _differences(setting: Setting, report: Report, mention: Mention, party: Party) -> Iterator[PartyDifference]:
    yield from _by_age(report, mention, party)
    if not mention.sure:
        return
    yield from _by_nationality(setting, report, mention, party)
    written = report.words_of(mention.span)
    if mention.kind == "alias" and not any(_is_written_so(written, alias.name) for alias in party.aliases):
        yield PartyDifference(report.id, mention.span, f"called “{written}”", "no listed name is written so")


def _by_nationality(setting: Setting, report: Report, mention: Mention, party: Party) -> Iterator[PartyDifference]:
    direct = _adjectives_before(setting, mention.span.start)
    if direct:
        listed = _countries(value for name in _NATIONALITY for value in party.properties.get(name, ()))
        settled = listed | _countries(address.country for address in party.addresses)
        if all(mark.word.codes & settled for mark in direct):
            return
        yield _nationality_difference(setting, report, direct, party, "")
        return
    grouped = _adjectives_of_group(setting, mention.span.start)
    if grouped:
        yield _nationality_difference(setting, report, grouped, party, ", said of several together")


def _nationality_difference(
    setting: Setting, report: Report, marks: Sequence[CountryMark], party: Party, how: str
) -> PartyDifference:
    span = Span(setting.wording.starts[marks[0].first], setting.wording.ends[marks[-1].last])
    said = " and ".join(nationality(min(mark.word.codes)) for mark in marks)
    return PartyDifference(report.id, span, f"called {said}{how}", _registered(marks, party))


def _registered(marks: Sequence[CountryMark], party: Party) -> str:
    listed = _countries(value for name in _NATIONALITY for value in party.properties.get(name, ()))
    settled = _countries(address.country for address in party.addresses)
    said = [bool(mark.word.codes & listed) for mark in marks]
    if any(said):
        agreed = [nationality(min(mark.word.codes)) for mark, so in zip(marks, said, strict=True) if so]
        start = f"the register says {' and '.join(agreed)}" + ("" if all(said) else " only")
    else:
        start = "the register says neither" if len(marks) > 1 else "the register does not say so"
    others = f"; it says {_list_countries(listed)}" if listed and not any(said) else ""
    addresses = f"; it gives addresses in {_list_countries(settled)}" if settled and not listed else ""
    return start + others + addresses


def _list_countries(codes: Iterable[str]) -> str:
    return ", ".join(sorted(country_name(code) for code in codes))


def _countries(values: Iterable[str]) -> frozenset[str]:
    """The codes of countries by their names as a list publishes them: ``Korea, North`` too."""
    found: set[str] = set()
    for value in values:
        head, _, tail = value.partition(", ")
        for name in (value, f"{tail} {head}"):
            word = country_words().get(tuple(fold_name(name).replace("-", " ").split()))
            found |= word.codes if word else set()
    return frozenset(found)


def _adjectives_before(setting: Setting, place: int) -> list[CountryMark]:
    """The adjectives of nationality in the words that lead up to a name, joined by *and* or commas."""
    return _adjectives(setting, setting.wording.number_at(place))


def _adjectives_of_group(setting: Setting, place: int) -> list[CountryMark]:
    """The adjectives said of a group of which a name is given as an example (*X and Y groups such as …*)."""
    at = setting.wording.number_at(place)
    if at >= len(setting.wording):
        return []
    start = max(setting.wording.starts[setting.sentence(at).start], place - _LONGEST_LIST)
    cues = list(_EXAMPLES.finditer(setting.wording.text, start, place))
    if not cues:
        return []
    first = setting.wording.number_at(cues[-1].end())
    if sum(not setting.capital[word] for word in range(first, at)) > _MOST_PLAIN_WORDS:
        return []
    return _adjectives(setting, setting.wording.number_at(cues[-1].start()))


def _adjectives(setting: Setting, before: int) -> list[CountryMark]:
    sentence = setting.sentence(before) if before < len(setting.wording) else range(0)
    window = range(max(sentence.start, before - _FARTHEST), before)
    marks = [mark for mark in setting.countries_in(window) if mark.word.adjective and not _is_noun(setting, mark)]
    joined: list[CountryMark] = []
    for mark in reversed(marks):
        if joined and not _is_joined(setting, mark, joined[0]):
            break
        if not joined and not _leads_on(setting, mark, before):
            break
        joined.insert(0, mark)
    return joined


def _is_noun(setting: Setting, mark: CountryMark) -> bool:
    """Return whether an adjective's word stands for people or the state (*the Americans*, *Iran's*)."""
    return mark.last in setting.wording.possessive


def _is_joined(setting: Setting, left: CountryMark, right: CountryMark) -> bool:
    between = setting.wording.forms[left.last + 1 : right.first]
    return list(between) in ([], ["and"])


def _leads_on(setting: Setting, mark: CountryMark, before: int) -> bool:
    """Return whether nothing but plain words stands between an adjective and what it is said of."""
    return all(
        setting.wording.gap(at) in _PLAIN_GAPS and setting.wording.forms[at] not in _CUES
        for at in range(mark.last, before)
    )


def _by_age(report: Report, mention: Mention, party: Party) -> Iterator[PartyDifference]:
    found = find_age(report.text, mention.span)
    births = list(_births(party))
    if found and births and report.published and not is_age_possible(found[0], births, report.published):
        born = ", ".join(party.properties["birthDate"])
        yield PartyDifference(report.id, found[1], f"aged {found[0]}", f"born {born}")


def _births(party: Party) -> Iterator[Period]:
    for value in party.properties.get("birthDate", ()):
        try:
            yield parse_period(value)
        except InputError:
            continue  # a date that no reader could read contradicts nothing
