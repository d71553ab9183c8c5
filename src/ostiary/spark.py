"""Screening on a Spark cluster; needs the extra ``spark``. See ``docs/scale.md``."""

from ostiary.app.spark import ANSWER_COLUMNS, screen_frame

__all__ = ["ANSWER_COLUMNS", "screen_frame"]
