"""What logic-v2 says of a person and some listed parties, kept in a file: it is slow, and a run may be ended.

Birth date, country and gender only take from its score (``LogicV2.features``: only names and identifiers add), so
with all fields it is asked only of the parties that it raises by name alone.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from followthemoney import ValueEntity
from listed import describe_party
from matchers import CUT, LogicJudge, make_entity
from nomenklatura import __version__

from ostiary.model.parties import Party
from ostiary.model.queries import Query

Scores = dict[str, float]


class Judgements:
    """logic-v2's scores of people against parties of one list.

    Args:
        parties: Of the list, by id.
        kept: The file that keeps the scores; None: they are not kept.
        about: What names the list and its version in the file.
    """

    def __init__(self, parties: Mapping[str, Party], kept: Path | None, about: str) -> None:
        self._parties = parties
        self._kept = kept
        self._about = f"{__version__} {about}"
        self._judge = LogicJudge()
        self._known: dict[str, Scores] = {}
        if kept and kept.is_file():
            for line in kept.read_text(encoding="utf-8").splitlines():
                key, scores = json.loads(line)
                self._known.setdefault(key, {}).update(scores)

    def find_raised(self, person: Query, candidates: Sequence[str], *, alone: bool) -> list[str]:
        """Return which candidates logic-v2 raises, at 0.70.

        Args:
            person: With all fields; its id is one of a kind.
            candidates: Ids of parties.
            alone: Whether it is given the name alone.
        """
        by_name = self._score(f"name {person.id}", {"name": person.names}, candidates)
        raised = [party for party in candidates if by_name[party] >= CUT]
        if alone:
            return raised
        gender = (person.gender,) if person.gender else ()
        known = {"birthDate": person.birth_dates, "nationality": person.nationalities, "gender": gender}
        scores = self._score(f"all {person.id}", {"name": person.names} | known, raised)
        return [party for party in raised if scores[party] >= CUT]

    def _score(self, about: str, properties: Mapping[str, tuple[str, ...]], candidates: Sequence[str]) -> Scores:
        key = f"{self._about} {about}"
        known = self._known.setdefault(key, {})
        open_ones = [party for party in candidates if party not in known]
        if open_ones:
            query = make_entity("Person", properties)
            found = {party: round(self._judge.judge(query, self._describe(party)), 4) for party in open_ones}
            known.update(found)
            if self._kept:
                with self._kept.open("a", encoding="utf-8") as file:
                    file.write(json.dumps([key, found]) + "\n")
        return known

    def _describe(self, party_id: str) -> ValueEntity:
        party = self._parties[party_id]
        return make_entity(party.schema, describe_party(party))
