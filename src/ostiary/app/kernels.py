"""The compiled matching kernels: are they there already, or does the first run on this machine compile them?"""

from pathlib import Path

from ostiary.names.scan import scan


def are_kernels_cached() -> bool:
    """Tell whether an earlier run left the kernels on disk; if not, the first answer takes some seconds."""
    return any(Path(scan.stats.cache_path or "").glob("scan.scan-*.nbi"))
