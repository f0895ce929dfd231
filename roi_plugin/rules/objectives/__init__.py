"""Rules about objectives: whether key results say how far it has come."""
