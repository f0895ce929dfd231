"""Rules about risks: what can go wrong, and who would see it."""
