"""Rules about people: who has to do it, and whether they can and want to."""
