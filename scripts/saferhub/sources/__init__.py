"""The only room that opens content files. Whatever cannot be read becomes a problem with a path and a line."""
