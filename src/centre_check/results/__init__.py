"""What earlier audits said: read back, put together, compared, drawn from."""
