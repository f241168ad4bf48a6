"""Look at the finished pages as readers meet them: in a real browser, with tools that know the standards."""
