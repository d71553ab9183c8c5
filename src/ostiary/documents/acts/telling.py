"""What one word tells: an act with its parties and program, if all stands around it that such an act needs."""

from collections.abc import Callable, Mapping

from ostiary.documents.acts.designations import (
    from_list_or_listing,
    hit_with_sanctions,
    noun_of,
    noun_of_list,
    noun_of_noun,
    slapped,
    under_sanctions,
    with_list,
    with_listing,
    with_party,
    with_program,
    with_sanctions,
)
from ostiary.documents.acts.indictments import charged_with, facing_charges, indictment, unsealed
from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.orders import ordering, signed_order
from ostiary.documents.acts.rewards import offered, reward
from ostiary.documents.acts.scene import Scene
from ostiary.documents.acts.seizures import frozen, seized
from ostiary.documents.acts.told import Told


def read_telling(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Return what a word tells, or None where what it needs is not there.

    Args:
        scene: The sentence.
        number: The word.
        trigger: What it may tell of.
    """
    return _READINGS[trigger.needs](scene, number, trigger)


_READINGS: Mapping[str, Callable[[Scene, int, Trigger], Told | None]] = {
    "party": with_program,
    "program": with_program,
    "named": with_party,
    "list": with_list,
    "sanctions": with_sanctions,
    "with sanctions": hit_with_sanctions,
    "listing": with_listing,
    "list or listing": from_list_or_listing,
    "slapped": slapped,
    "indictment": unsealed,
    "assets": frozen,
    "seized": seized,
    "with": charged_with,
    "charges": facing_charges,
    "agency": ordering,
    "of": noun_of,
    "of list": noun_of_list,
    "of sanctions": noun_of_noun,
    "of designation": noun_of_noun,
    "against": indictment,
    "amount": reward,
    "offered": offered,
    "under": under_sanctions,
    "signed": signed_order,
}
