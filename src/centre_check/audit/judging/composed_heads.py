"""Say of a clause that it rests on columns which no synonym names, so that a person looks."""

from centre_check.audit.judging.case import Case
from centre_check.model.findings import Finding
from centre_check.words import mark


def with_composed_heads(finding: Finding, case: Case) -> Finding:
    """The finding, told with the composed headers of the cells that it rests on."""
    tables = case.context.tables.values()
    heads = {(one.sheet, one.header): one for table in tables for one in table.composed}
    if not heads:
        return finding
    records = (*finding.counted, *finding.excluded)
    cells = [*finding.cells, *(cell for record in records for cell in record.cells)]
    used = dict.fromkeys(heads[key] for one in cells if (key := (one.sheet, one.header)) in heads)
    if not used:
        return finding
    names = case.words.join(
        f"「{' '.join(one.header.split())}」{case.narrator.at((one,))}" for one in used
    )
    text = case.words(mark("Look at {heads}, read by words and entries."), heads=names)
    return finding._replace(message=case.words.run_on((finding.message, text)))
