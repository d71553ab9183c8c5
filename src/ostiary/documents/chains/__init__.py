"""Through whose hands each claim came: from the outlet that published down to the origin."""

from ostiary.documents.chains.building import ChainResult, build_chains, publisher_link

__all__ = ["ChainResult", "build_chains", "publisher_link"]
