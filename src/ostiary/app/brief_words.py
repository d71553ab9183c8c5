"""How a brief speaks: the same words on the page and in the terminal.

Whoever speaks stands before what is said, and an accuser and the word *accused* before every accusation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ostiary.model.briefs import DifferenceKind, Verdict
from ostiary.model.claims import Accusation, AccusationStatus, Claim, Link, QuoteKind, Stance
from ostiary.model.periods import Period
from ostiary.model.reports import Report, Voice, VoiceKind

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

#: A content that begins so follows its verb without a colon.
_FOLLOWING = ("that ", "to ", "whether ", "if ")

#: What each status of an accusation means, so that none is taken for a finding.
STATUSES: dict[AccusationStatus, str] = {
    "alleged": "alleged, no more",
    "charged": "charged, not tried",
    "amended": "charges amended, not tried",
    "dropped": "dropped",
    "convicted": "convicted, the report says",
    "acquitted": "acquitted, the report says",
    "denied": "denied",
}

QUOTES: dict[QuoteKind, str] = {
    "verbatim": "verbatim",
    "translated": "translated",
    "paraphrased": "paraphrased",
    "none": "",
}

#: A link of these kinds leaves open who speaks.
NAMELESS: frozenset[VoiceKind] = frozenset({"unnamed", "unknown"})

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
    "one origin": "They confirm nothing: both go back to one origin.",
    "public record": "Both rest on a public record, which can be looked up.",
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

NO_ACCUSER = "not named"

_NOBODY = "Somebody whom the report does not name"


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
    """

    who: str
    office: str
    verb: str
    whom: str = ""
    status: str = ""
    colon: bool = True

    def __str__(self) -> str:
        office = f" ({self.office})" if self.office else ""
        whom = f" {self.whom}" if self.whom else ""
        status = f" [{self.status}]" if self.status else ""
        return f"{self.who}{office} {self.verb}{whom}{status}"


def lead_claim(claim: Claim, words: str = "") -> Lead:
    """Return what stands before the content of a claim.

    Args:
        claim: The claim.
        words: Its content; a content that goes on from the verb (``that it rained``) needs no colon.
    """
    if claim.accusation:
        return _lead_accusation(claim, claim.accusation)
    if not claim.attributed:
        return Lead(claim.origin, "", "wrote")
    who, verb = _name_origin(claim), _VERBS[claim.stance]
    follows = words.lower().startswith(_FOLLOWING)
    verb = verb.removesuffix(" to comment") if follows else verb
    return Lead(who, _say_office_of(claim, who), verb, colon=bool(words) and not follows)


def _lead_accusation(claim: Claim, accusation: Accusation) -> Lead:
    if claim.stance in {"denied", "rejected"}:
        who, verb = _name_origin(claim), f"{_VERBS[claim.stance]} the accusation against"
    else:
        named = accusation.accuser not in {"", NO_ACCUSER}
        who, verb = accusation.accuser if named else _NOBODY, "accused"
    return Lead(who, _say_office_of(claim, who), verb, accusation.accused, STATUSES[accusation.status])


def _say_office_of(claim: Claim, who: str) -> str:
    return say_office(claim.speaker) if claim.speaker and claim.speaker.name == who else ""


def _name_origin(claim: Claim) -> str:
    last = claim.chain[-1]
    return _NOBODY if last.kind == "unknown" else last.name


def say_office(voice: Voice) -> str:
    """Return the office that a text gives a voice, with *former* before it where the text says so."""
    if not voice.office:
        return ""
    return f"former {voice.office}" if voice.former and "former" not in voice.office.lower() else voice.office


def say_chain(chain: Sequence[Link], arrow: str = "→") -> str:
    """Return a chain as one line, outermost first; who is not named is marked so."""
    return f" {arrow} ".join(_say_link(link) for link in chain)


def _say_link(link: Link) -> str:
    if link.kind == "unknown":
        return KINDS["unknown"]
    return f"{link.name} ({KINDS[link.kind]})" if link.kind == "unnamed" else link.name


def say_claim(claim: Claim, words: str, arrow: str) -> str:
    """Return all that stands before a content, on one line: its chain, ending in who says it and how."""
    lead = lead_claim(claim, words)
    colon = ":" if lead.colon else ""
    last = claim.chain[-1]
    if lead.who not in {last.name, _NOBODY}:
        return f"{say_chain(claim.chain, arrow)}: {lead}{colon}"
    before = "".join(f"{_say_link(link)} {arrow} " for link in claim.chain[:-1])
    named = f"{lead}".replace(lead.who, _say_link(last), 1) if last.kind == "unnamed" else f"{lead}"
    return f"{before}{named}{colon}"


def say_together(claims: Sequence[Claim]) -> str:
    """Return what several tellings do with what they share: a denial in all of them is no assertion."""
    stances = {claim.stance for claim in claims}
    if stances and stances <= {"denied", "rejected"}:
        return "they deny"
    if stances == {"declined to comment"}:
        return "they decline to comment on"
    return "they tell of" if stances & {"denied", "rejected", "declined to comment"} else "they say"


def say_branches(claim: Claim, arrow: str = "→") -> tuple[str, ...]:
    """Return all chains of a claim as lines, the first one first, each once."""
    return tuple(dict.fromkeys(say_chain(chain, arrow) for chain in (claim.chain, *claim.branches)))


def warn_of(accusing: Sequence[Claim]) -> tuple[str, ...]:
    """Return what must stand before a passage that holds these accusations: a line for each, the accuser first."""
    return tuple(dict.fromkeys(str(lead_claim(claim)) for claim in accusing))


def say_day(day: date) -> str:
    """Return a day as a careful English text writes it: ``14 August 2025``."""
    return f"{day.day} {day:%B} {day.year}"


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
    """Return what to call a report: its outlet, and where none is known its file."""
    return report.outlet or report.name


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
