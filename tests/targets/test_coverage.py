"""The page of what is covered is that of the standards, and leaves no sentence out."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

import re

import pytest
from covered_page import DOCUMENTS, PAGE, page


def test_the_page_is_that_of_the_standards(*, update: bool) -> None:
    if update:
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("title", DOCUMENTS.values())
def test_every_document_has_its_sentences(title: str) -> None:
    own = page().split(f"## {title}")[1].split("\n## ")[0]
    found = re.search("共([0-9]+)条，其中([0-9]+)条", own)
    assert found is not None
    assert int(found[1]) > int(found[2]) > 4


@pytest.mark.parametrize(
    "words",
    ["3亿元培训补贴", "“三支一扶”名额从35个增加到300个", "60.66亿元", "再提速30%", "3304人", "达到100人的社区", "“民营企业招聘周”", "第一负责人", "名单转人社部门", "进军营", "基金筹集补充机制", "年度投入建设经费的50%", "增值服务"],
)  # fmt: skip
def test_what_was_missing_has_an_id_or_a_why(words: str) -> None:
    (line, *_) = [line for line in page().splitlines() if words in line]
    assert re.search(r"\| [A-Za-z]+-[A-Za-z0-9.-]+ \|", line)
