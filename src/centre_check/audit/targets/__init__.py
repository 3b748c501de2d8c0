"""Judging targets: from a workbook's figures and audits of centres to how far each target is."""
