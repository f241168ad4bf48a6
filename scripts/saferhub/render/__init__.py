"""Lessons as HTML, and the words, numbers and dates around them: what the site, packs and exports share."""
