"""How does a report get in? Text, HTML or PDF in, the text with its zones out."""

from ostiary.documents.source.blocks import MOST_BYTES
from ostiary.documents.source.reports import read_report, report_from_bytes

__all__ = ["MOST_BYTES", "read_report", "report_from_bytes"]
