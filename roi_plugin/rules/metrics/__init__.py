"""Rules about metrics: how success will be seen."""
