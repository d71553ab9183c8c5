"""OFAC's consolidated (non-SDN) list in its older XML form; read twice, since remarks name other parties."""

from collections import Counter
from contextlib import closing
from datetime import date
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.recordwise import Form, read_recordwise
from ostiary.lists.sources import Source
from ostiary.lists.us_ofac_consolidated.parties import PartyReader, take_name
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing

_HEAD: Final = "publshInformation"  # as OFAC spells it
_ENTRY: Final = "sdnEntry"
_OUTLINE: Final = Outline(
    namespace="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    root="sdnList",
    sections={_HEAD: _HEAD, _ENTRY: _ENTRY},
    publisher="the Office of Foreign Assets Control",
)
#: The SDN list is offered in the same form. It has had more than 5,000 entries since 2012, this one never 1,000.
_MOST_ENTRIES: Final = 5000


def read_us_ofac_consolidated(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the list; it states its date itself.

    Args:
        description: The list.
        given: The file.

    Raises:
        ListFileError: The file cannot be opened, is no such list, or holds not as many entries as it says.
        ForeignListError: It is of another publisher, or the SDN list.
    """
    reader = _Reader(description)
    form = Form(_OUTLINE, reader.read_head, _take_root, reader.take_record)
    return read_recordwise(description, given, form)


def _take_root(root: Node) -> None:
    del root  # it has no attributes


class _Reader:
    """Reads one file: first what it says of itself and the names in it, then the parties."""

    def __init__(self, description: ListDescription) -> None:
        self._description = description
        self._names: dict[str, str] = {}

    def read_head(self, source: Source) -> date:
        """Return the date of publication, and keep the names that only one party has."""
        with closing(source.read_nodes(_take_root)) as nodes:
            record, head = next(nodes, ("", None))
            if head is None or record != _HEAD:
                raise ListFileError("The file does not begin by saying when it was published.")
            published = read_day(head.take_value("Publish_Date"), _HEAD, month_first=True)
            due = head.take_leaf_number("Record_Count")
            if due > _MOST_ENTRIES:
                raise ForeignListError(
                    f"The file holds {due:,} entries: it is the SDN list in this form.",
                    where=_HEAD,
                    advice="Take the SDN list as Advanced XML (us_ofac) or CSV (us_ofac_csv).",
                )
            found = [(take_name(node)[0], node.take_value("uid")) for _, node in nodes]
        if len(found) != due:
            raise ListFileError(
                f"The file holds {len(found):,} entries and says that there are {due:,}.",
                where="whole file",
                advice="Fetch the file again.",
            )
        times = Counter(name for name, _ in found)
        self._names = {name: f"{self._description.id}:{uid}" for name, uid in found if times[name] == 1}
        return published

    def take_record(self, record: str, node: Node, list_id: str, audit: Audit) -> Listing | None:
        """Return the party of an entry."""
        if record == _HEAD:
            node.take_value("Publish_Date")
            node.take_value("Record_Count")
            return None
        return PartyReader(list_id, self._description.entry_list, self._names, audit).read(node)
