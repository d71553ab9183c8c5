"""What did the UN Security Council publish? Its consolidated list in XML: persons and entities."""
