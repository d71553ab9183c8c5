"""What did OFAC publish beside the SDN list? Its consolidated non-SDN list, in the older of its XML forms."""
