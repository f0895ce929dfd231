"""The terminal's door: `roi check`, `roi show`, `roi list` and the others; words only, the work is done below."""

import argparse
import errno
import gc
import sys
from collections.abc import Callable, Sequence

from roi_plugin.errors import RoiError

STATUSES = ("draft", "proposed", "accepted", "rejected", "deprecated", "superseded")
UNABLE = 2
"""The exit code when the tool could not do its work."""
_MENDS = {
    errno.ENOENT: "; name one that is there",
    errno.EACCES: "; give yourself the right to read and write there, or name another",
    errno.ENOSPC: "; make room, or name another place",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    # One run makes many values and no circles of them: the search for circles would take a fifth of the time.
    gc.disable()
    # A command is loaded after the arguments are read, so that `--help` answers at once.
    try:
        return _command_of(options.command)(options)
    except RoiError as error:
        sys.stderr.write(f"roi: {error}\n")
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain again when it flushes at exit.
        sys.stdout = None
    except OSError as error:
        mend = _MENDS.get(error.errno or 0, "")
        sys.stderr.write(f"roi: {error.filename or 'a file'}: {error.strerror or error}{mend}\n")
    except KeyboardInterrupt:
        sys.stderr.write("roi: interrupted\n")
    finally:
        gc.enable()
    return UNABLE


def _command_of(name: str) -> Callable[[argparse.Namespace], int]:
    match name:
        case "check":
            from roi_plugin.commands.check import check as command
        case "show":
            from roi_plugin.commands.show import show as command
        case "list":
            from roi_plugin.commands.list import list_ as command
        case "export":
            from roi_plugin.commands.export import export as command
        case "render":
            from roi_plugin.commands.render import render as command
        case "report":
            from roi_plugin.commands.report import report as command
        case _:
            from roi_plugin.commands.explain import explain as command
    return command


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="roi",
        description="Technical decisions as checked records in git: what they are worth, and what is risky about them.",
        epilog="Exit codes: 0 clean, 1 findings at or above --fail-on, 2 the tool could not do its work.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", required=True, dest="command", metavar="COMMAND")
    for add in (_add_check, _add_show, _add_list, _add_export, _add_report, _add_render, _add_explain):
        add(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "check",
        "all findings of all records",
        "roi check\nroi check decisions/0042-ranking.md --fail-on warning\nroi check --format sarif > findings.sarif\n"
        "roi check --base origin/main\nroi check --preview-policy stricter.yml\nroi check --as-of 2026-06-30",
    )
    parser.add_argument("path", nargs="*", metavar="PATH", help="report only these files or folders")
    parser.add_argument("--quiet", action="store_true", help="tell errors only; the summary line still counts all")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info"),
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )
    parser.add_argument(
        "--base",
        metavar="REF",
        help="also tell what was changed since this branch left REF and may not be: statuses that went back, "
        "records deleted, ids reused, numbers that REF has meanwhile given to others",
    )
    parser.add_argument(
        "--preview-policy",
        metavar="FILE",
        help="tell what would change if the policy were this file; changes nothing (formats: text, json)",
    )
    _reading(parser, "text", "json", "github", "gitlab", "sarif")


def _add_show(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "show",
        "one decision: verdict, options, ranges, flags, history",
        "roi show 42\nroi show 42 --explain\nroi show 0042-ranking --format json\nroi show 42 --as-of 2026-06-30",
    )
    parser.add_argument("id", metavar="ID", help="an id, an alias, a number or a unique beginning of an id")
    parser.add_argument("--explain", action="store_true", help="show how every figure comes about, down to its inputs")
    _reading(parser, "text", "json")


def _add_list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "list",
        "the register, filtered",
        "roi list --in-force\nroi list --status proposed --owner kim\nroi list --due-before 2027-01-01 --format csv\n"
        "roi list --in-force --tag search --total\nroi list --changed-since 2026-10-01\n"
        "roi list --in-force --as-of 2026-06-30",
    )
    parser.add_argument("--in-force", action="store_true", help="only what binds now")
    parser.add_argument("--status", action="append", default=[], choices=STATUSES, help="only this status (repeatable)")
    parser.add_argument("--owner", action="append", default=[], help="only this owner (repeatable)")
    parser.add_argument("--tag", action="append", default=[], help="only with this tag (repeatable)")
    parser.add_argument("--area", action="append", default=[], help="only this area (repeatable)")
    parser.add_argument("--objective", action="append", default=[], help="only with this objective (repeatable)")
    parser.add_argument("--flag", action="append", default=[], metavar="RULE", help="only what this rule flags")
    parser.add_argument("--due-before", metavar="DATE", help="only what is to be reviewed before YYYY-MM-DD")
    parser.add_argument(
        "--changed-since",
        metavar="DATE",
        help="only what changed on YYYY-MM-DD or later by its author's day; the table tells the last change of each",
    )
    parser.add_argument(
        "--total",
        action="store_true",
        help="tell what the chosen options are worth together, as a sum with its range (formats: table, json)",
    )
    _reading(parser, "table", "json", "csv")


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "export",
        "the register as a file for other programs",
        "roi export register.csv\nroi export register.json --as-of 2026-06-30\n"
        "roi export open-data.csv --audience public\n"
        "roi export reviews.ics\nroi export register.sqlite",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        help="the file to write, which ends in .csv, .json, .sqlite, .ics (reviews due) or .atom",
    )
    _for_whom(parser)
    _judging(parser)


def _add_report(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "report",
        "what happened in a year, quarter or month, as Markdown",
        "roi report 2026-Q3\nroi report 2026-09 > september.md\nroi report 2026 --as-of 2026-06-30",
    )
    parser.add_argument(
        "period",
        metavar="PERIOD",
        help="a year, quarter or month: 2026, 2026-Q3, 2026-09; changes count by their authors' days",
    )
    _for_whom(parser)
    _judging(parser)


def _add_render(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "render",
        "the pages of the site as Markdown with assets, for other site engines",
        "roi render --to build/docs\nroi render --to build/docs --audience public --language de\n"
        "roi render --to build/docs --site-url https://example.org/decisions/",
    )
    parser.add_argument("--to", metavar="DIR", required=True, help="a new or empty folder, or one rendered before")
    parser.add_argument("--name", default="Decisions", help="what feeds call the register (default: Decisions)")
    parser.add_argument("--site-url", metavar="URL", default="", help="where DIR will be published; feeds need it")
    parser.add_argument("--repository", metavar="URL", default="", help="where commits can be looked at")
    parser.add_argument("--language", default="en", help="en or de (default: en)")
    parser.add_argument("--no-directory-urls", action="store_true", help="the engine serves a.md as a.html, not as a/")
    _for_whom(parser)
    _where(parser)
    parser.add_argument("--today", metavar="DATE", help="judge as of YYYY-MM-DD (default: SOURCE_DATE_EPOCH, or now)")


def _for_whom(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audience",
        choices=("internal", "public"),
        default="internal",
        help="public leaves out drafts, and what is confidential or has errors (default: internal)",
    )


def _add_explain(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "explain",
        "what a rule or finding asks, why, and how to answer it",
        "roi explain\nroi explain no-baseline\nroi explain schema/unknown-key",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="a rule or finding; without it, the list of all")


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str, examples: str
) -> argparse.ArgumentParser:
    indented = "\n".join(f"  {line}" for line in examples.splitlines())
    return commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"examples:\n{indented}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _reading(parser: argparse.ArgumentParser, *formats: str) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0], help=f"how to say it (default: {formats[0]})")
    _judging(parser)
    parser.add_argument("--no-color", action="store_true", help="plain text (also: the NO_COLOR variable)")


def _where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--decisions",
        metavar="DIR",
        help="the records folder (default: `decisions` or `docs/decisions`, here or above)",
    )


def _judging(parser: argparse.ArgumentParser) -> None:
    _where(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help="the register as it stood at the end of YYYY-MM-DD, from git by its authors' days, judged as of that day",
    )
    parser.add_argument(
        "--today", metavar="DATE", help="judge as of YYYY-MM-DD (default: --as-of, SOURCE_DATE_EPOCH, or now)"
    )


class _Version(argparse.Action):
    """Prints the installed version; looks it up only when asked, for the look-up is slow."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        parser.exit(message=f"roi {version('mkdocs-roi')}\n")
