"""Names as OFAC's tables write them: in one field, a person's family name first, with a comma behind it."""

from typing import Final

from ostiary.lists.drafts import Draft, Part
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

#: Schema to the one part of a name.
WHOLE_NAMES: Final = {"LegalEntity": "entityName", "Vessel": "vesselName", "Airplane": "aircraftName"}


def state_name(draft: Draft, place: Place, key: str, name: str, kind: str) -> Part:
    """State a strong name and its parts, and return it; of a party of unknown schema the parts are not known."""
    part = draft.open_name(place, key, name, kind, "strong")
    if draft.schema in WHOLE_NAMES:
        part.say(words.ALIAS_PART + WHOLE_NAMES[draft.schema], name)
    elif draft.schema == "Person":
        last, _, first = name.partition(", ")
        part.say(f"{words.ALIAS_PART}lastName", last)
        part.say(f"{words.ALIAS_PART}firstName", first)
    return part
