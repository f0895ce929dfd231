"""Rules about a model's answers: what they are worth, beside what is there without it."""
