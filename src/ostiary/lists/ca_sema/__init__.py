"""What did Canada publish? Its consolidated list of autonomous sanctions, flat records without numbers."""
