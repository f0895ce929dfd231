"""Findings and decisions as terminal text and machine-readable forms."""
