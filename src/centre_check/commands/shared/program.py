"""The program: finds the command, speaks the user's language, turns every end into a code."""

import gettext
import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TextIO

import click

from centre_check import __version__
from centre_check.commands.shared.help_page import HelpGroup
from centre_check.desk import exits
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.words import DOMAIN, LANGUAGES, LOCALE, Words, mark

_LANGUAGE_VARIABLE = "CENTRE_CHECK_LANG"
_COMMANDS = os.path.dirname(os.path.dirname(__file__))  # pathlib would cost --help 5 ms
_EXAMPLES = (
    "audit 某中心.xlsx",
    "explain HY-RY-03 某中心.xlsx",
    "template --level town -o 空白表.xlsx",
)
_GROUPS = (
    (mark("Fill in"), ("template", "doctor", "page")),
    (mark("Audit"), ("audit", "explain", "compare", "subsidy")),
    (mark("Papers"), ("print", "register", "waivers", "verify")),
    (mark("Summarise"), ("rollup", "totals", "history", "sample", "progress")),
    (mark("Standards"), ("standards", "impact")),
)
_WIDEST = 100  # columns of a help page


def answer(arguments: Sequence[str] | None) -> int:
    """Run the command line; its exit code, of `exits`, once everything is said."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:  # closed by whoever started us: files may still be written
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a cp936 pipe must not end the work over one character
            stream.reconfigure(errors="replace")
    lang = language(given, os.environ)
    _speak_click(lang)
    with _ended_alike():
        return _run(given, Words(lang))


@contextmanager
def _ended_alike() -> Iterator[None]:
    """Hear a request to end like an interruption: what is half done is cleared away, and told."""
    before = None
    with suppress(ValueError):  # not in the main thread: whoever runs us hears it
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _run(given: list[str], words: Words) -> int:
    """Run the command; every way in which it may end has its code."""
    try:
        code = Program(words).main(given, prog_name="centre-check", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        click.echo(exits.plain(told.getvalue()), nl=False, err=True)
        return exits.USAGE
    except CentreCheckError as error:
        joint = words(mark("; ")) if error.hint else "\n"  # mistakes stand one a line
        click.echo(joint.join(exits.sentences(error, words)), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(words(mark("interrupted")), err=True)
        return exits.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        sys.stdout = _nowhere()
        return exits.NOT_AUDITED
    except OSError as error:
        if error.filename is not None:  # one that nobody told in a sentence of its own
            said = exits.sentences(exits.failed_at(error), words)
            click.echo(words(mark("; ")).join(said), err=True)
            return exits.NOT_AUDITED
        sys.stdout = _nowhere()  # it is the screen or the pipe that takes no more: a full disk
        click.echo(words(mark("the output cannot be written: {cause}"), cause=error), err=True)
        return exits.NOT_AUDITED
    except Exception as error:  # noqa: BLE001 - a defect of ours: one line, exit code 70
        return _defect(error, given, words)
    return code if isinstance(code, int) else exits.COMPLIANT


def _defect(error: Exception, given: list[str], words: Words) -> int:
    """Say that the program is wrong, in one line; all of it with `--debug`."""
    if "--debug" in given:
        import traceback

        traceback.print_exception(error)
    text = mark("a defect in centre-check: {kind}: {error}; run again with --debug and report it")
    click.echo(words(text, kind=type(error).__name__, error=exits.plain(str(error))), err=True)
    return exits.DEFECT


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for on the command line or in the environment; Chinese otherwise."""
    asked = environment.get(_LANGUAGE_VARIABLE, "")
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _speak_click(lang: str) -> None:
    """Let click say its own words from our catalogue; it asks gettext's current domain."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


class Program(HelpGroup):
    """The group of all commands; a command is a module of this package."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(
            "centre-check",
            help=words(
                mark("Audit standardised entrepreneurship centres against the published standard.")
            ),
            epilog=self._epilog(),
            params=[
                click.Option(
                    ["--lang"],
                    type=click.Choice(LANGUAGES),
                    help=words(mark("language of everything that is said (default zh)")),
                    expose_value=False,
                )
            ],
            options_metavar=words(mark("[OPTIONS]")),
            subcommand_metavar=words(mark("COMMAND [ARGS]...")),
            context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _width()},
        )
        self.params.append(
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=words(mark("show the version and exit")),
            )
        )

    def _epilog(self) -> str:
        codes = (f"\n  {code:<3}  {self.words(text)}" for code, text in exits.MEANINGS.items())
        return "\n\n".join(
            (
                "\b\n" + self.words(mark("Examples:")),
                "\b\n" + "\n".join(f"  centre-check {example}" for example in _EXAMPLES),
                "\b\n" + self.words(mark("Exit codes:")) + "".join(codes),
            )
        )

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Every command, by the name of its module."""
        names = (name.removesuffix(".py") for name in os.listdir(_COMMANDS) if name.endswith(".py"))
        return sorted(name for name in names if not name.startswith("_"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in the order of an office's work, those of no group last."""
        known = self.list_commands(ctx)
        grouped = [name for _, names in _GROUPS for name in names]
        others = tuple(name for name in known if name not in grouped)
        widest = max(map(len, known))
        for title, names in (*_GROUPS, (mark("Further"), others)):
            told = [(name, self.get_command(ctx, name)) for name in names if name in known]
            rows = [
                (f"{name:<{widest}}", one.get_short_help_str(_WIDEST)) for name, one in told if one
            ]
            if rows:
                with formatter.section(self.words(title)):
                    formatter.write_dl(rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, built in the user's language."""
        if cmd_name not in self.list_commands(ctx):
            return None
        built: click.Command = import_module(f"centre_check.commands.{cmd_name}").command(
            self.words
        )
        built.options_metavar = self.options_metavar
        if isinstance(built, click.Group):
            built.subcommand_metavar = self.subcommand_metavar
            for part in built.commands.values():
                part.options_metavar = self.options_metavar
        return built

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Like click's, but a misspelt command is told the nearest one."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            from centre_check.words.nearest import nearest

            close = nearest(name, self.list_commands(ctx))
            hint = (
                mark("did you mean {close}?") if close else mark("`centre-check --help` lists all")
            )
            raise UsageProblem(
                mark("there is no command {name}"), hint, name=name, close=close or ""
            )
        return super().resolve_command(ctx, args)


def _width() -> int:
    """The width of a help page; click's own way to find it imports compression libraries."""
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST)
    except (OSError, ValueError, AttributeError):
        return _WIDEST


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        click.echo(f"centre-check {__version__}")
        ctx.exit()
