"""Technical decisions as checked records in git, with their ROI and their risks."""
