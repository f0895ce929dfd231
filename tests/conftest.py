"""Settings for all tests."""

import os

from hypothesis import settings

# The same examples in every run, so that no change fails for what it did not touch; a machine under load is no fault.
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
