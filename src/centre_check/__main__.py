"""`python -m centre_check` is `centre-check`."""

from centre_check.commands import start

start()
