"""Read a standard and its form from YAML: strictly, all mistakes at once."""

from functools import cache
from pathlib import Path

from centre_check.errors import StandardError
from centre_check.files import SourceFile, raise_if
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check
from centre_check.form.file import FormFile
from centre_check.form.lint import lint as lint_form
from centre_check.form.types import Form
from centre_check.standard import locations
from centre_check.standard.file import StandardFile
from centre_check.standard.lint import lint
from centre_check.standard.resolve import resolve
from centre_check.standard.types import Edition, Level, Standard
from centre_check.words import mark


def read(path: Path, text: bytes) -> Edition:
    """The edition in this file.

    Raises:
        BrokenFile: with every mistake of the file.
    """
    standard, _, form = read_file(path, text)
    sha256 = locations.digest(text)

    @cache
    def for_level(level: str) -> Standard:
        return resolve(standard, level, sha256)

    levels = tuple(Level(id_, title.build()) for id_, title in standard.levels.items())
    form_path = locations.locate_form(standard.form, path)
    return Edition(path, sha256, form, form_path, levels, for_level)


def read_file(path: Path, text: bytes) -> tuple[StandardFile, SourceFile, Form]:
    """The standard as written, where everything stands in it, and its form."""
    source = parse_yaml(decoded(path, text), path.name)
    standard = check(StandardFile, source)
    form = read_form(locations.locate_form(standard.form, path))
    raise_if(path.name, lint(standard, form, source))
    return standard, source, form


def read_form(path: Path) -> Form:
    """The form in this file."""
    source = parse_yaml(decoded(path, path.read_bytes()), path.name)
    form = check(FormFile, source)
    raise_if(path.name, lint_form(form, source))
    return form.build()


def decoded(path: Path, text: bytes) -> str:
    """The file's text."""
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StandardError(
            mark("{name} is not UTF-8 text"),
            mark("save it as UTF-8 and try again"),
            name=path.name,
        ) from error
