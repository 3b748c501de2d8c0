"""Annotate a copy of the submitted workbook: cells filled and commented, an index put before."""

from centre_check.model.findings import Audit
from centre_check.render.annotate.annotated import Annotated
from centre_check.render.annotate.refusal import NotAnnotated
from centre_check.words import Words

__all__ = ["Annotated", "NotAnnotated", "annotate", "findings_workbook"]


def annotate(source: bytes, audit: Audit, words: Words) -> Annotated:
    """The copy of `source`, on which `audit` rests, and what could not be annotated in it.

    Parts that need no change keep their bytes; two calls give the same bytes.

    Raises:
        NotAnnotated: it is no .xlsx package, encrypted, signed or damaged; see
            `findings_workbook`.
    """
    # Loads what draws; the caller may only want `NotAnnotated`.
    from centre_check.render.annotate.marking import marked

    return marked(source, audit, words)


def findings_workbook(audit: Audit, words: Words, why: str) -> bytes:
    """The index alone as an .xlsx, for a workbook that cannot be annotated; `why` says so."""
    from centre_check.documents.marked_cells import index
    from centre_check.render.xlsx import render

    return render(index(audit, words, why))
