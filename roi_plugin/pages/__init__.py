"""Everything written for the reader of the site: an assessment becomes pages, pure text in and out."""
