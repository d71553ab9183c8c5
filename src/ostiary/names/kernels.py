"""Compiling the hot loops, once per machine and release.

numba keeps compiled functions on disk and renews one when its own file changes, but not when a function that it
calls does. So they are kept in a folder named after the digest of all sources here: what is loaded is always what
is written. The folder is the user's cache, which exists where an installation cannot be written to.
"""

import os
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba
from numba.core import config
from platformdirs import user_cache_path

from ostiary.names.compiled_function import CompiledFunction
from ostiary.names.identity import analysis_digest

#: The functions that are compiled last of those that compare two names, and of those that search for one.
COMPARING: Final = "tracing.trace"
SEARCHING: Final = "search.search"

_Function = TypeVar("_Function", bound=Callable[..., Any])


@cache
def kernel_folder() -> Path:
    """Return the folder that compiled functions of these sources are kept in."""
    return user_cache_path("ostiary") / f"kernels-{numba.__version__}-{analysis_digest()[:16]}"


def are_kernels_compiled(*names: str) -> bool:
    """Return whether this machine has compiled functions of these sources before.

    Args:
        names: Each behind its module: :data:`COMPARING`, :data:`SEARCHING`.
    """
    return all(any(kernel_folder().glob(f"**/{name}-*.nbc")) for name in names)


def kernel(function: _Function) -> _Function:
    """Return the function compiled by numba when first called; ``py_func`` of it stays plain Python."""
    return _compiled(function)


def leaf_kernel(function: _Function) -> _Function:
    """Return a function compiled that makes no arrays and hands none back: it works in those that it is given.

    numba counts who uses an array, with a step that all cores must agree on, at nearly every look at one; in such
    a function there is nothing to count. One that makes an array fails to compile.
    """
    return _compiled(function, _nrt=False)


@cache
def _kept_folder() -> Path | None:
    """Return where compiled functions are kept; None where they cannot be, which is said once.

    numba would put them beside the sources or elsewhere, where it does not notice that a function they call has
    changed.
    """
    folder = kernel_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = os.access(folder, os.W_OK)
    except OSError:
        kept = False
    if not kept:
        warnings.warn(
            f"{folder} cannot be written to: the matching is compiled anew in each process, which takes a "
            "minute or more. Answers are the same. Set XDG_CACHE_HOME to a folder that can be written to.",
            stacklevel=2,
        )
    return folder if kept else None


def _compiled(function: _Function, **options: bool) -> _Function:
    if config.DISABLE_JIT:
        return function
    return cast("_Function", CompiledFunction(function, options, _kept_folder))
