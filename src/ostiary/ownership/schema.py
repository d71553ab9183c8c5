"""The tables of holdings: nothing in them is ever updated or deleted.

A load brings lines. From then on the lines of every source that it names are those that it brings: what an earlier
load brought of that source is ended by a row of ``source_ending``, and so is what is dropped. What counted at any
moment follows from the loads that were recorded by then.
"""

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

from ostiary.database import Layout, make_format_table

#: Version of the tables; a store with a higher one was written by a newer release.
SCHEMA_VERSION: Final = 1

METADATA: Final = MetaData()

LAYOUT: Final = Layout(
    what="store of holdings",
    tables=METADATA,
    format=make_format_table(METADATA, "holding_format"),
    version=SCHEMA_VERSION,
    absent="No holdings are loaded yet.",
    start="Load some: ostiary holdings load FILE.",
)

LOAD: Final = Table(
    "holding_load",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("recorded", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("holdings", Integer, nullable=False),
    Column("because", Text, nullable=False),
)

SOURCE: Final = Table(
    "holding_source",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

#: From this load on the source has only the lines that this load brings; ``ended`` is how many it had.
ENDING: Final = Table(
    "source_ending",
    METADATA,
    Column("source", ForeignKey("holding_source.id"), primary_key=True),
    Column("load", ForeignKey("holding_load.id"), primary_key=True),
    Column("ended", Integer, nullable=False),
)

#: Shares are exact fractions (``1/3``), days are ISO or empty.
HOLDING: Final = Table(
    "holding",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("load", ForeignKey("holding_load.id"), nullable=False, index=True),
    Column("source", ForeignKey("holding_source.id"), nullable=False),
    Column("line", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("owned", Text, nullable=False),
    Column("least", Text, nullable=False),
    Column("most", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("joint", Text, nullable=False),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("owner_party", Text, nullable=False),
    Column("owned_party", Text, nullable=False),
)

JUDGEMENT: Final = Table(
    "name_judgement",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("recorded", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("because", Text, nullable=False),
)
