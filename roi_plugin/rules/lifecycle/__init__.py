"""Rules about the lifecycle: what becomes of a decision."""
