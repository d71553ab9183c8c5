"""When does a text say that something was or will be? Date expressions, resolved as far as the text allows."""

from ostiary.documents.dates.finding import find_dates

__all__ = ["find_dates"]
