"""What a decision is worth: distributions, cash flows and returns; pure."""
