"""How fast riwaya is, on one core.

The core is chosen here, before numpy is loaded: it starts as many threads as it then sees cores.
"""

import os

IS_ONE_CORE = hasattr(os, "sched_setaffinity")
"""Whether this system can hold a program, and those it starts, to one core."""

if IS_ONE_CORE:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
