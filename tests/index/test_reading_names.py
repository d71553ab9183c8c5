from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from ostiary.documents.parties import PartyNames, find_mentions
from ostiary.index import Index, open_index
from ostiary.index.compilation import compile_index
from ostiary.model.parties import Party
from ostiary.model.reports import Report, Span, Zone
from ostiary.model.statements import ListVersion
from ostiary.names.wording import fold_name, name_keys
from ostiary.names.written import WrittenForm


def test_every_listed_name_is_found_by_its_written_form(index: Index, parties: list[Party]) -> None:
    names = PartyNames.over(index.reading_names(), index.party)
    for party in parties:
        for alias in party.aliases:
            _, forms = names.find_forms(name_keys([fold_name(alias.name)]))
            found = {
                index.party(int(index.name_party[name])).id
                for first in forms
                for form in names.forms_from(int(first))
                for name, kind in names.names_of_form(form)
                if kind == WrittenForm.LISTED
            }
            assert party.id in found


def test_the_arrays_are_mapped_and_ascend(index: Index) -> None:
    written = index.reading_names().written
    assert np.all(np.diff(written.keys) >= 0)
    assert np.all(np.diff(written.word_keys) > 0)
    assert len(written.forms) == len(written.keys) == len(written.starts) - 1
    assert written.starts[-1] == len(written.names) == len(written.kinds)
    assert written.most_words >= 4


def test_bearers_of_a_word_are_counted_by_party(index: Index) -> None:
    names = PartyNames.over(index.reading_names(), index.party)
    assert names.count_bearers(["maduro", "nobody"]) == [2, 0]


def test_a_text_is_read_over_an_index(index: Index) -> None:
    text = "Militants of the Cartel de los Soles (or Cartel of the Suns) met in Caracas."
    report = Report("r", "r.txt", "", "text", text, (Zone("body", Span(0, len(text))),))
    found = find_mentions(report, PartyNames.over(index.reading_names(), index.party))
    assert [(text[one.span.start : one.span.end], one.party_id) for one in found] == [
        ("Cartel de los Soles", "test:3"),
        ("Cartel of the Suns", "test:3"),
    ]


def test_a_delisted_party_is_read_and_never_screened(
    parties: list[Party], make_version: Callable[..., ListVersion], tmp_path: Path
) -> None:
    gone = replace(next(one for one in parties if one.id == "test:3"), delisted_in="2025-11-19")
    kept = [one for one in parties if one.id != gone.id]
    path = tmp_path / "one.ostiary"
    facts = compile_index(kept, [make_version(len(kept))], path, delisted=[gone])
    index = open_index(path)
    assert (facts.parties, index.party_number(gone.id)) == (len(kept), None)
    plainly_read = np.count_nonzero(index.name_reading[: len(index.name_texts)] == 0)
    assert plainly_read == facts.names == sum(len(party.aliases) for party in kept)
    assert not len(index.find_exact(gone.caption))
    text = "Militants of the Cartel de los Soles met in Caracas."
    report = Report("r", "r.txt", "", "text", text, (Zone("body", Span(0, len(text))),))
    (mention,) = find_mentions(report, PartyNames.over(index.reading_names(), index.party))
    assert mention.party_id == gone.id
    assert mention.reason.endswith("no longer listed, gone in version 2025-11-19")
