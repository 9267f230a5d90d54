"""Sentences as trees that are easy to walk, and names as tagged, mended where either is wrong."""
