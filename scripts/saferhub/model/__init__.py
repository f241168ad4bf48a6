"""What a lesson, a translation and a problem are. Standard library only; no files are opened here."""
