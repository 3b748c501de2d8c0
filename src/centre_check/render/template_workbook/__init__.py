"""Make the blank workbook of a form: the sheets of one level, ready to be filled in and printed."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from centre_check.form.types import Form
from centre_check.words import Words


def render(
    form: Form,
    level: str,
    words: Words,
    *,
    full: bool,
    title: str,
    terms: Sequence[tuple[str, str]] = (),
    rows: Mapping[str, Sequence[Mapping[str, str]]] = MappingProxyType({}),
    lists: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> bytes:
    """The bytes of the .xlsx: `00 填表说明`, then the sheets of `level`, or all when `full`.

    Headers, drop-downs and titles are Chinese in every language, as the form is an official one;
    instructions and prompts follow `words`. Two calls give the same bytes. KeyError if the form
    has no such level. `terms` are names that rows may have, each with what is meant; `rows` stand
    in a sheet beforehand, by field; `lists` are the drop-downs of text fields.
    """
    # openpyxl, which these need, is too slow to load for `--help`.
    from centre_check.render.template_workbook.book import make_book
    from centre_check.render.template_workbook.order import Order, OrderTerm
    from centre_check.render.template_workbook.pinned import pinned_bytes

    named = tuple(OrderTerm(*term) for term in terms)
    order = Order(form, level, words, full=full, title=title, terms=named, rows=rows, lists=lists)
    return pinned_bytes(make_book(order))
