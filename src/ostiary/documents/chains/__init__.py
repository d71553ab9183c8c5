"""Through whose hands each claim came: from the outlet that published down to the origin."""

from ostiary.documents.chains.building import ChainResult, build_chains

__all__ = ["ChainResult", "build_chains"]
