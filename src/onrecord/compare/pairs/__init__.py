"""What two accounts have to do with each other, by rules: one event, one saying, at odds."""
