"""typer in Indonesian, and calm: no English usage text, no stack trace, no form text in errors."""

import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from service.logs import place

TITLES = {
    "OPTIONS_PANEL_TITLE": "Pilihan",
    "ARGUMENTS_PANEL_TITLE": "Argumen",
    "COMMANDS_PANEL_TITLE": "Perintah",
    "DEFAULT_STRING": "[bawaan: {}]",
    "REQUIRED_LONG_STRING": "[wajib]",
}
"""What typer's help writes in English, by the names of its constants."""


def fail(sentence: str, code: int = 2) -> NoReturn:
    """Say ``sentence`` on standard error and end with ``code``; 2 means bad input."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


class Command(TyperCommand):
    """One command."""

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with an Indonesian explanation."""
        return _translate(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page."""
        _name_panels()
        super().format_help(ctx, formatter)


class Group(TyperGroup):
    """The whole program."""

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with an Indonesian explanation."""
        return _translate(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page."""
        _name_panels()
        super().format_help(ctx, formatter)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run and exit: 0 done, 2 bad input or usage, 130 interrupted, 1 our own fault."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except typer.TyperException as error:
            typer.echo(_usage_error(error), err=True)
            code = 2
        except BrokenPipeError:
            sys.stdout = None  # nobody reads it: no flush at exit
            code = 1
        except Exception as error:
            typer.echo(f"Terjadi galat yang tidak terduga ({place(error)}).", err=True)
            code = 1
        sys.exit(code if isinstance(code, int) else 0)


def _usage_error(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if option:
        said = f"Pilihan {option} tidak dikenal atau belum lengkap."
    elif param is not None:
        said = f"Isian {param.get_error_hint()} belum ada atau tidak sesuai."
    else:
        said = "Perintahnya tidak dikenal atau isiannya berlebih."
    return f"{said} Lihat bentuknya dengan: {context.command_path if context else 'cermat'} --help"


def _translate(option: Any) -> Any:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


def _usage(text: str) -> str:
    return text.replace("Usage:", "Pemakaian:", 1)


def _name_panels() -> None:
    from typer import rich_utils

    for name, title in TITLES.items():
        setattr(rich_utils, name, title)
