"""What one vendor's guide asks for, as data."""
