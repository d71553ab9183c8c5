"""A small SDN list of facts, written as Advanced XML: reference values get their numbers as they are used."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing, Statement

NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
SECTIONS = (
    "Locations",
    "IDRegDocuments",
    "DistinctParties",
    "ProfileRelationships",
    "SanctionsEntries",
    "SanctionsEntryLinks",
)
Parts = Sequence[tuple[str, str]]


def element(tag: str, *content: str, text: str = "", **attributes: object) -> str:
    given = "".join(f" {name.replace('__', '-')}={quoteattr(str(value))}" for name, value in attributes.items())
    return f"<{tag}{given}>{''.join(content)}{escape(text)}</{tag}>"


def day(tag: str, iso: str, **attributes: object) -> str:
    year, month, number = (int(part) for part in iso.split("-"))
    parts = (("Year", year), ("Month", month), ("Day", number))
    return element(tag, *(element(name, text=str(value)) for name, value in parts), **attributes)


FIXED = {"YearFixed": "false", "MonthFixed": "false", "DayFixed": "false"}


def boundary(tag: str, first: str, last: str, *, approximate: str = "false") -> str:
    return element(tag, day("From", first), day("To", last), Approximate=approximate, **FIXED)


def period(first: str, last: str = "", *, circa: bool = False) -> str:
    flag = str(circa).lower()
    sides = [("Start", first)] if last == ".." else [("Start", first), ("End", last or first)]
    content = (boundary(tag, iso, iso, approximate=flag) for tag, iso in sides)
    return element("DatePeriod", element("Comment"), *content, CalendarTypeID=1, **FIXED)


class SdnFile:
    """A list file in the making."""

    def __init__(self, issued: str = "2025-03-04") -> None:
        self.issued = issued
        self.root = f'<Sanctions xmlns="{NAMESPACE}" Version="3">'
        self.records: dict[str, list[str]] = {name: [] for name in SECTIONS}
        self._tables: dict[str, dict[str, int]] = {"CalendarType": {"Gregorian": 1}}
        self._parties: list[int] = []
        self._groups = 5000
        self._pending: list[tuple[int, int]] = []

    def ref(self, table: str, text: str) -> int:
        """The number of a reference value, which is added when it is new."""
        values = self._tables.setdefault(table, {})
        return values.setdefault(text, 100 * len(self._tables) + len(values))

    def add_party(
        self, number: int, *content: str, kind: str = "Individual", notes: str = "", identity: int = 0
    ) -> None:
        """Content: names first, then features."""
        self._parties.append(number)
        names = [text for text in content if text.startswith("<Alias")]
        groups = element("NamePartGroups", *self._take_groups())
        flags = {"FixedRef": number, "Primary": "true", "False": "false"}
        known = element("Identity", *names, groups, ID=identity or number + 100000, **flags)
        features = [text for text in content if text.startswith("<Feature")]
        profile = element("Profile", known, *features, ID=number, PartySubTypeID=self.ref("PartySubType", kind))
        record = element("DistinctParty", element("Comment", text=notes), profile, FixedRef=number)
        self.records["DistinctParties"].append(record)

    def alias(self, *written: str, kind: str = "Name", weak: bool = False) -> str:
        return element(
            "Alias",
            *written,
            FixedRef=1,
            AliasTypeID=self.ref("AliasType", kind),
            Primary=str(kind == "Name").lower(),
            LowQuality=str(weak).lower(),
        )

    def written(self, number: int, parts: Parts, *, script: str = "Latin", primary: bool = False) -> str:
        status = self.ref("DocNameStatus", "Primary Latin" if primary else "Others")
        content = [self._part(kind, value, script) for kind, value in parts]
        return element("DocumentedName", *content, ID=number, FixedRef=1, DocNameStatusID=status)

    def name(self, number: int, *parts: tuple[str, str]) -> str:
        """The primary name alone."""
        return self.alias(self.written(number, parts, primary=True))

    def _part(self, kind: str, value: str, script: str) -> str:
        self._groups += 1
        self._pending.append((self._groups, self.ref("NamePartType", kind)))
        flags = {"ScriptID": self.ref("Script", script), "ScriptStatusID": self.ref("ScriptStatus", "Unknown")}
        given = element("NamePartValue", text=value, NamePartGroupID=self._groups, Acronym="false", **flags)
        return element("DocumentedNamePart", given)

    def _take_groups(self) -> list[str]:
        pending, self._pending = self._pending, []
        groups = (element("NamePartGroup", ID=number, NamePartTypeID=kind) for number, kind in pending)
        return [element("MasterNamePartGroup", group) for group in groups]

    def feature(self, number: int, kind: str, *content: str, party: int = 1, **said: str) -> str:
        """``said``: reliability and comment."""
        version = element(
            "FeatureVersion",
            element("Comment", text=said.get("comment", "")),
            *content,
            ID=number,
            ReliabilityID=self.ref("Reliability", said.get("reliability", "Unknown")),
        )
        link = self.ref("IdentityFeatureLinkType", "Unknown")
        back = element("IdentityReference", IdentityID=party + 100000, IdentityFeatureLinkTypeID=link)
        return element("Feature", version, back, ID=number + 1, FeatureTypeID=self.ref("FeatureType", kind))

    def text(self, value: str) -> str:
        return element("VersionDetail", text=value, DetailTypeID=self.ref("DetailType", "TEXT"))

    def lookup(self, value: str) -> str:
        number = self.ref("DetailReference", value)
        return element("VersionDetail", DetailTypeID=self.ref("DetailType", "LOOKUP"), DetailReferenceID=number)

    def add_location(self, number: int, parts: Sequence[tuple[str, str, str]] = (), country: str = "") -> None:
        """Parts are kind, value and script, the script empty for the main value."""
        content = []
        if country:
            area = self.ref("AreaCode", country)
            relevance = self.ref("CountryRelevance", "PRIMARY")
            content.append(element("LocationAreaCode", AreaCodeID=area))
            place = {"CountryID": self.ref("Country", country), "CountryRelevanceID": relevance}
            content.append(element("LocationCountry", **place))
        content += [self._location_part(*part) for part in parts]
        self.records["Locations"].append(element("Location", *content, ID=number))

    def _location_part(self, kind: str, value: str, script: str) -> str:
        given = element(
            "LocationPartValue",
            element("Comment", text=script),
            element("Value", text=value),
            Primary=str(not script).lower(),
            LocPartValueTypeID=self.ref("LocPartValueType", "Unknown"),
            LocPartValueStatusID=self.ref("LocPartValueStatus", "Main"),
        )
        return element("LocationPart", given, LocPartTypeID=self.ref("LocPartType", kind))

    def add_document(self, number: int, kind: str, value: str, *content: str, **said: object) -> None:
        """``said``: identity, name, country, validity, comment, authority, place."""
        attributes: dict[str, object] = {"ID": number, "IDRegDocTypeID": self.ref("IDRegDocType", kind)}
        attributes["IdentityID"] = said["identity"]
        attributes["ValidityID"] = self.ref("Validity", str(said.get("validity", "Valid")))
        if "country" in said:
            attributes["IssuedBy__CountryID"] = self.ref("Country", str(said["country"]))
        if "place" in said:
            attributes["IssuedIn__LocationID"] = said["place"]
        record = element(
            "IDRegDocument",
            element("Comment", text=str(said.get("comment", ""))),
            element("IDRegistrationNo", text=value),
            element("IssuingAuthority", text=str(said.get("authority", ""))),
            *content,
            element("DocumentedNameReference", DocumentedNameID=said["name"]),
            **attributes,
        )
        self.records["IDRegDocuments"].append(record)

    def document_date(self, kind: str, iso: str) -> str:
        return element("DocumentDate", period(iso), IDRegDocDateTypeID=self.ref("IDRegDocDateType", kind))

    def add_relation(self, number: int, source: int, target: int, kind: str, *content: str, **said: str) -> None:
        """``said``: quality, former, comment, entry."""
        record = element(
            "ProfileRelationship",
            element("Comment", text=said.get("comment", "")),
            *content,
            ID=number,
            From__ProfileID=source,
            To__ProfileID=target,
            RelationTypeID=self.ref("RelationType", kind),
            RelationQualityID=self.ref("RelationQuality", said.get("quality", "Unknown")),
            Former=said.get("former", "false"),
            SanctionsEntryID=said.get("entry", source),
        )
        self.records["ProfileRelationships"].append(record)

    def add_entry(
        self, number: int, *programs: str, on: str = "SDN List", acts: Parts = (), profile: int = 0
    ) -> None:
        """Acts are a day and a legal basis each."""
        kinds = [("Block", "")] + [("Program", program) for program in programs]
        measures = [self._measure(10 * number + i, *kind) for i, kind in enumerate(kinds)]
        events = [self._event(1000000 * i + number, *act) for i, act in enumerate(acts or [("2020-01-31", "INA")])]
        attributes = {"ProfileID": profile or number, "ListID": self.ref("List", on)}
        self.records["SanctionsEntries"].append(
            element("SanctionsEntry", *events, *measures, ID=number, **attributes)
        )

    def _measure(self, number: int, kind: str, comment: str) -> str:
        fixed = dict.fromkeys(FIXED, "true")
        dates = element("DatePeriod", CalendarTypeID=1, **fixed)
        said = element("Comment", text=comment) if comment else ""
        kind_number = self.ref("SanctionsType", kind)
        return element("SanctionsMeasure", said, dates, ID=number, SanctionsTypeID=kind_number)

    def _event(self, number: int, iso: str, basis: str) -> str:
        attributes = {"EntryEventTypeID": self.ref("EntryEventType", "Created")}
        attributes["LegalBasisID"] = self.ref("LegalBasis", basis)
        when = day("Date", iso, CalendarTypeID=1)
        return element("EntryEvent", element("Comment"), when, ID=number, **attributes)

    def _reference_sets(self) -> str:
        party_types = {"Vessel": "Transport", "Aircraft": "Transport"}
        for kind in list(self._tables.get("PartySubType", ())):
            self.ref("PartyType", party_types.get(kind, kind))
        sets = []
        for table, values in self._tables.items():
            rows = [self._reference_value(table, text, number) for text, number in values.items()]
            sets.append(element(f"{table}Values", *rows))
        return element("ReferenceValueSets", *sets, element("ExRefTypeValues"))

    def _reference_value(self, table: str, text: str, number: int) -> str:
        more: dict[str, object] = {}
        if table == "Script":
            more["ScriptCode"] = {"Cyrillic": "Cyrl", "Arabic": "Arab"}.get(text, text)
        elif table == "AreaCode":
            more["Description"] = text
        elif table == "PartySubType":
            transport = text in {"Vessel", "Aircraft"}
            more["PartyTypeID"] = self.ref("PartyType", "Transport" if transport else text)
            text = text if transport else "Unknown"
        return element(table, text=text, ID=number, **more)

    def render(self) -> str:
        """The file; parties of which none has an entry get one each."""
        if self.records.get("SanctionsEntries") == []:
            for number in self._parties:
                self.add_entry(number, "SDGT")
        sections = "\n".join(element(name, *records) for name, records in self.records.items())
        issue = day("DateOfIssue", self.issued, CalendarTypeID=1)
        head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
        return f"{head}\n{self.root}\n{issue}\n{self._reference_sets()}\n{sections}\n</Sanctions>"


class Read:
    """A file that was read to its end."""

    def __init__(self, reading: ListReading) -> None:
        self.reading = reading
        self.parties: dict[str, Listing] = {listing.party_id: listing for listing in reading.listings}
        self.warnings = reading.warnings

    def statements(self) -> Iterator[Statement]:
        for listing in self.parties.values():
            yield from listing.statements

    def values(self, subject: str, prop: str = "") -> list[str]:
        """Values of a property, or ``property=value`` of all of them; the subject without the list id."""
        whole = f"{self.reading.description.id}:{subject}"
        found = [each for each in self.statements() if each.subject == whole]
        if prop:
            return [each.value for each in found if each.property == prop]
        return [f"{each.property}={each.value}" for each in found]


@pytest.fixture
def sdn() -> SdnFile:
    return SdnFile()


@pytest.fixture
def person(sdn: SdnFile) -> SdnFile:
    """A list of one party: Ada LOVELACE, number 1, name 11, entry 1."""
    sdn.add_party(1, sdn.name(11, ("Last Name", "LOVELACE"), ("First Name", "Ada")))
    sdn.add_entry(1, "SDGT")
    return sdn


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "list.xml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def read(save: Callable[[str | bytes], Path]) -> Callable[[SdnFile], Read]:
    return lambda file: Read(read_list("us_ofac", save(file.render())))


@pytest.fixture
def read_list_file() -> Callable[..., Read]:
    """Reads a whole file: id of the list, path, and when it was published, if the file does not say it."""
    return lambda list_id, path, published=None: Read(read_list(list_id, path, published=published))


@pytest.fixture
def period_xml() -> Callable[..., str]:
    return period


@pytest.fixture
def boundary_xml() -> Callable[..., str]:
    return boundary


@pytest.fixture
def element_xml() -> Callable[..., str]:
    return element
