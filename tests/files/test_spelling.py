"""nearest: what somebody probably meant."""

import pytest

from centre_check.words.nearest import nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("quoet", ["quote", "title"], "quote"),
        ("HY-YJ-1", ["HY-YJ-01", "HY-FW-01"], "HY-YJ-01"),
        ("TOWN", ["district", "town"], "town"),
        ("ＨＹ－ＹＪ－０１", ["HY-YJ-01"], "HY-YJ-01"),
        ("县级", ["区级", "镇(街道)级"], "区级"),
        ("面积", ["总面积", "人员"], "总面积"),
        ("服务案列", ["服务案例", "服务人员"], "服务案例"),
        ("xyz", ["quote"], None),
        ("", ["quote"], None),
        ("quote", [], None),
    ],
)
def test_nearest(word, known, meant):
    assert nearest(word, known) == meant
