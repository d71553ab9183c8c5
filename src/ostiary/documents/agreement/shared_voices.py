"""Do two propositions come from one mouth, or through one hand?"""

from ostiary.documents.agreement.concepts import saying_concepts
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.sources import is_nameless
from ostiary.documents.agreement.speakers import (
    UNDEFINED_BODIES,
    name_body,
    same_voice,
    sorts_of_body,
    words_of_body,
)
from ostiary.documents.agreement.terms import person_key
from ostiary.model.claims import Link

#: Kinds of voices that are nobody in particular.
NOBODY = frozenset({"outlet", "unnamed", "unknown", "group"})


def speaker_key(proposition: Proposition) -> str:
    """Return what is equal for the claims of one person or institution; empty if nobody in particular speaks."""
    speaker = proposition.claim.chain[-1]
    if not proposition.claim.attributed or speaker.kind in NOBODY:
        return ""
    return person_key(speaker.name) if speaker.kind == "person" else name_body(speaker.name)


def share_hand(left: Proposition, right: Proposition) -> bool:
    """Return whether one hand, besides an unnamed publisher, stands in the chains of both propositions."""
    return any(
        same_voice(one, other)
        for one in left.claim.chain
        for other in right.claim.chain
        if not is_nameless(one) and not is_nameless(other)
    )


def share_speaker(left: Proposition, right: Proposition) -> bool:
    """Return whether the chains of two propositions end at one person or institution."""
    one, other = left.claim.chain, right.claim.chain
    if min(len(one), len(other)) < 2 or "outlet" in {one[-1].kind, other[-1].kind}:  # noqa: PLR2004 - publisher only
        return False
    return same_voice(one[-1], other[-1])


def names_speaker(left: Proposition, right: Proposition) -> bool:
    """Return whether one is told in its outlet's own voice where the sentence names him who says the other.

    A person may stand anywhere in it, beside a word of saying; an institution must begin it, as the one who acts.
    """
    return any(
        (not one.claim.attributed or one.claim.chain[-1].kind == "unknown")
        and other.claim.attributed
        and _names(one, other.claim.chain[-1])
        for one, other in ((left, right), (right, left))
    )


def _names(proposition: Proposition, speaker: Link) -> bool:
    around = proposition.own | proposition.near
    if speaker.kind == "person":
        return person_key(speaker.name) in around and bool(around & saying_concepts())
    if speaker.kind != "agency":
        return False
    body = words_of_body(speaker.name) - UNDEFINED_BODIES
    return (bool(body) and body <= proposition.opening) or bool(sorts_of_body(speaker.name) & proposition.opening)
