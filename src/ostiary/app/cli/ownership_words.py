"""An answer on ownership in words: verdict, tree of owners, what is not known, the rule with its sources."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import clean, indent, make_heading, make_table, show
from ostiary.app.plain import count
from ostiary.model.ownership import (
    ListedRelation,
    NameQuestion,
    OwnershipAnswer,
    OwnershipRule,
    OwnershipSurvey,
    OwnershipVerdict,
    OwnerState,
    OwnerStep,
)

_VERDICTS: Final[dict[OwnershipVerdict, tuple[str, str]]] = {
    "listed": ("LISTED ITSELF", "bold red"),
    "blocked by rule": ("BLOCKED BY RULE", "bold red"),
    "cannot tell": ("CANNOT TELL", "bold yellow"),
    "not by what is known": ("NOT BLOCKED BY WHAT IS KNOWN", "bold green"),
}
_STATES: Final[dict[OwnerState, tuple[str, str]]] = {
    "listed": ("listed", "red"),
    "blocked by rule": ("blocked by rule", "red"),
    "open": ("open", "yellow"),
    "not blocked": ("not blocked by what is known", ""),
    "ultimate": ("taken as the last owner", "dim"),
}
_NOTICE: Final = "Information, not legal advice."
_EXACTLY: Final = (
    "There are so many names that they were compared with listed ones letter by letter only; screen them as well:"
    " ostiary screen FILE."
)
_SAMPLES: Final = "SAMPLES: not real lists. Nothing here means that a company is clear."
_READ: Final = {"text": "", "account": " (read in others' accounts)", "not read": " (not read)"}
#: Most lines of one section; the rest is counted, and JSON has all.
_MOST: Final = 40
#: Listings of like names that are shown of each name, the likest first.
_MOST_NAMESAKES: Final = 5
_STEP: Final = 3


def show_answer(answer: OwnershipAnswer, *, samples: bool = False) -> None:
    """Print the answer on one company."""
    if samples:
        show(Text(_SAMPLES, style="black on yellow"))
    word, style = _VERDICTS[answer.verdict]
    rule = answer.rule
    show(
        Text.assemble((word, style), "  ", (clean(answer.subject), "bold"), f"  {answer.party}".rstrip()),
        Text(f"rule of {rule.regime.upper()} since {rule.first}, asked for {answer.day}", style="dim"),
        Text(clean(f"{answer.why}."[:1].upper() + f"{answer.why}."[1:])),
    )
    for title, body in _make_sections(answer):
        show(Text(), make_heading(title), *body)
    if answer.compared == "exactly":
        show(Text(), Text(_EXACTLY, style="yellow"))
    show(Text(), Text(_NOTICE, style="bold"))


def _make_sections(answer: OwnershipAnswer) -> Iterator[tuple[str, Iterable[RenderableType]]]:
    if answer.owners:
        yield "Owners", _draw_tree(answer.owners)
    if answer.questions:
        yield "The same, or only the same name? Nobody has said", _list(_ask(answer.questions))
    if answer.unknown:
        yield "Not known", _list(answer.unknown)
    if answer.ultimate:
        names = ", ".join(answer.ultimate[:_MOST]) + (" …" if len(answer.ultimate) > _MOST else "")
        yield "Taken as last owners, since no owner of theirs is loaded", [indent(names)]
    if answer.known:
        yield "Listed, and not blocking under this rule", _list(answer.known)
    if answer.relations:
        yield "What the lists state, without shares", _list(map(_relate, answer.relations))
    yield f"The rule ({answer.rule.authority})", _describe_rule(answer.rule)


def _draw_tree(steps: Sequence[OwnerStep]) -> Iterator[RenderableType]:
    for step in steps[:_MOST]:
        word, style = _STATES[step.state]
        held = "controls" if step.kind == "control" else step.share
        text = Text.assemble((f"{held}  ", "bold" if step.counted else ""), clean(step.name), "  ", (word, style))
        if step.why:
            text.append(clean(f": {step.why}"), style)
        said = (
            f"jointly: {', '.join(step.joint)}" if step.joint else "",
            _say_days(step),
            "; ".join(step.sources),
        )
        text.append(clean("".join(f"  [{one}]" for one in said if one)), "dim")
        if step.repeated or step.cut:
            text.append("  (its owners stand above)" if step.repeated else "  (its owners: ask for it)", "dim")
        yield indent(text, _STEP * step.depth)
    yield from _say_rest(len(steps))


def _say_days(step: OwnerStep) -> str:
    since = f"from {step.since}" if step.since else ""
    until = f"until {step.until}" if step.until else ""
    return " ".join(filter(None, (since, until)))


def _say_rest(number: int) -> Iterator[RenderableType]:
    if number > _MOST:
        yield indent(Text(f"and {number - _MOST:,} more; all of them: --json", style="yellow"))


def _list(lines: Iterable[str]) -> Iterator[RenderableType]:
    everything = list(lines)
    yield from (indent(clean(one)) for one in everything[:_MOST])
    yield from _say_rest(len(everything))


def _ask(questions: Sequence[NameQuestion]) -> Iterator[str]:
    """Say which listings bear each name, and how to answer."""
    listings: dict[str, list[NameQuestion]] = {}
    for one in questions:
        listings.setdefault(one.name, []).append(one)
    for name, found in listings.items():
        found.sort(key=lambda one: -one.score)
        said = "; ".join(f"{one.party} {one.party_name} ({one.score:.2f})" for one in found[:_MOST_NAMESAKES])
        if len(found) > _MOST_NAMESAKES:
            said += f"; and {len(found) - _MOST_NAMESAKES} less alike; all of them: --json"
        yield f"{name}: so, or nearly so, is called {said}"
    name, party = questions[0].name, questions[0].party
    command = f'ostiary holdings confirm "{name}" {party} --because "…"'
    yield f"A name counts as listed only if you say so: {command}; if it is another, deny."


def _relate(relation: ListedRelation) -> str:
    former = ", formerly" if relation.former else ""
    ends = f"{relation.owner_name} ({relation.owner}) over {relation.owned_name} ({relation.owned})"
    return f"{ends}: {relation.type}{former}; no share is stated"


def _describe_rule(rule: OwnershipRule) -> Iterator[RenderableType]:
    yield indent(clean(rule.says))
    for taken in rule.taken:
        yield indent(Text(clean(f"- {taken}"), style="dim"))
    for source in rule.sources:
        yield indent(Text(clean(f"{source}: {source.url}{_READ[source.read]}"), style="dim"))


def show_survey(survey: OwnershipSurvey, *, samples: bool = False) -> None:
    """Print all companies that are blocked or in doubt."""
    if samples:
        show(Text(_SAMPLES, style="black on yellow"))
    rows = [
        (Text(_VERDICTS[one.verdict][0].lower(), style=_VERDICTS[one.verdict][1]), one.subject, one.counted)
        for one in sorted(survey.verdicts, key=lambda one: list(_VERDICTS).index(one.verdict))
    ]
    if rows:
        show(make_table(("verdict", "company", ">held by blocked owners"), rows))
    doubtful = sum(one.verdict == "cannot tell" for one in survey.verdicts)
    companies = count(survey.companies, "company", "companies")
    regime = survey.rule.regime
    show(
        Text(f"Of {companies} {len(rows) - doubtful:,} blocked or listed, {doubtful:,} in doubt on {survey.day}.")
    )
    show(Text(f"Why, with the rule and its sources: ostiary owned NAME --regime {regime}."))
    if survey.compared == "exactly":
        show(Text(_EXACTLY, style="yellow"))
    show(Text(_NOTICE, style="bold"))
