"""The front door of the readers: a list id and a file in, a reading out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from ostiary.lists.ca_sema.reading import read_ca_sema
from ostiary.lists.descriptions import describe_list
from ostiary.lists.eu_fsf.reading import read_eu_fsf
from ostiary.lists.eu_fsf_csv.reading import read_eu_fsf_csv
from ostiary.lists.eu_vessels.reading import read_eu_vessels
from ostiary.lists.expectations import watch_expectations
from ostiary.lists.ftm.reading import read_ftm
from ostiary.lists.gb.ofsi import read_gb_ofsi
from ostiary.lists.gb.sanctions_list import read_gb_sanctions_list
from ostiary.lists.given import GivenFile
from ostiary.lists.un_sc.reading import read_un_sc
from ostiary.lists.us_csl.reading import read_us_csl
from ostiary.lists.us_ofac.reading import read_us_ofac
from ostiary.lists.us_ofac_consolidated.reading import read_us_ofac_consolidated
from ostiary.lists.us_ofac_csv.reading import read_us_ofac_csv
from ostiary.model.lists import ListDescription, ListReading

#: What a reader is: the list and the file in, a reading out.
Reader = Callable[[ListDescription, GivenFile], ListReading]
#: By the ``reader`` of the description.
READERS: Final[dict[str, Reader]] = {
    "us_ofac_consolidated": read_us_ofac_consolidated,
    "ca_sema": read_ca_sema,
    "eu_fsf": read_eu_fsf,
    "eu_vessels": read_eu_vessels,
    "un_sc": read_un_sc,
    "ftm": read_ftm,
    "us_csl": read_us_csl,
    "us_ofac": read_us_ofac,
    "us_ofac_csv": read_us_ofac_csv,
    "eu_fsf_csv": read_eu_fsf_csv,
    "gb_ofsi": read_gb_ofsi,
    "gb_sanctions_list": read_gb_sanctions_list,
}


def read_list(
    list_id: str,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    published: date | None = None,
) -> ListReading:
    """Read one file of a list.

    Args:
        list_id: The list; ids of parties begin with it.
        path: The file, plain or packed as bz2, gz or xz; which one shows from its first bytes.
        progress: Called with the bytes done and the bytes in all, both of the file as stored.
        published: When the file was published, for lists whose files do not say it. A date in the file stands
            above it, and it stands above one in the file's name.

    Returns:
        The reading. Its ``listings`` read the file while they are consumed, once, and raise what is found late.

    Raises:
        NotFoundError: There is no such list.
        ListFileError: The file cannot be opened, is no list of the publisher, or has no date of publication.
        ForeignListError: It is of another publisher.
    """
    description = describe_list(list_id)
    reading = READERS[description.reader](description, GivenFile(path, published, progress))
    return watch_expectations(reading)
