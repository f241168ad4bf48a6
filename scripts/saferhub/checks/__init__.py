"""Rules that say whether a lesson may be published, one rule a file, and the report they make."""
