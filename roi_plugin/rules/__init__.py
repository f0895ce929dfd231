"""The risk rules, one a file; `catalogue.py` lists them in reading order."""
