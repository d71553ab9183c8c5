import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.intake.dates import read_birth_date
from ostiary.model.errors import InputError
from ostiary.model.periods import parse_period

CASES = list(csv.DictReader((Path(__file__).parent / "dates.csv").read_text(encoding="utf-8").splitlines()))
FORMS = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_read_birth_date(case: dict[str, str]) -> None:
    if not case["edtf"]:
        with pytest.raises(InputError, match=case["remark"]):
            read_birth_date(case["written"])
        return
    edtf, remark = read_birth_date(case["written"])
    assert edtf == case["edtf"]
    assert case["remark"] in remark
    assert bool(case["remark"]) == bool(remark)
    assert str(parse_period(edtf))


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_the_true_day_is_never_outside_what_is_read(day: date, form: str) -> None:
    period = parse_period(read_birth_date(day.strftime(form))[0])
    assert period.first <= day <= period.last


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        edtf, _ = read_birth_date(text)
    except InputError:
        return
    assert parse_period(edtf)
