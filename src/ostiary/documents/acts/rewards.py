"""Rewards and bounties: the sum, and the party that they lead to."""

from dataclasses import replace

from ostiary.documents.acts.around import amounts_in
from ostiary.documents.acts.lexicon import Shape, Trigger, object_words, triggers
from ostiary.documents.acts.objects import is_itself
from ostiary.documents.acts.scene import Named, Scene
from ostiary.documents.acts.told import Told
from ostiary.documents.acts.verbs import read_noun, read_verb

_NEAR, _FAR = 8, 16
_OFFERS: dict[str, Shape] = {"offer": "base", "offers": "third", "offered": "past", "offering": "ing"}


def reward(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read a reward or bounty with a sum of money, for what leads to a party."""
    verb = read_noun(scene, number, indefinite=True)
    sums = amounts_in(scene, scene.inside)
    party = _rewarded(scene, number)
    if verb is None or party is None or _is_withdrawn(scene, number, party):
        return None
    amount = _amount_of(scene, number, sums)
    if amount is None and scene.lower(number + 1) not in {"for", "on", "leading", "that"}:
        return None
    stop = max(number + 1, party.at.stop if party.at.start > number else 0, amount.stop if amount else 0)
    start = min(verb.at.start, amount.start if amount else number)
    return Told(verb, (party,), start, stop, amount=amount)


def _is_withdrawn(scene: Scene, number: int, party: Named) -> bool:
    """Return whether a verb takes a reward back: ``lifted the bounty on X``, ``the bounty on X was dropped``."""
    after = max(number, party.at.stop)
    near = (*range(number - _NEAR, number), *range(after, after + _NEAR // 2))
    return any(trigger.act == "delisting" for at in near for trigger in triggers().get(scene.lower(at), ()))


def offered(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``offered $10 million for information on X``."""
    near = range(max(scene.inside.start, number - _FAR), number)
    offers = [at for at in near if scene.lower(at) in _OFFERS]
    if not offers or scene.lower(number - 1) != "for" or not amounts_in(scene, range(offers[-1], number)):
        return None
    told = reward(scene, number, trigger)
    verb = read_verb(scene, offers[-1], _OFFERS[scene.lower(offers[-1])]) if told else None
    return replace(told, verb=verb, start=verb.at.start) if told and verb else None


def _rewarded(scene: Scene, number: int) -> Named | None:
    """Return the party that a reward leads to, else the only one that the sentence names."""
    path = object_words("path")
    at = number + 1
    while at < scene.inside.stop:
        party = scene.party_at(at)
        if party:
            return party if is_itself(scene, party) else None
        known = scene.lower(at) in path or scene.form(at)[:1].isdecimal() or scene.form(at)[:1].isupper()
        if not known:
            break
        at += 1
    one = len({each.mention.party_id for each in scene.parties}) == 1
    return scene.parties[0] if one and is_itself(scene, scene.parties[0]) else None


def _amount_of(scene: Scene, number: int, sums: list[range]) -> range | None:
    """Return the sum that a reward stands at: the one that it is raised ``to``, else the nearest."""
    raised = [at for at in sums if scene.lower(at.start - 1) == "to" and at.start > number - _FAR]
    if raised:
        return raised[-1]
    return min(sums, key=lambda at: abs(at.start - number), default=None)
