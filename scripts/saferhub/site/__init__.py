"""What the site's pages hold: facts, navigation, notices and the text that the generator turns into pages."""
