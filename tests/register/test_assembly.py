from collections.abc import Callable
from datetime import date

import pytest

from ostiary.model.acts import Act
from ostiary.model.lists import ListReading
from ostiary.model.parties import Address, IdentityDocument, Party, Relation, Wallet
from ostiary.register import Register

Build = Callable[..., ListReading]
Said = tuple[str, ...]
Show = Callable[..., Party]


@pytest.fixture
def show(register: Register, build: Build) -> Show:
    """Records one party of which a list says something, and reads it back."""

    def record_and_read(*said: Said, valid_on: date | None = None) -> Party:
        register.record(build("2025-01-01", {"1": said}))
        return register.party("zz_list:1", valid_on=valid_on)

    return record_and_read


def test_the_primary_name_comes_first_then_by_number(show: Show) -> None:
    kinds = {"10": "a.k.a.", "9": "f.k.a.", "30": "name", "2": "a.k.a."}
    said = [(f"/alias/{number}", "Alias.name", f"Name {number}") for number in kinds]
    said += [(f"/alias/{number}", "Alias.kind", kind) for number, kind in kinds.items()]
    party = show(*said)
    assert [alias.name for alias in party.aliases] == ["Name 30", "Name 2", "Name 9", "Name 10"]
    assert party.caption == "Name 30"


@pytest.mark.parametrize(
    ("name", "parts", "ordered"),
    [
        ("PEREZ Ana Maria", {"firstName": "Ana Maria", "lastName": "PEREZ"}, ["PEREZ", "Ana Maria"]),
        ("ALI, Al", {"firstName": "Al", "lastName": "ALI"}, ["ALI", "Al"]),
        ("Ali Al", {"lastName": "Al", "firstName": "Ali"}, ["Ali", "Al"]),
        ("Ann", {"firstName": "Ann", "lastName": "elsewhere"}, ["Ann", "elsewhere"]),
    ],
)
def test_name_parts_follow_the_name(show: Show, name: str, parts: dict[str, str], ordered: list[str]) -> None:
    said = [("/alias/1", f"Alias.part:{kind}", value) for kind, value in parts.items()]
    (alias,) = show(("/alias/1", "Alias.name", name), *said).aliases
    assert [part.value for part in alias.parts] == ordered
    assert {part.kind: part.value for part in alias.parts} == parts


def test_quality_and_script(show: Show) -> None:
    party = show(
        ("/alias/1", "Alias.name", "Nick"),
        ("/alias/1", "Alias.quality", "weak"),
        ("/alias/1", "Alias.script", "Latn"),
        ("/alias/2", "Alias.name", "Nicolas"),
        ("/alias/2", "Alias.quality", "strong"),
    )
    assert [(alias.quality, alias.script) for alias in party.aliases] == [("weak", "Latn"), ("strong", "")]


def test_documents_addresses_and_wallets(show: Show) -> None:
    party = show(
        ("/document/5", "Identification.type", "Passport"),
        ("/document/5", "Identification.number", "X1"),
        ("/document/5", "Identification.country", "Iran"),
        ("/document/5", "Identification.startDate", "2001"),
        ("/document/5", "Identification.endDate", "2011"),
        ("/document/5", "Identification.authority", "Police"),
        ("/document/5", "Identification.validity", "Fraudulent"),
        ("/document/5", "Identification.comment", "lost"),
        ("/document/6", "Identification.number", "X2"),
        ("/document/6", "Identification.validity", "Valid"),
        ("/address/7", "Address.full", "Main Street 1, Town"),
        ("/address/7", "Address.country", "Cuba"),
        ("/wallet/8", "CryptoWallet.currency", "XBT"),
        ("/wallet/8", "CryptoWallet.publicKey", "1abc"),
    )
    below = "zz_list:1"
    assert party.documents == (
        IdentityDocument(
            f"{below}/document/5",
            "Passport",
            "X1",
            "Iran",
            "2001",
            "2011",
            "Police",
            fraudulent=True,
            comment="lost",
        ),
        IdentityDocument(f"{below}/document/6", "", "X2"),
    )
    assert party.addresses == (Address(f"{below}/address/7", "Main Street 1, Town", "Cuba"),)
    assert party.wallets == (Wallet(f"{below}/wallet/8", "XBT", "1abc"),)


def test_properties_lose_their_schema_and_keep_their_mark(show: Show) -> None:
    party = show(
        ("", "Thing.schema", "Person"),
        ("", "Person.birthDate", "1970"),
        ("", "Person.birthDate", "1969~"),
        ("", "Person.birthDate:false", "1950"),
        ("", "Person.country", "Cuba"),
        ("", "LegalEntity.country", "Cuba"),
        ("/feature/1", "Feature.reliability", "Unknown"),
    )
    assert party.schema == "Person"
    assert party.properties == {
        "birthDate": ("1969~", "1970"),
        "birthDate:false": ("1950",),
        "country": ("Cuba",),
    }


def test_entries_have_acts_programs_and_measures(show: Show) -> None:
    party = show(
        ("/entry/2", "Sanction.list", "Other"),
        ("/entry/2", "Sanction.program", "B"),
        ("/entry/1", "Sanction.list", "Main"),
        ("/entry/1", "Sanction.program", "C"),
        ("/entry/1", "Sanction.program", "A"),
        ("/entry/1", "Sanction.measure", "Block"),
        ("/entry/1", "Sanction.measure", "Block"),
        ("/entry/1/act/11", "Act.date", "2024-07-11"),
        ("/entry/1/act/11", "Act.legalBasis", "Order 2"),
        ("/entry/1/act/9", "Act.date", "2020"),
        ("/entry/1/act/9", "Act.legalBasis", "Order 1"),
    )
    main, other = party.entries
    assert (main.list_name, main.measures, other.list_name) == ("Main", ("Block",), "Other")
    assert main.acts == (
        Act("designation", "Ministry", "2020", "Order 1"),
        Act("designation", "Ministry", "2024-07-11", "Order 2"),
    )
    assert [one.program for one in main.programs] == ["A", "C"]
    assert {one.listing for one in main.programs} == {"zz_list:1/entry/1"}
    assert party.programs == ("A", "B", "C")


def test_an_act_is_of_the_kind_that_the_list_states_and_else_a_designation(show: Show) -> None:
    party = show(
        ("/entry/1", "Sanction.list", "Main"),
        ("/entry/1/act/1", "Act.date", "2020-01-01"),
        ("/entry/1/act/2", "Act.date", "2021-01-01"),
        ("/entry/1/act/2", "Act.kind", "amendment"),
        ("/entry/1/act/3", "Act.date", "2022-01-01"),
        ("/entry/1/act/3", "Act.kind", "a kind unheard of"),
    )
    assert [act.kind for act in party.entries[0].acts] == ["designation", "amendment", "designation"]


@pytest.mark.parametrize(("kind", "stands"), [("amendment", True), ("order", True), ("designation", False)])
def test_only_a_designation_says_that_an_entry_was_made_later(
    register: Register, build: Build, kind: str, *, stands: bool
) -> None:
    said = [("/entry/1", "Sanction.list", "Main"), ("/entry/1/act/1", "Act.date", "2020-01-01")]
    register.record(build("2025-01-01", {"1": [*said, ("/entry/1/act/1", "Act.kind", kind)]}))
    parties = register.state("zz_list", valid_on=date(2019, 1, 1)).parties()
    assert [party.id for party in parties] == ["zz_list:1"] * stands


@pytest.mark.parametrize(
    ("dates", "day", "stands"),
    [
        (["2024-07-11"], date(2024, 7, 10), False),
        (["2024-07-11"], date(2024, 7, 11), True),
        (["2024"], date(2023, 12, 31), False),
        (["2024"], date(2024, 1, 1), True),
        (["2024-07-11", "2020-01-01"], date(2020, 1, 1), True),
        (["2024-07-11", ""], date(2020, 1, 1), False),
        (["soon"], date(2020, 1, 1), True),
        ([], date(1990, 1, 1), True),
    ],
)
def test_an_entry_whose_acts_are_all_later_is_left_out(
    register: Register, build: Build, dates: list[str], day: date, *, stands: bool
) -> None:
    acts = [(f"/entry/1/act/{number}", "Act.date", one) for number, one in enumerate(dates) if one]
    register.record(build("2025-01-01", {"1": [("/entry/1", "Sanction.list", "Main"), *acts]}))
    assert [party.id for party in register.state("zz_list", valid_on=day).parties()] == ["zz_list:1"] * stands


@pytest.mark.parametrize(
    ("day", "values"),
    [
        (None, ("always", "since", "until")),
        (date(2019, 12, 31), ("always", "until")),
        (date(2020, 1, 1), ("always", "since", "until")),
        (date(2021, 1, 1), ("always", "since", "until")),
        (date(2021, 1, 2), ("always", "since")),
    ],
)
def test_statements_are_left_out_by_their_own_dates(show: Show, day: date | None, values: tuple[str, ...]) -> None:
    party = show(
        ("", "Thing.notes", "always"),
        ("", "Thing.notes", "since", "2020-01-01", ""),
        ("", "Thing.notes", "until", "", "2021-01-01"),
        valid_on=day,
    )
    assert party.properties["notes"] == values


def test_relations_show_on_both_sides(register: Register, build: Build) -> None:
    owns = [
        ("/relation/20", "Relation.type", "Owned by"),
        ("/relation/20", "Relation.target", "zz_list:2"),
        ("/relation/20", "Relation.former", "true"),
        ("/relation/20", "Relation.quality", "High"),
        ("/relation/20", "Relation.period", "2001/2005"),
    ]
    back = [
        ("/relation/3", "Relation.type", "Family"),
        ("/relation/3", "Relation.target", "zz_list:1", "2020-01-01", ""),
    ]
    itself = [("/relation/4", "Relation.type", "Same as"), ("/relation/4", "Relation.target", "zz_list:3")]
    gone = [("/relation/5", "Relation.type", "Family"), ("/relation/5", "Relation.target", "zz_list:1")]
    parties = {"1": owns, "2": back, "3": itself, "4": gone}
    register.record(build("2025-01-01", parties))
    register.record(build("2025-01-02", {**parties, "4": [("", "Thing.notes", "no relation now")]}))
    owned = Relation("zz_list:1/relation/20", "Owned by", "zz_list:1", "zz_list:2", True, "High", "2001/2005")
    kin = Relation("zz_list:2/relation/3", "Family", "zz_list:2", "zz_list:1")
    state = register.state("zz_list")
    found = {party.id: party.relations for party in state.parties()}
    assert found["zz_list:1"] == found["zz_list:2"] == (kin, owned)
    assert [relation.type for relation in found["zz_list:3"]] == ["Same as"]
    assert {id_: state.party(id_).relations for id_ in found} == found  # type: ignore[union-attr]
    earlier = register.party("zz_list:1", known_at="2025-01-01")
    assert [relation.id for relation in earlier.relations] == [kin.id, "zz_list:4/relation/5", owned.id]
    assert register.party("zz_list:1", valid_on=date(2019, 1, 1)).relations == (owned,)


@pytest.mark.parametrize(
    ("day", "stands"), [("2009-12-31", False), ("2010-01-01", True), ("2020-12-31", True), ("2021-01-01", False)]
)
def test_a_party_whose_entry_has_a_term_stands_within_it(
    register: Register, build: Build, day: str, *, stands: bool
) -> None:
    term = ("2010-01-01", "2020-12-31")
    said = [
        ("/alias/1", "Alias.name", "Ann"),
        ("/entry/1", "Sanction.list", "Main", *term),
        ("/entry/1", "Sanction.program", "ORDER", *term),
    ]
    register.record(build("2009-01-01", {"1": said}))
    found = register.state("zz_list", valid_on=date.fromisoformat(day)).parties()
    assert [party.programs for party in found] == [("ORDER",)] * stands


def test_an_entry_has_its_numbers_its_reasons_and_whose_designation_it_is(show: Show) -> None:
    party = show(
        ("/entry/1", "Sanction.list", "Main"),
        ("/entry/1", "Sanction.authorityId", "RUS9001"),
        ("/entry/1", "Sanction.unscId", "QDi.999"),
        ("/entry/1", "Sanction.authority", "UN"),
        ("/entry/1", "Sanction.reason", "It was involved."),
        ("/entry/1", "Sanction.measureComment", "License policy: denial"),
        ("/entry/1/act/1", "Act.date", "2020-01-31"),
        ("/entry/1/act/1", "Act.event", "Date Designated"),
    )
    (entry,) = party.entries
    assert entry.numbers == ("RUS9001", "QDi.999")
    assert entry.remarks == ("It was involved.", "License policy: denial")
    assert entry.acts == (Act("designation", "Ministry (UN)", "2020-01-31", "", "Date Designated"),)
