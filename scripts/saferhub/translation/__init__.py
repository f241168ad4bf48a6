"""Pairs of source and translation, what is out of date, and pages composed of both."""
