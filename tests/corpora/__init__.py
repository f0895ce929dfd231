"""Histories of public decision folders, read and compared with what people found by hand."""
