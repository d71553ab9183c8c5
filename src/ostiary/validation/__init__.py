"""How well does it work? Test packs, recall by class of variation, threshold sweeps: what an auditor is shown."""

from ostiary.validation.gates import GateSettings, check_lists, check_pairs, cut_percent, missed_gates, say_share
from ostiary.validation.pairs import validate_pairs
from ostiary.validation.plan import Plan
from ostiary.validation.tuning import tune_threshold
from ostiary.validation.validating import validate_lists
from ostiary.validation.variations import all_variations

__all__ = [
    "GateSettings",
    "Plan",
    "all_variations",
    "check_lists",
    "check_pairs",
    "cut_percent",
    "missed_gates",
    "say_share",
    "tune_threshold",
    "validate_lists",
    "validate_pairs",
]
