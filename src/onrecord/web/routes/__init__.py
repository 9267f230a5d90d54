"""The pages by what they are of; each module has a ``router``."""
