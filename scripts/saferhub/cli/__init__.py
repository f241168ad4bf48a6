"""The `hub` command: it reads, writes to disk and shows progress."""
