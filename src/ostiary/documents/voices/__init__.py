"""Whose word a report gives: people, outlets, bodies, unnamed sources, papers."""

from ostiary.documents.voices.casting import find_voices
from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.pronouns import Surroundings, merge_contents, refer_back
from ostiary.documents.voices.resolution import Source, resolve_label, resolve_source

__all__ = [
    "Appearance",
    "Cast",
    "Character",
    "Source",
    "Surroundings",
    "find_voices",
    "merge_contents",
    "refer_back",
    "resolve_label",
    "resolve_source",
]
