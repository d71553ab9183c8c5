"""The figures of the house: short modules, short functions, few parameters, docstrings, no vague names."""

import ast
import io
import statistics
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "src" / "ostiary").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "shared", "stuff"}
LAYOUT = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.COMMENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def docstring_lines(tree: ast.Module) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            found.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


def code_lines(path: Path) -> set[int]:
    """The numbers of the lines that hold code: neither blank, nor comment, nor docstring."""
    text = path.read_text("utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    lines = {
        line for token in tokens if token.type not in LAYOUT for line in range(token.start[0], token.end[0] + 1)
    }
    return lines - docstring_lines(ast.parse(text))


def functions() -> Iterator[tuple[str, Function, int]]:
    for path in MODULES:
        lines = code_lines(path)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                length = sum(node.lineno <= line <= (node.end_lineno or 0) for line in lines)
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node, length


def test_modules_are_short() -> None:
    lengths = {path: len(code_lines(path)) for path in MODULES}
    assert statistics.median(lengths.values()) <= 100
    assert [f"{path.relative_to(ROOT)}: {length}" for path, length in lengths.items() if length > 400] == []


def test_functions_are_short() -> None:
    lengths = sorted(length for _, _, length in functions())
    assert statistics.median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.9)] <= 25
    long = [f"{where}: {length}" for where, _, length in functions() if length > 50]
    assert len(long) <= len(lengths) * 0.02, long


def test_functions_have_few_parameters() -> None:
    many = []
    for where, node, _ in functions():
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        count = sum(argument.arg not in {"self", "cls"} for argument in arguments)
        if count > 6:
            many.append(f"{where}: {count}")
    assert many == []


def public_definitions(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith(
            "_"
        ):
            if not any("overload" in ast.unparse(decorator) for decorator in node.decorator_list):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_everything_public_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    bare = [] if ast.get_docstring(tree) else ["the module"]
    bare += [node.name for node in public_definitions(tree.body) if not ast.get_docstring(node)]
    assert bare == []


def test_no_module_has_a_vague_name() -> None:
    assert [path for path in MODULES if VAGUE & {path.stem, path.parent.name}] == []


def test_lines_of_code_are_counted_right(tmp_path: Path) -> None:
    path = tmp_path / "example.py"
    path.write_text(
        '"""Doc\n\nmore."""\n\n# note\nx = (\n    1,\n)\n\n\ndef f():\n    """Doc."""\n    return """a\n    b"""\n'
    )
    assert code_lines(path) == {6, 7, 8, 11, 13, 14}
