"""Pages for translators: a dashboard of all languages, one for each, and sheets with both texts side by side."""
