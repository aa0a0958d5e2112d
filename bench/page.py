"""docs/performance.md, whose tables are rewritten by those who measure."""

import pathlib
import sys

PAGE = pathlib.Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def rewrite(begin: str, end: str, text: str) -> None:
    """Puts `text` between the two marks."""
    before, _, rest = PAGE.read_text().partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        sys.exit(f"{PAGE.name} lacks the marks {begin} and {end}")
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}")
