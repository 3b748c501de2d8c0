"""The page that lists every checkable sentence of the documents with its id, or why it has none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from conftest import ROOT

PAGE = ROOT / "docs" / "coverage.md"
DOCUMENTS = {
    "shenyang": "沈阳市《关于进一步做好稳就业工作的建议》办理情况报告（2020）",
    "chaoyang": "朝阳市做好当前和今后一段时期就业创业工作的实施意见（标题代拟）",
    "wuhan": "武汉市《关于推动我市尽快复工复产复市的建议》办理情况（2020）",
    "ningbo": "宁波市2023年民生实事项目就业创业方面评估报告",
    "huyi": "鄠邑区落实稳就业等三个行动计划工作实施方案（2019）",
}
KINDS = {
    "targets": "目标",
    "reports": "按填报复算",
    "recompute": "原文自身数字复算",
    "calculators": "测算",
    "rules": "清单核验",
    "criteria": "创业中心条款",
    "duties": "职责，不判定",
    "unchecked": "不核",
}


class Said(NamedTuple):
    """One sentence: where it stands, its words, its id, how it is checked or why it is not."""

    clause: str
    quote: str
    id: str
    how: str


def page() -> str:
    """The whole page in Markdown."""
    files = [*(ROOT / "standards").glob("*/*.yaml"), *(ROOT / "standards").glob("*.yaml")]
    lines = ["# 五份文件里能核的句子", ""]
    lines += ["由标准文件生成（`pytest tests/targets/test_coverage.py --update`），不手改。", ""]
    for prefix, title in DOCUMENTS.items():
        own = sorted(path for path in files if path.stem.startswith(prefix))
        said = [one for path in own for one in _said(path)]
        checked = sum(not one.how.startswith(("职责", "不核")) for one in said)
        lines += [f"## {title}", "", f"共{len(said)}条，其中{checked}条由程序核对或复算。", ""]
        lines += ["| 条款 | 原文 | 编号 | 怎样核，或为什么不核 |", "|---|---|---|---|"]
        lines += [f"| {one.clause} | {one.quote} | {one.id} | {one.how} |" for one in said]
        lines.append("")
    return "\n".join(lines)


def _said(path: Path) -> Iterator[Said]:
    written = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    if written.get("kind", "criteria") not in ("targets", "subsidies", "criteria"):
        return
    for key in KINDS:
        for one in written.get(key, ()):
            yield from _of(key, one)
            for rule in one.get("rules", ()):
                yield from _of("rules", rule)


def _of(key: str, one: dict[str, Any]) -> Iterator[Said]:
    quote = one.get("quote", "")
    quotes = quote.values() if isinstance(quote, dict) else [quote]
    why = one.get("why", {}).get("zh", "")
    how = f"{KINDS[key]}：{why}" if why else KINDS[key]
    for text in dict.fromkeys(quotes):
        shown = str(text).replace("|", "\\|").replace("\n", " ")
        yield Said(str(one.get("clause", "")), shown, str(one.get("id", "—")), how)
