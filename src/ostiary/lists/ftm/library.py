"""All entities of a data set, laid on disk, so that a party can be read together with what tells of it.

A file of a gigabyte takes as much again in the folder for temporary files, and some 150 bytes of memory an entity.
"""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from ostiary.lists.audit import Audit
from ostiary.lists.ftm.entities import Entity, parse_entity
from ostiary.lists.ftm.words import load_words
from ostiary.lists.lines import Lines
from ostiary.model.errors import ListFileError


class Library:
    """The entities of one data set; use it in a ``with`` block, at whose end the disk is free again."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the block that the class is used in
        self._spots: dict[str, tuple[int, int]] = {}
        self._details: defaultdict[str, list[str]] = defaultdict(list)
        self._sanctioned: set[str] = set()
        self._parties: list[str] = []
        #: Entities that are nobody's detail and not designated, by schema.
        self.others: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def fill(self, lines: Lines, audit: Audit) -> None:
        """Take in all lines of the file.

        Raises:
            ListFileError: A line is damaged, an id stands twice, or nobody in the file is designated.
        """
        candidates: list[tuple[str, str, bool | None]] = []
        for text in lines:
            if not text.strip():
                continue
            entity = parse_entity(text, lines.number, audit)
            if entity.id in self._spots:
                raise ListFileError(
                    f"The id {entity.id} stands twice.", where=lines.place, advice="Fetch the file again."
                )
            self._spots[entity.id] = (self._file.tell(), entity.line)
            self._file.write(text.rstrip("\r\n").encode() + b"\n")
            if not self._note_detail(entity):
                candidates.append((entity.id, entity.schema, entity.designated if _has_topics(entity) else None))
        for entity_id, schema, designated in candidates:
            if designated or (designated is None and entity_id in self._sanctioned):
                self._parties.append(entity_id)
            elif schema != "Address":
                self.others[schema] += 1
        if not self._parties:
            raise ListFileError(
                "Nobody in this data set is designated: no entity has the topic sanction or a Sanction.",
                advice="Ostiary keeps lists of designated parties only.",
            )

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the designated, in the order of the file."""
        return iter(self._parties)

    def __contains__(self, entity_id: str) -> bool:
        return entity_id in self._spots

    def get(self, entity_id: str) -> Entity:
        """Return an entity.

        Raises:
            KeyError: There is none of this id.
        """
        offset, line = self._spots[entity_id]
        self._file.seek(offset)
        return parse_entity(self._file.readline().decode(), line)

    def find_details(self, entity_id: str) -> Iterable[Entity]:
        """Yield the entities that tell more of one: its sanctions, documents, wallets, relations."""
        return map(self.get, self._details.get(entity_id, ()))

    def _note_detail(self, entity: Entity) -> bool:
        words = load_words()
        known = words.details.get(entity.schema) or words.relations.get(entity.schema, ("",))[0]
        owners = entity.properties.get(known, ()) if known else ()
        for owner in owners:
            self._details[owner].append(entity.id)
            if entity.schema == "Sanction":
                self._sanctioned.add(owner)
        # A wallet without a holder may be designated itself.
        return bool(known) and (bool(owners) or entity.schema != "CryptoWallet")


def _has_topics(entity: Entity) -> bool:
    return bool(entity.properties.get("topics"))
