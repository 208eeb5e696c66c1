"""Reports over many reviews, for reading and printing."""
