"""Fill an office's own Word file (.docx), in which placeholders say what stands where.

A placeholder is written `{{ 中心名称 }}`. What stands between two rows of a table that hold nothing
but `{%tr for 行 in 问题清单 %}` and `{%tr endfor %}` is repeated, with `{{ 行.条款 }}` in it. What
stands between two paragraphs `{%p if 联系人 %}` and `{%p endif %}` is left out where the field is
empty.
"""

from centre_check.documents.fields import Fields
from centre_check.render.word_template.placeholders import Placeholder, placeholders

__all__ = ["Placeholder", "fill", "placeholders", "starter"]


def fill(template: bytes, fields: Fields, name: str) -> bytes:
    """The template with the values of `fields`; two calls give the same bytes.

    `name` is the template's own, for sentences.

    Raises:
        StandardError: the template is no .docx or broken; names every unknown placeholder.
    """
    # docxtpl, which this needs, is too slow to load for `--help`.
    from centre_check.render.word_template.filling import filled

    return filled(template, fields, name)


def starter(title: str, fields: Fields, lang: str = "zh") -> bytes:
    """A plain .docx with every placeholder, which an office arranges and words as it likes."""
    from centre_check.render.docx import render
    from centre_check.render.word_template.starting import starting

    return render(starting(title, fields, lang))
