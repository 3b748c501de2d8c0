"""Which workbooks an argument means, in which order, and what is passed over."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from centre_check.desk.batch.sources import Found, Skip, find
from centre_check.errors import UsageProblem, WorkbookError
from centre_check.workbook.guard import DEFAULT

_LAID = {
    "b.xlsx": b"b",
    "a/z.xls": b"z",
    "a/乙.ods": b"2",
    "a-b/c.xlsm": b"c",
    "~$b.xlsx": b"lock",
    ".hidden.xlsx": b"h",
    ".git/config.xlsx": b"g",
    "__MACOSX/b.xlsx": b"m",
    "readme.docx": b"w",
    "a/list.csv": b"x,y",
}
_IN_ORDER = ["a/z.xls", "a/乙.ods", "a-b/c.xlsm", "b.xlsx"]


def _lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _pack(path: Path, files: Mapping[str, bytes], encoding: str = "utf-8") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("乙", "Q" * len("乙".encode(encoding))), content)
    # Chinese Windows writes names in GBK, without the flag that tells.
    path.write_bytes(
        path.read_bytes().replace(b"Q" * len("乙".encode(encoding)), "乙".encode(encoding))
    )
    return path


def _names(found: Found, folder: Path) -> list[str]:
    return [source.path.relative_to(folder).as_posix() for source in found.sources]


def _numbers(found: Found) -> tuple[int, int, int]:
    lock, hidden, other = (
        found.skipped.get(kind, 0) for kind in (Skip.LOCK, Skip.HIDDEN, Skip.OTHER)
    )
    return lock, hidden, other


def test_a_folder_gives_its_workbooks_by_path_and_counts_the_rest(tmp_path: Path) -> None:
    found = find([str(_lay(tmp_path, _LAID))])
    assert _names(found, tmp_path) == _IN_ORDER
    assert _numbers(found) == (1, 3, 2)
    assert not found.is_single


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_zip_of_a_folder_is_that_folder(tmp_path: Path, encoding: str) -> None:
    _lay(tmp_path / "f", {})
    packed = _pack(tmp_path / "报送.zip", _LAID, encoding)
    found = find([str(packed)])
    assert _names(found, packed) == _IN_ORDER
    assert _numbers(found)[0] == 1
    assert [one.contents(DEFAULT) for one in found.sources] == [b"z", b"2", b"c", b"b"]


def test_a_zip_within_a_folder_is_opened_and_one_within_a_zip_is_not(tmp_path: Path) -> None:
    inner = _pack(tmp_path / "inner.zip", {"x.xlsx": b"x"}).read_bytes()
    (tmp_path / "inner.zip").unlink()
    _pack(tmp_path / "outer.zip", {"inner.zip": inner, "y.xlsx": b"y"})
    found = find([str(tmp_path)])
    assert _names(found, tmp_path) == ["outer.zip/y.xlsx"]
    assert _numbers(found) == (0, 0, 1)


def test_a_member_cannot_lead_out_of_its_zip(tmp_path: Path) -> None:
    packed = _pack(tmp_path / "a.zip", {"../../x.xlsx": b"x", "/etc/y.xlsx": b"y"})
    assert _names(find([str(packed)]), packed) == ["etc/y.xlsx", "x.xlsx"]


def test_a_member_larger_than_a_file_may_be_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.xlsx", bytes(5 << 20))
    (bomb,) = find([str(packed)]).sources
    with pytest.raises(WorkbookError, match="large"):
        bomb.contents(DEFAULT._replace(file=1 << 20))


def test_a_folder_of_csv_files_is_one_workbook(tmp_path: Path) -> None:
    _lay(tmp_path, {"甲/01 基本信息.csv": b"x", "甲/02.csv": b"y", "乙/b.xlsx": b"b"})
    assert _names(find([str(tmp_path)]), tmp_path) == ["乙/b.xlsx", "甲"]
    assert find([str(tmp_path / "甲")]).is_single


def test_a_pattern_passes_over_what_a_folder_would(tmp_path: Path) -> None:
    _lay(tmp_path, _LAID)
    found = find([str(tmp_path / "*")])
    assert _names(found, tmp_path) == _IN_ORDER
    assert _names(find([str(tmp_path / "*.xlsx")]), tmp_path) == ["b.xlsx"]
    assert _names(find([str(tmp_path / "**" / "*")]), tmp_path) == [*_IN_ORDER[:3], "b.xlsx"]


def test_a_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="nothing is called"):
        find([str(tmp_path / "*.xlsx")])


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    _lay(tmp_path, _LAID)
    found = find([str(tmp_path / "readme.docx")])
    assert (_names(found, tmp_path), found.is_single) == (["readme.docx"], True)


def test_a_file_given_twice_is_taken_once(tmp_path: Path) -> None:
    _lay(tmp_path, {"a.xlsx": b"a"})
    found = find([str(tmp_path / "a.xlsx"), str(tmp_path)])
    assert _names(found, tmp_path) == ["a.xlsx"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    _lay(tmp_path, {"a/b.xlsx": b"b"})
    for name in ("loop", "loop.xlsx", "loop.zip"):
        (tmp_path / "a" / name).symlink_to(tmp_path)
    assert _names(find([str(tmp_path)]), tmp_path) == ["a/b.xlsx"]
