"""Rules about finance: what counts as cost and gain."""
