"""What offices send: the 96 cases of the catalogue, and the laws above them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # `python -m tests.messiness.page` needs it
