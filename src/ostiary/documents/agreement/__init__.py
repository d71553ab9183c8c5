"""Do several reports say the same, and do they confirm each other? Readings in, agreements out."""

from ostiary.documents.agreement.comparison import compare_readings

__all__ = ["compare_readings"]
