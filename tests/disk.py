"""A small disk that fills up: a tmpfs, which root alone may mount."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def mounted(folder: Path, size: str) -> Generator[Path]:
    """A new disk of this size, at a folder that is made for it; skips where none can be had."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if not mount or not umount:
        pytest.skip("mount is not here")
    if subprocess.run([mount, *options], check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run([umount, str(folder)], check=True)


def remount(folder: Path, option: str) -> None:
    """Change a mounted disk: `size=20m`, or `ro`."""
    subprocess.run([str(shutil.which("mount")), "-o", f"remount,{option}", str(folder)], check=True)
