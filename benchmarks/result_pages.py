"""The report as pages: what typst alone needs for the same data, kept beside the workbook."""

import json
from datetime import date
from pathlib import Path

import pylopdf_fonts_zh_cn

import centre_check.render.pdf
from centre_check.audit import run_audit
from centre_check.audit.registers import registers
from centre_check.audit.run import Wish
from centre_check.documents import papers
from centre_check.documents.papers.material import material_of
from centre_check.form.types import Disclosure
from centre_check.render.pdf.content import content
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts

PAGES = Path(centre_check.render.pdf.__file__).parent
# As `render.pdf` calls it, with nothing of the program imported.
TYPST_ALONE = """
import sys
from pathlib import Path
import pylopdf_fonts_zh_cn, typst
pages, data, target = map(Path, sys.argv[1:])
fonts = typst.Fonts(
    include_system_fonts=False,
    include_embedded_fonts=False,
    font_paths=[pylopdf_fonts_zh_cn.sans_path().parent],
)
target.write_bytes(
    typst.compile(
        pages / "page.typ",
        root=pages,
        format="pdf",
        font_paths=fonts,
        sys_inputs={"document": data.read_text("utf-8")},
        pdf_standards=["a-2a", "ua-1"],
    )
)
"""


def write_data(workbook: Path, target: Path) -> None:
    """Write to `target` what the report of `workbook` gives typst to draw."""
    words, edition = Words("zh"), shelf.take("huyi-2019-centre")
    facts = read_facts(workbook, edition.form, words, disclosure=Disclosure.MASKED)
    audit = run_audit(facts, edition, words, wish=Wish(), today=date(2026, 6, 30))
    level = audit.level or edition.levels[0].id
    listed = registers(
        facts, audit, edition.resolve(level), edition.form, words=words, shown=Disclosure.MASKED
    )
    report = papers.paper("report").build(material_of(audit, edition, registers=listed), words)
    faces = [pylopdf_fonts_zh_cn.sans_path(), pylopdf_fonts_zh_cn.serif_path()]
    target.write_text(json.dumps(content(report, faces), ensure_ascii=False), "utf-8")
