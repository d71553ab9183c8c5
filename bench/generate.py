"""Write an invented list in the form of the real one: Advanced XML with as many parties as asked.

The reference values are those of the bundled samples; the parties are invented.
"""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

from inventions import AIRCRAFT, ENTITY, PERSON, VESSEL, Invention, Inventor, Name

#: As many as the newest real list has.
PARTIES = 18_367
SEED = 1
COUNTRIES = ("11044", "11065", "11066", "11109", "11110", "11126", "11143", "11162", "11171", "11197", "11216")
PROGRAMS = ("SDGT", "RUSSIA-EO14024", "ILLICIT-DRUGS-EO14059", "NPWMD", "IFSR")
PERIOD = '<DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true"/>'
#: Feature types of text that each kind of party has: the number and what it says.
TEXT_FEATURES = {
    PERSON: (("9", "Springfield"), ("26", "Director")),
    ENTITY: (),
    VESSEL: (("1", "5ABC2"),),
    AIRCRAFT: (("64", "EP-XYZ"),),
}


def write_list(path: Path, parties: int, *, seed: int = SEED, issued: date = date(2025, 11, 19)) -> Path:
    """Write an invented list.

    Args:
        path: Where.
        parties: How many.
        seed: The same seed and number give the same parties.
        issued: Date of issue.

    Returns:
        The path.
    """
    inventions = list(Inventor(seed).invent_parties(parties))
    with path.open("w", encoding="utf-8") as target:
        target.write(_copy_head(issued))
        for section, parts in (
            ("Locations", map(_format_location, inventions)),
            ("IDRegDocuments", _format_documents(inventions)),
            ("DistinctParties", map(_format_party, inventions)),
            ("ProfileRelationships", _format_relations(inventions)),
            ("SanctionsEntries", map(_format_entry, inventions)),
        ):
            _write_section(target, section, parts)
        target.write("<SanctionsEntryLinks/>\n</Sanctions>\n")
    return path


def _write_section(target: TextIO, name: str, parts: Iterable[str]) -> None:
    target.write(f"<{name}>\n")
    target.writelines(part + "\n" for part in parts)
    target.write(f"</{name}>\n")


def _copy_head(issued: date) -> str:
    samples = sorted((files("ostiary.app") / "samples").iterdir(), key=lambda entry: entry.name)
    sample = next(entry for entry in samples if entry.name.endswith(".xml")).read_text(encoding="utf-8")
    start, _, rest = sample.partition("<DateOfIssue")
    values = rest[rest.index("<ReferenceValueSets>") : rest.index("</ReferenceValueSets>")]
    day = f"<Year>{issued.year}</Year><Month>{issued.month}</Month><Day>{issued.day}</Day>"
    return f'{start}<DateOfIssue CalendarTypeID="1">{day}</DateOfIssue>{values}</ReferenceValueSets>\n'


def _country(party: Invention) -> str:
    return COUNTRIES[party.country % len(COUNTRIES)]


def _format_location(party: Invention) -> str:
    def part(kind: str, value: str) -> str:
        return (
            f'<LocationPart LocPartTypeID="{kind}"><LocationPartValue Primary="true" LocPartValueTypeID="1" '
            f'LocPartValueStatusID="1"><Comment/><Value>{value}</Value></LocationPartValue></LocationPart>'
        )

    country, number = _country(party), party.number
    return (
        f'<Location ID="{number}"><LocationAreaCode AreaCodeID="{country}"/>'
        f'<LocationCountry CountryID="{country}" CountryRelevanceID="1413"/>'
        f"{part('1451', f'No. {number % 977} Main Street')}{part('1454', 'Springfield')}"
        f'{part("1456", f"{number:06}")}<FeatureVersionReference FeatureVersionID="{number}9"/></Location>'
    )


def _format_documents(parties: Iterable[Invention]) -> Iterator[str]:
    for party in parties:
        kind = "1571" if party.kind == PERSON else "1626" if party.kind == VESSEL else "1596"
        for at, text in enumerate(party.documents):
            yield (
                f'<IDRegDocument ID="{party.number}{at}" IDRegDocTypeID="{kind}" IdentityID="{party.number}" '
                f'IssuedBy-CountryID="{_country(party)}" ValidityID="1"><Comment/>'
                f"<IDRegistrationNo>{text}</IDRegistrationNo><IssuingAuthority/>"
                f'<DocumentedNameReference DocumentedNameID="{party.number}00"/></IDRegDocument>'
            )


def _format_party(party: Invention) -> str:
    number = party.number
    aliases = "".join(_format_alias(number, at, name) for at, name in enumerate(party.names))
    groups = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{number}{at:02}{place}" NamePartTypeID="{kind}"/>'
        "</MasterNamePartGroup>"
        for at, name in enumerate(party.names)
        for place, (kind, _) in enumerate(name.parts)
    )
    return (
        f'<DistinctParty FixedRef="{number}"><Comment/><Profile ID="{number}" PartySubTypeID="{party.kind}">'
        f'<Identity ID="{number}" FixedRef="{number}" Primary="true" False="false">{aliases}'
        f"<NamePartGroups>{groups}</NamePartGroups></Identity>{_format_features(party)}</Profile></DistinctParty>"
    )


def _format_alias(number: int, at: int, name: Name) -> str:
    kind, primary, status = ("1403", "true", "1") if at == 0 else ("1400", "false", "2")
    weak = str(name.weak).lower()
    parts = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{number}{at:02}{place}" ScriptID="215" '
        f'ScriptStatusID="1" Acronym="false">{escape(text)}</NamePartValue></DocumentedNamePart>'
        for place, (_, text) in enumerate(name.parts)
    )
    return (
        f'<Alias FixedRef="{number}" AliasTypeID="{kind}" Primary="{primary}" LowQuality="{weak}">'
        f'<DocumentedName ID="{number}{at:02}" FixedRef="{number}" DocNameStatusID="{status}">{parts}'
        "</DocumentedName></Alias>"
    )


def _format_features(party: Invention) -> str:
    def feature(at: int, kind: str, content: str) -> str:
        return (
            f'<Feature ID="{party.number}{at}" FeatureTypeID="{kind}"><FeatureVersion ID="{party.number}{at}" '
            f'ReliabilityID="1"><Comment/>{content}</FeatureVersion>'
            f'<IdentityReference IdentityID="{party.number}" IdentityFeatureLinkTypeID="1"/></Feature>'
        )

    texts = [
        feature(at, kind, f'<VersionDetail DetailTypeID="1432">{text}</VersionDetail>')
        for at, (kind, text) in enumerate(TEXT_FEATURES[party.kind])
    ]
    place = f'<VersionLocation LocationID="{party.number}"/>'
    risk = '<VersionDetail DetailTypeID="1431" DetailReferenceID="92084"/>'
    born = [feature(7, "8", _format_day(party.born))] if party.kind == PERSON else []
    return "".join([*texts, *born, feature(8, "504", risk), feature(9, "25", place)])


def _format_day(day: tuple[int, int, int]) -> str:
    written = "<Year>{}</Year><Month>{}</Month><Day>{}</Day>".format(*day)
    ends = "".join(
        f'<{end} Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false"><From>{written}</From>'
        f"<To>{written}</To></{end}>"
        for end in ("Start", "End")
    )
    return (
        '<DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false">'
        f'{ends}</DatePeriod><VersionDetail DetailTypeID="1430"/>'
    )


def _format_relations(parties: Iterable[Invention]) -> Iterator[str]:
    for party in parties:
        if party.related:
            yield (
                f'<ProfileRelationship ID="{party.number}" From-ProfileID="{party.number}" '
                f'To-ProfileID="{party.related}" RelationTypeID="15002" RelationQualityID="1" Former="false" '
                f'SanctionsEntryID="{party.number}"><Comment/></ProfileRelationship>'
            )


def _format_entry(party: Invention) -> str:
    first = party.country % len(PROGRAMS)
    programs = (PROGRAMS[(first + step) % len(PROGRAMS)] for step in range(party.programs))
    measures = "".join(
        f'<SanctionsMeasure ID="{party.number}{at}" SanctionsTypeID="1"><Comment>{program}</Comment>{PERIOD}'
        "</SanctionsMeasure>"
        for at, program in enumerate(programs, start=1)
    )
    return (
        f'<SanctionsEntry ID="{party.number}" ProfileID="{party.number}" ListID="1550">'
        f'<EntryEvent ID="{party.number}" EntryEventTypeID="1" LegalBasisID="1828"><Comment/>'
        '<Date CalendarTypeID="1"><Year>2019</Year><Month>5</Month><Day>6</Day></Date></EntryEvent>'
        f'<SanctionsMeasure ID="{party.number}0" SanctionsTypeID="1705">{PERIOD}</SanctionsMeasure>{measures}'
        "</SanctionsEntry>"
    )


def main() -> None:
    """Read the arguments and write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="the file to write")
    parser.add_argument("--parties", type=int, default=PARTIES)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    print(write_list(arguments.path, arguments.parties, seed=arguments.seed))


if __name__ == "__main__":
    main()
