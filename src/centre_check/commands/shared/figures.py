"""Read a workbook of figures for `progress` and `subsidy`, as their options say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.form.types import Form
    from centre_check.model.table import Facts
    from centre_check.words import Words


def read_figures(
    path: Path,
    form: Form,
    words: Words,
    *,
    personal: str,
    limits: tuple[str, ...],
    mapping: str | None,
) -> Facts:
    """What the workbook says by the sheets of `form`.

    Raises:
        UsageProblem: there is no such file, or an option cannot be understood.
        WorkbookError: it cannot be read.
        BrokenFile: the mapping does not fit.
    """
    from pathlib import Path

    from centre_check.commands.shared.patience import patience
    from centre_check.form.types import Disclosure
    from centre_check.workbook import read_facts
    from centre_check.workbook.guard import limits_of
    from centre_check.workbook.mapping_file import read_mapping

    allowed = limits_of(limits)
    mapped = read_mapping(Path(mapping), form) if mapping else None
    with patience(path, allowed):
        return read_facts(
            path, form, words, disclosure=Disclosure(personal), limits=allowed, mapping=mapped
        )
