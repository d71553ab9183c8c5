"""Vessels that the EU bans from its ports and services: the annexes that its list of asset freezes leaves out."""
