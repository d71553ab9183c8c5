"""Which Latin words are forms of a word in another script, and how good ones? The nets of all words, asked.

The relation can be turned round: a net holds every form that it can write, so the forms of a word can be looked up
as well as compared.
"""

from typing import Final

from ostiary.names.arrays import SYLLABIC_SCRIPTS, Array, WordTable
from ostiary.names.kernels import kernel
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netting import ALONE, path_cost, price_letters, working_space

#: Likeness of the usual form, per mille; what each tenth of an edit takes off, as a share of the word's length;
#: below what a form is doubtful, that of signs sooner, because each is short; what doubt takes off; and the least,
#: before doubt, that is still a form.
USUAL: Final = 1000
EACH_TENTH: Final = 170
DOUBTFUL: Final = 780
DOUBTFUL_SIGN: Final = 850
DOUBT: Final = 250
LEAST: Final = 650


@kernel
def _form_likeness(letters: Array, script: int, net: tuple[Array, int], work: Array) -> int:
    """How like a Latin word is to the forms that the net of a word in some script writes."""
    nets, row = net
    length = letters.size
    most = ((USUAL - LEAST) * length) // EACH_TENTH
    if length == 0 or price_letters(letters, nets, row, work) > most:
        return 0
    cost = path_cost(nets, row, length, most, work)
    if cost > most:
        return 0
    found = USUAL - (EACH_TENTH * cost) // length
    doubtful = DOUBTFUL_SIGN if script in SYLLABIC_SCRIPTS else DOUBTFUL
    return found if found >= doubtful else found - DOUBT


@kernel
def _relate_latin(letters: Array, listed: WordTable, work: Array, likeness: Array) -> None:
    net_starts, row_starts, nets = listed.net_starts, listed.net_rows, listed.nets
    for other in range(likeness.size):
        first, last = net_starts[other], net_starts[other + 1]
        if first < last and nets[row_starts[first] + ALONE]:
            likeness[other] = 0
        for net in range(first, last):
            found = _form_likeness(letters, listed.scripts[other], (nets, row_starts[net]), work)
            likeness[other] = max(likeness[other], found)


@kernel
def _relate_native(net: tuple[Array, int], script: int, listed: WordTable, work: Array, likeness: Array) -> None:
    starts, scripts, all_letters = listed.letter_starts, listed.scripts, listed.letters
    for other in range(likeness.size):
        if scripts[other] == 0:
            found = _form_likeness(all_letters[starts[other] : starts[other + 1]], script, net, work)
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
    if first < last and query.nets[query.net_rows[first] + ALONE]:
        for other in range(likeness.size):
            if listed.scripts[other] == 0:
                likeness[other] = 0
    for net in range(first, last):
        _relate_native((query.nets, query.net_rows[net]), query.scripts[word], listed, work, likeness)
