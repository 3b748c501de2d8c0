"""All layouts that are tried."""

from tests.layouts.own import OWN
from tests.layouts.seen import SEEN

LAYOUTS = [*SEEN, *OWN]
