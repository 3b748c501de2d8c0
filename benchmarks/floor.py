"""The least that any audit must do: read every cell of every workbook with python-calamine.

Run as `python floor.py FOLDER [PROCESSES]`.
"""

import gc
import sys
from multiprocessing import Pool
from pathlib import Path

import python_calamine


def read(path: Path) -> int:
    """How many rows the workbook has."""
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    sheets = map(book.get_sheet_by_name, book.sheet_names)
    return sum(len(sheet.to_python(skip_empty_area=False)) for sheet in sheets)


def main() -> None:
    """Read them here, or in so many processes."""
    gc.set_threshold(200_000)
    paths = sorted(Path(sys.argv[1]).rglob("*.xlsx"))
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    if jobs == 1:
        print(sum(map(read, paths)))
        return
    with Pool(jobs) as pool:
        print(sum(pool.imap(read, paths, chunksize=8)))


if __name__ == "__main__":
    main()
