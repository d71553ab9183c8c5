"""What each command makes of files and words that are no good: said, with what to do; nothing is written."""

from pathlib import Path

import pytest

from tests.app.conftest import Run

#: Made in the folder that the commands run in; a folder where there are no bytes.
FILES = {
    "folder.csv": None,
    "empty.csv": b"",
    "bytes.csv": bytes(range(256)) * 8,
    "bytes.pdf": bytes(range(256)) * 8,
    "bytes.parquet": bytes(range(256)) * 8,
    "bytes.yml": bytes(range(256)) * 8,
    "other.csv": b"a,b\n1,2\n",
    "other.jsonl": b'{"a": 1}\n',
    "names.csv": b"name\nAnn\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in FILES.items():
        if content is None:
            (tmp_path / name).mkdir()
        else:
            (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("screen absent.csv", 2, "no such file"),
        ("screen folder.csv", 2, "a folder"),
        ("screen empty.csv", 2, "empty"),
        ("screen bytes.csv", 2, "cannot be read"),
        ("screen bytes.parquet", 2, "cannot be read as Parquet"),
        ("screen other.csv", 2, "the columns are: a, b"),
        ("screen other.jsonl", 2, "the columns are: a"),
        ("screen names.csv --encoding nonesuch", 2, "no encoding 'nonesuch'"),
        ("screen names.csv --out folder.csv", 2, "a folder"),
        ("screen names.csv --rejects folder.csv", 2, "a folder"),
        ("screen names.csv --profile absent.yml", 4, "no such profile file"),
        ("screen names.csv --profile bytes.yml", 2, "cannot be read as YAML"),
        ("screen Ann --as-of 2025-13-01", 2, "is no day"),
        ("screen Ann --as-of 2500-01-01", 2, "still to come"),
        ("screen Ann --recorded-at yesterday", 2, "is no moment"),
        ("screen Ann --known-at yesterday", 2, "neither a version"),
        ("show nobody", 4, "No party is found"),
        ("show 55025 --as-of 2500-01-01", 2, "still to come"),
        ("show 55025 --list nonesuch", 4, "no list 'nonesuch'"),
        ("program FTO --as-of 2500-01-01", 2, "still to come"),
        ("program NONESUCH", 4, "No program"),
        ("changes nonesuch --since 2025-08-14", 4, "Recorded are: us_ofac_sample"),
        ("changes --since 2025-08-14 --program NONESUCH", 4, "No recorded version knows"),
        ("export --format csv --out folder.csv", 2, "a folder"),
        ("links nobody", 4, "No party bears"),
        ("link 55025 55025 --because x", 2, "one and the same"),
        ("unlink 55025 nobody --because x", 4, "No party bears"),
        ("read absent.txt", 2, "no such file"),
        ("read folder.csv", 2, "no file"),
        ("read empty.csv", 2, "empty"),
        ("read bytes.pdf", 2, "no text"),
        ("read names.csv --published soon", 2, "is no day"),
        ("owned Acme --regime nonesuch", 2, "no regime"),
        ("owned Acme --regime us", 7, "holdings load FILE"),
        ("holdings load folder.csv", 2, "a folder"),
        ("holdings load other.csv", 2, "no column 'owner'"),
        ("holdings drop nonesuch --because x", 7, "holdings load FILE"),
        ("compare Ann", 2, "two names"),
        ("compare Ann --party nobody", 4, "No party bears"),
        ("validate --pairs other.csv", 2, "no column"),
        ("validate --only nonesuch", 2, "no class"),
        ("validate --out folder.csv", 2, ".html"),
        ("tune names.csv", 2, "no column 'label'"),
        ("lookback names.csv", 2, "--before DATE"),
        ("lookback other.csv --before 2025-08-14", 2, "the columns are: a, b"),
        ("lookback names.csv --before 1980-01-01", 4, "known by then"),
        ("lookback names.csv --before 2025-08-14 --out folder.csv", 2, "a folder"),
        ("update --from absent.xml", 3, "no such file"),
    ],
)
def test_bad_input_is_explained_and_writes_nothing(
    words: str, code: int, said: str, run: Run, folder: Path
) -> None:
    answer = run(*words.split())
    assert answer.exit_code == code, answer.err
    assert "Error: " in answer.err
    assert said in " ".join(answer.err.split())
    assert answer.out == ""
    assert {path.name for path in folder.iterdir()} == FILES.keys()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("absent.xml", 3, "no such file"),
        ("empty.csv", 3, "not a file of a list"),
        ("bytes.csv", 3, "not a file of a list"),
        ("folder.csv", 2, "no file in this folder"),
    ],
)
def test_a_file_that_is_no_list_leaves_the_last_state(
    name: str, code: int, said: str, run_empty: Run, folder: Path
) -> None:
    answer = run_empty("update", "--from", str(folder / name))
    assert answer.exit_code == code
    assert said in answer.err
    assert "  do:    " in answer.err
    assert run_empty("lists").out.startswith("No list is recorded yet")
