"""A brief as plain values, for programs: ``ostiary read --json``.

Every field stands in ``data/brief_fields.yml``, from which the schema and its description are made.
"""

from collections.abc import Sequence
from typing import Any

from ostiary.app.brief_contents import Contents
from ostiary.model.briefs import Agreement, Brief, KeyPoint, NamedParty, TimelineEvent
from ostiary.model.claims import Accusation, Claim, Link, OpenQuestion, Reading, ReportedAct
from ostiary.model.periods import Period
from ostiary.model.reports import Mention, PassedOver, Report, ReportedDate, Span, Voice, Zone

#: Name and number of this form; the number changes when a field is renamed, dropped or given another meaning.
FORM = "ostiary-brief/1"

Plain = dict[str, Any]


def brief_to_json(brief: Brief) -> Plain:
    """Return a brief as dictionaries, lists, texts and numbers; positions are those of the report's text."""
    contents = Contents(brief)
    return {
        "form": FORM,
        "day": brief.day.isoformat(),
        "sample": brief.sample,
        "lists": list(brief.list_versions),
        "remarks": list(brief.remarks),
        "reports": [_report(reading) for reading in brief.readings],
        "parties": [_party(contents, party) for party in brief.parties],
        "key_points": [_key_point(contents, point) for point in brief.key_points],
        "claims": [_claim(contents, claim) for reading in brief.readings for claim in reading.claims],
        "open_questions": [_question(question) for reading in brief.readings for question in reading.questions],
        "agreement": [_agreement(agreement) for agreement in brief.agreement],
        "timeline": [_event(contents, event) for event in brief.timeline],
        "left_out": [
            _left_out(reading.report, zone) for reading in brief.readings for zone in _furniture(reading)
        ],
    }


def _place(span: Span) -> Plain:
    return {"start": span.start, "end": span.end}


def _passage(report: Report, span: Span) -> Plain:
    return _place(span) | {"text": report.words_of(span)}


def _passages(report: Report, spans: Sequence[Span]) -> list[Plain]:
    return [_passage(report, span) for span in spans]


def _days(period: Period | None) -> Plain:
    first, last = (period.first.isoformat(), period.last.isoformat()) if period else (None, None)
    return {"first": first, "last": last, "circa": bool(period and period.circa)}


def _report(reading: Reading) -> Plain:
    report = reading.report
    return {
        "id": report.id,
        "name": report.name,
        "sha256": report.digest,
        "format": report.format,
        "outlet": report.outlet or None,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language or None,
        "remarks": list(report.remarks),
        "text": report.text,
        "zones": [_zone(zone) for zone in report.zones],
        "mentions": [_mention(report, mention) for mention in reading.mentions],
        "passed_over": [_passed_over(one) for one in reading.passed_over],
        "voices": [_voice(report, voice) for voice in reading.voices],
        "claims": [{"id": claim.id, **_place(span)} for claim in reading.claims for span in claim.content],
        "dates": [_date(report, found) for found in reading.dates],
        "acts": [_act(report, act) for act in reading.acts],
        "accusations_not_kept": reading.left_out,
    }


def _zone(zone: Zone) -> Plain:
    more = {"furniture": zone.furniture, "reason": zone.reason, "place": zone.place}
    return {"kind": zone.kind, **_place(zone.span), **more}


def _mention(report: Report, mention: Mention) -> Plain:
    return _passage(report, mention.span) | {
        "party": mention.party_id,
        "kind": mention.kind,
        "matched_name": mention.matched_name or None,
        "sure": mention.sure,
        "reason": mention.reason,
    }


def _passed_over(one: PassedOver) -> Plain:
    namesakes = zip(one.party_ids, one.matched_names, strict=True)
    return {
        "text": one.words,
        "places": [_place(span) for span in one.spans],
        "parties": [{"party": party_id, "matched_name": name} for party_id, name in namesakes],
        "reason": one.reason,
    }


def _voice(report: Report, voice: Voice) -> Plain:
    return _speaker(voice) | {"places": _passages(report, voice.spans)}


def _speaker(voice: Voice) -> Plain:
    named = {"id": voice.id, "name": voice.name, "kind": voice.kind}
    return named | {"office": voice.office or None, "former": voice.former}


def _date(report: Report, found: ReportedDate) -> Plain:
    more = {"precision": found.precision, **_days(found.period), "reason": found.reason}
    return _passage(report, found.span) | more


def _act(report: Report, act: ReportedAct) -> Plain:
    return _passage(report, act.span) | {
        "kind": act.kind,
        "stage": act.stage,
        "parties": list(act.parties),
        "names": list(act.names),
        "program": act.program or None,
        "authority": act.authority or None,
        "date": _date(report, act.date) if act.date else None,
        "amount": act.amount or None,
        "register": act.register,
        "agrees": act.agrees,
    }


def _party(contents: Contents, party: NamedParty) -> Plain:
    return {
        "id": party.id,
        "name": party.name,
        "schema": party.schema,
        "listings": list(party.listings),
        "identity": party.identity,
        "possible": party.possible,
        "mentions": [{"report": report_id, "times": times} for report_id, times in party.mentions],
        "differences": [
            {
                "report": one.report_id,
                **_place(one.span),
                "reported": one.reported,
                "registered": one.registered,
                "accusations": _accusing(contents, one.report_id, one.span),
            }
            for one in party.differences
        ],
    }


def _claim(contents: Contents, claim: Claim) -> Plain:
    report = contents.report(claim.report_id)
    return {
        "id": claim.id,
        "report": claim.report_id,
        "content": _passages(report, claim.content),
        "cue": _passage(report, claim.cue) if claim.cue else None,
        "source": _passage(report, claim.source) if claim.source else None,
        "attributed": claim.attributed,
        "speaker": _speaker(claim.speaker) if claim.speaker else None,
        "chain": _chain(claim.chain),
        "branches": [_chain(branch) for branch in claim.branches],
        "origin": claim.origin,
        "origins": list(claim.origins),
        "anonymous": claim.anonymous or None,
        "stance": claim.stance,
        "accusation": _accusation(claim.accusation) if claim.accusation else None,
        "accusations": [accusing.id for accusing in contents.accusations_under(claim)],
        "quote": claim.quote,
        "quoted": _passages(report, claim.quoted),
        "hedges": _passages(report, claim.hedges),
        "about": list(claim.about),
        "date": _date(report, claim.date) if claim.date else None,
        "within": claim.within or None,
        "sentence": claim.sentence,
    }


def _chain(chain: Sequence[Link]) -> list[Plain]:
    return [
        {
            "name": link.name,
            "kind": link.kind,
            "voice": link.voice_id or None,
            "relation": link.relation or None,
            "carried": link.carried,
            "place": _place(link.span) if link.span else None,
        }
        for link in chain
    ]


def _accusation(accusation: Accusation) -> Plain:
    return {
        "accused": accusation.accused,
        "accused_party": next(iter(accusation.accused_parties), None),
        "accused_parties": list(accusation.accused_parties),
        "accuser": accusation.accuser,
        "status": accusation.status,
        "wording": accusation.wording,
        "denied_by": list(accusation.denied_by),
    }


def _accusing(contents: Contents, report_id: str, span: Span) -> list[str]:
    return [claim.id for claim in contents.accusations_in(report_id, span)]


def _key_point(contents: Contents, point: KeyPoint) -> Plain:
    return {
        "report": point.report_id,
        **_passage(contents.report(point.report_id), point.span),
        "chain": _chain(point.chain),
        "claim": point.claim_id or None,
        "accusations": _accusing(contents, point.report_id, point.span),
    }


def _question(question: OpenQuestion) -> Plain:
    return {
        "report": question.report_id,
        **_place(question.span),
        "question": question.question,
        "asked_of": list(question.asked_of),
        "chain": _chain(question.chain),
    }


def _agreement(agreement: Agreement) -> Plain:
    return {
        "claims": list(agreement.claims),
        "summary": agreement.summary,
        "origins": list(agreement.origins),
        "verdict": agreement.verdict,
        "reason": agreement.reason,
        "differences": [
            {"kind": one.kind, "left": one.left, "right": one.right, "excludes": one.excludes}
            for one in agreement.differences
        ],
    }


def _event(contents: Contents, event: TimelineEvent) -> Plain:
    return {
        "report": event.report_id,
        **_place(event.span),
        "stage": event.stage,
        "text": event.text,
        "written": event.written or None,
        **_days(event.period),
        "chain": _chain(event.chain),
        "accusations": _accusing(contents, event.report_id, event.span),
    }


def _furniture(reading: Reading) -> list[Zone]:
    return [zone for zone in reading.report.zones if zone.furniture]


def _left_out(report: Report, zone: Zone) -> Plain:
    why = {"kind": zone.kind, "reason": zone.reason, "place": zone.place}
    return {"report": report.id, **_passage(report, zone.span), **why}
