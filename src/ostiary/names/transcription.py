"""Which Latin words are forms of a word in another script, and how good ones? The nets of all words, asked.

The relation can be turned round: a net holds every form that it can write, so the forms of a word can be looked up
as well as compared.
"""

from typing import Final

from ostiary.names.arrays import SYLLABIC_SCRIPTS, UNPOINTED_SCRIPTS, Array, WordTable
from ostiary.names.kernels import kernel
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netting import (
    consonant_sets,
    counts_alone,
    is_too_dear,
    path_cost,
    price_letters,
    working_space,
)

#: Likeness of the usual form, per mille; what each tenth of an edit takes off, as a share of the word's length;
#: the least that is a form; below what it is in doubt where signs are a syllable each, as their forms are short,
#: and what doubt takes off; the same where vowels are not written, as a short word then has many forms.
USUAL: Final = 1000
EACH_TENTH: Final = 170
LEAST: Final = 750
DOUBTFUL_SIGN: Final = 850
DOUBT: Final = 250
DOUBTFUL_CONSONANTS: Final = 865
DOUBT_OF_CONSONANTS: Final = 150


@kernel
def form_likeness(letters: Array, script: int, net: tuple[Array, int], work: Array) -> int:
    """Return how like a Latin word is to the forms that the net of a word in some script writes.

    Args:
        letters: int32[n], code points of the folded word.
        script: Number of the other word's script.
        net: Rows of nets, and where the net's starts.
        work: Space from :func:`~ostiary.names.netting.working_space`.
    """
    nets, row = net
    length = letters.size
    most = most_cost(length)
    if length == 0 or price_letters(letters, nets, row, work) > most:
        return 0
    cost = path_cost(nets, row, length, most, work)
    return likeness_at(cost, length, script) if cost <= most else 0


@kernel
def likeness_at(cost: int, length: int, script: int) -> int:
    """Return how like a form is that costs so much, of a word in some script.

    Args:
        cost: Tenths of an edit.
        length: Letters of the form.
        script: Number of the other word's script.
    """
    found = USUAL - (EACH_TENTH * cost) // length
    if found < DOUBTFUL_SIGN and script in SYLLABIC_SCRIPTS:
        return found - DOUBT
    if found < DOUBTFUL_CONSONANTS and script in UNPOINTED_SCRIPTS:
        return found - DOUBT_OF_CONSONANTS
    return found


@kernel
def most_cost(length: int) -> int:
    """Return what a form of so many letters may cost at most, in tenths of an edit."""
    return ((USUAL - LEAST) * length) // EACH_TENTH


@kernel
def _relate_latin(letters: Array, listed: WordTable, work: Array, likeness: Array) -> None:
    net_starts, row_starts, nets = listed.net_starts, listed.net_rows, listed.nets
    written, begun = listed.net_letters, listed.net_firsts
    consonants, initial = consonant_sets(letters)
    most = most_cost(letters.size)
    for other in range(likeness.size):
        first, last = net_starts[other], net_starts[other + 1]
        if first < last and counts_alone(written[first]):
            likeness[other] = 0
        for net in range(first, last):
            if is_too_dear(consonants, written[net], most) or is_too_dear(initial, begun[net], most):
                continue
            found = form_likeness(letters, listed.scripts[other], (nets, row_starts[net]), work)
            likeness[other] = max(likeness[other], found)


@kernel
def _relate_native(net: tuple[Array, int], script: int, listed: WordTable, work: Array, likeness: Array) -> None:
    starts, scripts, all_letters = listed.letter_starts, listed.scripts, listed.letters
    for other in range(likeness.size):
        if scripts[other] == 0:
            found = form_likeness(all_letters[starts[other] : starts[other + 1]], script, net, work)
            likeness[other] = max(likeness[other], found)


@kernel
def relate_scripts(query: WordTable, word: int, listed: WordTable, likeness: Array) -> None:
    """Set the likeness of a word of the query to the listed words that are written in Latin where it is not.

    Or the reverse. Where a script's folded letters say less than its nets, they are set aside.

    Args:
        query: The query's words.
        word: Which of them.
        listed: The listed words.
        likeness: int16[W], what the folded letters said.
    """
    work = working_space(MOST_PLACES)
    if query.scripts[word] == 0:
        letters = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
        _relate_latin(letters, listed, work, likeness)
        return
    first, last = query.net_starts[word], query.net_starts[word + 1]
    if first < last and counts_alone(query.net_letters[first]):
        for other in range(likeness.size):
            if listed.scripts[other] == 0:
                likeness[other] = 0
    for net in range(first, last):
        _relate_native((query.nets, query.net_rows[net]), query.scripts[word], listed, work, likeness)
