"""How is a database file opened, checked, read and written? The same way for every store.

The register, the judgements on links and the holdings each have a file and tables of their own.
"""

from ostiary.database.layout import Layout, make_format_table
from ostiary.database.store import Store, open_store

__all__ = ["Layout", "Store", "make_format_table", "open_store"]
