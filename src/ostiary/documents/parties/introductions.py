"""Where a text introduces the listed bearer of a name, and where another one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ostiary.documents.parties.bearers import Bearers, Side
from ostiary.documents.parties.describing import kind_of_thing, quote_description, telling_stems
from ostiary.documents.parties.evidence import countries_of, known_signs
from ostiary.documents.parties.judgement import PLAIN, Judgement
from ostiary.documents.parties.legal_forms import has_foreign_form
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.namesakes import is_said_listed, is_set_apart, tells_of_two
from ostiary.documents.parties.setting import Setting

#: What shows by itself that the listed party is meant in one place.
_IDENTIFYING = frozenset({"identifier", "birth", "age", "nickname", "told apart"})
#: How plainly words tell: of themselves, or (1) only where the text sets two bearers against each other.
_PLAINLY = 2
_NEAR = frozenset({"designation near", "signs near", "craft listed"})
#: A clause may say where somebody goes, and not whose he is.
_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_UNTOLD = "the text tells of several bearers of this name, and not which of them is meant here"


def tell_bearers(setting: Setting, judged: Sequence[Judgement]) -> list[Judgement]:
    """Return all judgements, each with the bearer who is meant where a text tells of two bearers of a name.

    What speaks against the listed party in one place holds wherever the text has the same name or a part of it,
    but for the places that a text with two bearers gives to the listed one.
    """
    groups: dict[int, list[Judgement]] = {}
    for one in judged:
        groups.setdefault(one.candidate.party, []).append(one)
    return [one for own in groups.values() for one in _tell_party(setting, own)]


def _tell_party(setting: Setting, own: Sequence[Judgement]) -> Sequence[Judgement]:
    apart = {one.candidate.row.first for one in own if _is_set_apart(setting, one)}
    two = bool(apart) or _differ_in_kind(setting, own)
    two = two or (len(own) > 1 and tells_of_two(setting, (one.candidate.row for one in own)))
    if not two and not any(one.against for one in own):
        return own
    sides = _find_sides(setting, own, apart, two=two)
    if sides is None:
        return _hold_against(own)
    ordered = sorted(own, key=lambda one: one.candidate.row)
    bearers = _gather(setting, ordered, sides)
    return [_take_side(setting, one, bearers) for one in ordered]


def _is_set_apart(setting: Setting, one: Judgement) -> bool:
    """Return whether a name is told from another bearer: an organisation's of plain words by its place alone."""
    if is_set_apart(setting, one.candidate.row, one.told) or has_foreign_form(setting, one.candidate):
        return True
    return one.telling.startswith(PLAIN) and not _strength(setting, one) and _is_foreign(setting, one)


def _take_side(setting: Setting, one: Judgement, bearers: Bearers) -> Judgement:
    side = bearers.side_of(setting, one.candidate.row, one.told)
    against = {"listed": "", "either": "", "other": one.against or bearers.tell_other()}[side]
    unsettled = _UNTOLD if side == "either" else one.unsettled if side == "other" else ""
    return replace(one, against=against, unsettled=unsettled, side=side, bearers=bearers)


def _hold_against(own: Sequence[Judgement]) -> list[Judgement]:
    """What is said against the bearer of a name is said of all places of the same name or a part of it."""
    said = {frozenset(one.candidate.words): one.against for one in reversed(own) if one.against}
    return [
        replace(
            one,
            against=one.against
            or next((why for words, why in said.items() if words >= set(one.candidate.words)), ""),
        )
        for one in own
    ]


def _differ_in_kind(setting: Setting, own: Sequence[Judgement]) -> bool:
    """Return whether a text calls what bears a ship's name two different kinds of ship."""
    return len({_kind(setting, one) for one in own} - {""}) > 1


def _kind(setting: Setting, one: Judgement) -> str:
    """What kind of ship or aircraft a text calls a bearer; empty if it does not say, or the party is none."""
    return kind_of_thing(setting, one.told) if is_craft(one.candidate.bearer) else ""


def _find_sides(
    setting: Setting, own: Sequence[Judgement], apart: set[int], *, two: bool
) -> dict[int, Side] | None:
    """The places whose own words tell which bearer is meant; None where the text tells of one bearer only."""
    ordered = sorted(own, key=lambda one: one.candidate.row)
    strength = {one.candidate.row.first: _strength(setting, one) for one in ordered}
    sides: dict[int, Side] = {}
    for one in ordered:
        at = one.candidate.row.first
        identified = any(evidence.kind in _IDENTIFYING for evidence in one.evidence)
        if (one.against and not identified) or (at in apart and not strength[at]):
            sides[at] = "other"
        elif strength[at] == _PLAINLY or (at in apart and strength[at]):
            sides[at] = "listed"
    _add_fuller(ordered, sides)
    told = set(sides.values())
    if told == {"other"} and _is_meant_first(ordered[0], strength):
        sides.setdefault(ordered[0].candidate.row.first, "listed")
    elif not two and len(told) == 1:
        return None
    for one in ordered:
        if strength[one.candidate.row.first]:
            sides.setdefault(one.candidate.row.first, "listed")
    _add_contrasted(setting, ordered, sides, apart)
    _add_first(ordered, sides)
    return sides


def _strength(setting: Setting, one: Judgement) -> int:
    """How plainly the words of one place tell that the listed party is meant."""
    if any(evidence.kind in _IDENTIFYING for evidence in one.evidence) or is_said_listed(
        setting, one.candidate.row
    ):
        return _PLAINLY
    candidate = one.candidate
    known = {"designation"} if is_craft(candidate.bearer) else {"designation", *known_signs(candidate)}
    parts = [part for part in (one.told.before, one.told.after) if part]
    if any(setting.find_sign(sign, part) is not None for sign in known for part in parts):
        return _PLAINLY
    own = countries_of(candidate)
    placed = any(mark.word.codes & own for part in parts for mark in setting.countries_in(part))
    return int(placed or any(evidence.kind == "office" for evidence in one.evidence))


def _is_meant_first(one: Judgement, strength: Mapping[int, int]) -> bool:
    """Return whether what stands close to a name introduces the listed party before anybody else of that name."""
    near = {evidence.kind for evidence in one.evidence}
    if is_person(one.candidate.bearer):
        return "designation near" in near and strength[one.candidate.row.first] > 0
    return not near.isdisjoint({"designation near", "craft listed"}) or near >= {"signs near", "country near"}


def _add_fuller(ordered: Sequence[Judgement], sides: dict[int, Side]) -> None:
    """A whole listed name with a word that the name of the other bearer has not is the listed one's."""
    others = {
        word for one in ordered if sides.get(one.candidate.row.first) == "other" for word in one.candidate.words
    }
    for one in ordered:
        if others and one.candidate.whole and not others.issuperset(one.candidate.words):
            sides.setdefault(one.candidate.row.first, "listed")


def _add_contrasted(
    setting: Setting, ordered: Sequence[Judgement], sides: dict[int, Side], apart: set[int]
) -> None:
    """What a text sets against the one is the other: another kind of ship, another country, the name before."""
    for before, one in pairwise(ordered):
        at = one.candidate.row.first
        if at in apart and sides.get(at) == "listed":
            sides.setdefault(before.candidate.row.first, "other")
    kinds = {_kind(setting, one) for one in ordered if sides.get(one.candidate.row.first) == "listed"} - {""}
    for one in ordered:
        kind = _kind(setting, one)
        if (kinds and kind and kind not in kinds) or _is_foreign(setting, one):
            sides.setdefault(one.candidate.row.first, "other")


def _is_foreign(setting: Setting, one: Judgement) -> bool:
    """Return whether a description gives its bearer a country, and none that the list does."""
    own = countries_of(one.candidate)
    after = one.told.after
    clause = next((at for at in after if setting.wording.forms[at] in _RELATIVES), after.stop)
    parts = [part for part in (one.told.before, range(after.start, clause)) if part]
    marks = [mark for part in parts for mark in setting.countries_in(part)]
    return bool(own and marks) and not any(mark.word.codes & own for mark in marks)


def _add_first(ordered: Sequence[Judgement], sides: dict[int, Side]) -> None:
    """A name that signs of the listed party stand close to is theirs before a text tells of somebody else."""
    for one in ordered:
        side = sides.setdefault(one.candidate.row.first, "listed" if _is_near(one) else "either")
        if side == "either":
            del sides[one.candidate.row.first]
        if side == "other":
            return


def _is_near(one: Judgement) -> bool:
    return any(evidence.kind in _NEAR for evidence in one.evidence)


def _gather(setting: Setting, ordered: Sequence[Judgement], sides: Mapping[int, Side]) -> Bearers:
    stems: dict[Side, set[str]] = {"listed": set(), "other": set()}
    names: dict[Side, set[tuple[str, ...]]] = {"listed": set(), "other": set()}
    for one in ordered:
        row = one.candidate.row
        if side := sides.get(row.first):
            stems[side] |= telling_stems(setting, one.told.words())
            names[side].add(tuple(setting.wording.form_of(at) for at in row.words))
    written = {word for forms in (*names["listed"], *names["other"]) for word in forms}
    words = {stem: side for side in stems for stem in stems[side] - stems[_against(side)] - written}
    called = {
        side: {_kind(setting, one) for one in ordered if sides.get(one.candidate.row.first) == side}
        for side in stems
    }
    kinds = {kind: side for side in stems for kind in called[side] - called[_against(side)] - {""}}
    begins = {side: min((at for at in sides if sides[at] == side), default=len(setting.wording)) for side in stems}
    first: Side = min(begins, key=lambda side: begins[side])
    both = begins[_against(first)]
    return Bearers(
        sides,
        words,
        kinds,
        _own_words(names),
        _exclusive(names),
        setting.paragraph_start(both) if both < len(setting.wording) else 0,
        first,
        begins[first],
        next((_quote(setting, one) for one in ordered if sides.get(one.candidate.row.first) == "other"), ""),
    )


def _quote(setting: Setting, one: Judgement) -> str:
    return quote_description(setting, one.candidate.row, one.told)


def _against(side: Side) -> Side:
    return "other" if side == "listed" else "listed"


def _own_words(names: Mapping[Side, set[tuple[str, ...]]]) -> frozenset[str]:
    """The words of a name that the listed bearer has and the other one, who is named too, has not."""
    own = frozenset(word for forms in names["listed"] for word in forms)
    return own.difference(*names["other"]) if names["other"] else frozenset()


def _exclusive(names: Mapping[Side, set[tuple[str, ...]]]) -> dict[tuple[str, ...], Side]:
    """The ways of writing a name in full that one bearer has alone; the listed one by a word of its own."""
    others = {word for forms in names["other"] for word in forms}
    found: dict[tuple[str, ...], Side] = dict.fromkeys(names["other"] - names["listed"], "other")
    found |= {forms: "listed" for forms in names["listed"] if others and not others.issuperset(forms)}
    return {forms: side for forms, side in found.items() if len(forms) > 1}
