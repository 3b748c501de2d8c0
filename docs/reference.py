"""Write the reference from the program itself: commands, exit codes, standards, schemas."""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from centre_check.commands import main
from centre_check.desk import exits
from centre_check.standard import shelf
from centre_check.words import Words

STANDARD = "huyi-2019-centre"
_COMMANDS = Path(exits.__file__).parents[1] / "commands"


def pages() -> Iterator[tuple[str, str]]:
    """The name and the Markdown of each page."""
    yield "commands", _commands()
    yield "exit-codes", _exit_codes()
    yield "clauses", _clauses()
    yield "form", _form()


def write(folder: Path) -> None:
    """All pages, into a folder that is not committed."""
    folder.mkdir(exist_ok=True)
    for name, text in pages():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def commands() -> list[str]:
    """The names of all commands."""
    return sorted(path.stem for path in _COMMANDS.glob("*.py") if path.stem[0] != "_")


def printed(*arguments: str) -> str:
    """What the command line prints."""
    out, before = io.StringIO(), dict(os.environ)
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
            main(list(arguments))
    finally:
        os.environ.clear()
        os.environ.update(before)
    return out.getvalue()


def _commands() -> str:
    parts = ["# 命令\n\n每个命令的 `--help` 原样。\n"]
    parts += [
        f"## {name}\n\n```text\n{printed(name, '--help').strip()}\n```\n" for name in commands()
    ]
    return "\n".join(parts)


def _exit_codes() -> str:
    words = Words("zh")
    rows = "".join(f"| {code} | {words(text)} |\n" for code, text in exits.MEANINGS.items())
    worst = "、".join(str(code) for code in exits.WORST_FIRST)
    return (
        f"# 退出码\n\n| 码 | 含义 |\n| --- | --- |\n{rows}\n"
        f"多份一起审时，取最重的一个，次序为 {worst}。\n"
    )


def _clauses() -> str:
    words, edition = Words("zh"), shelf.take(STANDARD)
    first = edition.resolve(edition.levels[0].id)
    parts = [
        f"# 条款\n\n{words.phrase(first.title)}，{first.edition}版；出自《{first.document}》。\n"
    ]
    for level in edition.levels:
        standard = edition.resolve(level.id)
        rows = "".join(f"| {one.id} | {_cell(one.quote)} |\n" for one in standard.criteria)
        parts.append(f"## {words.phrase(level.title)}\n\n| 编号 | 原文 |\n| --- | --- |\n{rows}")
    return "\n".join(parts)


def _form() -> str:
    form = shelf.take(STANDARD).form
    parts = ["# 填报表\n\n每张工作表的各栏。\n"]
    for sheet in form.to_be_read().sheets:
        headers = "、".join(field.header for field in sheet.fields)
        parts.append(f"## {sheet.name}\n\n{headers}。\n")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
