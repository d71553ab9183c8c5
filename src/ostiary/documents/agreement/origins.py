"""How do the sources of two reports stand to each other? One origin, two, or no telling."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from ostiary.documents.agreement.concepts import stem
from ostiary.documents.agreement.copies import share_wording
from ostiary.documents.agreement.professions import exclude_each_other
from ostiary.documents.agreement.quotations import share_quotation
from ostiary.documents.agreement.records import (
    find_record,
    is_kept_back,
    is_public_document,
    mentions_document,
    name_shared_document,
)
from ostiary.documents.agreement.shared_voices import names_speaker
from ostiary.documents.agreement.sources import Source, find_sources
from ostiary.documents.agreement.speakers import fold_name, name_body, same_voice, words_of_body
from ostiary.documents.agreement.tellings import Telling
from ostiary.documents.agreement.terms import person_key
from ostiary.model.briefs import Verdict
from ostiary.model.claims import Link, Reading

#: Names so alike may be one name, misspelt.
_ONE_NAME = 0.8
_TELLING_LETTERS = 4
#: Outlets whose story two reports both tell: name as written by name folded.
Stories = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two tellings of a claim stand to each other.

    Attributes:
        verdict: What they are worth together.
        reason: Why, in plain words.
    """

    verdict: Verdict
    reason: str


def relate(one: Telling, other: Telling, stories: Stories) -> Relation:
    """Return how two tellings stand to each other. *Independent* only if nothing speaks against it.

    Args:
        one: The telling of one report.
        other: That of another.
        stories: The outlets whose story both reports tell.
    """
    record = next(_find_records(one, other), "")
    if record:
        looked_up = f"{record[:1].upper()}{record[1:]} can be looked up at its source"
        return Relation("public record", f"{looked_up}: the record decides, and not how many report it.")
    document = _find_document(one, other)
    if document:
        return Relation("public record", document)
    pairs = [(left, right) for left in one.sources for right in other.sources]
    shared = next(filter(None, (_find_shared(left, right) for left, right in pairs)), "")
    shared = shared or _cites_publisher(one, other) or _find_named_here(one, other)
    if shared:
        return Relation("one origin", shared)
    two = all(_are_two(left, right) for left, right in pairs)
    quoted = share_quotation(one, other, surely=two)
    if quoted:
        return Relation("one origin", f"Both give the same words in quotation marks: \u201c{quoted}\u201d.")
    if share_wording(one, other):
        return Relation("one origin", "Both tell it in the same words: it was written once.")
    relations = [_weigh(left, right, (one, other), stories) for left, right in pairs]
    return next((relation for relation in relations if relation.verdict != "independent"), relations[0])


def _cites_publisher(one: Telling, other: Telling) -> str:
    """Return why one report has it from the other itself, or an empty text."""
    for citing, cited in ((one, other), (other, one)):
        name = f" {fold_name(cited.reading.report.outlet)} "
        for hand in (hand for source in citing.sources for hand in source.hands):
            if name.strip() and f" {fold_name(hand.name)} " in name and hand.kind != "unnamed":
                return f"{citing.publisher} has it from {cited.publisher}."
    return ""


def _find_named_here(one: Telling, other: Telling) -> str:
    """Return why both have it from one whom one report names where it tells the claim in its own voice."""
    named = _name_named_here(one, other)
    return f"One report gives the word of {named}, the other names them in the same sentence." if named else ""


def _name_named_here(one: Telling, other: Telling) -> str:
    for left in one.propositions:
        for right in other.propositions:
            if names_speaker(left, right):
                return (right if right.claim.attributed else left).claim.origin
    for silent, telling in ((one, other), (other, one)):
        outlets = {name for source in telling.sources for name in source.outlets.values()} - {silent.publisher}
        for member in silent.propositions:
            text = silent.reading.report.words_of(member.claim.content)
            named = [name for name in sorted(outlets) if name.removeprefix("The ") in text]
            if named and not member.claim.attributed:
                return named[0]
    return ""


def _find_records(one: Telling, other: Telling) -> Iterator[str]:
    told = (*one.propositions, *other.propositions)
    named = all(source.standing in {"own voice", "named"} for source in (*one.sources, *other.sources))
    openly = named and not any(map(is_kept_back, told))
    for left in one.propositions:
        for right in other.propositions:
            record = find_record(left, right, (one.reading, other.reading), openly=openly)
            if record:
                yield record


def _find_document(one: Telling, other: Telling) -> str:
    """Return why two tellings rest on documents that anybody can look up, or an empty text.

    One may also name such a document without saying that it has it from there; in their own voice both may, if it
    is the same.
    """
    own_voice = all(source.standing == "own voice" for source in (*one.sources, *other.sources))
    shared = name_shared_document(one.propositions, other.propositions) if own_voice else ""
    if shared:
        return f"Both speak of a document that anybody can look up: {shared}."
    if not any(map(is_public_document, (*one.sources, *other.sources))):
        return ""
    both = all(
        any(source.standing == "document" or is_public_document(source) for source in telling.sources)
        or (telling.sources[0].standing == "own voice" and any(map(mentions_document, telling.propositions)))
        for telling in (one, other)
    )
    return "Both rest on a document that anybody can look up." if both else ""


def _find_shared(left: Source, right: Source) -> str:
    """Return why two sources are one, or an empty text."""
    outlets = _share_outlets(left, right)
    if outlets:
        return f"Both go back to what {next(iter(outlets.values()))} published."
    for hand in left.hands:
        if any(same_voice(hand, other) for other in right.hands):
            return f"Both give the word of {hand.name}."
    if left.standing == right.standing == "document":
        return f"Both rest on a document: {left.origin.name}; {right.origin.name}."
    if left.body and right.body and (left.body <= right.body or right.body <= left.body):
        return f"{left.origin.name} and {right.origin.name} speak for one institution."
    return ""


def _share_outlets(left: Source, right: Source) -> Mapping[str, str]:
    """Return the outlets that two sources both went through: name as written by name folded."""
    return {outlet: name for outlet, name in right.outlets.items() if outlet in left.outlets}


def _weigh(left: Source, right: Source, tellings: tuple[Telling, Telling], stories: Stories) -> Relation:
    """Return how two sources stand to each other that share no hand."""
    names = f"{left.origin.name} and {right.origin.name}"
    if _are_two(left, right):
        shared = [name for outlet, name in stories.items() if _may_bring(outlet, left, right, tellings)]
        if shared:
            return Relation("cannot tell", f"{names} are two, but both reports tell the story of {shared[0]}.")
        doubt = _cited_from_unknown(left, right, tellings) or _stands_beside(left, right, tellings)
        if doubt:
            return Relation("cannot tell", doubt)
        return Relation("independent", f"{names} are two origins, and neither stands in the other's chain.")
    story = _find_story(left, right, tellings, stories)
    if story:
        return Relation("one origin", story)
    return Relation("cannot tell", _doubt(left, right, tellings))


def _cited_from_unknown(left: Source, right: Source, tellings: tuple[Telling, Telling]) -> str:
    """Return why what one report cites may be the other report itself, whose outlet nobody gives."""
    for source, telling in zip((right, left), tellings, strict=True):
        cited = [*source.outlets.values(), *([source.origin.name] if source.origin.kind != "person" else [])]
        if cited and not telling.reading.report.outlet:
            return f"Who published {telling.publisher} is not known: it may be what the other cites, {cited[0]}."
    return ""


def _stands_beside(left: Source, right: Source, tellings: tuple[Telling, Telling]) -> str:
    """Return why one who says it in one report may say it in the other too, where the same sentence names them."""
    for source, telling in zip((right, left), tellings, strict=True):
        name = source.origin.name
        keys = (
            {person_key(name), stem(fold_name(name).rsplit(maxsplit=1)[-1])}
            if source.origin.kind == "person"
            else set()
        )
        if any(keys & (each.own | each.near) for each in telling.propositions):
            return f"{telling.publisher} names {name} where it tells this, and may have it from them."
    return ""


def _may_bring(outlet: str, left: Source, right: Source, tellings: tuple[Telling, Telling]) -> bool:
    """Return whether an outlet whose story both reports tell may have brought either source to a report.

    One of the two publishers may only have brought those whom its own report names too.
    """
    one, other = tellings
    if outlet == name_body(one.publisher):
        return _names(one.reading, right.origin)
    if outlet == name_body(other.publisher):
        return _names(other.reading, left.origin)
    return True


def _names(reading: Reading, voice: Link) -> bool:
    """Return whether a report gives the word of a voice, or may."""
    hands = (hand for claim in reading.claims for source in find_sources(claim, reading) for hand in source.hands)
    return any(same_voice(voice, hand) for hand in hands)


def _doubt(left: Source, right: Source, tellings: tuple[Telling, Telling]) -> str:
    """Return why nothing can be told of two sources."""
    if left.standing == right.standing == "own voice":
        return "Neither report says whose word it is: both may have it from one story."
    for source, telling in zip((left, right), tellings, strict=True):
        if source.standing == "unknown":
            return f"{telling.publisher} does not say who says it, and it may be the same source."
        if source.standing == "own voice":
            return f"{telling.publisher} names nobody and may have it from the same source."
    return f"Nothing shows that {left.origin.name} and {right.origin.name} are two sources."


def _are_two(left: Source, right: Source) -> bool:
    """Return whether two sources, neither of which stands in the other's chain, are surely two."""
    if "own eyes" in {left.standing, right.standing}:
        others = {left.standing, right.standing} - {"own eyes"}
        return not others or (others == {"named"} and len(left.hands) + len(right.hands) == 1)
    if left.standing == right.standing == "named":
        return left.origin.kind == right.origin.kind and not _may_be_one(left, right)
    return _are_two_people(left, right)


def _may_be_one(left: Source, right: Source) -> bool:
    """Return whether one of two named sources may be the other, misspelt, or speak for it.

    A body and a person are never surely two: whoever is named may be the body's own head, lawyer or spokesman.
    """
    names = left.origin.name.casefold(), right.origin.name.casefold()
    if SequenceMatcher(None, *names).ratio() >= _ONE_NAME:
        return True
    return any(
        len(word) >= _TELLING_LETTERS and word in described.casefold().split()
        for name, described in zip(names, (right.described, left.described), strict=True)
        for word in name.split()
    )


def _are_two_people(left: Source, right: Source) -> bool:
    """Return whether a named and an unnamed source, each telling its own outlet, cannot be one person."""
    direct = len(left.hands) == len(right.hands) == 1
    one_named = (left.origin.kind == "person") != (right.origin.kind == "person")
    hidden = {left.standing, right.standing} & {"unnamed", "class"}
    return direct and one_named and bool(hidden) and exclude_each_other(left.described, right.described)


def _find_story(left: Source, right: Source, tellings: tuple[Telling, Telling], stories: Stories) -> str:
    """Return why two sources, not both named, go back to one outlet's story, or an empty text."""
    if stories and left.standing == right.standing == "own voice":
        return f"Neither names a source here, and both reports tell the story of {next(iter(stories.values()))}."
    one, other = tellings
    for source, teller, silent in ((left, one, other), (right, other, one)):
        for outlet, name in stories.items():
            if outlet in source.outlets and name == teller.publisher:
                return f"{silent.publisher} takes its story from {name}, which published this."
            if outlet in source.outlets or _is_of_the_press(source):
                return f"{teller.publisher} has it from {name}, whose story {silent.publisher} tells too."
    return ""


def _is_of_the_press(source: Source) -> bool:
    """Return whether a source is called by nothing but that it is of the press (*several media*)."""
    return source.standing == "class" and "media" in words_of_body(source.origin.name)
