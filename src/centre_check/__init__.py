"""centre-check audits a standardised entrepreneurship centre from its workbook."""

__version__ = "0.1.0"
