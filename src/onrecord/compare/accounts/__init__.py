"""What an account tells, in a shape that can be compared: matter, days, parties, figures."""
