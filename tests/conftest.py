"""What every test can count on."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

# No test sees places that whoever runs them has imported.
os.environ["RIWAYA_DATA"] = str(Path(tempfile.gettempdir()) / "riwaya-tests-import-nothing")

# No test fails for a slow machine.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
