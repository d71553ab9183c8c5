"""A validation as plain values: every share with its interval."""

import dataclasses
import hashlib
import json
from typing import Any

from ostiary.app.plain import to_plain
from ostiary.model.validation import Share, Stamp, Tuning, Validation

_DIGITS = 6


def validation_to_json(validation: Validation) -> dict[str, Any]:
    """Return a validation as dictionaries, lists, texts and numbers."""
    plain: dict[str, Any] = _to_plain(validation)
    if validation.pairs:
        plain["pairs"]["f1"] = round(validation.pairs.f1, _DIGITS)
    return {"passed": validation.passed, "figures_digest": digest_figures(validation)} | plain


def digest_figures(validation: Validation) -> str:
    """Return the SHA-256 of all figures and findings: another run of the same kind must give the same.

    Who ran it, when, and how old the lists are that day play no part.
    """
    figures = [_to_plain(part) for part in (validation.gates, validation.lists, validation.pairs)]
    return hashlib.sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()


def tuning_to_json(stamp: Stamp, tuning: Tuning) -> dict[str, Any]:
    """Return a tuning as dictionaries, lists, texts and numbers."""
    return {"stamp": _to_plain(stamp), "tuning": _to_plain(tuning)}


def _to_plain(value: Any) -> Any:  # noqa: ANN401 - any noun of the model, to anything that JSON has
    if isinstance(value, Share):
        figures = {name: round(getattr(value, name), _DIGITS) for name in ("share", "low", "high")}
        return {"part": value.part, "of": value.of, **figures}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_to_plain(item) for item in value]
    return to_plain(value)
