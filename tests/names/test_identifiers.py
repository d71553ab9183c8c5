import pytest

from ostiary.names.identifiers import is_self_checking, normalise_identifier


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("IMO 9187629", "9187629"),
        ("imo9187629", "9187629"),
        ("h 13-781.445", "H13781445"),
        ("Passport No. H13781445", "H13781445"),
        ("V-17367457", "V17367457"),
        ("Passport EG3429510", "EG3429510"),
        ("bitcoin:12t9YDPgwueZ9NyMgw519p7AA8isjr6SMw", "12T9YDPGWUEZ9NYMGW519P7AA8ISJR6SMW"),
        ("9187629.0", "9187629"),
        ("12", ""),
        ("--", ""),
        ("NORTH123", "NORTH123"),
    ],
)
def test_spacing_case_and_labels_are_no_part_of_an_identifier(text: str, normal: str) -> None:
    assert normalise_identifier(text) == normal


@pytest.mark.parametrize(
    ("value", "label", "expected"),
    [
        ("IMO 9187629", "Vessel Registration Identification", True),
        ("IMO 9187628", "Vessel Registration Identification", False),
        ("9187629", "Company Number", False),
        ("0x098B716B8Aaf21512996dC57EB0615e2383E2f96", "ETH address", True),
        ("12t9YDPgwueZ9NyMgw519p7AA8isjr6SMw", "XBT address", True),
        ("1234567890", "Passport", False),
        ("3202", "License", False),
    ],
)
def test_a_right_check_digit_makes_an_identifier_tell_more(value: str, label: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_self_checking(value, label) is expected
