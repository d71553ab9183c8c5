"""The schema of a file of notices: whatever is missing or wrong is refused, with file and field."""

from datetime import date

import pytest

from ostiary.model.errors import InputError
from ostiary.programs.notice_files import NoticeFile, read_notice_file

WHOLE = """
about: An invented group
sources:
  paper: {citation: 1 FR 1, kind: Federal Register, published: 2025-02-20, checked: 2025-03-01, read: text,
          url: https://example.org/1}
  press: {citation: The Lantern, kind: press report, published: 2025-02-19, checked: 2025-03-01, read: account}
parties: [us_ofac:1]
notices:
  - {kind: designation, date: 2025-02-20, by: An authority, programs: [FTO], says: Designated.,
     certainty: established, sources: [paper, press]}
matters:
  - kind: reward
    title: Reward for information
    history:
      - {date: 2025-02-21, step: opened, by: An authority, amount: 5, currency: USD, says: Offered.,
         certainty: reported, sources: [press]}
      - {date: 2025-02-22, step: raised, by: An authority, amount: 9, currency: USD, says: Raised.,
         certainty: reported, sources: [press]}
"""
NOTICE = WHOLE.partition("matters:")[0]


def read(text: str) -> NoticeFile:
    return read_notice_file("invented", text)


def test_a_whole_file_is_read() -> None:
    file = read(WHOLE)
    (notice,) = file.notices
    assert (notice.id, notice.day, notice.programs) == ("invented/1", date(2025, 2, 20), ("FTO",))
    assert notice.published == date(2025, 2, 19)
    assert notice.from_authority
    (matter,) = file.matters
    assert [(one.step, one.amount) for one in matter.notices] == [("opened", 5), ("raised", 9)]
    assert matter.standing.step == "raised"
    assert matter.parties == ("us_ofac:1",)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("date: 2025-02-20, by", "by", "invented.yml: notices[1]: date"),
        ("date: 2025-02-20, by", "date: 2025-02, by", "notices[1]: date"),
        ("date: 2025-02-20, by", "date: 2025-02-20 10:00:00, by", "notices[1]: date"),
        (", sources: [paper, press]", "", "notices[1]: sources"),
        ("sources: [paper, press]", "sources: []", "notices[1]: sources"),
        ("sources: [paper, press]", "sources: [paper, paper]", "notices[1]: sources"),
        ("sources: [paper, press]", "sources: [rumour, paper, press]", "names 'rumour'"),
        ("by: An authority, programs", "programs", "notices[1]: by"),
        ("says: Designated.,", "", "notices[1]: says"),
        ("says: Designated.", "says: ''", "notices[1]: says"),
        ("certainty: established,", "", "notices[1]: certainty"),
        ("certainty: established", "certainty: sure", "is none of: disputed, established"),
        ("programs: [FTO], ", "", "notices[1]: programs"),
        ("kind: designation", "kind: reward", "notices[1]: kind"),
        ("kind: designation", "kind: relation", "notices[1]: from"),
        ("parties: [us_ofac:1]", "", "parties"),
        ("parties: [us_ofac:1]", "parties: [an invented group]", "which is no list and number"),
        ("parties: [us_ofac:1]", "parties: us_ofac:1", "parties"),
        ("says: Designated.,", "says: Designated., says: Twice.,", "stands twice"),
        ("says: Designated.,", "says: Designated., place: somewhere,", "notices[1]: place"),
        ("about: An invented group", "", "about"),
        ("about: An invented group", "about: An invented group\nmap: yes", "map"),
        ("published: 2025-02-20, ", "", "sources.paper: published"),
        ("checked: 2025-03-01, read: text", "read: text", "sources.paper: checked"),
        ("checked: 2025-03-01, read: text", "checked: 2025-02-01, read: text", "sources.paper: checked"),
        ("read: account", "read: somehow", "sources.press: read"),
        ("kind: press report", "kind: hearsay", "sources.press: kind"),
        ("https://example.org/1", "ftp://example.org/1", "sources.paper: url"),
        ("citation: 1 FR 1, ", "", "sources.paper: citation"),
    ],
)
def test_what_is_refused(old: str, new: str, field: str) -> None:
    assert old in NOTICE
    with pytest.raises(InputError) as raised:
        read(NOTICE.replace(old, new, 1))
    assert field in str(raised.value)
    assert raised.value.where.startswith("invented.yml")


@pytest.mark.parametrize(("written", "period"), [("2025", "2025"), ("2025-02", "2025-02"), ("'2025'", "2025")])
def test_a_step_whose_day_no_source_gives(written: str, period: str) -> None:
    head, _, matters = WHOLE.partition("matters:")
    (matter,) = read(f"{head}matters:{matters.replace('date: 2025-02-21', f'date: {written}')}").matters
    assert str(matter.notices[0].period) == period


def test_a_history_whose_beginning_is_not_known_says_so() -> None:
    head, _, matters = WHOLE.partition("matters:")
    begun = matters.replace("step: opened", "step: lowered")
    with pytest.raises(InputError, match="nor does 'unverified' say why"):
        read(f"{head}matters:{begun}")
    titled = begun.replace("    title:", "    unverified: When it was opened.\n    title:")
    assert read(f"{head}matters:{titled}").matters[0].notices[0].step == "lowered"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("step: opened", "step: charged", "history[1]: step"),
        ("step: opened", "step: ended", "does not begin with one of"),
        ("date: 2025-02-22", "date: 2025-02-20", "is not in the order of its dates"),
        ("step: raised", "step: lowered", "says lowered from 5 to 9"),
        ("amount: 9, currency: USD", "amount: 5, currency: USD", "says raised from 5 to 5"),
        ("amount: 9, currency: USD, ", "", "has a reward without amount and currency"),
        ("amount: 9, currency: USD", "amount: 9", "currency"),
        ("amount: 9, currency: USD", "currency: USD", "amount"),
        ("amount: 9", "amount: yes", "amount"),
        ("amount: 9", "amount: -9", "amount"),
        ("title: Reward for information", "", "title"),
        ("kind: reward", "kind: order", "matters[1]: kind"),
    ],
)
def test_a_history_that_cannot_be(old: str, new: str, says: str) -> None:
    head, _, matters = WHOLE.partition("matters:")
    assert old in matters
    with pytest.raises(InputError) as raised:
        read(f"{head}matters:{matters.replace(old, new, 1)}")
    assert says in str(raised.value)


def test_the_press_alone_establishes_nothing() -> None:
    with pytest.raises(InputError, match="no paper of an authority was read itself"):
        read(NOTICE.replace("sources: [paper, press]", "sources: [press]"))


def test_a_paper_known_by_others_account_establishes_nothing() -> None:
    with pytest.raises(InputError, match="no paper of an authority was read itself"):
        read(NOTICE.replace("read: text", "read: account"))


@pytest.mark.parametrize("day", ["2025-02-19", "2025-02-21"])
def test_a_foreign_terrorist_organization_is_designated_on_the_day_of_its_publication(day: str) -> None:
    dated = NOTICE.replace("date: 2025-02-20", f"date: {day}")
    with pytest.raises(InputError, match="is not that of the Federal Register"):
        read(dated)
    assert read(dated.replace("programs: [FTO]", "programs: [SDGT]")).notices[0].day == date.fromisoformat(day)


def test_nothing_ends_that_is_unverified() -> None:
    ended = WHOLE.replace(
        "step: raised, by: An authority, amount: 9, currency: USD", "step: ended, by: An authority"
    )
    assert read(ended).matters[0].outcome is not None
    before, _, last = ended.rpartition("certainty: reported")
    with pytest.raises(InputError, match="is nothing to say of what is unverified"):
        read(f"{before}certainty: unverified{last}")


def test_what_was_not_read_is_unverified() -> None:
    unread = NOTICE.replace("read: text", "read: not read").replace("read: account", "read: not read")
    with pytest.raises(InputError, match="none of its sources was read"):
        read(unread.replace("certainty: established", "certainty: reported"))
    (notice,) = read(unread.replace("certainty: established", "certainty: unverified")).notices
    assert notice.certainty == "unverified"


def test_a_source_on_which_nothing_rests_is_refused() -> None:
    with pytest.raises(InputError, match="names 'press', on which nothing rests"):
        read(NOTICE.replace("sources: [paper, press]", "sources: [paper]"))


@pytest.mark.parametrize("text", ["", "- a list", "a: [", "just words", "a: &x [*x]"])
def test_what_is_no_file_of_notices(text: str) -> None:
    with pytest.raises(InputError, match=r"invented\.yml"):
        read(text)
