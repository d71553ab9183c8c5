"""Write the bundled samples: facts in, files in OFAC's Advanced XML out.

The facts are data of the publisher (see ``facts.yml``); the files are ours. Every profile keeps the publisher's
number, and so does every reference value; all other elements are numbered by their place in the facts, so that
one element has one number in both versions.
"""

import argparse
import calendar
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "ostiary" / "app" / "samples"
NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
DECLARATION = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'

#: What OFAC calls a party that is neither a person nor an organisation stands one level lower than the others.
PARTY_SUBTYPES = {"Individual": "4", "Entity": "3", "Vessel": "1", "Aircraft": "2"}

Fact = dict[str, Any]


def read_facts(folder: Path = HERE) -> tuple[Fact, dict[str, list[dict[str, str]]]]:
    """Return the numbered facts and the reference values; every value in them is text."""
    facts, reference = (
        yaml.load((folder / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - plain strings only
        for name in ("facts.yml", "reference.yml")
    )
    numbers = itertools.count(1)
    for party in facts["parties"]:
        _number(party, numbers)
    for relation in facts["relations"]:
        _number(relation, numbers)
    return facts, reference


def _number(fact: Any, numbers: Iterator[int]) -> None:  # noqa: ANN401 - YAML nests as it likes
    if isinstance(fact, list):
        for item in fact:
            _number(item, numbers)
    elif isinstance(fact, dict):
        for value in list(fact.values()):
            _number(value, numbers)
        fact["#"] = str(next(numbers))


def stands(fact: Fact, version: str) -> bool:
    """Tell whether a fact stands in the version of that date."""
    since, until = str(fact.get("since", "")), str(fact.get("until", "9999"))
    return since <= version < until


def add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """Append an element and return it."""
    element = etree.SubElement(
        parent, f"{{{NAMESPACE}}}{tag}", {key.replace("_", "-"): v for key, v in attributes.items()}
    )
    element.text = text or None
    return element


class SampleWriter:
    """Builds one version.

    Args:
        facts: As :func:`read_facts` gives them.
        reference: Likewise.
        version: Date of issue, ISO.
    """

    def __init__(self, facts: Fact, reference: dict[str, list[dict[str, str]]], version: str) -> None:
        self.version = version
        self.reference = reference
        self.parties = self.standing(facts["parties"])
        self.relations = self.standing(facts["relations"])
        self.root = etree.Element(f"{{{NAMESPACE}}}Sanctions", {"Version": "3"}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs forget the default namespace
        self.places: dict[str, tuple[Fact, list[str]]] = {}

    def standing(self, facts: list[Fact]) -> list[Fact]:
        """Return those of the facts that stand in this version."""
        return [fact for fact in facts if stands(fact, self.version)]

    def key(self, values: str, text: str, field: str = "text") -> str:
        """Return the publisher's number of a reference value."""
        return next(row["ID"] for row in self.reference[values] if row.get(field) == text)

    def build(self) -> bytes:
        """Return the bytes of the whole file."""
        self._add_day(add(self.root, "DateOfIssue", CalendarTypeID="1"), self.version)
        self._add_reference()
        locations = add(self.root, "Locations")
        documents = add(self.root, "IDRegDocuments")
        parties = add(self.root, "DistinctParties")
        for party in self.parties:
            self._add_documents(documents, party)
            self._add_party(parties, party)
        for number, (place, features) in self.places.items():
            self._add_location(locations, number, place, features)
        self._add_relations()
        self._add_entries()
        add(self.root, "SanctionsEntryLinks")
        return DECLARATION + etree.tostring(self.root, encoding="utf-8", pretty_print=True)

    def _add_reference(self) -> None:
        sets = add(self.root, "ReferenceValueSets")
        for name, rows in self.reference.items():
            values = add(sets, name)
            for row in rows:
                attributes = {key: value for key, value in row.items() if key != "text"}
                add(values, name.removesuffix("Values"), row.get("text", ""), **attributes)

    def _add_location(self, locations: etree._Element, number: str, place: Fact, features: list[str]) -> None:
        location = add(locations, "Location", ID=number)
        for kind, text in place.items():
            if kind in {"country", "area"}:
                self._add_country(location, kind, text)
            elif kind != "#":
                self._add_location_part(location, kind, [text] if isinstance(text, str) else text)
        for feature in features:
            add(location, "FeatureVersionReference", FeatureVersionID=feature)

    def _add_country(self, location: etree._Element, kind: str, text: str) -> None:
        add(location, "LocationAreaCode", AreaCodeID=self.key("AreaCodeValues", text, "Description"))
        if kind == "country":
            country = self.key("CountryValues", text)
            add(location, "LocationCountry", CountryID=country, CountryRelevanceID="1413")

    def _add_location_part(self, location: etree._Element, kind: str, values: list[str | Fact]) -> None:
        part = add(location, "LocationPart", LocPartTypeID=self.key("LocPartTypeValues", kind))
        for value in values:
            fact = {"text": value} if isinstance(value, str) else value
            primary = "true" if value is values[0] else "false"
            marks = {"Primary": primary, "LocPartValueTypeID": "1", "LocPartValueStatusID": "1"}
            element = add(part, "LocationPartValue", **marks)
            add(element, "Comment", fact.get("comment", ""))
            add(element, "Value", fact["text"])

    def _add_documents(self, documents: etree._Element, party: Fact) -> None:
        primary = next(name for name in party["names"] if name["kind"] == "Name")
        written = self.standing(primary["written"])[0]["#"]
        for fact in self.standing(party.get("documents", [])):
            attributes = {"ID": fact["#"], "IDRegDocTypeID": self.key("IDRegDocTypeValues", fact["type"])}
            attributes["IdentityID"] = party["#"]
            if "country" in fact:
                attributes["IssuedBy-CountryID"] = self.key("CountryValues", fact["country"])
            attributes["ValidityID"] = self.key("ValidityValues", fact.get("validity", "Valid"))
            document = add(documents, "IDRegDocument", **attributes)
            add(document, "Comment", fact.get("comment", ""))
            add(document, "IDRegistrationNo", fact["number"])
            add(document, "IssuingAuthority", fact.get("authority", ""))
            self._add_document_dates(document, fact)
            add(document, "DocumentedNameReference", DocumentedNameID=written)

    def _add_document_dates(self, document: etree._Element, fact: Fact) -> None:
        for field, kind in (("issued", "Issue Date"), ("expires", "Expiration Date")):
            if field in fact:
                number = self.key("IDRegDocDateTypeValues", kind)
                self._add_period(add(document, "DocumentDate", IDRegDocDateTypeID=number), fact[field])

    def _add_party(self, parties: etree._Element, party: Fact) -> None:
        distinct = add(parties, "DistinctParty", FixedRef=party["uid"])
        add(distinct, "Comment", party.get("comment", ""))
        profile = add(distinct, "Profile", ID=party["uid"], PartySubTypeID=PARTY_SUBTYPES[party["type"]])
        marks = {"FixedRef": party["uid"], "Primary": "true", "False": "false"}
        identity = add(profile, "Identity", ID=party["#"], **marks)
        groups: list[tuple[str, str]] = []
        for name in self.standing(party["names"]):
            groups += self._add_alias(identity, party["uid"], name)
        masters = add(identity, "NamePartGroups")
        for number, kind in groups:
            add(add(masters, "MasterNamePartGroup"), "NamePartGroup", ID=number, NamePartTypeID=kind)
        for feature in self.standing(party.get("features", [])):
            self._add_feature(profile, party, feature)

    def _add_alias(self, identity: etree._Element, uid: str, name: Fact) -> list[tuple[str, str]]:
        primary = name["kind"] == "Name"
        kind = self.key("AliasTypeValues", name["kind"])
        marks = {"Primary": "true" if primary else "false", "LowQuality": name.get("weak", "false")}
        alias = add(identity, "Alias", FixedRef=uid, AliasTypeID=kind, **marks)
        groups = []
        for place, written in enumerate(self.standing(name["written"])):
            status = "1" if primary and place == 0 else "2"
            documented = add(alias, "DocumentedName", ID=written["#"], FixedRef=uid, DocNameStatusID=status)
            groups += self._add_name_parts(documented, written)
        return groups

    def _add_name_parts(self, documented: etree._Element, written: Fact) -> list[tuple[str, str]]:
        groups = []
        script = self.key("ScriptValues", written["script"], "ScriptCode")
        parts = [part for part in written.items() if part[0] not in {"script", "since", "until", "#"}]
        for place, (kind, text) in enumerate(parts, 1):
            group = f"{written['#']}{place:02}"
            marks = {"ScriptID": script, "ScriptStatusID": "1", "Acronym": "false"}
            add(add(documented, "DocumentedNamePart"), "NamePartValue", text, NamePartGroupID=group, **marks)
            groups.append((group, self.key("NamePartTypeValues", kind)))
        return groups

    def _add_feature(self, profile: etree._Element, party: Fact, fact: Fact) -> None:
        number = fact["#"]
        feature = add(profile, "Feature", ID=number, FeatureTypeID=self.key("FeatureTypeValues", fact["type"]))
        reliability = self.key("ReliabilityValues", fact.get("reliability", "Unknown"))
        version = add(feature, "FeatureVersion", ID=number, ReliabilityID=reliability)
        add(version, "Comment", fact.get("comment", ""))
        self._add_value(version, fact)
        add(feature, "IdentityReference", IdentityID=party["#"], IdentityFeatureLinkTypeID="1")

    def _add_value(self, version: etree._Element, fact: Fact) -> None:
        if "date" in fact:
            self._add_period(version, fact["date"])
            add(version, "VersionDetail", DetailTypeID="1430")
        elif "lookup" in fact:
            value = self.key("DetailReferenceValues", fact["lookup"])
            add(version, "VersionDetail", DetailTypeID="1431", DetailReferenceID=value)
        elif "text" in fact:
            add(version, "VersionDetail", fact["text"], DetailTypeID="1432")
        else:
            self._add_feature_location(version, fact)

    def _add_feature_location(self, version: etree._Element, fact: Fact) -> None:
        place, number = fact.get("place"), fact["#"]
        if place is None:
            add(version, "VersionDetail", DetailTypeID="1433")
            place, number = {"Unknown": fact["country"]}, "9" + self.key("CountryValues", fact["country"])
        self.places.setdefault(number, (place, []))[1].append(fact["#"])
        add(version, "VersionLocation", LocationID=number)

    def _add_relations(self) -> None:
        relations = add(self.root, "ProfileRelationships")
        for fact in self.relations:
            marks = {"From_ProfileID": fact["from"], "To_ProfileID": fact["to"]}
            marks["RelationTypeID"] = self.key("RelationTypeValues", fact["type"])
            marks["RelationQualityID"] = self.key("RelationQualityValues", fact["quality"])
            marks |= {"Former": fact["former"], "SanctionsEntryID": fact["from"]}
            add(add(relations, "ProfileRelationship", ID=fact["#"], **marks), "Comment")

    def _add_entries(self) -> None:
        entries = add(self.root, "SanctionsEntries")
        for party in self.parties:
            for fact in party["entries"]:
                number = party["uid"] if fact is party["entries"][0] else fact["#"]
                marks = {"ProfileID": party["uid"], "ListID": self.key("ListValues", fact["list"])}
                entry = add(entries, "SanctionsEntry", ID=number, **marks)
                self._add_events(entry, fact)
                self._add_measures(entry, fact)

    def _add_events(self, entry: etree._Element, fact: Fact) -> None:
        for event in self.standing(fact["events"]):
            basis = self.key("LegalBasisValues", event["basis"])
            created = add(entry, "EntryEvent", ID=event["#"], EntryEventTypeID="1", LegalBasisID=basis)
            add(created, "Comment")
            self._add_day(add(created, "Date", CalendarTypeID="1"), event["date"])

    def _add_measures(self, entry: etree._Element, fact: Fact) -> None:
        for place, kind in enumerate(fact["measures"], 1):
            number = f"9{fact['#']}{place:02}"
            measure = add(
                entry, "SanctionsMeasure", ID=number, SanctionsTypeID=self.key("SanctionsTypeValues", kind)
            )
            self._add_open_period(measure)
        for program in self.standing(fact["programs"]):
            measure = add(entry, "SanctionsMeasure", ID=program["#"], SanctionsTypeID="1")
            add(measure, "Comment", program["tag"])
            self._add_open_period(measure)

    def _add_open_period(self, measure: etree._Element) -> None:
        fixed = {"YearFixed": "true", "MonthFixed": "true", "DayFixed": "true"}
        add(measure, "DatePeriod", CalendarTypeID="1", **fixed)

    def _add_period(self, parent: etree._Element, written: str) -> None:
        fixed = {"YearFixed": "false", "MonthFixed": "false", "DayFixed": "false"}
        period = add(parent, "DatePeriod", CalendarTypeID="1", **fixed)
        for tag, days in zip(("Start", "End"), _ends(written.removesuffix("~")), strict=True):
            circa = "true" if written.endswith("~") else "false"
            end = add(period, tag, Approximate=circa, **fixed)
            for bound, day in zip(("From", "To"), days, strict=True):
                self._add_day(add(end, bound), day)

    def _add_day(self, parent: etree._Element, day: str) -> None:
        for tag, number in zip(("Year", "Month", "Day"), day.split("-"), strict=True):
            add(parent, tag, str(int(number)))


def _ends(written: str) -> tuple[tuple[str, str], tuple[str, str]]:
    first, _, last = written.partition("/")
    if last:
        return (f"{first}-01-01", f"{first}-12-31"), (f"{last}-01-01", f"{last}-12-31")
    if len(written) == len("2014"):
        return (f"{written}-01-01",) * 2, (f"{written}-12-31",) * 2
    if len(written) == len("2014-06"):
        days = calendar.monthrange(int(written[:4]), int(written[5:]))[1]
        return (f"{written}-01",) * 2, (f"{written}-{days}",) * 2
    return (written,) * 2, (written,) * 2


def build_samples() -> dict[str, bytes]:
    """Return the bytes of each sample list by the name of its file."""
    facts, reference = read_facts()
    return {
        f"sdn_advanced_sample_{version}.xml": SampleWriter(facts, reference, version).build()
        for version in facts["versions"]
    }


def main() -> None:
    """Write the samples into a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--out", type=Path, default=SAMPLES)
    folder = parser.parse_args().out
    for name, content in build_samples().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
