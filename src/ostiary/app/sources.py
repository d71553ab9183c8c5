"""Where the files of lists are fetched from: the publishers' addresses, or mirrors that the user names.

``HOME/addresses.yml`` names mirrors, one list a line, ``us_ofac: https://mirror.example/sdn_advanced.xml``, or
several addresses where the list has several files.
"""

from collections.abc import Mapping, Sequence

import yaml

from ostiary.app.fetching import ListSource
from ostiary.app.settings import Settings
from ostiary.lists import describe_list, list_ids
from ostiary.model.errors import NotFoundError, QueryError


def choose_sources(settings: Settings, asked: Sequence[str], recorded: Sequence[str]) -> list[ListSource]:
    """Return where some lists are fetched from.

    Args:
        settings: Where things are kept.
        asked: The lists; none for all that can be fetched, save those that repeat another.
        recorded: The lists that the register holds: those alone can be unchanged.

    Raises:
        NotFoundError: There is no such list.
        QueryError: A list cannot be fetched, or ``addresses.yml`` cannot be used.
    """
    mirrors = _read_mirrors(settings)
    wanted = asked or _choose_all(mirrors, recorded)
    return [_make_source(one, mirrors, fresh=one not in recorded) for one in dict.fromkeys(wanted)]


def _choose_all(mirrors: Mapping[str, tuple[str, ...]], recorded: Sequence[str]) -> list[str]:
    known = [describe_list(one) for one in (*list_ids(), *recorded, *mirrors)]
    return [
        one.id
        for one in known
        if not one.sample
        and (one.addresses or one.id in mirrors)
        and (not one.repeats or one.id in mirrors or one.id in recorded)
    ]


def _make_source(list_id: str, mirrors: Mapping[str, tuple[str, ...]], *, fresh: bool) -> ListSource:
    if list_id in mirrors:
        return ListSource(list_id, mirrors[list_id], chosen=True, anew=fresh)
    description = describe_list(list_id)
    if not description.addresses:
        raise QueryError(
            f"{list_id} cannot be fetched by a program.",
            where=description.url,
            advice=f"Save it from there: ostiary update {list_id} --from FILE; or name a mirror in addresses.yml.",
        )
    return ListSource(list_id, description.addresses, anew=fresh)


def _read_mirrors(settings: Settings) -> dict[str, tuple[str, ...]]:
    path = settings.folder / "addresses.yml"
    if not path.is_file():
        return {}
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        mirrors = {str(one): tuple([given] if isinstance(given, str) else given) for one, given in found.items()}
        for list_id in mirrors:
            describe_list(list_id)
    except (OSError, ValueError, yaml.YAMLError, AttributeError, TypeError, NotFoundError) as error:
        raise QueryError(
            f"The file of mirrors cannot be used: {error}",
            where=str(path),
            advice="One list a line: us_ofac: https://mirror.example/sdn_advanced.xml",
        ) from error
    if any(not isinstance(one, str) for given in mirrors.values() for one in given):
        raise QueryError("An address in the file of mirrors is no text.", where=str(path))
    return mirrors
