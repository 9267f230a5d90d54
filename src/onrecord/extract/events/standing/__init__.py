"""Whether it happened, and what the words around take for granted of it."""
