"""What `make check` looks for that no linter knows; each module finds one kind of fault."""
