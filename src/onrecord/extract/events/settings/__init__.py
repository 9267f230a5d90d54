"""When and where it was."""
