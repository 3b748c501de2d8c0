"""All layouts that are tried."""

from layouts.more import MORE
from layouts.own import OWN
from layouts.seen import SEEN

LAYOUTS = [*SEEN, *OWN, *MORE]
