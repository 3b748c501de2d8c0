"""`python -m centre_check` is `centre-check`."""

from centre_check.commands import start

if __name__ == "__main__":  # a worker of a batch imports this file under another name
    start()
