"""What is one and the same across reports: actors, wire copies, origins."""
