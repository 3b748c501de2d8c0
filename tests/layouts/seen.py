"""The inputs that an inspector was found to read otherwise than the program did."""

# ruff: noqa: E501

from conftest import (
    AGREEMENTS,
    CENTRE,
    INSPECTIONS,
    MENTORS,
    ROOMS,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
)
from layouts.judging import Layout, town
from layouts.pages import (
    above,
    column,
    cut,
    every,
    head,
    more,
    named,
    only,
    put,
    row,
    say,
    sheet,
    under_header,
)

OPEN = "fail|unknown"

SECTIONS = [
    *(
        town(
            "K1",
            f"two of four staff below {text} in {header}",
            {STAFF: [cut(2), only(header, text), more(2, STAFF)]},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in ("二、离职人员名单", "拟聘人员", "历任人员")
        for header in ("姓名", "序号", "备注")
    ),
    town(
        "K1",
        "header repeated below the heading",
        {STAFF: [cut(2), only("姓名", "二、离职人员名单"), head, more(2, STAFF)]},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    *(
        town(
            "K1",
            f"two of six mentors below {text}",
            {MENTORS: [cut(4), only("序号", text), more(2, MENTORS)]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in ("已解聘导师", "备用导师库")
    ),
    town(
        "K1",
        "a value-added service below 二、计划开展的服务",
        {SERVICES: [cut(8), row("二、计划开展的服务"), row(9, "增值", "人力资源服务", "是")]},
        f"FW-04 {OPEN}",
    ),
    town(
        "K1",
        "the notice area below 二期（在建）",
        {
            ROOMS: [
                cut(4),
                row("二期（在建）"),
                row(5, "信息发布区", "信息发布区", "105", "独立房间", "是"),
            ]
        },
        f"YJ-11 {OPEN}; YJ-06 any",
    ),
    town(
        "K1",
        "an agreement below 已终止协议",
        {
            AGREEMENTS: [
                cut(2),
                row("已终止协议"),
                row(3, "鄠邑区第3商行", "服务", "2019-07-01", "2019-07-01", "2021-06-30", "是"),
            ]
        },
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K1",
        "tenants without agreement below 已退出企业",
        {TENANTS: [row("已退出企业"), more(2, TENANTS, 状态=None)]},
        "FW-01 pass|unknown; FW-02 any",
    ),
    town(
        "K1",
        "the sheet is titled 拟聘创业导师名单",
        {MENTORS: above(["拟聘创业导师名单"])},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town(
        "K1",
        "the sheet is titled 2018年创业导师名册（已到期）",
        {MENTORS: above(["2018年创业导师名册（已到期）"])},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town(
        "K1",
        "the sheet is titled with another centre",
        {MENTORS: above(["草堂街道创业中心导师名册"])},
        f"RY-05 {OPEN}; RY-04 any",
    ),
]

NAMES = [
    *(
        town(
            "K2",
            f"a fifth mentor called {text}",
            {MENTORS: [cut(4), named(text)]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "以下空白",
            "略",
            "×××",
            "共4人",
            "Total",
            "单位负责人签字：",
            "截止2020年12月31日",
            "第一组",
            "外聘导师",
            "预留",
            "0",
            "13912345678",
            "姓 名",
        )
    ),
    *(
        town(
            "K2",
            f"a third member of staff called {text}",
            {STAFF: [cut(2), named(text, **{"专职/兼职": "专职", "到岗日期": "2019-02-01"})]},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in ("岗位空缺", "劳务派遣1人", "由王芳兼任", "XX")
    ),
    town(
        "K2",
        "mentors called 导师1 to 导师5",
        {
            MENTORS: [
                cut(0),
                *(row(n, f"导师{n}", "企业家", "2019-07-01", "2022-06-30") for n in range(1, 6)),
            ]
        },
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town(
        "K2",
        "a summary row 专职人员 | 5人",
        {STAFF: [cut(2), named("专职人员", **{"专职/兼职": "5人"})]},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town("K2", "a tenant called 203室空置", {TENANTS: named("203室空置")}),
]

BLANKS = [
    *(
        town(
            "K3",
            f"serial numbers printed to 20 on {title}",
            {title: [row(n) for n in range(11, 21)]},
        )
        for title in (STAFF, MENTORS, TENANTS, AGREEMENTS, ROOMS, SERVICES, SYSTEMS)
    ),
    *(
        town(
            "K3", f"{text} below the rows of {title}, column {at}", {title: row(*[None] * at, text)}
        )
        for text in ("以下空白", "此页无正文")
        for title in (STAFF, MENTORS, TENANTS)
        for at in (0, 1, 3)
    ),
]

CELLS = [
    *(
        town("K5", f"the address is {text}", {CENTRE: say("详细地址", text)}, f"YJ-01 {OPEN}")
        for text in ("无固定场地", "线上")
    ),
    *(
        town(
            "K5",
            f"remark {text} of the third of three staff",
            {STAFF: put(3, 备注=text)},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in ("另有任用，已免职", "长期不在岗")
    ),
    *(
        town(
            "K5",
            f"experience {text} of two of three",
            {STAFF: [put(2, 实践经验或创业服务经历=text), put(3, 实践经验或创业服务经历=text)]},
            f"RY-01 {OPEN}",
        )
        for text in ("没", "从未做过")
    ),
    *(
        town(
            "K5",
            f"duty {text} instead of a named person",
            {STAFF: [every(是否政务综合服务专人=None), put(1, 主要职责=text)]},
            f"RY-02 {OPEN}",
        )
        for text in ("不含政务综合服务", "政务综合服务由镇政府负责")
    ),
    town(
        "K5",
        "the notice area is called 信息发布区（未建）",
        {ROOMS: put(5, 空间名称="信息发布区（未建）")},
        f"YJ-11 {OPEN}; YJ-06 any",
    ),
    town(
        "K5",
        "the rules are called 拟制定财务管理制度",
        {SYSTEMS: put(3, 制度名称="拟制定财务管理制度")},
        f"GL-03 {OPEN}",
    ),
    town(
        "K5",
        "the inspection is of 无",
        {INSPECTIONS: put(1, 检查对象="无")},
        "GL-07 unknown|manual|fail",
    ),
    town(
        "K5",
        "a remark that no list knows tips the clause",
        {STAFF: put(3, 备注="详见区里的批复")},
        "RY-03 pass:详见区里的批复",
    ),
    town(
        "K12",
        "three years by dates, 60 months beside",
        {AGREEMENTS: [column("期限(月)", None), put(1, **{"期限(月)": 60})]},
        f"FW-02 {OPEN}",
    ),
    town(
        "K12",
        "three years by dates, 五年 beside",
        {AGREEMENTS: [column("协议期限", None), put(1, 协议期限="五年")]},
        f"FW-02 {OPEN}; FW-01 any",
    ),
    town(
        "K12",
        "the only tenant is 在驻 and has left",
        {TENANTS: [cut(1), put(1, 退出日期="2020-03-01")], AGREEMENTS: cut(1)},
        "FW-01 unknown; FW-02 any",
    ),
]

BESIDE = [
    *(
        town(
            "K16",
            f"a column {header} says {text} of the third of three staff",
            {STAFF: column(header, *others, text)},
            f"RY-03 {outcome}; RY-01 any; RY-02 any",
        )
        for header, text, others, outcome in (
            ("核实情况", "不属实", ("属实", "属实"), OPEN),
            ("是否有效", "否", ("是", "是"), OPEN),
            ("删除", "√", (None, None), OPEN),
            ("增/减", "减", ("增", "增"), OPEN),
            ("年度", 2019, (2020, 2020), OPEN),
            ("目前状态", "辞职", (None, None), OPEN),
            ("每周在岗天数", 2, (5, 5), "fail|unknown|pass:每周在岗天数"),
        )
    ),
    town("K16", "属实 on every row", {STAFF: column("核实情况", "属实")}),
    town(
        "K16",
        "a line: all of them part time",
        {STAFF: row("注：上述人员均为兼职")},
        f"RY-03 {OPEN}",
    ),
    town(
        "K16",
        "a line: all agreements are drafts",
        {AGREEMENTS: row("以上协议均为草签，未盖章")},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K16",
        "a line: value-added services not begun",
        {SERVICES: row("增值服务暂未开展")},
        f"FW-04 {OPEN}; FW-03.1 any; FW-03.2 any; FW-03.3 any; FW-03.4 any; FW-03.5 any; FW-03.6 any; FW-03.7 any",
    ),
    town("K16", "a line: all that is true", {STAFF: row("以上情况属实")}),
    town(
        "K16",
        "a legend: * is part time",
        {STAFF: [put(3, 姓名="王芳*"), row("*为兼职")]},
        f"RY-03 {OPEN}",
    ),
    town(
        "K16",
        "a legend: △ is to come",
        {STAFF: [put(3, 姓名="△王芳"), row("注：△为拟聘")]},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town("K16", "a legend: * is a party member", {STAFF: [put(3, 姓名="王芳*"), row("*为党员")]}),
    town(
        "K16",
        "the head names another subdistrict",
        {MENTORS: above(["创业导师名册"], ["填报单位：草堂街道"])},
        f"RY-05 {OPEN}|pass:草堂街道; RY-04 any",
    ),
    town(
        "K16",
        "the head is of June 2019",
        {MENTORS: above(["创业导师名册"], ["数据截至2019年6月"])},
        f"RY-05 {OPEN}|pass:2019年6月; RY-04 any",
    ),
    town(
        "K16",
        "the head says draft",
        {MENTORS: above(["创业导师名册（草稿，未定稿）"])},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town("K16", "the head says sample", {MENTORS: above(["样表"])}, f"RY-05 {OPEN}; RY-04 any"),
    town(
        "K16",
        "the roster is of 张三、李四、王五",
        {STAFF: [put(1, 姓名="张三"), put(2, 姓名="李四"), put(3, 姓名="王五")]},
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
]

ROWS = [
    town(
        "K17",
        "a bank in the name column of mentors",
        {MENTORS: put(5, 姓名="西安银行某支行")},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    *(
        town("K17", f"under the header stands {line[1]}", {MENTORS: under_header(line)})
        for line in (
            ["No.", "Name", "Category", "From", "To", "Remarks"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["甲", "乙", "丙", "丁", "戊", "己"],
            [None, "必填", "必填", "必填", "必填", None],
            [None, "续表"],
        )
    ),
    town(
        "K17",
        "a sample row stands under the header",
        {
            MENTORS: [
                cut(4),
                under_header([1, "张三（样例）", "企业家", "2019-07-01", "2022-06-30"]),
            ]
        },
        "RY-05 fail",
    ),
    town(
        "K17",
        "a firm's name is broken over two rows",
        {TENANTS: [put(3, 实体名称="鄠邑区第3商"), named("行")]},
        "FW-01 pass|unknown",
    ),
    town(
        "K17",
        "the landlord heads a group",
        {TENANTS: under_header(["西韩村股份经济合作社（出租方）"])},
    ),
    *(
        town(
            "K17",
            f"a sheet marked {mark} beside the good one",
            {},
            "",
            **{f"03 运营管理人员{mark}": (STAFF, cut(1))},
        )
        for mark in ("（旧）", "（初稿）", "（作废）")
    ),
    town(
        "K17",
        "the names of sheets 03 and 04 are exchanged",
        {STAFF: sheet("04 创业导师"), MENTORS: sheet("03 运营管理人员")},
    ),
    town(
        "K17",
        "a switchboard number makes no two persons one",
        {STAFF: column("联系电话", "029-84812345")},
    ),
]

HARMLESS = [
    *(
        town("K18", f"heading {text} among the mentors", {MENTORS: under_header([text])})
        for text in ("企业家类", "第一批")
    ),
    town("K18", "heading 2020年入驻 among the tenants", {TENANTS: under_header(["2020年入驻"])}),
    *(
        town("K18", f"remark {text} of a full-time person", {STAFF: put(3, 备注=text)})
        for text in ("党员", "兼会计", "退伍军人", "2019年转正", "未婚", "退休返聘")
    ),
    town(
        "K18", "status 试用", {STAFF: put(3, 状态="试用")}, "RY-03 pass|unknown; RY-01 pass|unknown"
    ),
    *(
        town("K18", f"a mentor called {text}", {MENTORS: put(5, 姓名=text)})
        for text in ("欧阳娜娜", "买买提·艾力", "安全", "高原", "计春华")
    ),
    *(
        town(
            "K18",
            f"a tenant called {text}",
            {TENANTS: put(3, 实体名称=text), AGREEMENTS: put(3, 实体名称=text)},
        )
        for text in ("空白格文化传媒", "合计科技", "无为茶业", "总部基地运营")
    ),
    *(
        town("K18", f"a room called {text}", {ROOMS: put(at, 空间名称=text)})
        for at, text in ((2, "未来教室"), (3, "无障碍服务台"), (2, "空中会议室"))
    ),
    *(
        town("K18", f"the address is {text}", {CENTRE: say("详细地址", text)})
        for text in ("鄠邑区甘亭街道无名路3号", "鄠邑区甘亭街道线上线下融合中心")
    ),
    town(
        "K18",
        "a service called 无门槛创业贷款",
        {SERVICES: [column("服务内容说明", None), put(8, 备注="无门槛创业贷款")]},
    ),
    town("K18", "a remark 未就业青年服务", {SERVICES: put(9, 备注="未就业青年服务")}),
]

SEEN: list[Layout] = [*SECTIONS, *NAMES, *BLANKS, *CELLS, *BESIDE, *ROWS, *HARMLESS]
