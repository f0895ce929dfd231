"""Rules about options: which ways were compared."""
