"""From our pages to the finished files of an MkDocs site: what an edit does not change is not made again."""
