"""How sure something is that we say, and how far the papers were read on which it rests."""

from typing import Literal

#: ``established``: it stands so in the act itself, or in the words of whose act it is; ``reported``: others tell
#: it so; ``disputed``: authorities, experts or sources differ; ``unverified``: no source of it was read.
Certainty = Literal["established", "reported", "disputed", "unverified"]

#: How far a source was read when somebody last checked it: its own words, what others tell of it, or not at all.
Reading = Literal["text", "account", "not read"]
