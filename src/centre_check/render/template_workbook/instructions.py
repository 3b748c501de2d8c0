"""Draw `00 填表说明`: how to fill in, what each sheet is for, which words the drop-downs hold."""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.form.types import Choice, Sheet
from centre_check.model.facts import TableState
from centre_check.render.template_workbook import fixed_words, layout, looks
from centre_check.render.template_workbook.order import Order
from centre_check.render.template_workbook.paper import TemplatePaper, set_up
from centre_check.render.template_workbook.validations import (
    has_named_list,
    list_name,
    offers_by_name,
)
from centre_check.words import Phrase

_WIDTHS = (30, 68)
_SPACE = 6  # points above and below a line together


def draw_instructions(book: Workbook, sheet: Worksheet, order: Order) -> None:
    """Fill the whole sheet in; long drop-downs become named ranges of the `book`."""
    _Instructions(book, sheet, order).draw()
    set_up(sheet, TemplatePaper(area=sheet.dimensions), order.title)


class _Instructions:
    """The sheet being written, line after line."""

    def __init__(self, book: Workbook, sheet: Worksheet, order: Order) -> None:
        self.book = book
        self.sheet = sheet
        self.order = order
        self.say = order.words.phrase
        self.row = 0
        for letter, width in zip("AB", _WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width

    def draw(self) -> None:
        self._line(self.order.title, looks.TITLE)
        self._line(self._subtitle(), looks.SUBTITLE)
        self._line(self.say(fixed_words.HOW), looks.SECTION)
        rules = fixed_words.RULES if self.order.is_of_centre else fixed_words.PROGRAMME_RULES
        for number, rule in enumerate(rules, start=1):
            self._line(f"{number}. {self.say(rule)}", looks.PLAIN)
        self._sheets()
        self._choices()
        self._terms()

    def _terms(self) -> None:
        if not self.order.terms:
            return
        self._line(self.say(fixed_words.TERMS), looks.SECTION)
        self._header(fixed_words.TERM, fixed_words.MEANING)
        for term in self.order.terms:
            self._pair(term.name, term.meaning, looks.BODY)
        long = {name: one for name, one in self.order.lists.items() if offers_by_name(one)}
        if long:
            self._line(self.say(fixed_words.LONG_CHOICES), looks.SECTION)
        for name, offered in long.items():
            self._listed(list_name(name), self._header_of(name), offered)

    def _header_of(self, field: str) -> str:
        return next(
            one.header for sheet in self.order.sheets for one in sheet.fields if one.id == field
        )

    def _listed(self, name: str, place: str, words: Iterable[str]) -> None:
        """One word a row, under a name, for a drop-down too long for the rule itself."""
        first = self.row + 1
        for word in words:
            self._pair(place, word, looks.BODY)
        cells = f"'{self.sheet.title}'!$B${first}:$B${self.row}"
        self.book.defined_names[name] = DefinedName(name, attr_text=cells)

    def _subtitle(self) -> str:
        if not self.order.is_of_centre:
            return self.say(fixed_words.PROGRAMME_SUBTITLE)
        level = self.say(self.order.level_title)
        return self.say(fixed_words.SUBTITLE).format(level=level)

    def _sheets(self) -> None:
        self._line(self.say(fixed_words.SHEETS), looks.SECTION)
        self._header(fixed_words.SHEET, fixed_words.PURPOSE)
        for sheet in self.order.sheets:
            self._pair(sheet.name, self._purpose(sheet), looks.LINK)
            link = Hyperlink(ref=f"A{self.row}", location=f"'{sheet.name}'!A1")
            self.sheet.cell(self.row, 1).hyperlink = link

    def _purpose(self, sheet: Sheet) -> str:
        purpose = self.say(fixed_words.PURPOSES.get(sheet.id, sheet.title))
        if sheet.empty_means is not TableState.NONE:
            return purpose
        return purpose + self.say(fixed_words.EMPTY_MEANS_NONE)

    def _choices(self) -> None:
        dictionaries, places = self.order.form.dictionaries, _places(self.order.sheets)
        self._line(self.say(fixed_words.CHOICES), looks.SECTION)
        self._header(fixed_words.COLUMN, fixed_words.OPTIONS)
        for dictionary, place in places.items():
            options = map(self._option, dictionaries[dictionary])
            self._pair(place, "　".join(options), looks.BODY)
        long = [dictionary for dictionary in places if has_named_list(dictionaries[dictionary])]
        if not long:
            return
        self._line(self.say(fixed_words.LONG_CHOICES), looks.SECTION)
        for dictionary in long:
            choices = (choice.title.zh for choice in dictionaries[dictionary])
            self._listed(list_name(dictionary), places[dictionary], choices)

    def _option(self, choice: Choice) -> str:
        zh, said = choice.title.zh, self.say(choice.title)
        return zh if said == zh else f"{zh} ({said})"

    def _line(self, text: str, look: looks.Look) -> None:
        self.row += 1
        looks.put(self.sheet, self.row, 1, text, look)
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row, start_column=1, end_column=len(_WIDTHS)
        )
        larger = look.size / looks.PLAIN.size
        lines = layout.lines(text, int(sum(_WIDTHS) / larger))
        self._height(int(lines * layout.LINE_HEIGHT * larger))

    def _header(self, left: Phrase, right: Phrase) -> None:
        self.row += 1
        looks.put(self.sheet, self.row, 1, self.say(left), looks.HEADER)
        looks.put(self.sheet, self.row, 2, self.say(right), looks.HEADER)
        self._height(layout.LINE_HEIGHT)

    def _pair(self, left: str, right: str, look: looks.Look) -> None:
        self.row += 1
        looks.put(self.sheet, self.row, 1, left, look)
        looks.put(self.sheet, self.row, 2, right, looks.BODY)
        most = max(
            layout.lines(text, width - layout.PADDING)
            for text, width in zip((left, right), _WIDTHS, strict=True)
        )
        self._height(most * layout.LINE_HEIGHT)

    def _height(self, points: int) -> None:
        self.sheet.row_dimensions[self.row].height = points + _SPACE


def _places(sheets: tuple[Sheet, ...]) -> dict[str, str]:
    """The dictionaries in use, with where: 「03 岗位类别」."""
    places: dict[str, list[str]] = {}
    for sheet in sheets:
        for field in layout.fields_of(sheet):
            if field.dictionary:
                places.setdefault(field.dictionary, []).append(f"{sheet.number} {field.header}")
    return {dictionary: "、".join(columns) for dictionary, columns in places.items()}
