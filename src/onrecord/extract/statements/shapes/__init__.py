"""The shapes that an attribution takes, where a tagger saw none, or another; and what is none."""
