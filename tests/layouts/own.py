"""Further layouts, written from the rules of proof before any was tried."""

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
from layouts.judging import Layout, district, town
from layouts.pages import (
    above,
    column,
    comment,
    cut,
    drop,
    every,
    font,
    head,
    low,
    more,
    named,
    only,
    put,
    rename,
    row,
    say,
    under_header,
)

OPEN = "fail|unknown"
JOB, DUTY, DONE = "专职/兼职", "主要职责", "实践经验或创业服务经历"

# K1: a heading speaks of the rows below it.
SECTIONS = [
    *(
        district(
            "K1",
            f"two of five staff below {text}",
            {STAFF: [cut(3), only(header, text), more(2, STAFF)]},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text, header in (
            ("三、已调离人员", "序号"),
            ("原工作人员", "姓名"),
            ("储备人员", "备注"),
            ("（二）2018年以前离岗人员", "岗位类别"),
            ("【已辞职】", "姓名"),
            ("以下为待入职人员", "序号"),
            ("附：退休人员名册", "序号"),
        )
    ),
    *(
        district(
            "K1",
            f"three of ten mentors below {text}",
            {MENTORS: [cut(7), only("序号", text), more(3, MENTORS)]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "往届导师",
            "拟新聘导师",
            "意向导师（洽谈中）",
            "第二批（待聘）",
            "聘期已满导师",
            "不再续聘人员",
        )
    ),
    town(
        "K1",
        "mentors below the name of another centre",
        {MENTORS: [cut(3), row("玉蝉街道创业中心导师"), more(2, MENTORS)]},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    *(
        town(
            "K1",
            f"tenants without agreement below {text}",
            {TENANTS: [only("实体名称", text), more(2, TENANTS, 状态=None)]},
            "FW-01 pass|unknown; FW-02 any",
        )
        for text in ("二、毕业企业", "历年退出企业名单", "待入驻企业", "意向入驻企业")
    ),
    *(
        town(
            "K1",
            f"the enquiry desk below {text}",
            {
                ROOMS: [
                    row(text),
                    row(6, "咨询服务台", "咨询服务台", "205", "独立房间", "是"),
                    put(3, 功能类别="其他", 空间名称="库房"),
                ]
            },
            f"YJ-09 {OPEN}; YJ-06 any",
        )
        for text in ("三期规划", "拟建空间", "筹备中区域")
    ),
    *(
        district(
            "K1",
            f"a value-added service below {text}",
            {SERVICES: [cut(9), row(text), row(10, "增值", "企业管理咨询服务", "是")]},
            f"FW-04 {OPEN}",
        )
        for text in ("下列服务尚未开展", "2021年拟增设服务", "已停办服务")
    ),
    *(
        town(
            "K1",
            f"the only rules on finance below {text}",
            {
                SYSTEMS: [
                    put(3, 对应类别="其他", 制度名称="例会规定"),
                    row(text),
                    row(8, "规定第8号", "财务", "2019-12-01", "已印发"),
                ]
            },
            f"GL-03 {OPEN}",
        )
        for text in ("拟制定制度", "二、已废止制度", "起草中")
    ),
    town(
        "K1",
        "an agreement below 历史协议（已到期）",
        {
            AGREEMENTS: [
                cut(2),
                row("历史协议（已到期）"),
                row(3, "鄠邑区第3商行", "服务", "2019-07-01", "2019-07-01", "2021-06-30", "是"),
            ]
        },
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K1",
        "staff below 兼职人员, no entry of their own",
        {STAFF: [cut(2), row("二、兼职人员"), more(2, STAFF, **{JOB: None})]},
        f"RY-03 {OPEN}",
    ),
    town(
        "K1",
        "staff below 兼职人员, entered as full time",
        {STAFF: [cut(2), row("二、兼职人员"), more(2, STAFF)]},
        f"RY-03 {OPEN}",
    ),
    town(
        "K1",
        "staff below 专职人员, no entry of their own",
        {STAFF: [cut(1), row("一、专职人员"), more(2, STAFF, **{JOB: None})]},
    ),
    town(
        "K1",
        "those who left stand first, those in post below",
        {
            STAFF: [
                cut(0),
                row("离职人员"),
                more(2, STAFF, 是否政务综合服务专人="是"),
                row("在职人员"),
                more(3, STAFF, 是否政务综合服务专人="是"),
            ]
        },
    ),
    town(
        "K1",
        "the sheet is titled 离职人员花名册",
        {STAFF: above(["离职人员花名册"])},
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
    town(
        "K1",
        "the sheet is titled 拟入驻企业一览表",
        {TENANTS: above(["拟入驻企业一览表"])},
        "FW-01 pass|unknown|not_applicable; FW-02 any",
    ),
    *(
        district(
            "K1", f"heading {text} among the staff", {STAFF: [cut(2), row(text), more(3, STAFF)]}
        )
        for text in (
            "一、管理人员",
            "（二）服务人员",
            "二楼窗口",
            "本中心在岗专职人员",
            "新入职人员（已到岗）",
        )
    ),
    *(
        district(
            "K1",
            f"heading {text} among the mentors",
            {MENTORS: [cut(5), row(text), more(5, MENTORS)]},
        )
        for text in (
            "企业界导师",
            "2019年聘任",
            "第二批",
            "A组",
            "现任导师",
            "某某标准化创业中心导师",
        )
    ),
    town(
        "K1",
        "basic and value-added as headings, no column",
        {
            SERVICES: [
                drop("服务类别"),
                under_header(["一、基础服务"]),
                lambda page: page.lines.insert(9, ["二、增值服务"]),
            ]
        },
    ),
    town(
        "K1",
        "the sheet is titled with the centre's own name",
        {STAFF: above(["某某标准化创业中心运营管理人员名册（2020年）"])},
    ),
    town("K1", "floors as headings among the rooms", {ROOMS: [under_header(["一楼"])]}),
    town("K1", "在驻企业 as heading", {TENANTS: under_header(["一、在驻企业"])}),
]

# K2: what is no name is nobody, whatever list it is on.
NAMES = [
    *(
        district(
            "K2",
            f"the tenth mentor is called {text}",
            {MENTORS: [cut(9), named(text)]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "待补充",
            "暂缺",
            "见附件",
            "等3人",
            "法律顾问",
            "（签字）",
            "年  月  日",
            "合 计",
            "导师甲",
            "王某",
            "李××",
            "某高校教授",
            "第2组",
            "未定",
            "N/A",
            "-",
        )
    ),
    *(
        town(
            "K2",
            f"the third member of staff is called {text}",
            {STAFF: [cut(2), named(text, **{JOB: "专职"})]},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in (
            "主任",
            "公益性岗位1人",
            "见习生2名",
            "甘亭街道办",
            "待招聘",
            "其他工作人员",
            "窗口人员",
            "专职",
            "张",
        )
    ),
    *(
        town("K2", f"a tenant called {text}, nothing else", {TENANTS: named(text)})
        for text in ("3楼空房", "待招商", "公共区域", "共3户", "以上为在驻企业")
    ),
    *(
        town("K2", f"a mentor called {text}", {MENTORS: put(5, 姓名=text)})
        for text in (
            "阿依古丽·买买提江",
            "司马青云",
            "Tom Smith",
            "王建国（教授）",
            "张 伟",
            "李明*",
            "夏天",
            "马路",
            "古丽娜尔",
            "刘老师（刘文）",
        )
    ),
    *(
        district("K2", f"a member of staff called {text}", {STAFF: put(5, 姓名=text)})
        for text in ("安心", "江山", "常务", "任重", "易中天", "高原", "和谐", "石头")
    ),
]

# K3: rows that hold nothing are nobody.
BLANKS = [
    town(
        "K3",
        "专职 pulled down to twenty rows without names",
        {STAFF: [row(n, None, None, "专职") for n in range(4, 20)]},
    ),
    district(
        "K3",
        "category and terms pulled down without names",
        {MENTORS: [row(n, None, "企业家", "2019-07-01", "2022-06-30") for n in range(11, 20)]},
    ),
    town(
        "K3",
        "在驻 pulled down without names",
        {TENANTS: [row(n, None, None, None, "在驻") for n in range(4, 12)]},
    ),
    town(
        "K3",
        "blank rows between the records",
        {STAFF: [cut(1), row(), row(), more(1, STAFF), row(2), more(1, STAFF)]},
    ),
    *(
        town("K3", f"{text} below the staff", {STAFF: row(text)})
        for text in (
            "——以下无数据——",
            "（本页完）",
            "填表人：李明　审核人：王强　日期：2020-12-31",
            "单位（盖章）",
            "2020年12月31日",
            "第1页 共1页",
            "以下无正文",
            "人员合计：3人",
            "***",
            "完",
            "负责人签字：　　年　月　日",
        )
    ),
    *(
        district("K3", f"{text} below the tenants", {TENANTS: row(None, text)})
        for text in ("以下空白", "共3户", "合计", "说明：以上企业均在驻", "（空白）", "此表完")
    ),
    town(
        "K3",
        "numbers in front, formulas that yield nothing",
        {MENTORS: [row(n, "", "", "", "") for n in range(6, 20)]},
    ),
    district("K3", "zeroes in blank rows", {MENTORS: [row(n, 0) for n in range(11, 16)]}),
]

# K4: the day is never guessed.
DAYS = [
    *(
        town("K4", f"the day is {text}", {CENTRE: say("数据截止日期", text)})
        for text in (
            "2020年12月底",
            "截止到2020年12月31日",
            "二〇二〇年十二月三十一日",
            "2020-12-31（年报口径）",
            "2020年12月31日24时",
            "2020年四季度末",
            "截至 2020.12.31",
            "2020年底",
        )
    ),
    *(
        town(
            "K4",
            f"the day is {text}",
            {CENTRE: say("数据截止日期", text)},
            "* any; RY-03 unknown; RY-05 unknown; FW-01 unknown",
        )
        for text in ("2020年13月1日", "十二月三十一日", "年底", "2020/2/30", "上年末", "本月")
    ),
]

# K5: what a cell says against itself.
AGAINST = [
    *(
        district("K5", f"the address is {text}", {CENTRE: say("详细地址", text)}, f"YJ-01 {OPEN}")
        for text in (
            "暂无",
            "无实体场所，依托网络平台",
            "尚在选址",
            "未落实",
            "待定（拟租用人民路5号）",
            "临时借用，无固定场所",
            "线上办公",
        )
    ),
    *(
        town(
            "K5",
            f"remark {text} of the third of three staff",
            {STAFF: put(3, 备注=text)},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in (
            "不在本中心上班",
            "尚未到岗",
            "已停薪留职",
            "只挂名",
            "实为兼职",
            "关系已转出",
            "不再担任",
            "待岗",
            "未签合同，尚未上班",
            "外派学习，不在岗",
            "已免职",
        )
    ),
    *(
        district(
            "K5",
            f"remark {text} of the tenth of ten mentors",
            {MENTORS: put(10, 备注=text)},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "未发聘书",
            "本人未同意",
            "不再担任",
            "已停聘",
            "待确认",
            "已辞",
            "没有签聘用协议",
        )
    ),
    *(
        town(
            "K5",
            f"experience {text} of two of three",
            {STAFF: [put(2, **{DONE: text}), put(3, **{DONE: text})]},
            f"RY-01 {OPEN}",
        )
        for text in (
            "尚未积累",
            "不详",
            "刚入职，暂无经验",
            "否",
            "未从事过创业服务",
            "从无",
            "空白",
            "没有相关工作经历",
        )
    ),
    *(
        town(
            "K5",
            f"duty {text} instead of a named person",
            {STAFF: [every(是否政务综合服务专人=None), put(1, **{DUTY: text})]},
            f"RY-02 {OPEN}",
        )
        for text in (
            "不负责政务综合服务",
            "政务综合服务待指定",
            "政务综合服务暂由便民中心承担",
            "除政务综合服务以外的工作",
            "拟负责政务综合服务",
        )
    ),
    *(
        town(
            "K5",
            f"the {at}th room is called {text}",
            {ROOMS: put(at, 空间名称=text)},
            f"{clause} {OPEN}; YJ-06 any",
        )
        for at, text, clause in (
            (1, "办公区（规划中）", "YJ-07"),
            (2, "多功能会议室（未装修）", "YJ-08"),
            (3, "咨询服务台（暂停使用）", "YJ-09"),
            (4, "拟设政务综合服务区", "YJ-10"),
        )
    ),
    *(
        town(
            "K5", f"the rules are called {text}", {SYSTEMS: put(3, 制度名称=text)}, f"GL-03 {OPEN}"
        )
        for text in (
            "财务管理制度（尚未印发）",
            "财务管理制度（待修订后印发）",
            "暂无财务管理制度",
            "计划制定财务制度",
        )
    ),
    *(
        town(
            "K5",
            f"the inspection says {text}",
            {INSPECTIONS: put(1, 内容=text)},
            "GL-07 unknown|manual|fail",
        )
        for text in ("计划检查消防", "暂未检查", "因疫情取消")
    ),
    *(
        town(
            "K5",
            f"the inspected are {text}",
            {INSPECTIONS: put(1, 检查对象=text)},
            "GL-07 unknown|manual|fail",
        )
        for text in ("暂无", "未检查", "/")
    ),
    district(
        "K5",
        "an agreement that the other side has not signed",
        {AGREEMENTS: put(2, 备注="乙方尚未签字")},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    district(
        "K5",
        "a service run by somebody else's hall, not begun",
        {SERVICES: put(1, 备注="不对外提供")},
        f"FW-03.1 {OPEN}",
    ),
    *(
        district("K5", f"remark {text} of the third of five staff", {STAFF: put(3, 备注=text)})
        for text in (
            "无不良记录",
            "非本地户籍",
            "未婚，住单位宿舍",
            "不定期下乡走访",
            "原镇财政所干部",
            "无党派",
            "已签劳动合同",
            "非遗传承人",
            "2020年未休假",
            "不计入编制",
        )
    ),
    *(
        town("K5", f"experience {text} of all", {STAFF: every(**{DONE: text})})
        for text in (
            "无间断从事创业服务五年",
            "原人社所退休干部，从事就业工作20年",
            "曾任无锡某孵化器主管",
            "有，非全日制培训讲师2年",
        )
    ),
    *(
        town("K5", f"the rules are called {text}", {SYSTEMS: put(3, 制度名称=text)})
        for text in (
            "无纸化办公财务管理规定",
            "财务管理制度（未成年人保护条款附后）",
            "非现金财务管理办法",
        )
    ),
]

# K6: one place, one area.
PLACES = [
    town(
        "K6",
        "101 twice with 150 each, no total",
        {
            CENTRE: say("总面积(㎡)", None),
            ROOMS: [
                column("建筑面积(㎡)", None),
                put(1, **{"建筑面积(㎡)": 150}),
                put(2, **{"建筑面积(㎡)": 150, "位置(楼层房间)": "101"}),
            ],
        },
        f"YJ-04 {OPEN}; YJ-06 any",
    ),
    town(
        "K6",
        "a row named 总面积 beside the rooms",
        {
            CENTRE: say("总面积(㎡)", None),
            ROOMS: [
                column("建筑面积(㎡)", 25),
                row(6, "总面积", None, None, None, None, None, 125),
            ],
        },
        f"YJ-04 {OPEN}; YJ-06 any",
    ),
    *(
        town(
            "K6",
            f"{text} of 150 beside rooms of 100",
            {
                CENTRE: say("总面积(㎡)", None),
                ROOMS: [
                    column("建筑面积(㎡)", 20),
                    row(6, text, "其他", "院内", None, "是", None, 150),
                ],
            },
            f"YJ-04 {OPEN}; YJ-06 any",
        )
        for text in ("室外停车场", "种植基地", "院落")
    ),
    town(
        "K6",
        "two kinds of space in room 101, no separation given",
        {ROOMS: [every(独立方式=None), put(2, **{"位置(楼层房间)": "101"})]},
        "YJ-06 manual|unknown",
    ),
    town(
        "K6",
        "five rooms of 50 each",
        {CENTRE: say("总面积(㎡)", None), ROOMS: column("建筑面积(㎡)", 50)},
    ),
    district(
        "K6",
        "ten rooms of 60 with a total row",
        {
            CENTRE: say("总面积(㎡)", None),
            ROOMS: [
                column("建筑面积(㎡)", 120),
                row("合计", None, None, None, None, None, None, 600),
            ],
        },
    ),
    town(
        "K6",
        "capacity of one room entered twice",
        {
            CENTRE: say("可容纳创业实体数", None),
            TENANTS: cut(2),
            AGREEMENTS: cut(2),
            ROOMS: [
                column("可容纳创业实体数", 0),
                put(1, 可容纳创业实体数=3),
                put(2, 可容纳创业实体数=3, **{"位置(楼层房间)": "101"}),
            ],
        },
        f"YJ-05 {OPEN}; YJ-06 any",
    ),
]

# K7: one person, many spellings.
PERSONS = [
    *(
        district(
            "K7",
            f"one mentor twice, the second time as {text}",
            {
                MENTORS: [
                    cut(9),
                    put(1, 姓名="王大伟"),
                    row(10, text, "企业家", "2019-07-01", "2022-06-30"),
                ]
            },
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in ("王大伟教授", "王大伟总", "王大伟（兼）", "王大伟老师", "王 大 伟", "王大伟*")
    ),
    *(
        district(
            "K7",
            f"one number twice, the second time as {text}",
            {
                MENTORS: [
                    cut(9),
                    column("身份证号", None),
                    put(1, 身份证号="610125198001010463"),
                    row(10, "李文华", "企业家", "2019-07-01", "2022-06-30", None, text),
                ]
            },
            "RY-05 fail|unknown; RY-04 any",
        )
        for text in (
            "'610125198001010463",
            "`610125198001010463",
            "身份证：610125198001010463",
            "610125 19800101 0463",
            "61O12519800101O463",
        )
    ),
    district(
        "K7",
        "two mentors of one name with two mobiles",
        {
            MENTORS: [
                column("手机号", None),
                put(9, 姓名="李伟", 手机号="13800000001"),
                put(10, 姓名="李伟", 手机号="13900000002"),
            ]
        },
    ),
    town(
        "K7",
        "titles on all mentors",
        {MENTORS: [put(1, 姓名="朱文华教授"), put(2, 姓名="秦文华总经理")]},
    ),
]

# K8: near names of firms.
FIRMS = [
    *(
        town(
            "K8",
            f"the agreement is with {text}",
            {
                TENANTS: put(3, 实体名称="西安鄠邑青山农业科技有限公司"),
                AGREEMENTS: put(3, 实体名称=text),
            },
            "FW-01 pass|unknown; FW-02 any",
        )
        for text in (
            "西安鄠邑青山农业科技有限公司。",
            "青山农业",
            "西安市鄠邑区青山农业科技有限公司",
            "西安鄠邑青山农业科技有限责任公司",
            "鄠邑青山农业科技有限公司",
        )
    ),
    town(
        "K8",
        "the agreement is with quite another firm",
        {
            TENANTS: put(3, 实体名称="西安鄠邑青山农业科技有限公司"),
            AGREEMENTS: put(3, 实体名称="西安鄠邑秦岭餐饮有限公司"),
        },
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K8",
        "full-width brackets in one of the two",
        {
            TENANTS: put(3, 实体名称="青山（西安）农业有限公司"),
            AGREEMENTS: put(3, 实体名称="青山(西安)农业有限公司"),
        },
    ),
]

# K9: heads that mean another thing.
HEADS = [
    town(
        "K9",
        "预计 before the true date of leaving",
        {
            STAFF: [
                column("离岗日期（预计）", "2025-12-31", before="离岗日期"),
                put(3, 离岗日期="2020-06-01"),
            ]
        },
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town(
        "K9",
        "到岗/离岗日期 in one column",
        {
            STAFF: [
                drop("到岗日期"),
                rename("离岗日期", "到岗/离岗日期"),
                every(到岗__离岗日期="2019-02-01"),
                put(3, 到岗__离岗日期="2019-02-01/2020-06-01"),
            ]
        },
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
    town(
        "K9",
        "600 square feet",
        {CENTRE: [rename("总面积(㎡)", "总面积（平方英尺）"), say("总面积（平方英尺）", 600)]},
        f"YJ-04 {OPEN}",
    ),
    *(
        town(
            "K9",
            f"a tenant without agreement has a {header}",
            {
                TENANTS: [
                    column(header, None),
                    more(1, TENANTS, 状态=None, **{header: "2020-03-01"}),
                ]
            },
            "FW-01 pass|unknown; FW-02 any",
        )
        for header in ("注销日期", "退租日", "撤离时间", "迁出日期")
    ),
    town("K9", "拟离岗日期 alone", {STAFF: [rename("离岗日期", "拟离岗日期")]}),
    town(
        "K9",
        "(必填) behind the heads",
        {STAFF: [rename("姓名", "姓名（必填）"), rename("到岗日期", "到岗日期*")]},
    ),
]

# K10: what the look of a cell says.
LOOKS = [
    town(
        "K10",
        "the third member of staff is struck through",
        {STAFF: font(3, strike=True)},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town(
        "K10",
        "a comment 已离职 on the third",
        {STAFF: comment(3, "姓名", "已离职")},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    district(
        "K10",
        "a comment 未发聘书 on the tenth mentor",
        {MENTORS: comment(10, "姓名", "未发聘书")},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town("K10", "the third member in a line without height", {STAFF: low(3)}),
    town("K10", "a comment 请核对电话 on the head", {STAFF: comment(0, "姓名", "请填真实姓名")}),
    town("K10", "bold and blue", {STAFF: font(3, bold=True, color="FF0000FF")}),
]

# K11: an unreadable deciding cell.
UNREAD = [
    *(
        district(
            "K11", f"the area is {text}", {CENTRE: say("总面积(㎡)", text)}, "YJ-04 fail|unknown"
        )
        for text in (
            "480.",
            "480㎡；",
            "480(含公摊)",
            "480 m^2",
            "两层共480㎡",
            "0.048公顷",
            "约四百八",
        )
    ),
    *(
        district("K11", f"the area is {text}", {CENTRE: say("总面积(㎡)", text)})
        for text in ("520平方米（建筑面积）", "520.0㎡", "520 平米", "五百二十平方米")
    ),
    district(
        "K11",
        "the capacity is 20间",
        {CENTRE: say("可容纳创业实体数", "20间")},
        "YJ-05 unknown|fail",
    ),
]

# K12: contradictions in one row.
CONTRARY = [
    town(
        "K12",
        "three years by dates, 48个月 beside",
        {AGREEMENTS: [column("期限(月)", None), put(2, **{"期限(月)": "48个月"})]},
        f"FW-02 {OPEN}",
    ),
    town(
        "K12",
        "status 在岗 and a date of leaving gone by",
        {STAFF: put(3, 状态="在岗", 离岗日期="2020-06-01")},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town("K12", "专职, remark 实际为兼职", {STAFF: put(3, 备注="实际为兼职")}, f"RY-03 {OPEN}"),
    district(
        "K12",
        "status 不在聘 within the term",
        {MENTORS: put(10, 聘任状态="不在聘")},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town(
        "K12", "not in use but equipped", {ROOMS: put(3, 备注="未启用")}, f"YJ-09 {OPEN}; YJ-06 any"
    ),
    town("K12", "期限 24 beside two years", {AGREEMENTS: [column("期限(月)", 24)]}),
    town("K12", "status 在岗, no date of leaving", {STAFF: every(状态="在岗")}),
    town(
        "K12", "是 as named person and duty 政务综合服务", {STAFF: put(1, **{DUTY: "政务综合服务"})}
    ),
    town("K12", "草拟 with a date of issue", {SYSTEMS: put(3, 状态="草拟")}, f"GL-03 {OPEN}"),
]

# K13: needlessly unknown.
NEEDLESS = [
    town(
        "K13",
        "the duty names the person, the others say no",
        {STAFF: [put(1, 是否政务综合服务专人=None, **{DUTY: "政务综合服务"})]},
    ),
    town("K13", "rules issued, no status", {SYSTEMS: every(状态=None)}),
    *(
        town("K13", f"employment {text}", {STAFF: every(**{JOB: text})})
        for text in ("专职√ 兼职", "專職", "专职。", "专 职", "（专职）")
    ),
    town("K13", "— for no date of leaving", {STAFF: every(离岗日期="—")}),
    town("K13", "/ for no date of leaving", {TENANTS: every(退出日期="/")}),
    town("K13", "是。 for sealed", {AGREEMENTS: every(双方签字盖章="是。")}),
]

# K14: an inspector's word.
WORDS = [
    town(
        "K14",
        "the centre's own sheet 16 against 90㎡",
        {CENTRE: say("总面积(㎡)", 90), STAFF: [cut(2)]},
        "YJ-04 fail; RY-03 fail; RY-01 any",
        **{
            "16 现场核定": (
                SYSTEMS,
                [
                    cut(0),
                    lambda page: page.lines.__setitem__(
                        slice(None),
                        [
                            ["条款编号", "结论", "说明", "核定人", "核定日期"],
                            ["HY-YJ-04", "符合", "实测", "李明", "2020-12-01"],
                        ],
                    ),
                ],
            )
        },
    ),
]

# K15: our own papers.
PAPERS = [
    town(
        "K15",
        "a sheet of our own annotations",
        {},
        "",
        程序判定结果=(SYSTEMS, [cut(0), row("HY-RY-03", "符合")]),
    ),
]

# K16: what stands near the evidence.
BESIDE = [
    *(
        town(
            "K16",
            f"a column {header} says {text} of the third of three staff",
            {STAFF: column(header, *others, text)},
            f"RY-03 {OPEN}; RY-01 any; RY-02 any",
        )
        for header, text, others in (
            ("是否在编在岗", "不在岗", ("在岗", "在岗")),
            ("审核意见", "不通过", ("通过", "通过")),
            ("核查结果", "查无此人", ("属实", "属实")),
            ("是否计入", "×", ("√", "√")),
            ("变动情况", "2020年3月调出", (None, None)),
            ("所属年份", "2018年", ("2020年", "2020年")),
            ("是否真实在岗", "否", ("是", "是")),
        )
    ),
    *(
        district(
            "K16",
            f"a column {header} says {text} of the tenth of ten mentors",
            {MENTORS: column(header, *[other] * 9, text)},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for header, text, other in (
            ("是否受聘", "否", "是"),
            ("本人意见", "不同意", "同意"),
            ("抽查情况", "电话打不通，查无此人", "属实"),
            ("聘书发放", "未发", "已发"),
        )
    ),
    *(
        town(
            "K16",
            f"a column {header} says {text} of the third of three staff",
            {STAFF: column(header, *others, text)},
            "RY-03 pass:" + text,
        )
        for header, text, others in (
            ("每周到岗天数", "1天", ("5天", "5天")),
            ("其他情况", "在区中心帮忙", (None, None)),
            ("核查情况", "以街道台账为准", ("属实", "属实")),
        )
    ),
    *(
        district(
            "K16",
            f"{text} below the staff",
            {STAFF: row(text)},
            f"RY-03 {OPEN}; RY-01 any; RY-02 any",
        )
        for text in (
            "注：以上人员均为兼职",
            "以上人员均未到岗",
            "备注：本表人员全部由街道干部兼任",
            "上述5人已全部调离",
        )
    ),
    *(
        town(
            "K16",
            f"{text} above the mentors",
            {MENTORS: above(["创业导师名册"], [text])},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in ("以下导师均未签订聘任协议", "本表所列导师聘期均已届满", "以下均为拟聘导师")
    ),
    district(
        "K16",
        "a line below the rooms: none is in use",
        {ROOMS: row("以上空间均未启用")},
        f"YJ-07 {OPEN}; YJ-08 {OPEN}; YJ-09 {OPEN}; YJ-10 {OPEN}; YJ-11 {OPEN}; YJ-06 any",
    ),
    town(
        "K16",
        "a line below the rules: all are drafts",
        {SYSTEMS: row("以上制度均为征求意见稿")},
        f"GL-01 {OPEN}; GL-02 {OPEN}; GL-03 {OPEN}; GL-04 {OPEN}; GL-05 {OPEN}; GL-06 {OPEN}",
    ),
    town(
        "K16",
        "a line that nobody understands",
        {STAFF: row("注：王某系街道统筹安排，详见纪要第4号")},
        "RY-03 pass:纪要第4号",
    ),
    town(
        "K16",
        "a legend: ● has left",
        {STAFF: [put(3, 姓名="王芳●"), row("●为已离职")]},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town(
        "K16",
        "a legend above: ★ is part time",
        {STAFF: [put(3, 姓名="★王芳"), above(["运营管理人员"], ["注：★表示兼职"])]},
        f"RY-03 {OPEN}",
    ),
    town(
        "K16",
        "the head is of a tenant's own staff",
        {STAFF: above(["某某标准化创业中心人员名册（样例）"])},
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
    town(
        "K16",
        "the head says 作废",
        {AGREEMENTS: above(["服务协议登记表（作废）"])},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K16",
        "the head names another centre",
        {STAFF: above(["余下街道标准化创业中心运营人员表"])},
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
    *(
        town("K16", f"a column {header} with {values[0]}", {STAFF: column(header, *values)})
        for header, values in (
            ("核实情况", ("属实",)),
            ("审核", ("√",)),
            ("是否在岗", ("是",)),
            ("学历", ("本科", "大专", "无")),
            ("政治面貌", ("党员", "群众", "无党派")),
            ("籍贯", ("陕西鄠邑", "陕西长安", "非本市")),
            ("工资(元)", (3200, 3300, 0)),
            ("婚否", ("未婚", "已婚", "否")),
            ("出生年月", ("1990-01", "1985-03", "1979-12")),
            ("邮箱", ("a@b.cn", "无", "c@d.cn")),
        )
    ),
    *(
        town("K16", f"{text} below the staff", {STAFF: row(text)})
        for text in (
            "以上情况属实",
            "以上人员均为专职",
            "数据来源：街道劳保所",
            "填报日期：2021年1月5日",
            "注：按岗位排序",
            "本表一式两份",
            "以上人员均已签订劳动合同",
            "联系电话：029-84812345",
        )
    ),
    *(
        town("K16", f"{text} above the mentors", {MENTORS: above(["创业导师名册"], [text])})
        for text in (
            "填报单位：某某标准化创业中心",
            "填报日期：2021年1月5日",
            "单位：人",
            "截至2020年12月31日",
            "2020年度",
            "甘亭街道",
        )
    ),
]

# K17: more rows that are none, more records that are no rows.
ROWS = [
    *(
        district(
            "K17",
            f"{text} in the name column of mentors",
            {MENTORS: put(10, 姓名=text)},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "西安某某律师事务所",
            "鄠邑区人社局",
            "秦岭农业合作社",
            "西北农林科技大学",
            "众创空间导师团",
            "张三（示例）",
        )
    ),
    *(
        town("K17", f"below the header stands {line[1]}", {STAFF: under_header(line)})
        for line in (
            ["No.", "Name", "Post", "Full/part time", "Gov.", "Experience", "Since", "Until"],
            ["A", "B", "C", "D", "E", "F", "G", "H"],
            ["1", "2", "3", "4", "5", "6", "7", "8"],
            [None, "（必填）", "（选填）", "（必填）", None],
            ["例", "李四", "管理", "专职", "是", "三年", "2019-01-01"],
            ["填写要求", "真实姓名", "按岗位", "专职或兼职"],
        )
    ),
    town(
        "K17",
        "a mentor's name is broken over two rows",
        {MENTORS: [cut(4), put(4, 姓名="买买提·"), named("艾力")]},
        "RY-05 fail|unknown; RY-04 any",
    ),
    *(
        town(
            "K17",
            f"another sheet {mark} beside the good one",
            {},
            "",
            **{f"04 创业导师{mark}": (MENTORS, cut(2))},
        )
        for mark in ("（备份）", "(2)", "-旧版")
    ),
    town(
        "K17", "two staff with the telephone of the hall", {STAFF: column("联系电话", "84812345")}
    ),
    district(
        "K17",
        "the landlord stands above the tenants",
        {TENANTS: under_header([None, "甘亭街道某某村民委员会（出租方）"])},
    ),
    town(
        "K17",
        "a summary block below the mentors",
        {MENTORS: [row(), row("导师总数", 5), row("其中企业家", 5)]},
    ),
    district("K17", "a count beside the names", {STAFF: [row(None, "专职人员合计", None, "5人")]}),
    town("K17", "the header again after a page", {MENTORS: [cut(3), head, more(2, MENTORS)]}),
]

# K18: harmless things that must stay harmless.
HARMLESS = [
    *(
        district(
            "K18",
            f"heading {text} among the mentors",
            {MENTORS: [cut(4), row(text), more(6, MENTORS)]},
        )
        for text in ("高校学者类", "二、技术专家", "2019年7月聘任", "第三组", "区外导师")
    ),
    *(
        town("K18", f"heading {text} among the tenants", {TENANTS: under_header([text])})
        for text in ("一、种养殖类", "2019年入驻企业", "电商组", "A座", "第一期入驻")
    ),
    *(
        town("K18", f"remark {text} of the third of three staff", {STAFF: put(3, 备注=text)})
        for text in (
            "群众",
            "兼出纳",
            "助理会计师",
            "2020年3月转正",
            "已婚",
            "退役士兵",
            "优秀员工",
            "兼政务服务窗口",
            "本科",
            "住甘亭街道",
            "AB岗互为替岗",
            "2019年2月到岗",
        )
    ),
    *(
        district("K18", f"a mentor called {text}", {MENTORS: put(10, 姓名=text)})
        for text in ("上官婉儿", "吾买尔·托合提", "平安", "常红", "终军", "左右", "容易")
    ),
    *(
        town(
            "K18",
            f"a tenant called {text}",
            {TENANTS: put(3, 实体名称=text), AGREEMENTS: put(3, 实体名称=text)},
        )
        for text in (
            "无限可能文创",
            "未然科技",
            "不二家茶舍",
            "非凡广告",
            "原野农庄",
            "停云书店",
            "待客来餐饮",
            "终南山居民宿",
            "老张合计烧烤",
            "空间站咖啡",
            "示例教育科技有限公司",
            "草稿纸文化",
        )
    ),
    *(
        town("K18", f"room {at} is called {text}", {ROOMS: put(at, 空间名称=text)})
        for at, text in (
            (1, "综合办公室（原财政所）"),
            (2, "无纸化会议室"),
            (3, "一站式咨询台"),
            (4, "不打烊政务服务区"),
            (5, "未来屏信息发布区"),
        )
    ),
    *(
        town("K18", f"the address is {text}", {CENTRE: say("详细地址", text)})
        for text in (
            "鄠邑区原户县粮站院内",
            "鄠邑区停车场路8号",
            "鄠邑区未央路与人民路十字",
            "鄠邑区无界创客空间3楼",
            "鄠邑区非遗小镇12号",
        )
    ),
    *(
        town("K18", f"a service remarked {text}", {SERVICES: put(8, 备注=text)})
        for text in ("无抵押贷款", "未脱贫户优先", "不收费", "免费", "每周二开展", "原小额贷款")
    ),
    *(
        district("K18", f"an agreement remarked {text}", {AGREEMENTS: put(2, 备注=text)})
        for text in ("无异议", "不另收费", "一式三份", "原件存档", "未发生违约", "免租一年")
    ),
    *(
        town("K18", f"the inspection says {text}", {INSPECTIONS: put(1, 内容=text)})
        for text in ("未发现问题", "消防检查，无隐患", "不定期抽查卫生", "检查未戴口罩情况")
    ),
]

OWN: list[Layout] = [
    *SECTIONS, *NAMES, *BLANKS, *DAYS, *AGAINST, *PLACES, *PERSONS, *FIRMS, *HEADS, *LOOKS,
    *UNREAD, *CONTRARY, *NEEDLESS, *WORDS, *PAPERS, *BESIDE, *ROWS, *HARMLESS,
]  # fmt: skip
