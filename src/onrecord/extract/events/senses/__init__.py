"""Which words name an event, and in which of their senses."""
