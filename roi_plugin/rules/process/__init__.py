"""Rules about the process: how the decision was made."""
