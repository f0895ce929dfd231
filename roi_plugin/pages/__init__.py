"""Everything written for the site's reader: an assessment in, `{path: text}` out."""
