"""Where do the measurements take their data from? The folder ``shared`` beside the checkout, or nowhere."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
BENCHMARKS = DATA / "benchmarks"
ALL_LISTS = DATA / "lists"
LISTS = ALL_LISTS / "us_ofac_sdn_advanced"
#: The list that is measured.
LIST = "us_ofac"
#: The list of the altered names, in the last version that has all of their people.
UN_LIST = "un_sc"
UN_VERSION = ALL_LISTS / "un" / "un_consolidated_2025-08-02.xml.xz"


def find_versions() -> list[Path]:
    """Return the real versions of the SDN list, oldest first; empty where the folder is absent."""
    return sorted(LISTS.glob("sdn_advanced_*.xml*"))


def find_benchmark(name: str) -> Path | None:
    """Return a file of the benchmarks' folder, or None where it is absent."""
    path = BENCHMARKS / name
    return path if path.is_file() else None
