"""docs/messiness.md says what the table says."""

from .page import PAGE, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.messiness.page"
