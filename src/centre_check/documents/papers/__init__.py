"""The papers that an office prints: one module each, found by its file name."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from centre_check.documents.papers.material import Paper

_BESIDE = ("__init__", "material", "parts", "registers")


def kinds() -> list[str]:
    """The names of all papers, as the user writes them: `inspection-record`."""
    names = os.listdir(os.path.dirname(__file__))  # pathlib would cost --help 5 ms
    modules = (name.removesuffix(".py") for name in names if name.endswith(".py"))
    return sorted(name.replace("_", "-") for name in modules if name not in _BESIDE)


ALIASES = {
    "整改通知": "rectification-notice",
    "整改通知书": "rectification-notice",
    "限期整改通知": "rectification-notice",
    "补报通知": "supplement-notice",
    "检查记录": "inspection-record",
    "现场检查记录表": "inspection-record",
    "现场核定表": "on-site-form",
    "审核报告": "report",
    "自查报告": "self-check",
    "标准手册": "standard",
}


def paper(kind: str) -> Paper:
    """The paper of this kind."""
    found: Paper = import_module(f"{__name__}.{kind.replace('-', '_')}").PAPER
    return found
