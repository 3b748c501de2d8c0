"""What a standard can ask of rows: tests, quantities and bounds, and how each is answered."""
