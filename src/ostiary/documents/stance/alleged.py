"""The allegations of one report, before anyone asks whose word they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ostiary.documents.stance.allegations import Allegation, read_scene, weigh
from ostiary.documents.stance.conditions import is_asked, is_conditional
from ostiary.documents.stance.deeds import find_deeds
from ostiary.documents.stance.grammar import Grammar
from ostiary.documents.stance.involvement import find_involvement
from ostiary.documents.stance.people import AccusedKind, People, read_people
from ostiary.documents.stance.phrases import load_phrases, stance_words
from ostiary.documents.stance.places import by_sentence, gather
from ostiary.documents.stance.proceedings import find_proceedings
from ostiary.documents.stance.retractions import take_back
from ostiary.documents.words import Words
from ostiary.model.claims import Claim
from ostiary.model.reports import Mention, Voice

NOT_NAMED = "not named"
#: Of several accused the one counts that comes first here.
RANK: Mapping[AccusedKind, int] = {"party": 0, "possible": 1, "class": 2, "unlisted": 3, "other": 4, "nobody": 5}
#: Kinds of words of wrongdoing.
WRONG = frozenset(("agent", "deed", "harm", "verb", "trait", "band"))


@dataclass(frozen=True, slots=True)
class Allegations:
    """The allegations of one report, with everyone whom it names.

    Attributes:
        found: In order of the text.
        people: Who is who.
        in_sentence: Those of each sentence.
    """

    found: tuple[Allegation, ...]
    people: People
    in_sentence: Mapping[int, tuple[Allegation, ...]]

    @property
    def words(self) -> Words:
        """The report's words."""
        return self.people.scene.grammar.words


def find_allegations(grammar: Grammar, mentions: Sequence[Mention], voices: Sequence[Voice]) -> Allegations:
    """Return the allegations of a report, before anyone asks whose word they are.

    Args:
        grammar: Its words with their parts.
        mentions: Of designated parties.
        voices: Whose word it gives.
    """
    scene = read_scene(grammar, mentions)
    lower = grammar.words.lower
    found: list[Allegation] = []
    for number, sentence in enumerate(grammar.words.sentences):
        if scene.wrongs[number] or not _accusing_words().isdisjoint(lower[sentence.start : sentence.stop]):
            both = [*find_proceedings(scene, sentence)]
            if stance_words("dream").isdisjoint(lower[sentence.start : sentence.stop]):
                both += [*find_deeds(scene, sentence), *find_involvement(scene, sentence)]
            found.extend(
                take_back(grammar, weigh(grammar, one))
                for one in both
                if not is_conditional(grammar, one.wording.start) and not is_asked(grammar, one.wording.start)
            )
    found = _fullest(found)
    placed = by_sentence(grammar.words, ((grammar.words.span(one.wording), one) for one in found))
    return Allegations(tuple(found), read_people(scene, mentions, voices), placed)


def _fullest(found: Iterable[Allegation]) -> list[Allegation]:
    """Return allegations in order of the text; of two of one accused that begin at one word, the longer one."""
    ordered = sorted(found, key=lambda one: (one.wording.start, -one.wording.stop))
    kept: dict[tuple[int, range], Allegation] = {}
    for one in ordered:
        kept.setdefault((one.wording.start, one.accused), one)
    return sorted(kept.values(), key=lambda one: (one.wording.start, one.wording.stop))


@cache
def _accusing_words() -> frozenset[str]:
    """Return the words that a phrase may begin with which accuses without a word of wrongdoing."""
    tables = [load_phrases("proceedings.csv"), load_phrases("leading.csv", "verb")]
    tables += [load_phrases("involvement.csv", kind) for kind in ("work", "pointing")]
    return frozenset(word for table in tables for word in table.beginning)


def allegations_in(claim: Claim, allegations: Allegations) -> list[Allegation]:
    """Return the allegations that overlap a claim's content or its cue, in order of the text."""
    spans = (*claim.content, claim.cue) if claim.cue else claim.content
    words = allegations.words
    near = gather(words, spans, allegations.in_sentence)
    return [one for one in near if any(span.overlaps(words.span(one.wording)) for span in spans)]


def written(one: Allegation, allegations: Allegations) -> str:
    """Return the words that accuse, as the text has them, on one line."""
    span = allegations.words.span(one.wording)
    return " ".join(allegations.words.text[span.start : span.end].split())
