"""The lesson library: read, check, translate and publish lessons without any site generator."""
