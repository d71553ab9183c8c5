"""What did an authority publish? One reader and one YAML description per list; changes nothing on the way in."""

from ostiary.lists.descriptions import describe_list, list_ids
from ostiary.lists.ftm.reading import find_data_set
from ostiary.lists.reading import read_list

__all__ = ["describe_list", "find_data_set", "list_ids", "read_list"]
