"""Make the workbook in which an inspector enters what he decides of one centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centre_check.audit.attestations import TABLE
from centre_check.documents.papers.on_site_form import pending
from centre_check.documents.papers.parts import centre_name

if TYPE_CHECKING:
    from centre_check.documents.papers.material import Material
    from centre_check.standard.types import Edition
    from centre_check.words import Words


def fillable(material: Material, edition: Edition, words: Words) -> bytes:
    """The .xlsx: a row for each clause that waits, drop-downs, room for person, day and evidence.

    Raises:
        UsageProblem: no clause waits for an inspector.
    """
    from centre_check.render.template_workbook import render
    from centre_check.render.template_workbook.order import INSPECTOR
    from centre_check.standard.load import read_form

    name = centre_name(material.audit)
    rows = [
        {
            "criterion": one.finding.criterion,
            "item": f"{one.finding.title}：{one.prompt}",
            "centre": name,
        }
        for one in pending(material, words)
    ]
    form, title = read_form(edition.form_path), words.phrase(material.standards[0].title)
    return render(form, INSPECTOR, words, full=False, title=title, rows={TABLE: rows})
