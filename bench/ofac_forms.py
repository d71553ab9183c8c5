"""What does OFAC's legacy CSV form say that its XML does not, and the other way round?

    python bench/ofac_forms.py ../shared/data/lists

Files of one day are not to be had, so a few of the differences are true changes: the main table is 25 days older
than its XML, the aliases and addresses are about two weeks younger than theirs.
"""

import argparse
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from places import LIST

from ostiary.lists import read_list
from ostiary.lists.us_ofac_csv.tables import ADDRESSES, ALIASES, read_table
from ostiary.model.statements import Listing

#: By the number of the party, property to values.
Values = dict[str, dict[str, set[str]]]
PROPERTIES = (
    "Thing.schema",
    "Sanction.program",
    "Person.birthDate",
    "Person.birthPlace",
    "Person.nationality",
    "Person.citizenship",
    "Person.gender",
    "Person.position",
    "Identification.number",
    "Identification.country",
    "Identification.startDate",
    "Identification.endDate",
    "LegalEntity.website",
    "LegalEntity.email",
    "LegalEntity.swiftBic",
    "LegalEntity.incorporationDate",
    "Vessel.flag",
    "Vessel.callSign",
    "Vehicle.buildDate",
    "Vehicle.registrationNumber",
)
_BLANKS = re.compile(r"[\s,]+")


def gather(listings: Iterator[Listing]) -> Values:
    """Return the values of each party by property."""
    found: Values = {}
    for listing in listings:
        said = found.setdefault(listing.party_id.partition(":")[2], defaultdict(set))
        for each in listing.statements:
            said[each.property].add(each.value)
    return found


def fold(text: str) -> str:
    """Return a text without commas, capitals and doubled blanks."""
    return _BLANKS.sub(" ", text).strip().casefold()


def compare_main(folder: Path) -> None:
    """Print, for the main table of May 2024 and the XML of 25 days later, what only one of them says."""
    with tempfile.TemporaryDirectory() as alone:
        path = Path(shutil.copy(folder / "us_ofac_csv" / "sdn_2024-05-03.csv.xz", alone))
        table = gather(read_list("us_ofac_csv", path).listings)
    xml = read_xml(folder, "2024-05-28")
    both = table.keys() & xml.keys()
    print(f"main table: {len(table):,} parties, XML: {len(xml):,}, both: {len(both):,}")
    for prop in PROPERTIES:
        same = sum(len(table[number][prop] & xml[number][prop]) for number in both)
        only = sum(len(table[number][prop] - xml[number][prop]) for number in both)
        lacking = sum(len(xml[number][prop] - table[number][prop]) for number in both)
        print(f"  {prop:32} same {same:6,}   only CSV {only:4,}   only XML {lacking:4,}")


def compare_tables(folder: Path) -> None:
    """Print how many aliases and addresses of December 2025 stand in the XML of 19 November."""
    xml = read_xml(folder, "2025-11-19b")
    names = read_table(folder / "us_ofac_csv" / "alt_2025-12.csv.xz", ALIASES, "OFAC").rows
    places = read_table(folder / "us_ofac_csv" / "add_2025-12.csv.xz", ADDRESSES, "OFAC").rows
    told: Counter[str] = Counter()
    for number, rows in names.items():
        written = {fold(name) for name in xml.get(number, {}).get("Alias.name", ())}
        words = {" ".join(sorted(name.split())) for name in written}
        for row in rows:
            name = fold(row.attributes["alt_name"])
            told[_judge(name, number in xml, written, words)] += 1
    print("aliases:", dict(told))
    told.clear()
    for number, rows in places.items():
        written = {fold(text) for text in xml.get(number, {}).get("Address.full", ())}
        for row in rows:
            text = ", ".join(
                filter(None, (row.attributes.get(name, "") for name in ("Address", "City", "Country")))
            )
            told[_judge(fold(text), number in xml, written, set()) if text else "empty"] += 1
    print("addresses:", dict(told))


def _judge(text: str, known: bool, written: set[str], words: set[str]) -> str:  # noqa: FBT001 - one of four facts
    if not known:
        return "of a newer party"
    if text in written:
        return "same"
    return "same words in another order" if " ".join(sorted(text.split())) in words else "other"


def read_xml(folder: Path, day: str) -> Values:
    """Return the values of the parties in the XML of a day."""
    path = folder / "us_ofac_sdn_advanced" / f"sdn_advanced_{day}.xml.bz2"
    return gather(read_list(LIST, path).listings)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder with us_ofac_csv and us_ofac_sdn_advanced")
    given = parser.parse_args()
    compare_main(given.folder)
    compare_tables(given.folder)
