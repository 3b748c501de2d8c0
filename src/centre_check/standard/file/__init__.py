"""What a standard's YAML may hold: pydantic models of every part.

A criterion is a quantity with a bound, a demand on each record, or something a person must look
at. Wherever the text leaves a choice open, a part may be `{by_option: ID, choices: {...}}`;
wherever levels differ, a number or a quote may be a map from level to value.
"""

from centre_check.standard.file.choice import ByOption, form_of
from centre_check.standard.file.criteria import (
    BoundByFile,
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
    KINDS,
    GroupingFile,
    KindFile,
    QuantityChoice,
    QuantityFile,
)
from centre_check.standard.file.standard import (
    HintFile,
    OptionFile,
    PopulationFile,
    ReportFile,
    StandardFile,
)
from centre_check.standard.file.tests import (
    AgreeFile,
    AllFile,
    AnyFile,
    DistanceFile,
    FieldTestFile,
    HasFile,
    TotalTermFile,
)

__all__ = [
    "KINDS",
    "AgreeFile",
    "AllFile",
    "AnyFile",
    "BoundByFile",
    "BoundFile",
    "BoundedFile",
    "ByOption",
    "CellText",
    "CriterionFile",
    "DistanceFile",
    "EachFile",
    "ExampleFile",
    "FieldTestFile",
    "GroupingFile",
    "HasFile",
    "HintFile",
    "InspectFile",
    "KindFile",
    "OptionFile",
    "PopulationFile",
    "QuantityChoice",
    "QuantityFile",
    "ReportFile",
    "RowFile",
    "StandardFile",
    "TotalTermFile",
    "form_of",
]
