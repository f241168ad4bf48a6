"""The Markdown that lessons and imported pages are written in, one kind of construct in each module."""
