"""The same where words must be weighed: trained scorers and what they observe."""
