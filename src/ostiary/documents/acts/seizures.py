"""Seizures and freezes: whose assets, funds or ships an authority took or blocked."""

from dataclasses import replace

from ostiary.documents.acts.around import amounts_in, find_authority
from ostiary.documents.acts.designations import with_noun
from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.scene import Scene, word_in
from ostiary.documents.acts.told import Told, parties_of
from ostiary.documents.acts.verbs import read_verb

_ASSETS = frozenset(
    {
        "assets",
        "asset",
        "funds",
        "accounts",
        "account",
        "property",
        "properties",
        "money",
        "cash",
        "holdings",
        "wealth",
    }
)


def frozen(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``froze the assets of X``, ``X's funds were frozen``."""
    return _with_amount(scene, with_noun(scene, number, trigger, _ASSETS))


def seized(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``seized the tanker X``, ``confiscated X's assets``, where an authority or a court is told of.

    Rebels and robbers seize things too; that is no act of an authority.
    """
    told = with_noun(scene, number, trigger, _ASSETS) or _with_object(scene, number, trigger)
    if told is None:
        return None
    authority = find_authority(scene, told.verb)
    body = authority and any(at.start < authority.stop and authority.start < at.stop for at, _ in scene.agencies)
    return _with_amount(scene, told) if body or word_in(scene, "legal") else None


def _with_object(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    verb = read_verb(scene, number, trigger.shape)
    if verb is None:
        return None
    parties, start, stop = parties_of(scene, verb)
    return Told(verb, parties, start, stop) if parties else None


def _with_amount(scene: Scene, told: Told | None) -> Told | None:
    """Return an act with the only sum of money within its words."""
    sums = amounts_in(scene, range(told.start, told.stop)) if told else []
    return replace(told, amount=sums[0]) if told and len(sums) == 1 else told
