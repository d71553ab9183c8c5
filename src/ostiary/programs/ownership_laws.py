"""What each regime says of the companies of blocked parties: its rules, dated and cited, and who is blocked."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final, get_args

from ostiary.model.errors import NotFoundError
from ostiary.model.ownership import (
    Aggregation,
    BlockedGovernment,
    BlockingList,
    ExemptProgram,
    OwnershipLaw,
    OwnershipRule,
    Regime,
)
from ostiary.model.programs import Citation
from ostiary.programs.citations import read_citation
from ostiary.programs.points import find_citations
from ostiary.programs.tables import DATA, read_table
from ostiary.programs.yaml_fields import Fields, read_fields

_REACHED: Final = {"at least": True, "more than": False}
_CONTROL: Final = {"counts": True, "does not count": False}


@cache
def load_ownership_law(regime: Regime) -> OwnershipLaw:
    """Return what a regime says of ownership.

    Raises:
        NotFoundError: There is no such regime.
        InputError: Its file is at fault.
    """
    if regime not in get_args(Regime):
        known = ", ".join(get_args(Regime))
        raise NotFoundError(f"There is no regime {regime!r}.", advice=f"Regimes: {known}.")
    name = f"{regime}.yml"
    return read_ownership_law(
        name, DATA.joinpath("ownership", name).read_text(encoding="utf-8"), _load_citations()
    )


@cache
def _load_citations() -> Mapping[str, Citation]:
    name = "ownership/citations.csv"
    return {row["key"]: read_citation(row, f"{name}, {row['key']}") for row in read_table(name)}


def read_ownership_law(name: str, text: str, known: Mapping[str, Citation]) -> OwnershipLaw:
    """Return what a file says.

    Args:
        name: The file, for errors.
        text: YAML.
        known: What can be cited, by key.

    Raises:
        InputError: A field is absent, of another kind, or unknown; a rule cites nothing; two rules overlap.
    """
    fields = read_fields(name, text)
    regime, authority = fields.word("regime", get_args(Regime)), fields.text("authority")
    rules = tuple(_read_rule(child, regime, authority, known) for child in fields.children("rules"))
    for before, after in pairwise(rules):
        if before.last is None or before.last >= after.first:
            raise fields.fault("rules", f"has two rules for {after.first}")
    law = OwnershipLaw(
        rules,
        tuple(map(_read_list, fields.children("lists"))),
        tuple(_read_exempt(child, known) for child in fields.children("exempt")),
        tuple(_read_government(child, known) for child in fields.children("governments")),
    )
    fields.finish()
    return law


def _read_rule(fields: Fields, regime: Regime, authority: str, known: Mapping[str, Citation]) -> OwnershipRule:
    rule = OwnershipRule(
        regime=regime,
        authority=authority,
        first=fields.day("from"),
        last=fields.day_if_given("until"),
        threshold=_read_threshold(fields),
        inclusive=_REACHED[fields.word("reached", _REACHED)],
        aggregation=fields.word("aggregation", get_args(Aggregation)),
        control=_CONTROL[fields.word("control", _CONTROL)],
        says=fields.text("says"),
        taken=fields.texts("taken"),
        sources=find_citations(fields, "cite", known),
    )
    fields.finish()
    return rule


def _read_threshold(fields: Fields) -> Fraction:
    text = fields.text("threshold")
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise fields.fault("threshold", "is no part of the whole, such as 1/2") from error


def _read_list(fields: Fields) -> BlockingList:
    found = BlockingList(fields.text("list"), fields.text("entry_list", ""), fields.text("measure", ""))
    fields.finish()
    return found


def _read_exempt(fields: Fields, known: Mapping[str, Citation]) -> ExemptProgram:
    found = ExemptProgram(fields.text("tag"), fields.text("says"), find_citations(fields, "cite", known))
    fields.finish()
    return found


def _read_government(fields: Fields, known: Mapping[str, Citation]) -> BlockedGovernment:
    government = BlockedGovernment(
        id=fields.text("id"),
        name=fields.text("name"),
        first=fields.day("from"),
        last=fields.day_if_given("until"),
        control=_CONTROL[fields.word("control", _CONTROL)],
        says=fields.text("says"),
        sources=find_citations(fields, "cite", known),
    )
    fields.finish()
    return government


def find_ownership_rule(regime: Regime, day: date) -> OwnershipRule:
    """Return the rule of a regime on a day.

    Raises:
        NotFoundError: None is described for that day, or there is no such regime.
    """
    rules = load_ownership_law(regime).rules
    return _pick(rules, day, regime)


def _pick(rules: Iterable[OwnershipRule], day: date, regime: str) -> OwnershipRule:
    found = [rule for rule in rules if rule.first <= day and (rule.last is None or day <= rule.last)]
    if not found:
        first = min(rule.first for rule in rules)
        raise NotFoundError(
            f"No ownership rule of the regime {regime} is described for {day}.",
            advice=f"The earliest is of {first}.",
        )
    return found[0]
