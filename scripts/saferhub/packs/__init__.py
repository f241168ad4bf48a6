"""Print packs: which lessons go in, the pages as HTML, the tagged PDF, and what is known of each file."""
