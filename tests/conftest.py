"""What every test can count on."""

import os
import tempfile
from pathlib import Path

# No test sees places that whoever runs them has imported.
os.environ["RIWAYA_DATA"] = str(Path(tempfile.gettempdir()) / "riwaya-tests-import-nothing")
