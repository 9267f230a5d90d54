"""Phrases that may mean an actor, and what each says of it by itself."""
