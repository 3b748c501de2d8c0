"""One person, one firm, however they are written; and those who are two all the same."""

# ruff: noqa: E501

from pathlib import Path

from conftest import (
    AGREEMENTS,
    MENTORS,
    STAFF,
    TENANTS,
    Row,
    Sheets,
    agreement,
    mentor,
    staff,
    tenant,
)

from .layout import Layout, check, each

ID, OTHER, WRONG = "610125199003072219", "610125199003072235", "610125199003072210"


def team(*rows: Row) -> object:
    """Three rows of full-time staff."""

    def edit(sheets: Sheets) -> None:
        sheets[STAFF] = [staff(1), *rows]

    return edit


def person(name: str, number: object = None, **more: object) -> Row:
    return staff(2, 姓名=name, 身份证号=number, 是否政务综合服务专人="否", **more)


def _one(title: str, first: Row, second: Row, said: str = "fail unknown") -> Layout:
    return Layout(title, edit=team(first, second), clauses={"HY-RY-03": said})


def _two(title: str, first: Row, second: Row) -> Layout:
    return Layout(title, edit=team(first, second))


PERSONS = (
    *(_one(f"{name} and 王大伟", person("王大伟", ID), person(name)) for name in (
        "王大伟教授", "王大伟总", "王大伟老师", "王大伟主任", "王大伟（兼）", "王大伟*", "★王大伟", "王 大伟", "王大伟总经理", "王大伟女士", "主任王大伟",
        "王大伟副教授", "王大伟△", "（返聘）王大伟", "2.王大伟", "王大伟工", "王大伟同志", "教授：王大伟",
    )),
    *(_one(f"the same number written {said}", person("王大伟", ID), person("王大为", said), "fail 2") for said in (
        f"'{ID}", f"`{ID}", f"‘{ID}", f"{ID}.0", f"身份证：{ID}", "61O125199003072219", "６１０１２５１９９００３０７２２１９", "610125 19900307 2219", "610125-19900307-2219",
        f"{ID}（身份证）", f"公民身份号码:{ID}", f"{ID}。", f"({ID})", f" {ID} ", "6l0125199003072219",
    )),
    _one("the same cell twice that checks badly", person("王大伟", WRONG), person("王大为", WRONG), "fail 2"),
    _one("the same cell twice with an apostrophe", person("王大伟", f"'{ID}"), person("王大为", f"'{ID}"), "fail 2"),
    _one("the same cell twice with a label", person("王大伟", f"身份证：{WRONG}"), person("王大为", f"身份证：{WRONG}"), "fail 2"),
    _one("x in small letters", person("王大伟", "61012519900307221x"), person("王大为", "61012519900307221X"), "fail 2"),
    _one("a cross for X", person("王大伟", "61012519900307221×"), person("王大为", "61012519900307221X"), "fail 2"),
    _two("two numbers", person("王大伟", ID), person("王大伟教授", OTHER)),
    _two("two numbers with decoration", person("王大伟", f"'{ID}"), person("王大为", f"身份证：{OTHER}")),
    _two("two names that end like titles", person("王大工"), person("李总")),
    _two("a name with a title and another one", person("王大伟"), person("李大伟教授")),
    _two("a landline in both rows", person("王大伟", 联系电话="029-84812345"), person("李建军", 联系电话="029-84812345")),
    _two("a landline for an identity number", person("王大伟", "029-84812345"), person("李建军", "029-84812345")),
    _two("a landline without its area", person("王大伟", "84812345"), person("李建军", "84812345")),
    _two("a switchboard's extension", person("王大伟", "029-84812345-801"), person("李建军", "029-84812345-801")),
    _two("nothing that tells", person("王大伟", "办理中"), person("李建军", "办理中")),
    _two("hidden numbers", person("王大伟", "610125********2219"), person("李建军", "610125********2219")),
    _two("names alike", person("王大伟"), person("王大为")),
    _two("欧阳 and 欧阳娜娜", person("欧阳娜娜"), person("欧阳老师")),
    Layout("mentors with and without a title", edit=lambda sheets: sheets[MENTORS].__setitem__(4, mentor(1, 姓名=sheets[MENTORS][0]["姓名"] + "教授")), clauses={"HY-RY-05": "unknown fail"}),
)  # fmt: skip

FIRM, SHORT = "西安市鄠邑区绿源农业科技有限公司", "绿源农业"
CODE_1, CODE_2 = "91350100M000100Y43", "91610118MACY6D4E8D"


def firm(
    own: str, theirs: str, tenants: Row | None = None, agreements: Row | None = None
) -> object:
    """The first tenant is called so, and its agreement names it otherwise."""

    def edit(sheets: Sheets) -> None:
        sheets[TENANTS][0] = tenant(1, 实体名称=own, **(tenants or {}))
        sheets[AGREEMENTS][0] = agreement(1, 实体名称=theirs, **(agreements or {}))

    return edit


def two_codes(sheets: Sheets) -> None:
    """The first agreement bears the code of the second tenant."""
    for at, code in enumerate((CODE_1, CODE_2)):
        sheets[TENANTS][at]["统一社会信用代码"] = code
        sheets[AGREEMENTS][at]["信用代码"] = CODE_2


FIRMS = (
    *(Layout(f"an agreement of {name}", edit=firm(FIRM, name), clauses={"HY-FW-01": "pass unknown", "HY-FW-02": "pass unknown"}) for name in (
        FIRM + "。", FIRM + "，", " " + FIRM, "鄠邑区绿源农业科技有限公司", "绿源农业科技有限公司", "绿源农业", "绿源公司", "绿源农业科技", "西安绿源农业科技有限公司",
        "西安市绿源农业科技有限公司", "绿源农业公司", "陕西省西安市鄠邑区绿源农业科技有限公司", "绿源科技", "西安市鄠邑区绿源农业科技有限责任公司", FIRM + "（盖章）", "户县绿源农业科技有限公司",
    )),
    Layout("the code of another row", edit=two_codes, clauses={"HY-FW-01": "unknown", "HY-FW-02": "pass unknown"}),
    Layout("a code with a label", edit=firm("甲店", "乙店", {"统一社会信用代码": CODE_1}, {"信用代码": f"信用代码：{CODE_1}"})),
    Layout("a code with a small O", edit=firm("甲店", "甲店", {"统一社会信用代码": CODE_1}, {"信用代码": CODE_1.replace("000", "OOO").lower()})),
    *(Layout(f"an agreement of another one, {name}", edit=firm(FIRM, name), clauses={"HY-FW-01": "fail"}) for name in (
        "绿园农业科技有限公司", "金源农业科技有限公司", "西安博广会展服务有限公司", "鄠邑区第9商行", "源绿农业科技有限公司",
    )),
    Layout("商行 with another number", edit=firm("惠民商行1", "惠民商行12"), clauses={"HY-FW-01": "fail"}),
    Layout(
        "a short name that is another tenant's own", clauses={"HY-FW-01": "fail"},
        edit=lambda sheets: (sheets[TENANTS][0].update(实体名称=FIRM), sheets[TENANTS][1].update(实体名称="绿源农业"), sheets[AGREEMENTS].pop(0), sheets[AGREEMENTS][0].update(实体名称="绿源农业")),
    ),
)  # fmt: skip


@each(PERSONS + FIRMS)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    check(layout, tmp_path)
