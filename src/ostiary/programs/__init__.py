"""What does an act mean in law on a day? Programs with measures and limits; notices, rewards, accusations."""

from ostiary.programs.description import describe_program
from ostiary.programs.redress import describe_redress
from ostiary.programs.tags import find_lists, near_tags

__all__ = ["describe_program", "describe_redress", "find_lists", "near_tags"]
