"""One rule a file. The name of the file is the slug with underscores; the slug names the bad pattern."""
