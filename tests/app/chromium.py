"""Which Chromium is on this machine; as a program it prints its path, or ends with 1 if there is none."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")

#: Seconds until it says its version, on a busy machine. (This file runs by itself: it imports no other.)
_PATIENCE = 900

#: No window, no network of its own, no sandbox (which a container does not allow; the pages are our own).
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)


@cache
def find_chromium() -> str:
    """Return the path of a Chromium that starts, or nothing: Ubuntu's package is a script that asks for snap."""
    return next((path for path in _list_candidates() if _starts(path)), "")


def _list_candidates() -> list[str]:
    installed = [path for name in NAMES if (path := shutil.which(name))]
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be installed yet

        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except ImportError:
        return installed
    return [*installed, own] if Path(own).is_file() else installed


def _starts(path: str) -> bool:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and b"hrom" in answer.stdout


if __name__ == "__main__":
    found = find_chromium()
    sys.stdout.write(f"{found}\n")
    sys.exit(not found)
