"""`python -m roi_plugin` is `roi`."""

import sys

from roi_plugin.cli import main

sys.exit(main())
