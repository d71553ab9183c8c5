"""How a brief speaks: the same words on the page and in the terminal.

Whoever speaks stands before what is said, and an accuser and the word *accused* before every accusation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ostiary.app.plain import count
from ostiary.model.briefs import Brief, DifferenceKind, Verdict
from ostiary.model.claims import UNCLEAR, UNRESOLVED, Accusation, AccusationStatus, Claim, Link, QuoteKind, Stance
from ostiary.model.periods import Period
from ostiary.model.reports import PassedOver, Report, Span, Voice, VoiceKind

#: In the past, where one form serves one speaker and several.
_VERBS: dict[Stance, str] = {
    "asserted": "said",
    "alleged": "alleged",
    "denied": "denied",
    "rejected": "rejected",
    "proposed": "proposed",
    "promised": "promised",
    "declined to comment": "declined to comment",
    "asked": "asked",
    "unknown": "expressed",
}

#: Whoever is silent in other words than these has not declined anything.
_DECLINING = re.compile(r"declin|refus|no comment", re.IGNORECASE)
_SILENT = re.compile(
    rf"{_DECLINING.pattern}|\b(?:no|not|never|nor|without|silent|silence|unavailable)\b|n['\u2019]t\b",
    re.IGNORECASE,
)

#: A content that begins so follows its verb without a colon.
_FOLLOWING = ("that ", "to ", "whether ", "if ")

#: What each status of an accusation means, so that none is taken for a finding.
STATUSES: dict[AccusationStatus, str] = {
    "alleged": "alleged, no more",
    "charged": "charged, not tried",
    "amended": "charges amended, not tried",
    "pleaded guilty": "pleaded guilty, the report says",
    "admitted": "admitted or claimed by the accused, the report says",
    "convicted": "convicted, the report says",
    "acquitted": "acquitted, the report says",
    "overturned": "judgment overturned, the report says",
    "dropped": "dropped",
    "withdrawn": "withdrawn, the report says",
    "corrected": "wrong, the report says",
    "denied": "denied",
    "not accused": "not accused, the report says",
}
_OWN_WORDS = "the outlet's own words, no source named"

QUOTES: dict[QuoteKind, str] = {
    "verbatim": "verbatim",
    "translated": "translated",
    "paraphrased": "paraphrased",
    "none": "",
}
_QUOTED = frozenset({"verbatim", "translated"})

#: Words of a content that may stand outside the quotation marks of a quotation in full.
_JOINING = frozenset({"that"})

#: Cues that say no more than the verb of their stance; any other is shown as the report has it.
_PLAIN_CUES = frozenset(
    {"said", "says", "say", "saying", "told", "tell", "tells", "telling", "according to", "added", "adds", "wrote"}
    | set(_VERBS.values())
)

#: Words that hold a denial by themselves: what is denied is the opposite of what follows.
_NEGATING = re.compile(
    r"n['\u2019]t\b|\b(?:not?|never|nothing|none|nobody|neither|nor|false|untrue|baseless|groundless|unfounded"
    r"|fabricated|fabrications?|lies?|innocent|nonsense|invention)\b",
    re.IGNORECASE,
)
#: A link of these kinds leaves open who speaks.
NAMELESS: frozenset[VoiceKind] = frozenset({"group", "unnamed", "unknown"})

KINDS: dict[VoiceKind, str] = {
    "person": "person",
    "outlet": "outlet",
    "agency": "agency",
    "group": "group, nobody named",
    "unnamed": "not named",
    "document": "document",
    "unknown": "nobody is named",
}

VERDICTS: dict[Verdict, str] = {
    "independent": "They confirm each other: different origins.",
    "one origin": "They confirm nothing: all go back to one origin.",
    "public record": "All rest on a public record.",
    "cannot tell": "Whether they confirm each other cannot be told.",
}

DIFFERENCES: dict[DifferenceKind, str] = {
    "attribution": "on whose word",
    "stance": "how it is put",
    "number": "a number",
    "date": "a date",
    "list name": "which list",
    "wording": "the wording",
}

#: Marks of a timeline, in the order in which a deed comes about; what is only said stands last.
STAGES = ("vow", "proposal", "order", "plan", "act", "statement")

#: Of the listed parties whose name some words are, so many are named.
_MOST_NAMESAKES = 3

NO_ACCUSER = "not named"

#: Who speaks where the report names nobody; and where it may name somebody, but the reading did not find whom.
_NOBODY = "Somebody whom the report does not name"
_NOT_FOUND = "Somebody whom this reading did not find"
_NOT_CLEAR = "Either the speaker before or the outlet"
#: Where a chain ends at somebody of whom the reading cannot tell who that is.
_LOST = {UNRESOLVED: "speaker not found", UNCLEAR: "speaker not clear"}
NO_BODY = "Nobody"


@dataclass(frozen=True, slots=True)
class Lead:
    """Who says something, and how: what stands before a content.

    Attributes:
        who: The speaker, or the accuser.
        office: Office as the text gives it, with *former* before it, or empty.
        verb: What the speaker did: ``said``, ``accused``.
        whom: The accused, or empty.
        colon: Whether a colon stands between this and the content.
        status: How far an accusation went, in words; empty for anything else.
        cue: The report's own words for the verb, where they say more than it.
    """

    who: str
    office: str
    verb: str
    whom: str = ""
    status: str = ""
    colon: bool = True
    cue: str = ""

    def __str__(self) -> str:
        office = f" ({self.office})" if self.office else ""
        whom = f" {self.whom}" if self.whom else ""
        status = f" [{self.status}]" if self.status else ""
        cue = f" (\u201c{self.cue}\u201d)" if self.cue else ""
        return f"{self.who}{office} {self.verb}{whom}{status}{cue}"


def lead_claim(claim: Claim, report: Report | None = None) -> Lead:
    """Return what stands before the content of a claim.

    Args:
        claim: The claim.
        report: Its report, where the content follows: one that goes on from the verb (``that it rained``) needs no
            colon, and the report's own word for the verb is told.
    """
    words = report.words_of(claim.content) if report else ""
    cue = say_cue(claim, report) if report else ""
    lead = _lead_accusation(claim, claim.accusation) if claim.accusation else _lead_words(claim, words, cue)
    return lead if cue.removesuffix(" on") in f"{lead.verb} {lead.status}" else replace(lead, cue=cue)


def _lead_words(claim: Claim, words: str, cue: str) -> Lead:
    if not claim.attributed:
        return Lead(claim.origin, "", "wrote")
    who, verb = _name_origin(claim), _VERBS["asserted" if who_is_lost(claim) else claim.stance]
    follows = words.lower().startswith(_FOLLOWING)
    if claim.stance == "declined to comment":
        verb = _say_silence(words, declined=not claim.cue or bool(_DECLINING.search(cue)))
    return Lead(who, _say_office_of(claim, who), verb, colon=bool(words) and not follows)


def _say_silence(words: str, *, declined: bool) -> str:
    """Return the verb of somebody who says nothing, so that what follows it goes on from it."""
    first = words.lower()
    if first.startswith("to ") and declined:
        return "declined"
    about = "say" if first.startswith(("that ", "whether ", "if ")) else "comment"
    return f"declined to {about}" if declined else f"did not {about}"


def who_is_lost(claim: Claim) -> bool:
    """Return whether the report may name the speaker of a claim, but the reading did not find whom."""
    return claim.chain[-1].relation in _LOST


def _lead_accusation(claim: Claim, accusation: Accusation) -> Lead:
    if accusation.status == "not accused":
        who, verb = NO_BODY, "is said to accuse"
    elif claim.stance in {"denied", "rejected"}:
        who, verb = _name_origin(claim), f"{_VERBS[claim.stance]} the accusation against"
    else:
        named = accusation.accuser not in {"", NO_ACCUSER}
        who, verb = accusation.accuser if named else _name_nobody(claim.chain[-1]), "accused"
    return Lead(who, _say_office_of(claim, who), verb, accusation.accused, _say_status(claim, accusation))


def _say_status(claim: Claim, accusation: Accusation) -> str:
    """Return how far an accusation went, whether it is nobody's but the outlet's, and who denies it."""
    own = not claim.attributed and accusation.status == "alleged" and accusation.accuser == claim.chain[0].name
    status = _OWN_WORDS if own else STATUSES[accusation.status]
    denied = [name for name in accusation.denied_by if name]
    return f"{status}; denied by {', '.join(denied)}" if denied else status


def _say_office_of(claim: Claim, who: str) -> str:
    return say_office(claim.speaker) if claim.speaker and claim.speaker.name == who else ""


def _name_origin(claim: Claim) -> str:
    last = claim.chain[-1]
    return _name_nobody(last) if last.kind == "unknown" else last.name


def _name_nobody(link: Link) -> str:
    return {UNRESOLVED: _NOT_FOUND, UNCLEAR: _NOT_CLEAR}.get(link.relation, _NOBODY)


def say_office(voice: Voice) -> str:
    """Return the office that a text gives a voice, with *former* before it where the text says so."""
    if not voice.office:
        return ""
    return f"former {voice.office}" if voice.former and "former" not in voice.office.lower() else voice.office


def say_chain(chain: Sequence[Link], arrow: str = "→") -> str:
    """Return a chain as one line, outermost first; who is not named is marked so."""
    return f" {arrow} ".join(_say_link(link) for link in chain)


def _say_link(link: Link) -> str:
    name = name_link(link)
    return f"{name} ({KINDS[link.kind]})" if link.kind == "unnamed" else name


def name_link(link: Link) -> str:
    """Return what to call one hand of a chain; where nobody is named, or nobody was found, that."""
    return link.name if link.kind != "unknown" else _LOST.get(link.relation, KINDS["unknown"])


def name_origin(origin: str) -> str:
    """Return what to call the end of a chain, as agreement lists it."""
    return KINDS["unknown"] if origin == NO_ACCUSER else origin


def say_claim(claim: Claim, report: Report, arrow: str) -> str:
    """Return all that stands before a content, on one line: its chain, ending in who says it and how."""
    lead = lead_claim(claim, report)
    colon = ":" if lead.colon else ""
    last = claim.chain[-1]
    if lead.who not in {last.name, _NOBODY, _NOT_FOUND}:
        return f"{say_chain(claim.chain, arrow)}: {lead}{colon}"
    before = "".join(f"{_say_link(link)} {arrow} " for link in claim.chain[:-1])
    named = f"{lead}".replace(lead.who, _say_link(last), 1) if last.kind == "unnamed" else f"{lead}"
    return f"{before}{named}{colon}"


def say_together(claims: Sequence[Claim], summary: str) -> str:
    """Return what several tellings do with what they share: a denial in all of them is no assertion.

    Args:
        claims: The tellings.
        summary: What they share, as it is shown after this. What says *not* itself is what they deny with.
    """
    stances = {claim.stance for claim in claims}
    if stances and stances <= {"denied", "rejected"}:
        return f"they deny {_say_denied(claims)}, saying" if _NEGATING.search(summary) else "they deny"
    if stances == {"declined to comment"}:
        return "they do not comment on"
    return "they tell of" if stances & {"denied", "rejected", "declined to comment"} else "they say"


def _say_denied(claims: Sequence[Claim]) -> str:
    """Return what is denied, in the report's words where these tell it apart from the denial."""
    denied = (claim.accusation for claim in claims if claim.accusation)
    wording = next((one.wording for one in denied if not _NEGATING.search(one.wording)), "")
    return f"\u201c{wording}\u201d" if wording else "it"


def say_cue(claim: Claim, report: Report) -> str:
    """Return the words that attribute a claim, where they say more than the verb that the brief puts for them."""
    cue = " ".join(report.words_of(claim.cue).split()).strip(" ,:;") if claim.cue else ""
    if claim.stance == "declined to comment" and not _SILENT.search(cue):
        return ""  # the word that denies it stands elsewhere: without it the cue would say the opposite
    return "" if cue.lower() in _PLAIN_CUES else cue


def say_quote(claim: Claim, report: Report) -> str:
    """Return how far a content is in the speaker's own words; empty where nobody is quoted."""
    said = QUOTES[claim.quote]
    if claim.quote not in _QUOTED or not claim.quoted:
        return said
    outside = "".join(_cut_out(claim.content, claim.quoted, report.text)).lower()
    if set(re.findall(r"\w+", outside)) <= _JOINING:
        return said
    translated = f"{said}, " if claim.quote == "translated" else ""
    return f"{translated}partly in quotation marks"


def _cut_out(content: Sequence[Span], quoted: Sequence[Span], text: str) -> Iterator[str]:
    """Yield what of a content stands outside its quotations."""
    for span in content:
        at = span.start
        for one in sorted(found for found in quoted if found.overlaps(span)):
            yield f"{text[at : one.start]} "
            at = max(at, one.end)
        yield f"{text[at : span.end]} "


def say_branches(claim: Claim, arrow: str = "→") -> tuple[str, ...]:
    """Return all chains of a claim as lines, the first one first, each once."""
    return tuple(dict.fromkeys(say_chain(chain, arrow) for chain in (claim.chain, *claim.branches)))


def warn_of(accusing: Sequence[Claim]) -> tuple[str, ...]:
    """Return what must stand before a passage that holds these accusations: a line for each, the accuser first."""
    return tuple(dict.fromkeys(str(lead_claim(claim)) for claim in accusing))


def say_day(day: date) -> str:
    """Return a day as a careful English text writes it: ``14 August 2025``."""
    return f"{day.day} {day:%B} {day.year}"


def say_listing_day(brief: Brief) -> str:
    """Return as of when a brief states listings: ``on 14 August 2025``, or ``today`` where no report has a day."""
    today = "on" if any(reading.report.published for reading in brief.readings) else "today,"
    return f"{today} {say_day(brief.day)}"


def say_period(period: Period) -> str:
    """Return the days that a date may mean: ``14 August 2025``, ``August 2025``, ``4 to 10 August 2025``."""
    about = "about " if period.circa else ""
    first, last = period.first, period.last
    written = str(Period(first, last))
    if first == last:
        return about + say_day(first)
    if len(written) == len("2025"):
        return about + written
    if len(written) == len("2025-08"):
        return f"{about}{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{about}{first.day} to {say_day(last)}"
    begin = f"{first.day} {first:%B}" if first.year == last.year else say_day(first)
    return f"{about}{begin} to {say_day(last)}"


_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def say_number(number: int) -> str:
    """Return a number as a text writes it: in words up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def name_report(report: Report) -> str:
    """Return what to call the publisher of a report: its outlet, and where none is known ``the outlet of r1``."""
    return report.outlet or f"the outlet of {report.id}"


def describe_version(label: str, today: date) -> str:
    """Return a list version with its age, where the label ends in its day: ``us_ofac 2025-08-14, 12 days old``."""
    day = _find_day(label)
    if day is None or day > today:
        return label
    days = (today - day).days
    return f"{label}, {days:,} {'day' if days == 1 else 'days'} old"


def _find_day(label: str) -> date | None:
    for word in reversed(label.split()):
        try:
            return date.fromisoformat(word.rstrip(",;")[: len("2025-01-01")])
        except ValueError:
            continue
    return None


def say_passed_over(one: PassedOver) -> str:
    """Return which words are written as a listed name is, and why they are not taken for its bearer."""
    return (
        f"name passed over: \u201c{one.words}\u201d ({count(len(one.spans), 'time')}), written as "
        f"{say_namesakes(one)} is: {one.reason}"
    )


def say_namesakes(one: PassedOver) -> str:
    """Return the listed parties whose name some words are, each by name and id; only the first few are named."""
    named = [f"{name} ({party_id})" for name, party_id in zip(one.matched_names, one.party_ids, strict=True)]
    more = [f"{count(len(named) - _MOST_NAMESAKES, 'other')}"] if len(named) > _MOST_NAMESAKES else []
    return " or ".join([*named[:_MOST_NAMESAKES], *more])
