"""What a cell offers and accepts: drop-downs, warnings about dates and numbers, prompts."""

from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl.worksheet.datavalidation import DataValidation

from centre_check.form.types import Choice, Field, Kind
from centre_check.render.template_workbook import fixed_words
from centre_check.words import Words

# Excel calls a file damaged whose texts are longer.
_LONGEST_LIST, _LONGEST_TITLE, _LONGEST_PROMPT = 255, 32, 255
_EXCEL_DAY_0 = date(1899, 12, 30)
_EARLIEST = date(1949, 10, 1)


def has_named_list(choices: tuple[Choice, ...]) -> bool:
    """Whether a drop-down of these cannot be written into the cell's rule itself."""
    return len(_inline(choices)) > _LONGEST_LIST or any(
        mark in choice.title.zh for choice in choices for mark in ',"'
    )


def list_name(dictionary: str) -> str:
    """What the range holding the words of a long drop-down is called."""
    return f"list_{dictionary}"


def validation(
    field: Field,
    dictionaries: Mapping[str, tuple[Choice, ...]],
    words: Words,
    cells: str,
    offered: Sequence[str] = (),
) -> DataValidation:
    """The rule for the field's `cells`. Only a choice of one word stops a wrong entry.

    Several words may stand in a `choices` cell and 「长期」 in a date that may never come, so these
    offer and prompt but never complain.
    """
    rule = _offer(field, offered) if offered else _rule(field, dictionaries, words)
    rule.sqref = cells
    rule.showDropDown = False  # Excel's flag hides the arrow
    if field.prompt:
        rule.showInputMessage = True
        rule.promptTitle = field.header[:_LONGEST_TITLE]
        rule.prompt = words.phrase(field.prompt)[:_LONGEST_PROMPT]
    return rule


def offers_by_name(offered: Sequence[str]) -> bool:
    """Whether what a text field offers cannot be written into the cell's rule itself."""
    return len(",".join(offered)) > _LONGEST_LIST or any("," in one for one in offered)


def _offer(field: Field, offered: Sequence[str]) -> DataValidation:
    """A text field that offers names; another one may be written too."""
    listed = f'"{",".join(offered)}"'
    formula = list_name(field.id) if offers_by_name(offered) else listed
    return DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)


def _rule(
    field: Field, dictionaries: Mapping[str, tuple[Choice, ...]], words: Words
) -> DataValidation:
    match field.kind:
        case Kind.CHOICE:
            return DataValidation(
                type="list",
                formula1=_list(field.dictionary, dictionaries[field.dictionary]),
                errorStyle="stop",
                error=words.phrase(fixed_words.NOT_A_CHOICE),
                allow_blank=True,
                showErrorMessage=True,
            )
        case Kind.CHOICES:
            return DataValidation(
                type="list",
                formula1=_list(field.dictionary, dictionaries[field.dictionary]),
                allow_blank=True,
                showErrorMessage=False,
            )
        case Kind.DATE if not field.never:
            return DataValidation(
                type="date",
                operator="greaterThanOrEqual",
                formula1=str((_EARLIEST - _EXCEL_DAY_0).days),
                errorStyle="warning",
                error=words.phrase(fixed_words.NOT_A_DATE),
                allow_blank=True,
                showErrorMessage=True,
            )
        case Kind.NUMBER:
            return DataValidation(
                type="decimal",
                operator="greaterThanOrEqual",
                formula1="0",
                errorStyle="warning",
                error=words.phrase(fixed_words.NOT_A_NUMBER),
                allow_blank=True,
                showErrorMessage=True,
            )
        case _:
            return DataValidation(allow_blank=True, showErrorMessage=False)


def _list(dictionary: str, choices: tuple[Choice, ...]) -> str:
    return list_name(dictionary) if has_named_list(choices) else f'"{_inline(choices)}"'


def _inline(choices: tuple[Choice, ...]) -> str:
    return ",".join(choice.title.zh for choice in choices)
