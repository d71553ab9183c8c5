"""The words of statements: subject suffixes and property names, one place for readers and register.

Properties are FollowTheMoney's, written ``Schema.property``, wherever it has one. What it lacks (alias quality,
document validity, the list's own relation types) has a name of ours in the same form; docs/vocabulary.md lists
the mapping and what FollowTheMoney would lose.
"""

from typing import Final

# Subjects below a party: f"{party_id}/{ALIAS}/{number}". An act is below its entry.
ALIAS: Final = "alias"
DOCUMENT: Final = "document"
ADDRESS: Final = "address"
WALLET: Final = "wallet"
RELATION: Final = "relation"
ENTRY: Final = "entry"
ACT: Final = "act"
FEATURE: Final = "feature"

SCHEMA: Final = "Thing.schema"
NOTES: Final = "Thing.notes"

ALIAS_NAME: Final = "Alias.name"
ALIAS_KIND: Final = "Alias.kind"
ALIAS_QUALITY: Final = "Alias.quality"
ALIAS_SCRIPT: Final = "Alias.script"
#: The kind of a further spelling of the primary name; the primary one itself has the kind ``name``.
ALSO_WRITTEN: Final = "also written"
ALIAS_COMMENT: Final = "Alias.comment"
#: As published (EU: ``EN``).
ALIAS_LANGUAGE: Final = "Alias.language"
#: Subject of the first written name of the same alias, for its further spellings (other scripts).
ALIAS_SPELLING_OF: Final = "Alias.spellingOf"
#: Followed by the kind of part, FollowTheMoney's word where it has one: ``Alias.part:lastName``.
ALIAS_PART: Final = "Alias.part:"

DOCUMENT_TYPE: Final = "Identification.type"
DOCUMENT_NUMBER: Final = "Identification.number"
DOCUMENT_COUNTRY: Final = "Identification.country"
DOCUMENT_ISSUED: Final = "Identification.startDate"
DOCUMENT_EXPIRES: Final = "Identification.endDate"
DOCUMENT_AUTHORITY: Final = "Identification.authority"
DOCUMENT_VALIDITY: Final = "Identification.validity"
#: The validity of a document that the list calls forged.
FRAUDULENT: Final = "Fraudulent"
DOCUMENT_COMMENT: Final = "Identification.comment"
#: Where it was issued, as one text.
DOCUMENT_PLACE: Final = "Identification.place"
#: Subject of the alias that it is made out to, where that is not the primary name.
DOCUMENT_HOLDER: Final = "Identification.holder"
#: Subject of a feature (a birth date) that the document states.
DOCUMENT_FEATURE: Final = "Identification.feature"

ADDRESS_FULL: Final = "Address.full"
ADDRESS_COUNTRY: Final = "Address.country"
ADDRESS_REMARKS: Final = "Address.remarks"

WALLET_CURRENCY: Final = "CryptoWallet.currency"
WALLET_ADDRESS: Final = "CryptoWallet.publicKey"

#: The source of a relation is the party that its subject belongs to.
RELATION_TYPE: Final = "Relation.type"
RELATION_TARGET: Final = "Relation.target"
RELATION_FORMER: Final = "Relation.former"
RELATION_QUALITY: Final = "Relation.quality"
RELATION_PERIOD: Final = "Relation.period"
RELATION_COMMENT: Final = "Relation.comment"

ENTRY_LIST: Final = "Sanction.list"
#: The authority's own number of the entry, for people (``QDi.001``).
ENTRY_NUMBER: Final = "Sanction.authorityId"
#: The number of the same entry on the list of the UN Security Council.
ENTRY_UN_NUMBER: Final = "Sanction.unscId"
#: The authority's statement of reasons.
ENTRY_REASON: Final = "Sanction.reason"
#: Whose designation it is where a list holds those of several (UK: ``UN``, ``UK``).
ENTRY_SOURCE: Final = "Sanction.authority"
ENTRY_PROGRAM: Final = "Sanction.program"
ENTRY_MEASURE: Final = "Sanction.measure"
ENTRY_MEASURE_COMMENT: Final = "Sanction.measureComment"

#: An :data:`~ostiary.model.acts.ActKind`; a designation where nothing is stated.
ACT_KIND: Final = "Act.kind"
ACT_EVENT: Final = "Act.event"
ACT_DATE: Final = "Act.date"
ACT_LEGAL_BASIS: Final = "Act.legalBasis"
ACT_COMMENT: Final = "Act.comment"

#: A value that the list itself marks as false (a false birth date) keeps its property with this suffix.
MARKED_FALSE: Final = ":false"
#: A date that cannot be read is kept as text, under its property with this suffix.
UNREAD: Final = ":unread"
#: A feature of which the list says more than its value: which property and value it is, and what is said.
FEATURE_PROPERTY: Final = "Feature.property"
FEATURE_VALUE: Final = "Feature.value"
FEATURE_RELIABILITY: Final = "Feature.reliability"
FEATURE_COMMENT: Final = "Feature.comment"
