"""The same report yields the same claims in every process, whatever Python hashes strings to."""

import os
import subprocess
import sys
from pathlib import Path

DOSSIER = Path(__file__).resolve().parents[2] / "examples" / "tripoli-2019" / "reports"
SCRIPT = """
import sys
from riwaya.config import Settings
from riwaya.pipeline import standard
for result in standard(Settings()).run([sys.argv[1]]):
    print(getattr(result, "claims", None))
"""


def claims(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", SCRIPT, str(DOSSIER)]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout


def test_claims_and_their_reasons_do_not_depend_on_hashes() -> None:
    first = claims("1")
    assert b"Claim(" in first
    assert claims("2") == first
