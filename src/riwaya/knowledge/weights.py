"""What was learned from annotated reports: the weights of the network, as they are stored."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from riwaya.errors import TableError

Weights = Mapping[str, npt.NDArray[np.float32]]

_TABLE = "network.npz"
_SPARSE = 4.0
"""A table that is empty in more than three rows of four is stored by its rows."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError,
    LookupError, TypeError, ValueError,
)  # fmt: skip
"""What reading bytes that are no such table ends in."""


def packed(weights: Weights) -> bytes:
    """Return weights as the bytes of a table: half precision, empty rows left out."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, weight in sorted(weights.items()):
        used = np.flatnonzero(weight.reshape(len(weight), -1).any(axis=1))
        if len(used) * _SPARSE < len(weight):
            arrays[f"{name}:size"] = np.array(weight.shape, dtype=np.int64)
            arrays[f"{name}:steps"] = np.diff(used, prepend=0).astype(np.int32)
            arrays[f"{name}:rows"] = weight[used].astype(np.float16)
        else:
            arrays[name] = weight.astype(np.float16)
    # Not numpy's own writer: it stamps the time of writing into the archive.
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, content.getvalue(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unpacked(table: bytes) -> Weights:
    """Return the weights that `packed` stored, as single precision.

    Raises:
        TableError: the bytes are no such table.
    """
    try:
        stored = _arrays(table)
        found = {
            name: array.astype(np.float32) for name, array in stored.items() if ":" not in name
        }
        for name, size in stored.items():
            if name.endswith(":size"):
                base = name.removesuffix(":size")
                found[base] = np.zeros(tuple(size), dtype=np.float32)
                used = np.cumsum(stored[f"{base}:steps"], dtype=np.int64)
                found[base][used] = stored[f"{base}:rows"]
    except _DAMAGE as error:
        raise TableError(table=_TABLE, entry="file", problem=str(error)) from error
    return MappingProxyType(found)


def _arrays(table: bytes) -> dict[str, npt.NDArray[np.generic]]:
    # Not numpy's own reader: it takes other files than archives for weights, too.
    with zipfile.ZipFile(io.BytesIO(table)) as archive:
        return {
            name.removesuffix(".npy"): np.lib.format.read_array(
                io.BytesIO(archive.read(name)), allow_pickle=False
            )
            for name in archive.namelist()
        }


@cache
def bundled() -> Weights:
    """Return the weights that come with the package; they are read once.

    Raises:
        TableError: the package's table is damaged.
    """
    return unpacked((files("riwaya.knowledge") / "tables" / _TABLE).read_bytes())
