"""What are we asked to screen? Customer files as CSV, JSON lines or Parquet, row by row, with nothing lost."""

from ostiary.intake.columns import FIELDS
from ostiary.intake.customers import CustomerFile, read_customers
from ostiary.intake.dates import read_birth_date
from ostiary.intake.queries import find_schema, list_schemas
from ostiary.intake.sources import find_kind

__all__ = [
    "FIELDS",
    "CustomerFile",
    "find_kind",
    "find_schema",
    "list_schemas",
    "read_birth_date",
    "read_customers",
]
