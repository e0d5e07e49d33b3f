"""Node.js and its packages, on machines that are set to other things."""

import re
from pathlib import Path

import pytest

from setup import node

HOSTILE = {
    "NODE_ENV": "production",
    "NPM_CONFIG_OMIT": "dev",
    "npm_config_global": "true",
    "npm_config_prefix": "/nonexistent",
}


def _changes(told: str) -> list[str]:
    return sorted(re.findall(r"^(?:add|remove|change) .+", told, re.MULTILINE))


@pytest.mark.skipif(not node.has_node(), reason="no Node.js here")
def test_settings_for_servers_leave_no_package_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """NODE_ENV=production is common on servers; the build needs what it would leave out."""
    plainly = _changes(node.npm_ci("--dry-run"))
    for name, value in HOSTILE.items():
        monkeypatch.setenv(name, value)
    assert _changes(node.npm_ci("--dry-run")) == plainly


@pytest.mark.parametrize(
    ("version", "enough"), [("v18.20.4", False), ("v20.0.0", True), ("", False)]
)
def test_an_old_node_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, enough: bool
) -> None:
    """Debian 12 has Node.js 18: the packaged one is fetched there."""
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "VENV", tmp_path / "none")
    assert node.has_node() is enough
