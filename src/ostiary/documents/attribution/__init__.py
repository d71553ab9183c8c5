"""Who is said to have said what: SOURCE, CUE and CONTENT as they stand in the text."""

from ostiary.documents.attribution.asked import find_asked
from ostiary.documents.attribution.clause import read_grammar
from ostiary.documents.attribution.echoes import find_echoes
from ostiary.documents.attribution.gestures import find_gestures
from ostiary.documents.attribution.nesting import cut_at_later_speakers, order_nested
from ostiary.documents.attribution.nominal import find_nominal
from ostiary.documents.attribution.paragraphs import go_on_over_paragraphs
from ostiary.documents.attribution.passive import find_passive
from ostiary.documents.attribution.prepositional import find_hedged, find_prepositional
from ostiary.documents.attribution.silence import find_silent
from ostiary.documents.attribution.transcripts import find_transcribed
from ostiary.documents.attribution.verbal import find_verbal
from ostiary.documents.quotations import Quotation
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

__all__ = ["find_attributions"]


def find_attributions(words: Words, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of a report in the order of their cues.

    Args:
        words: The report's readable words.
        quotations: Its quotations.
    """
    grammar = read_grammar(words, quotations)
    spoken = [
        *find_transcribed(grammar),
        *find_verbal(grammar),
        *find_asked(grammar),
        *find_silent(grammar),
        *find_echoes(grammar),
        *find_passive(grammar),
        *find_prepositional(grammar),
        *find_nominal(grammar),
    ]
    spoken += find_gestures(grammar, spoken)
    spoken = [found for found in spoken if any(_says(words, span) for span in found.content)]
    spoken.sort(key=lambda attribution: attribution.cue)
    apart = [
        found for number, found in enumerate(spoken) if not number or found.cue.start >= spoken[number - 1].cue.end
    ]
    apart = list(go_on_over_paragraphs(grammar, apart))
    covered = {found.sentence for found in apart}
    hedged = [found for found in find_hedged(grammar) if found.sentence not in covered]
    return order_nested(cut_at_later_speakers((*apart, *hedged), words), words)


def _says(words: Words, span: Span) -> bool:
    """Return whether a stretch holds more than marks."""
    return any(words.forms[number][0].isalnum() for number in words.within(span))
