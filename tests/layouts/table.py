"""All layouts that are tried."""

from layouts.more import MORE
from layouts.offices import OFFICES
from layouts.own import OWN
from layouts.second import SECOND
from layouts.seen import SEEN

LAYOUTS = [*SEEN, *OWN, *MORE, *OFFICES, *SECOND]
