"""The checked library: what may be published, how it is found and searched."""
