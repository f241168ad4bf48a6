"""The commands of printed packs."""
