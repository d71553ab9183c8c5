"""A function that numba compiles twice: for Python to call, and as a part of the compiled functions that call it.

numba optimises each function by itself and makes machine code of it, with all that it calls inside, and does so
again for each function above it. Nearly all of ours are only called by others. As a part, a function is checked
and translated once, whatever constants it is called with, and is optimised and made machine code of only within a
function that Python calls: a first run takes half the time, and what is kept on disk is a quarter.

A part is to numba what its own functions for arrays are: code without an entry, linked into its callers.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from numba.core import compiler, types, typing
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler_lock import global_compiler_lock
from numba.core.registry import CPUDispatcher

#: What numba knows of a function, of its arguments' types, of its call. numba's own classes have no types.
_Part: TypeAlias = compiler.CompileResult
_Type: TypeAlias = types.Type
_Call: TypeAlias = "tuple[object, object, tuple[_Type, ...], dict[str, _Type]]"


class CompiledFunction(CPUDispatcher):  # type: ignore[misc] # numba has no types
    """A function compiled when first called; ``py_func`` of it stays plain Python.

    Args:
        function: The function.
        options: numba's settings for it.
    """

    def __init__(self, function: Callable[..., object], options: Mapping[str, bool]) -> None:
        """Take the function; nothing is compiled yet."""
        super().__init__(function, targetoptions={"nopython": True, "nogil": True, **options})
        self._parts: dict[tuple[_Type, ...], _Part] = {}

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


def _plain(kind: _Type) -> _Type:
    """The type of a value without what it is known to be, as a constant: 3 is any whole number."""
    kind = types.unliteral(kind)
    if isinstance(kind, types.BaseTuple) and not isinstance(kind, types.BaseNamedTuple):
        return types.BaseTuple.from_types([_plain(one) for one in kind.types])
    return kind
