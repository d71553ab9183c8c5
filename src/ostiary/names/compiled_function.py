"""A function that numba compiles twice: for Python to call, and as a part of the compiled functions that call it.

numba optimises each function by itself and makes machine code of it, with all that it calls inside, and does so
again for each function above it. Nearly all of ours are only called by others. As a part, a function is checked
and translated once, whatever constants it is called with, and is optimised and made machine code of only within a
function that Python calls: a first run takes half the time, and what is kept on disk is a quarter.

A part is to numba what its own functions for arrays are: code without an entry, linked into its callers. So what
Python calls is nobody's part, and is kept on disk as machine code alone; to load it takes nothing of the compiler.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from llvmlite import binding
from numba.core import compiler, config, types, typing
from numba.core.caching import CompileResultCacheImpl, FunctionCache
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler_lock import global_compiler_lock
from numba.core.registry import CPUDispatcher
from numba.core.runtime import rtsys

#: What numba knows of a function, of its arguments' types, of its call. numba's own classes have no types.
_Part: TypeAlias = compiler.CompileResult
_Type: TypeAlias = types.Type
_Call: TypeAlias = "tuple[object, object, tuple[_Type, ...], dict[str, _Type]]"


class CompiledFunction(CPUDispatcher):  # type: ignore[misc] # numba has no types
    """A function compiled when first called; ``py_func`` of it stays plain Python.

    Args:
        function: The function.
        options: numba's settings for it.
        folder: Says, when it is first called by Python, in which folder it is kept; None for in none.
    """

    def __init__(
        self, function: Callable[..., object], options: Mapping[str, bool], folder: Callable[[], Path | None]
    ) -> None:
        """Take the function; nothing is compiled yet."""
        super().__init__(function, targetoptions={"nopython": True, "nogil": True, **options})
        self._parts: dict[tuple[_Type, ...], _Part] = {}
        self._folder = folder

    def compile(self, sig: Sequence[_Type]) -> object:
        """Return the machine code for Python to call with arguments of some types: the one kept, or compiled."""
        if not self.overloads and (folder := self._folder()):
            previous, config.CACHE_DIR = config.CACHE_DIR, str(folder)
            try:
                self._cache = _KeptCode(self.py_func)
            finally:
                config.CACHE_DIR = previous
        return super().compile(sig)

    def get_call_template(self, args: Sequence[_Type], kws: Mapping[str, _Type]) -> _Call:
        """Return to a compiled caller how it calls this with arguments of some types; compile that if need be."""
        signature, folded = self._compiler.fold_argument_types(args, kws)
        plain = tuple(map(_plain, folded))
        name = self.py_func.__name__
        template = typing.make_concrete_template(name, key=name, signatures=[self._part(plain).signature])
        return template, signature, plain, {}

    def get_overload(self, sig: Sequence[_Type]) -> object:
        """Return by what a compiled caller finds the part for arguments of these types."""
        return self._parts[tuple(sig)].fndesc

    @global_compiler_lock  # type: ignore[untyped-decorator] # numba has no types
    def _part(self, args: tuple[_Type, ...]) -> _Part:
        if args not in self._parts:
            self._parts[args] = self._compile_part(args)
        return self._parts[args]

    def _compile_part(self, args: tuple[_Type, ...]) -> _Part:
        target, flags = self.targetdescr, compiler.Flags()
        target.options.parse_as_flags(flags, self.targetoptions)
        flags.no_compile = flags.no_cpython_wrapper = flags.no_cfunc_wrapper = True
        context = target.target_context
        library = _PartLibrary(context.codegen(), self.py_func.__qualname__)
        made = compiler.compile_extra(
            target.typing_context, context, self.py_func, args, None, flags, {}, library=library
        )
        context.insert_user_function(made.fndesc, made.fndesc, [library])
        return made


class _PartLibrary(JITCodeLibrary):  # type: ignore[misc] # numba has no types
    """The code of a part: neither optimised as a whole nor made machine code of."""

    def _optimize_final_module(self) -> None:
        """Leave it to the callers."""

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


class _MachineCode(CompileResultCacheImpl):  # type: ignore[misc] # numba has no types
    """Takes a compiled function apart to be kept, and puts it together."""

    def reduce(self, cres: _Part) -> tuple[object, ...]:
        """Return what is kept: the name of the entry in place of code to link; only parts with constants."""
        (name, kind, (code, _)), *rest, parts = cres._reduce()  # noqa: SLF001 - it is what the method of numba calls
        entry = f'define void @"{cres.fndesc.llvm_cpython_wrapper_name}"() {{ ret void }}'
        told = tuple(part for part in parts if part.consts)
        return (name, kind, (code, binding.parse_assembly(entry).as_bitcode())), *rest, told


class _KeptCode(FunctionCache):  # type: ignore[misc] # numba has no types
    """The folder in which the machine code of one function is kept."""

    _impl_class = _MachineCode

    def load_overload(self, sig: Sequence[_Type], target_context: object) -> _Part | None:
        """Return what is kept for arguments of these types; numba would first set up all that compiling takes."""
        rtsys.initialize(target_context)
        with self._guard_against_spurious_io_errors():
            return self._load_overload(sig, target_context)


def _plain(kind: _Type) -> _Type:
    """The type of a value without what it is known to be, as a constant: 3 is any whole number."""
    kind = types.unliteral(kind)
    if isinstance(kind, types.BaseTuple) and not isinstance(kind, types.BaseNamedTuple):
        return types.BaseTuple.from_types([_plain(one) for one in kind.types])
    return kind
