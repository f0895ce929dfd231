"""Rules about the goal: what is wanted."""
