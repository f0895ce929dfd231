"""What each command of `roi` does: assess, then say it; each returns an exit code."""
