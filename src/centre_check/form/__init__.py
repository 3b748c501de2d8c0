"""The form: which sheet, column and word of a workbook holds which fact."""
