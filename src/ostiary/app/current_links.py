"""The computed links between listings: over the newest versions, computed anew when lists or rules change."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ostiary.app.collection import collect_rarely
from ostiary.app.pipeline import Progress, choose_screened
from ostiary.app.settings import Settings
from ostiary.app.whole_files import replace_file
from ostiary.identity.computation import compute_links
from ostiary.identity.kept import LinkFacts, open_kept_links, write_links
from ostiary.identity.rules import describe_state
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register


def bring_links_up_to_date(
    settings: Settings,
    register: Register,
    progress: Progress | None = None,
    begin: Callable[[], None] | None = None,
) -> LinkFacts:
    """Return the facts of the links over the newest versions, computing them if they are of other lists or rules.

    Args:
        settings: Where things are kept.
        register: The open register.
        progress: Told how many listings were read, and of how many.
        begin: Called if they are computed.
    """
    versions = choose_screened(register)
    state = describe_state(_identify(versions))
    if kept := open_kept_links(settings.links_path, state):
        return kept.facts
    parties = chain.from_iterable(register.state(one.list_id, known_at=one.label).parties() for one in versions)
    counted = _count(parties, sum(one.parties for one in versions), progress)
    with collect_rarely(), replace_file(settings.links_path) as part:
        if begin:
            begin()
        return write_links(compute_links(counted), state, part)


def _identify(versions: Iterable[ListVersion]) -> list[tuple[str, str]]:
    """Return id and content digest of versions."""
    return [(one.list_id, one.content_digest) for one in versions]


def _count(parties: Iterable[Party], whole: int, progress: Progress | None) -> Iterator[Party]:
    for done, party in enumerate(parties, 1):
        yield party
        if progress:
            progress(done, whole)
