"""What the machine under us can do; a browser's sandbox starts neither processes nor threads."""

import os
import sys

# A page ends the worker that we are once its time is over, and the sandbox bounds its memory.
IS_SANDBOX = sys.platform in ("emscripten", "wasi")
CAN_FORK = hasattr(os, "fork") and not IS_SANDBOX
