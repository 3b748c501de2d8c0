"""The use cases: what was asked, audit one workbook or many, and whatever is made of that."""
