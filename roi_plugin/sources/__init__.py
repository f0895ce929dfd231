"""Everything that is read from outside: record files, schemas, policy."""
