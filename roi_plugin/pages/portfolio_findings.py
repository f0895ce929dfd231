"""The findings that the portfolio reads, and no others."""

UNWATCHED = ("review-overdue", "risk-without-guardrail", "no-stop-rule")
"""The rules whose findings say that nobody looks."""

OFF_TRACK = "risk/key-result-off-track"
"""What is said of a key result that falls behind."""
