"""What is listed? The names of the newest recorded version, for the peers to search."""

from dataclasses import dataclass
from pathlib import Path

from anyascii import anyascii
from matchers import Properties
from places import LIST
from rapidfuzz import utils

from ostiary.app.settings import read_settings
from ostiary.model.parties import Party
from ostiary.register import open_register


@dataclass(frozen=True, slots=True)
class ListedNames:
    """The written names of a list, one row each.

    Attributes:
        parties: Party id per name.
        texts: As listed.
        strong: Whether the list calls the name strong.
        schemas: Schema of the party, per name.
    """

    parties: tuple[str, ...]
    texts: tuple[str, ...]
    strong: tuple[bool, ...]
    schemas: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)


def read_parties(home: Path, list_id: str = LIST) -> list[Party]:
    """Return the parties of the newest version of a list that is recorded in a home."""
    settings = read_settings(home)
    with open_register(settings.register_path) as register:
        return list(register.state(list_id).parties())


def collect_names(parties: list[Party]) -> ListedNames:
    """Return all written names of the parties."""
    rows = [
        (party.id, alias.name, alias.quality == "strong", party.schema)
        for party in parties
        for alias in party.aliases
    ]
    return ListedNames(*(tuple(column) for column in zip(*rows, strict=True)))


def fold_words(text: str) -> str:
    """Return a name in Latin letters, lower case, signs dropped, words sorted, for a scan by edit ratio."""
    return " ".join(sorted(utils.default_process(anyascii(text)).split()))


def describe_party(party: Party) -> Properties:
    """Return a party as FollowTheMoney properties, as far as logic-v2 uses them."""
    strong = [alias.name for alias in party.aliases if alias.quality == "strong"]
    properties = {
        "name": tuple(strong[:1]),
        "alias": tuple(strong[1:]),
        "weakAlias": tuple(alias.name for alias in party.aliases if alias.quality == "weak"),
        "birthDate": _plain_dates(party.properties.get("birthDate", ())),
        "gender": tuple(text.casefold() for text in party.properties.get("gender", ())),
    }
    countries = ("nationality", "citizenship", "country")
    return properties | {name: tuple(party.properties.get(name, ())) for name in countries}


def _plain_dates(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(end for text in written for end in text.removesuffix("~").split("/"))
