"""What did OFAC publish? The SDN list in Advanced XML: parties, names, documents, features, relations, entries."""
