"""How many were killed, hurt, held or driven out."""
