"""All that the site publishes, as values: what did not change since an earlier build is taken from there."""
