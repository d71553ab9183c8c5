"""What a validation runs: how many names of each pack, drawn by which seed."""

from dataclasses import dataclass, field

from ostiary.validation.variations import Variation, all_variations


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run.

    Attributes:
        seed: Draws the samples and throws the dice.
        per_class: Names in each class of variation and of each script; 0 for all.
        control: Listed names as they stand; 0 for all.
        made: Made names; 0 for one of each listed name.
        near: Candidates just below the threshold that are listed.
        most_listed: Misses and false alerts that are listed of each class; the rest is counted.
        variations: The classes; all of them unless others are given.
    """

    seed: int = 1
    per_class: int = 100
    control: int = 1000
    made: int = 1000
    near: int = 40
    most_listed: int = 200
    variations: tuple[Variation, ...] = field(default_factory=all_variations)
