"""The commands for translators: `hub i18n ...`."""
