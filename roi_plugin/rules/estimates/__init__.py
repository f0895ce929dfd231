"""Rules about estimates: what numbers rest on."""
