"""What commands share: the program itself, options, exits, screen and files."""
