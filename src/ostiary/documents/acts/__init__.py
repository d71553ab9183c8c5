"""Which acts of an authority does a text tell of, how far did they go, and what does the register say of them?"""

from ostiary.documents.acts.comparison import compare_act
from ostiary.documents.acts.finding import find_acts
from ostiary.documents.acts.timeline import events_of

__all__ = ["compare_act", "events_of", "find_acts"]
