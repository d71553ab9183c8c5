from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.stance.accusations import (
    OWN_VOICE,
    accusation_of,
    accuse_claims,
    embedded_accusations,
    sentences_against_unlisted,
)
from ostiary.documents.stance.alleged import Allegations, find_allegations
from ostiary.documents.stance.grammar import read_grammar
from ostiary.model.claims import AccusationStatus, Claim, Link
from ostiary.model.reports import Span, Voice
from tests.documents.marked_sentences import OUTLET, Marked, read_cases, read_marked

CASES = read_cases("accusations.csv")


def _allegations(marked: Marked, voices: tuple[Voice, ...] = ()) -> Allegations:
    return find_allegations(read_grammar(marked.words, marked.mentions), marked.mentions, voices)


def _stance(marked: Marked) -> str:
    cue = marked.report.text[marked.cue.start : marked.cue.end] if marked.cue else ""
    return cue if cue in ("denied", "rejected") else "asserted"


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_accusation_is_what_the_table_says(case: dict[str, str]) -> None:
    marked = read_marked(case["text"])
    finding = accusation_of(marked.claim(_stance(marked)), _allegations(marked))
    if case["kind"] == "none":
        assert finding.accusation is None
        return
    assert finding.accusation is not None
    found = finding.accusation
    assert (found.accused, " ".join(found.accused_parties)) == (case["accused"], case["parties"])
    assert (found.accuser, found.status, finding.accused) == (case["accuser"], case["status"], case["kind"])


@pytest.mark.parametrize(
    ("text", "accused", "accuser", "status"),
    [
        (
            "*h1:The Salt Gang*, allegedly led by *v1:Colonel Viktor Sorel*, grew.",
            "Colonel Viktor Sorel",
            "not named",
            "alleged",
        ),
        (
            "Police met *v1:Viktor Sorel*, who is accused by prosecutors of bribery.",
            "Viktor Sorel",
            "prosecutors",
            "alleged",
        ),
        (
            "The reward rose for news of *v1:Sorel*, who is under indictment for fraud.",
            "Sorel",
            "not named",
            "charged",
        ),
        ("*v1:Sorel* is said to have laundered money.", "Sorel", "not named", "alleged"),
    ],
)
def test_accusation_within_a_sentence_names_its_accuser_or_nobody(
    text: str, accused: str, accuser: str, status: str
) -> None:
    (found,) = embedded_accusations(_allegations(read_marked(text)))
    assert (found.accusation.accused, found.accusation.accuser, found.accusation.status) == (
        accused,
        accuser,
        status,
    )


def test_accusation_within_an_attributed_content_belongs_to_its_claim() -> None:
    marked = read_marked("{Police} <said> [[*v1:Sorel* allegedly laundered money]].")
    assert embedded_accusations(_allegations(marked), marked.content) == ()


def test_accusation_that_a_claim_has_is_not_told_twice() -> None:
    marked = read_marked("*v1:Sorel* is said to have laundered money.")
    allegations = _allegations(marked)
    own = accusation_of(marked.claim(), allegations).accusation
    assert own is not None
    assert embedded_accusations(allegations, known=[own]) == ()


def test_only_own_voice_and_unhedged_makes_the_outlet_an_accuser() -> None:
    plain = read_marked("*v1:Viktor Sorel* runs a smuggling ring.")
    hedged = read_marked("*v1:Viktor Sorel* reportedly runs a smuggling ring.")
    first = accusation_of(plain.claim(), _allegations(plain)).accusation
    second = accusation_of(hedged.claim(), _allegations(hedged)).accusation
    assert first is not None
    assert second is not None
    assert first.accuser == OUTLET
    assert first.wording.startswith(OWN_VOICE)
    assert second.accuser == "not named"
    assert not second.wording.startswith(OWN_VOICE)


def test_unlisted_people_are_reported_so_that_the_claim_is_dropped() -> None:
    marked = read_marked("{Police} <said> [[Juan Perdomo had smuggled weapons]].")
    assert accusation_of(marked.claim(), _allegations(marked)).unlisted


def test_claim_about_an_unlisted_person_that_accuses_nobody_stays() -> None:
    marked = read_marked("{Police} <said> [[Juan Perdomo would open the new bridge]].")
    finding = accusation_of(marked.claim(), _allegations(marked))
    assert finding.accusation is None
    assert not finding.unlisted


def test_pronoun_after_an_unlisted_name_does_not_fall_on_the_party() -> None:
    marked = read_marked(
        "*v1:Viktor Sorel* left Halm. Juan Perdomo stayed. {Police} <said> [[he had laundered money]]."
    )
    assert accusation_of(marked.claim(), _allegations(marked)).unlisted


def test_pronoun_that_nobody_resolved_means_the_last_name_but_never_the_speaker() -> None:
    marked = read_marked('*v1:Viktor Sorel* left Halm. {Ada Brun} <said>: [["He is a murderer."]]')
    finding = accusation_of(marked.claim(), _allegations(marked))
    assert finding.accusation is not None
    assert finding.accusation.accused_parties == ("v1",)
    assert finding.accusation.accuser == "Ada Brun"


def test_pronoun_after_a_speaker_means_somebody_else() -> None:
    marked = read_marked("*v1:Viktor Sorel* left Halm. Ada Brun called him a murderer.")
    finding = accusation_of(marked.claim(), _allegations(marked))
    assert finding.accusation is not None
    assert (finding.accusation.accused_parties, finding.accusation.accuser) == (("v1",), "Ada Brun")


def test_accused_of_a_pronoun_that_means_several_parties_are_all_named() -> None:
    marked = read_marked(
        "*a1:The Salt Gang* and *b1:the Halm Ring* met. {The ministry} <said> [[*a1^:they* are terrorists]]."
    )
    (first, second, they) = marked.mentions
    both = (first, second, they, type(they)(they.span, "pronoun", second.party_id, sure=False))
    allegations = find_allegations(read_grammar(marked.words, both), both, ())
    finding = accusation_of(marked.claim(), allegations)
    assert finding.accusation is not None
    assert finding.accusation.accused == "The Salt Gang and the Halm Ring"
    assert finding.accusation.accused_parties == ("a1", "b1")


def test_name_that_may_be_somebody_elses_is_never_tied_to_the_party() -> None:
    marked = read_marked("Prosecutors accused *v1~:Viktor Sorel* of murder.")
    finding = accusation_of(marked.claim(), _allegations(marked))
    assert finding.accused == "possible"
    assert finding.accusation is not None
    assert finding.accusation.accused_parties == ()


def test_accuser_has_the_name_of_his_voice() -> None:
    text = "Ms Brun accused *v1:Viktor Sorel* of murder."
    marked = read_marked(text)
    voice = Voice("r1:v1", "Ada Brun", "person", spans=(Span(0, len("Ms Brun")),))
    finding = accusation_of(marked.claim(), _allegations(marked, (voice,)))
    assert finding.accusation is not None
    assert finding.accusation.accuser == "Ada Brun"


def test_accusation_belongs_to_the_innermost_claim() -> None:
    text = "The Post reports that police say *v1:Viktor Sorel* laundered money."
    marked = read_marked(text)
    outlet, post, police = Link(OUTLET, "outlet"), Link("The Post", "outlet"), Link("police", "agency")
    plain = marked.report.text
    outer = Claim("c1", "r1", (Span(17, len(plain) - 1),), True, (outlet, post), "asserted", "none", 0)
    inner = Claim(
        "c2",
        "r1",
        (Span(33, len(plain) - 1),),
        True,
        (outlet, post, police),
        "asserted",
        "none",
        0,
        within="c1",
    )
    found = accuse_claims([outer, inner], _allegations(marked))
    assert found["c1"].accusation is None
    assert found["c2"].accusation is not None
    assert found["c2"].accusation.accuser == "police"


def test_sentence_that_accuses_only_an_unlisted_person_is_known() -> None:
    marked = read_marked("Juan Perdomo was convicted of murder. *v1:Viktor Sorel* was convicted of fraud.")
    assert sentences_against_unlisted(_allegations(marked)) == {0}


_PIECES = st.sampled_from(
    [
        "*v1:Viktor Sorel*",
        "*h1:the Salt Cartel*",
        "*v1^:he*",
        "Juan Perdomo",
        "police",
        "the cartels",
        "accused",
        "was",
        "charged with",
        "of",
        "allegedly",
        "murder",
        "leads",
        "is a drug lord",
        "smuggled cocaine",
        "the indictment against",
        "was dropped",
        "by",
        ",",
        "who",
        "and",
        "not",
        "pleaded guilty",
        "his crimes",
        "said",
        '"',
        "described",
        "as a terrorist",
    ]
)


@settings(max_examples=300)
@given(
    st.lists(_PIECES, min_size=2, max_size=12), st.booleans(), st.sampled_from(["asserted", "denied", "alleged"])
)
def test_no_accusation_stands_without_accuser_and_status(pieces: list[str], attributed: bool, stance: str) -> None:  # noqa: FBT001 - drawn
    text = " ".join(pieces)
    marked = read_marked("{The ministry} <said> [[" + text + "]]." if attributed else text + ".")
    allegations = _allegations(marked)
    finding = accusation_of(marked.claim(stance), allegations)
    accusations = [one.accusation for one in embedded_accusations(allegations)]
    accusations += [finding.accusation] if finding.accusation else []
    for accusation in accusations:
        assert accusation.accuser
        assert accusation.status in get_args(AccusationStatus)
        assert accusation.accused
        assert accusation.wording
    if finding.accusation and finding.accusation.accuser == OUTLET:
        assert not attributed
        assert "allegedly" not in finding.accusation.wording
        assert finding.accusation.wording.startswith(OWN_VOICE)
