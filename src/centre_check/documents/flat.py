"""Make a document plain for formats of lines and cells: nothing stands across a table's rows."""

from centre_check.documents.tree import (
    Block,
    Document,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Signatures,
    Table,
    TableRow,
)


def flat(document: Document) -> Document:
    """The document with leads in the rows they speak of, and a head on every table."""
    return document._replace(blocks=tuple(map(_flat, document.blocks)))


def _flat(block: Block | Section) -> Block | Section:
    if isinstance(block, Section):
        return block._replace(blocks=tuple(map(_flat_block, block.blocks)))
    return _flat_block(block)


def _flat_block(block: Block) -> Block:
    match block:
        case Paragraph(text, lead) if lead:
            return block._replace(text=lead + text, lead="")
        case Table():
            return _table(block)
        case Signatures(labels, date) if date:
            return KeyValues(tuple(Pair(label, date) for label in labels))
    return block


def _table(table: Table) -> Table:
    many = len(table.columns)
    rows = tuple(_row(row, many) for row in table.rows)
    if table.head or not rows:
        return table._replace(rows=rows)
    first, *others = rows  # a group's line, where there is no head
    return table._replace(head=first.cells, rows=tuple(others))


def _row(row: TableRow, many: int) -> TableRow:
    """The lead before what it is about; across the table it stands in the first column."""
    if not row.cells:
        return TableRow((row.lead.text if row.lead else "", *[""] * (many - 1)), row.tone)
    if row.lead is None and not row.below:
        return row
    first, second, *others = row.cells
    told = "\n".join(filter(None, (row.lead.text if row.lead else "", second)))
    return TableRow((first, told, *others), row.tone)
