"""What a standard's YAML may hold: pydantic models of every part.

A criterion is a quantity with a bound, a demand on each record, or something a person must look
at. Wherever the text leaves a choice open, a part may be `{by_option: ID, choices: {...}}`;
wherever levels differ, a number or a quote may be a map from level to value.
"""

from centre_check.standard.file.choice import ByOption
from centre_check.standard.file.criteria import (
    BoundedFile,
    BoundFile,
    CellText,
    CriterionFile,
    EachFile,
    ExampleFile,
    InspectFile,
    RowFile,
)
from centre_check.standard.file.quantities import (
    CountFile,
    FirstKnownFile,
    GreatestFile,
    NotBelowFile,
    NumberFile,
    ShareFile,
    SumFile,
)
from centre_check.standard.file.standard import HintFile, PopulationFile, ReportFile, StandardFile
from centre_check.standard.file.tests import AllFile, AnyFile, FieldTestFile, HasFile, TotalTermFile

__all__ = [
    "AllFile",
    "AnyFile",
    "BoundFile",
    "BoundedFile",
    "ByOption",
    "CellText",
    "CountFile",
    "CriterionFile",
    "EachFile",
    "ExampleFile",
    "FieldTestFile",
    "FirstKnownFile",
    "GreatestFile",
    "HasFile",
    "HintFile",
    "InspectFile",
    "NotBelowFile",
    "NumberFile",
    "PopulationFile",
    "ReportFile",
    "RowFile",
    "ShareFile",
    "StandardFile",
    "SumFile",
    "TotalTermFile",
]
