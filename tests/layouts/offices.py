"""Layouts as offices lay them out, each expectation written before any was tried."""

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
    hidden,
    low,
    merged,
    more,
    named,
    only,
    put,
    rename,
    row,
    say,
    shaded,
    shown_as,
    under_header,
)

OPEN = "fail|unknown"
JOB, DUTY, DONE, AFFAIRS = "专职/兼职", "主要职责", "实践经验或创业服务经历", "是否政务综合服务专人"
PLACE, AREA, ROOM_AREA, ROOM_HOLDS = (
    "位置(楼层房间)",
    "总面积(㎡)",
    "建筑面积(㎡)",
    "可容纳创业实体数",
)
STAFF_OPEN = f"RY-03 {OPEN}; RY-01 any; RY-02 any"
MENTORS_OPEN = f"RY-05 {OPEN}; RY-04 any"
DAY_OPEN = "* any; RY-03 unknown; RY-05 unknown; FW-01 unknown"

# K1: a heading speaks of the rows below it.
SECTIONS = [
    *(
        district(
            "K1",
            f"two of five staff below {text}",
            {STAFF: [cut(3), only(at, text), more(2, STAFF)]},
            STAFF_OPEN,
        )
        for text, at in (
            ("四、已办理离职手续人员", "序号"),
            ("2020年度减员名单", "姓名"),
            ("拟录用人员（公示中）", "序号"),
            ("编外兼职人员", "序号"),
            ("后备人选", "姓名"),
            ("2021年计划招聘", "序号"),
            ("以下人员已调往其他单位", "序号"),
            ("退出创业中心人员", "备注"),
        )
    ),
    *(
        district(
            "K1",
            f"three of ten mentors below {text}",
            {MENTORS: [cut(7), only("序号", text), more(3, MENTORS)]},
            MENTORS_OPEN,
        )
        for text in (
            "历届导师（任期已满）",
            "储备导师",
            "拟聘请专家（正在洽谈）",
            "待续聘",
            "已退聘导师",
            "聘书待发",
        )
    ),
    *(
        town(
            "K1",
            f"tenants without agreement below {text}",
            {TENANTS: [only("序号", text), more(2, TENANTS, 状态=None)]},
            "FW-01 pass|unknown; FW-02 any",
        )
        for text in ("已迁出企业", "已注销企业", "预入驻项目", "2019年毕业出园企业", "洽谈中企业")
    ),
    *(
        town(
            "K1",
            f"the third agreement below {text}",
            {
                AGREEMENTS: [
                    cut(2),
                    row(text),
                    row(3, "鄠邑区第3商行", "服务", "2019-07-01", "2019-07-01", "2021-06-30", "是"),
                ]
            },
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("已解除协议", "作废协议", "待签协议")
    ),
    *(
        town(
            "K1",
            f"a value-added service below {text}",
            {SERVICES: [cut(8), row(text), row(9, "增值", "人力资源服务", "是")]},
            f"FW-04 {OPEN}",
        )
        for text in ("待开展服务项目", "2021年计划新增")
    ),
    town(
        "K1",
        "rules on finance below 征求意见中的制度",
        {
            SYSTEMS: [
                put(3, 对应类别="其他", 制度名称="例会规定"),
                row("征求意见中的制度"),
                row(8, "规定第8号", "财务", "2019-12-01", None),
            ]
        },
        f"GL-03 {OPEN}",
    ),
    town(
        "K1",
        "the notice area below 改造中区域",
        {
            ROOMS: [
                cut(4),
                row("改造中区域"),
                row(5, "信息发布区", "信息发布区", "105", "独立房间", None),
            ]
        },
        f"YJ-11 {OPEN}; YJ-06 any",
    ),
    town(
        "K1",
        "a list of those who left under its own header",
        {
            STAFF: [
                row(),
                row("附表：离职人员登记"),
                row("序号", "姓名", "岗位类别", "离职原因"),
                row(1, "周大海", "服务", "考取公务员"),
                row(2, "吴小江", "服务", "合同到期"),
            ]
        },
    ),
    town(
        "K1",
        "two of three staff only in the list of those who left",
        {STAFF: [cut(1), row(), row("附表：离职人员登记"), head, more(2, STAFF)]},
        STAFF_OPEN,
    ),
    town(
        "K1",
        "staff and mentors on one sheet under band headings",
        {
            STAFF: [
                row(),
                row("二、创业导师"),
                row("序号", "姓名", "导师类别", "聘任开始日期", "聘任结束日期"),
                *(
                    row(n, f"{family}文华", "企业家", "2019-07-01", "2022-06-30")
                    for n, family in enumerate("朱秦尤许何", 1)
                ),
            ],
            MENTORS: cut(0),
        },
    ),
    town(
        "K1",
        "proposed mentors on the staff's sheet",
        {
            STAFF: [
                row(),
                row("二、拟聘创业导师"),
                row("序号", "姓名", "导师类别", "聘任开始日期", "聘任结束日期"),
                row(1, "柏文华", "企业家", "2019-07-01", "2022-06-30"),
            ],
            MENTORS: cut(4),
        },
        MENTORS_OPEN,
    ),
    *(
        district(
            "K1", f"heading {text} among the staff", {STAFF: [cut(2), row(text), more(3, STAFF)]}
        )
        for text in (
            "（一）窗口岗",
            "在编人员",
            "街道派驻人员",
            "2019年2月入职",
            "三、综合服务组",
            "公益性岗位",
            "本期在岗",
            "运营部",
        )
    ),
    *(
        district(
            "K1",
            f"heading {text} among the mentors",
            {MENTORS: [cut(5), row(text), more(5, MENTORS)]},
        )
        for text in (
            "本地企业家",
            "第三批（2019年7月聘任）",
            "特聘导师",
            "区外导师",
            "B类",
            "在聘导师",
        )
    ),
    *(
        town("K1", f"heading {text} above the tenants", {TENANTS: under_header([text])})
        for text in ("入孵企业", "一、个体工商户", "合作社类", "2019年度入驻", "A区")
    ),
]

# K2: what is no name is nobody.
NAMES = [
    *(
        district(
            "K2",
            f"the tenth mentor is called {text}",
            {MENTORS: [cut(9), named(text)]},
            MENTORS_OPEN,
        )
        for text in (
            "教授1名",
            "待定1人",
            "省农科院专家",
            "（以下略）",
            "同上",
            "″",
            "〃",
            "○○○",
            "某教授",
            "另有2名待聘",
            "详见聘书",
            "第1页",
            "名单附后",
            "企业家",
        )
    ),
    *(
        town(
            "K2",
            f"the third member of staff is called {text}, full time",
            {STAFF: [cut(2), named(text, **{JOB: "专职", "到岗日期": "2019-02-01"})]},
            STAFF_OPEN,
        )
        for text in (
            "保洁员",
            "门卫",
            "值班人员",
            "公益岗2名",
            "大学生村官1人",
            "待分配",
            "街道干部",
            "社区网格员",
        )
    ),
    *(
        town("K2", f"a tenant called {text}, nothing else", {TENANTS: named(text)})
        for text in ("2号工位（空）", "闲置", "共享工位区", "小计：3户", "以上合计3家", "备用间")
    ),
    town(
        "K2",
        "mentors with masked names and their terms",
        {
            MENTORS: [
                put(n, 姓名=name)
                for n, name in enumerate(("王**", "李**", "张**", "刘**", "陈**"), 1)
            ]
        },
    ),
    town(
        "K2",
        "mentors written 王某某 with their terms",
        {
            MENTORS: [
                put(n, 姓名=name)
                for n, name in enumerate(("王某某", "李某某", "张某某", "刘某某", "陈某某"), 1)
            ]
        },
    ),
    town(
        "K2",
        "mentors written 王某 with their terms",
        {
            MENTORS: [
                put(n, 姓名=name)
                for n, name in enumerate(("王某", "李某", "张某", "刘某", "陈某"), 1)
            ]
        },
    ),
    *(
        town("K2", f"a mentor called {text}", {MENTORS: put(5, 姓名=text)})
        for text in (
            "欧阳修远",
            "王建国（主任）",
            "李　娜",
            "Ma Li",
            "阿布都热合曼·吐尔逊",
            "毛毛",
            "向前",
            "白雪",
            "黎明",
            "金山",
            "刘备战",
            "冯总（冯大江）",
            "何必",
            "于是之",
            "张三丰",
        )
    ),
    *(
        district("K2", f"a member of staff called {text}", {STAFF: put(5, 姓名=text)})
        for text in ("成功", "文静", "马上飞", "方法", "关键", "单位", "高兴", "石磊★")
        if text not in ("方法", "关键", "单位")
    ),
]

# K3: rows that hold nothing are nobody.
BLANKS = [
    *(
        town("K3", f"{text} below the staff", {STAFF: row(*cells)})
        for text, cells in (
            ("a total in the second column", (None, "合计　3人")),
            ("小计 with a figure", ("小计", None, None, 3)),
            ("instructions", ("填表说明：1.专职/兼职按实际填写；2.本表一式两份。",)),
            ("the street's opinion", ("街道审核意见：", None, None, "（盖章）")),
            ("a blank in every cell", (" ", " ", " ", " ", " ")),
            ("dashes in every cell", ("—", "—", "—", "—", "—", "—", "—", "—")),
            ("slashes in every cell", (4, "/", "/", "/", "/", "/", "/", "/")),
            ("此处不够可另附页", ("（此处不够可另附页）",)),
            ("a contact", ("联系人：李四海　电话：029-84812345",)),
            (
                "a date of filling in",
                (None, None, None, None, None, None, "填报时间：2021年1月5日"),
            ),
            ("a page number", (None, None, "- 1 -")),
            ("a bare 备注", ("备注：",)),
        )
    ),
    *(
        district("K3", f"{text} below the mentors", {MENTORS: row(*cells)})
        for text, cells in (
            ("共计10人", (None, "共计10人")),
            ("合计 and a figure", ("合计", 10)),
            ("本页小计 10", (None, "本页小计", 10)),
            ("the leader's signature", ("分管领导签字：", None, "经办人：")),
            ("以上人员均已聘任", ("以上人员均已聘任",)),
        )
    ),
    town(
        "K3",
        "serials with noughts before them",
        {STAFF: [put(n, 序号=f"{n:03}") for n in (1, 2, 3)]},
    ),
    town(
        "K3", "serials with noughts printed to 030", {STAFF: [row(f"{n:03}") for n in range(4, 31)]}
    ),
    town(
        "K3", "serials in brackets printed on", {MENTORS: [row(f"（{n}）") for n in range(6, 15)]}
    ),
    town(
        "K3",
        "serials and units pulled down",
        {
            TENANTS: [
                column("单位", "户"),
                *(row(n, None, None, None, None, None, "户") for n in range(4, 12)),
            ]
        },
    ),
    town(
        "K3",
        "a blank row and a group's subtotal",
        {
            STAFF: [
                cut(2),
                row("小计", "2人"),
                row(),
                more(1, STAFF),
                row("小计", "1人"),
                row("合计", "3人"),
            ]
        },
    ),
    district(
        "K3",
        "否 pulled down to blank rows",
        {STAFF: [row(n, None, None, None, "否") for n in range(6, 14)]},
    ),
    town(
        "K3",
        "an area of 0 pulled down among the rooms",
        {
            ROOMS: [
                column(ROOM_AREA, 40),
                *(row(n, None, None, None, None, None, None, 0) for n in range(6, 12)),
            ]
        },
    ),
]

# K4: the day is never guessed.
DAYS = [
    *(
        town("K4", f"the day is {text!r}", {CENTRE: say("数据截止日期", text)})
        for text in (
            "2020年12月31号",
            "2020/12/31 0:00:00",
            "20201231",
            "44196",
            44196,
            "截止2020.12.31止",
            "2020年12月末",
            "二〇二〇年底",
            "2020-12-31（含）",
            "2020年第四季度末",
            "2020年12月31日（星期四）",
        )
    ),
    *(
        town("K4", f"the day is {text!r}", {CENTRE: say("数据截止日期", text)}, DAY_OPEN)
        for text in ("2020年12月32日", "12.31", "去年底", "本年度", "最近", "2020-6-31", "实时")
    ),
    town(
        "K4",
        "统计时间 a year before 数据截止日期",
        {CENTRE: say("统计时间", "2019-12-31")},
        DAY_OPEN,
    ),
    town(
        "K4",
        "统计时间 the same day in other words",
        {CENTRE: say("统计时间", "截至2020年12月31日")},
    ),
    town("K4", "填报日期 after the day", {CENTRE: say("填报日期", "2021-01-15")}),
    town("K4", "填报日期 above the day", {CENTRE: above(["填报日期", "2021-01-15"])}),
    town("K4", "制表时间 above the day", {CENTRE: above(["制表时间", "2021年1月8日"])}),
    town(
        "K4",
        "only 填报日期 is filled",
        {CENTRE: [say("数据截止日期", None), say("填报日期", "2020-12-31")]},
    ),
    *(
        town(
            "K4", f"leaving date {text!r} of the third", {STAFF: put(3, 离岗日期=text)}, STAFF_OPEN
        )
        for text in (
            "2020.10",
            "2020年10月",
            "202010",
            "2020年上半年",
            "43983",
            "去年10月",
            "2020年十月一日",
            "10月份",
            "2020/10/00",
        )
    ),
    *(
        town("K4", f"terms of all end {text!r}", {MENTORS: every(聘任结束日期=text)})
        for text in (
            "2022年6月底",
            "2022.06.30止",
            "长期",
            "2022.6",
            "至2022年6月",
            "44742",
            "长期有效",
            "2022年",
        )
    ),
    *(
        town(
            "K4",
            f"the fifth term ends {text!r}",
            {MENTORS: put(5, 聘任结束日期=text)},
            MENTORS_OPEN,
        )
        for text in ("2020年6月", "2020.6—", "2019年底", "去年到期", "43982")
    ),
    *(
        town(
            "K4",
            f"terms written {text!r}",
            {MENTORS: [drop("聘任开始日期"), rename("聘任结束日期", "聘期"), every(聘期=text)]},
        )
        for text in (
            "2019.7—2022.6",
            "2019年7月至2022年6月",
            "2019/7/1~2022/6/30",
            "2019.07.01-2022.06.30（三年）",
            "2019年7月起三年",
        )
    ),
    *(
        town(
            "K4",
            f"terms written {text!r}",
            {MENTORS: [drop("聘任开始日期"), rename("聘任结束日期", "聘期"), every(聘期=text)]},
            MENTORS_OPEN,
        )
        for text in ("2016.7—2019.6", "2016年7月起三年", "2017.5-2020.4")
    ),
    *(
        town(
            "K4",
            f"agreements for {text!r}",
            {AGREEMENTS: [drop("起始日期"), rename("终止日期", "协议期限"), every(协议期限=text)]},
        )
        for text in ("2019.7—2021.6", "2019年7月1日至2021年6月30日", "两年", "2年")
    ),
    *(
        town(
            "K4",
            f"agreements for {text!r}",
            {AGREEMENTS: [drop("起始日期"), rename("终止日期", "协议期限"), every(协议期限=text)]},
            "FW-02 fail|unknown; FW-01 any",
        )
        for text in ("长期", "五年", "2019.7—2023.6", "无固定期限", "按年续签")
    ),
]

# K5: what a cell says against itself.
AGAINST = [
    *(
        district("K5", f"the address is {text}", {CENTRE: say("详细地址", text)}, f"YJ-01 {OPEN}")
        for text in (
            "筹建中，地址待定",
            "无独立场地（流动服务点）",
            "无",
            "正在协调",
            "未定",
            "虚拟地址",
        )
    ),
    *(
        town(
            "K5",
            f"remark {text} of the third of three staff",
            {STAFF: put(3, 备注=text)},
            STAFF_OPEN,
        )
        for text in (
            "已于2020年8月调至区人社局",
            "人在编不在岗",
            "2020年10月起不再到岗",
            "离职手续办理中",
            "非专职",
            "编制在区局，偶尔来",
            "已退休",
            "合同已解除",
            "目前在其他单位任职",
            "2021年1月到岗",
            "一人多岗，兼职",
        )
    ),
    *(
        district(
            "K5",
            f"remark {text} of the tenth of ten mentors",
            {MENTORS: put(10, 备注=text)},
            MENTORS_OPEN,
        )
        for text in (
            "仅口头邀请",
            "聘任手续办理中",
            "已婉拒",
            "聘期已满未续",
            "本年起不再聘",
            "未聘",
        )
    ),
    *(
        town(
            "K5",
            f"experience {text} of two of three",
            {STAFF: [put(2, **{DONE: text}), put(3, **{DONE: text})]},
            f"RY-01 {OPEN}",
        )
        for text in ("无相关经历", "N/A", "应届毕业生，无", "不具备", "0", "待补充", "未有")
    ),
    *(
        town(
            "K5",
            f"duty {text} instead of a named person",
            {STAFF: [every(**{AFFAIRS: None}), put(1, **{DUTY: text})]},
            f"RY-02 {OPEN}",
        )
        for text in (
            "政务综合服务（空缺）",
            "原负责政务综合服务",
            "待接手政务综合服务",
            "政务综合服务由街道大厅承担",
            "不再负责政务综合服务",
        )
    ),
    *(
        town(
            "K5",
            f"room {at} is called {text}",
            {ROOMS: put(at, 空间名称=text)},
            f"{clause} {OPEN}; YJ-06 any",
        )
        for at, text, clause in (
            (5, "信息发布区（待装）", "YJ-11"),
            (1, "办公区（停用）", "YJ-07"),
            (3, "咨询服务台（已撤）", "YJ-09"),
            (4, "政务综合服务区（筹备）", "YJ-10"),
            (2, "会议室（出租给他人）", "YJ-08"),
        )
    ),
    *(
        town(
            "K5", f"the rules are called {text}", {SYSTEMS: put(3, 制度名称=text)}, f"GL-03 {OPEN}"
        )
        for text in (
            "财务管理办法（讨论稿）",
            "财务制度（缺）",
            "财务管理制度（已废止）",
            "财务管理制度（待发）",
            "财务管理制度（2021年拟修订版）",
        )
    ),
    *(
        district(
            "K5", f"remark {text} of a service", {SERVICES: put(1, 备注=text)}, f"FW-03.1 {OPEN}"
        )
        for text in ("2021年起提供", "因人手不足暂停", "尚无能力", "已取消", "未开展")
    ),
    *(
        district(
            "K5",
            f"remark {text} of an agreement",
            {AGREEMENTS: put(2, 备注=text)},
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("协议文本已拟，待签", "企业未盖章", "已作废", "原件遗失，未补签", "口头约定")
    ),
    *(
        district("K5", f"remark {text} of the third of five staff", {STAFF: put(3, 备注=text)})
        for text in (
            "不兼任其他职务",
            "非全日制本科",
            "已缴社保",
            "原单位下岗职工",
            "已转正",
            "待遇参照公益岗",
            "未受过处分",
            "无职称",
            "已退役",
            "每周到岗5天",
            "AB岗",
            "不拿补贴",
        )
    ),
    *(
        town("K5", f"remark {text} of a mentor", {MENTORS: put(5, 备注=text)})
        for text in (
            "无偿服务",
            "不取酬",
            "每季授课，未缺席",
            "原创业中心学员",
            "非本地人",
            "已授课6次",
            "待人热情",
        )
    ),
    *(
        town("K5", f"remark {text} of an agreement", {AGREEMENTS: put(2, 备注=text)})
        for text in (
            "一式两份",
            "未发生违约",
            "无补充协议",
            "原件存档",
            "免收服务费",
            "已备案",
            "不含水电费",
        )
    ),
    *(
        town("K5", f"remark {text} of a service", {SERVICES: put(1, 备注=text)})
        for text in (
            "不收费",
            "不限次数",
            "委托第三方提供",
            "常年开展",
            "免费",
            "无门槛",
            "与司法所联合",
        )
    ),
    *(
        town("K5", f"the room is called {text}", {ROOMS: put(2, 空间名称=text)})
        for text in ("无纸化多功能会议室", "未央厅（会议室）", "非凡会议室", "一号会议室（原展厅）")
    ),
    *(
        town("K5", f"the address is {text}", {CENTRE: say("详细地址", text)})
        for text in (
            "鄠邑区无量山路8号",
            "待月街12号",
            "甘亭街道人民路1号（原工商局院内）",
            "非遗小镇3号楼",
            "拟山园路5号",
        )
    ),
]

# K6: one place, one area, one capacity.
PLACES = [
    district(
        "K6",
        "no total, 办公区 and 会议室 both 101 with 300",
        {
            CENTRE: say(AREA, None),
            ROOMS: [
                column(ROOM_AREA, None),
                put(1, **{ROOM_AREA: 300}),
                put(2, **{ROOM_AREA: 300, PLACE: "101"}),
            ],
        },
        f"YJ-04 {OPEN}; YJ-06 fail|unknown|manual",
    ),
    district(
        "K6",
        "no total, 101 and 101室 with 300 each",
        {
            CENTRE: say(AREA, None),
            ROOMS: [
                column(ROOM_AREA, None),
                put(1, **{ROOM_AREA: 300}),
                put(2, **{ROOM_AREA: 300, PLACE: "101室"}),
            ],
        },
        f"YJ-04 {OPEN}; YJ-06 fail|unknown|manual",
    ),
    district(
        "K6",
        "no total, rooms of 250 and a row 合计 500",
        {
            CENTRE: say(AREA, None),
            ROOMS: [
                column(ROOM_AREA, None),
                put(1, **{ROOM_AREA: 250}),
                row(None, "合计", None, None, None, None, None, 500),
            ],
        },
        f"YJ-04 {OPEN}",
    ),
    *(
        district(
            "K6",
            f"no total, rooms of 250 and {text} 400",
            {
                CENTRE: say(AREA, None),
                ROOMS: [
                    column(ROOM_AREA, None),
                    put(1, **{ROOM_AREA: 250}),
                    row(6, text, "其他", "院内", "独立房间", "是", None, 400),
                ],
            },
            f"YJ-04 {OPEN}",
        )
        for text in ("室外篮球场", "停车位", "院坝", "绿化带", "种植大棚")
    ),
    district(
        "K6",
        "no total, five rooms of 100",
        {CENTRE: say(AREA, None), ROOMS: column(ROOM_AREA, 100)},
    ),
    district(
        "K6",
        "no total, five rooms of 110 and their total",
        {
            CENTRE: say(AREA, None),
            ROOMS: [column(ROOM_AREA, 110), row("合计", None, None, None, None, None, None, 550)],
        },
    ),
    town(
        "K6",
        "no capacity, 3 entered for two functions of 101",
        {
            CENTRE: say(ROOM_HOLDS, None),
            ROOMS: [
                column(ROOM_HOLDS, None),
                put(1, **{ROOM_HOLDS: 3}),
                put(2, **{ROOM_HOLDS: 3, PLACE: "101"}),
            ],
        },
        f"YJ-05 {OPEN}; YJ-06 fail|unknown|manual",
    ),
    town(
        "K6",
        "no capacity, rooms hold 6",
        {
            CENTRE: say(ROOM_HOLDS, None),
            ROOMS: [column(ROOM_HOLDS, None), put(1, **{ROOM_HOLDS: 6})],
        },
    ),
    town(
        "K6",
        "two functions in 一楼大厅, marked zones",
        {
            ROOMS: [
                put(3, **{PLACE: "一楼大厅", "独立方式": "标识分区"}),
                put(4, **{PLACE: "一楼大厅", "独立方式": "标识分区"}),
            ]
        },
    ),
    town(
        "K6",
        "two functions in 一楼大厅, shared",
        {
            ROOMS: [
                put(3, **{PLACE: "一楼大厅", "独立方式": "共用"}),
                put(4, **{PLACE: "一楼大厅", "独立方式": "共用"}),
            ]
        },
        "YJ-06 fail|unknown|manual",
    ),
]

# K7: one person, many spellings.
ONE = "610125199003072219"
PERSONS = [
    *(
        town(
            "K7",
            f"the third is the second, {first!r} and {second!r} {number!r}",
            {
                STAFF: [
                    column("身份证号", None),
                    put(2, 姓名=first, 身份证号=ONE),
                    put(3, 姓名=second, 身份证号=number),
                ]
            },
            STAFF_OPEN,
        )
        for first, second, number in (
            ("王大伟", "王大伟（主任）", f"'{ONE}"),
            ("王大伟", "王 大 伟", ONE),
            ("王大伟", "王大伟", f"{ONE}.0"),
            ("王大伟", "大伟", ONE),
            ("王大伟", "王大伟", f"身份证号：{ONE}"),
            ("王大伟", "王大伟", f"{ONE[:6]} {ONE[6:14]} {ONE[14:]}"),
            ("王大伟", "王大伟", None),
        )
    ),
    *(
        town(
            "K7",
            f"a mentor twice, {second!r}",
            {
                MENTORS: [
                    column("手机号", None),
                    put(4, 姓名="周海洋", 手机号="13909210001"),
                    put(5, 姓名=second, 手机号=number),
                ]
            },
            MENTORS_OPEN,
        )
        for second, number in (
            ("周海洋教授", "139-0921-0001"),
            ("周海洋（企业家）", "+86 13909210001"),
            ("周海洋", "13909210001/029-84810000"),
            ("周海洋*", None),
        )
    ),
    town(
        "K7",
        "two mentors with one switchboard",
        {
            MENTORS: [
                column("手机号", None),
                put(4, 手机号="029-84810000"),
                put(5, 手机号="029-84810000"),
            ]
        },
    ),
    town(
        "K7",
        "two of one name with two numbers",
        {
            STAFF: [
                column("身份证号", None),
                put(2, 姓名="王伟", 身份证号=ONE),
                put(3, 姓名="王伟", 身份证号="610125199003072235"),
            ]
        },
    ),
    town(
        "K7",
        "numbers with blanks and apostrophes of different persons",
        {
            STAFF: [
                column("身份证号", None),
                put(2, 身份证号=f"'{ONE}"),
                put(3, 身份证号="610125 19900307 2235"),
            ]
        },
    ),
]

# K8: near names of firms.
FIRMS = [
    *(
        town(
            "K8",
            f"the third agreement is with {text}",
            {AGREEMENTS: put(3, 实体名称=text)},
            "FW-01 pass|unknown; FW-02 pass|unknown",
        )
        for text in (
            "鄠邑区第3商行（个体工商户）",
            "西安市鄠邑区第3商行",
            "鄠邑区第三商行",
            "第3商行",
            "鄠邑第3商行",
            "鄠邑区第3商行 赵建国",
            "户县第3商行",
        )
    ),
    *(
        town("K8", f"the third agreement is with {text}", {AGREEMENTS: put(3, 实体名称=text)})
        for text in ("鄠邑区第３商行", "鄠邑区 第3 商行", "鄠邑区第3商行。", "　鄠邑区第3商行")
    ),
    *(
        town(
            "K8",
            f"the third agreement is with {text}",
            {AGREEMENTS: put(3, 实体名称=text)},
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("鄠邑区第9商行", "鄠邑区第13商行", "长安区某某商贸有限公司")
    ),
]

# K9: heads that mean another thing.
HEADS = [
    *(
        town(
            "K9",
            f"a tenant without agreement left by {text}",
            {TENANTS: [column(text, None), more(1, TENANTS, 状态=None, **{text: "2020-03-01"})]},
            "FW-01 pass; FW-02 any",
        )
        for text in (
            "撤离时间",
            "搬离日期",
            "迁出日期",
            "清退时间",
            "退场日期",
            "腾退日期",
            "离园时间",
            "出孵日期",
        )
    ),
    *(
        town(
            "K9",
            f"the third left by {text}",
            {STAFF: [drop("离岗日期"), column(text, None), put(3, **{text: "2020-03-01"})]},
            STAFF_OPEN,
        )
        for text in ("离任时间", "调离日期", "减员时间", "解除合同日期", "离开时间")
    ),
    *(
        town(
            "K9",
            f"the fifth mentor ended by {text}",
            {MENTORS: [drop("聘任结束日期"), column(text, None), put(5, **{text: "2020-03-01"})]},
            MENTORS_OPEN,
        )
        for text in ("解聘时间", "退聘日期", "聘期截止")
    ),
    town(
        "K9",
        "离岗日期（预计） before the true date, nobody left",
        {STAFF: column("离岗日期（预计）", "2025-12-31", before="离岗日期")},
    ),
    town(
        "K9",
        "预计退出日期 of the tenants",
        {TENANTS: column("预计退出日期", "2021-06-30", before="退出日期")},
    ),
    town(
        "K9",
        "原到岗日期 beside the date",
        {STAFF: column("原到岗日期", "2016-03-01", before="到岗日期")},
    ),
    town(
        "K9",
        "注册时间 before 入驻日期",
        {TENANTS: column("注册时间", "2012-05-01", before="入驻日期")},
    ),
    *(
        town(
            "K9",
            f"{value} under {label}",
            {CENTRE: [rename(AREA, label), say(label, value)]},
            f"YJ-04 {OPEN}",
        )
        for label, value in (
            ("总面积（平方尺）", 600),
            ("总面积（间）", 300),
            ("总面积（亩）", 0.2),
            ("总面积（分）", 300),
            ("总面积（坪）", 50),
            ("拟建总面积（㎡）", 300),
            ("规划总面积", 300),
            ("占地面积（㎡）", 300),
        )
    ),
    *(
        town(
            "K9",
            f"{value} under {label}",
            {CENTRE: [rename(AREA, label), say(label, value)]},
            "YJ-04 pass|unknown",
        )
        for label, value in (("总面积（亩）", 0.5), ("总面积（万平方米）", 0.03))
    ),
    *(
        town("K9", f"{value} under {label}", {CENTRE: [rename(AREA, label), say(label, value)]})
        for label, value in (
            ("总面积（平方米）", 200),
            ("总面积(m2)", 200),
            ("总面积（平米）", 200),
            ("场地总面积/㎡", 200),
            ("总面积 单位：㎡", 200),
        )
    ),
    *(
        town(
            "K9",
            f"12 under {label}",
            {CENTRE: [rename(ROOM_HOLDS, label), say(label, 12)]},
            f"YJ-05 {OPEN}",
        )
        for label in ("可容纳工位数", "可容纳人数", "规划可容纳创业实体数")
    ),
    town(
        "K9",
        "单位：平方尺 above the rooms, no total",
        {
            CENTRE: say(AREA, None),
            ROOMS: [
                column(ROOM_AREA.replace("(㎡)", ""), 60),
                above(["功能空间一览表"], ["单位：平方尺"]),
            ],
        },
        f"YJ-04 {OPEN}",
    ),
    town(
        "K9",
        "单位：㎡ above the rooms, no total",
        {
            CENTRE: say(AREA, None),
            ROOMS: [
                column(ROOM_AREA.replace("(㎡)", ""), 60),
                above(["功能空间一览表"], ["单位：㎡"]),
            ],
        },
    ),
    town(
        "K9",
        "单位：亩 above the key page",
        {CENTRE: [rename(AREA, "总面积"), say("总面积", 300), above(["基本情况表"], ["单位：亩"])]},
        "YJ-04 pass|unknown",
    ),
]

# K10: looks.
LOOKS = [
    town(
        "K10",
        "the third of three staff is struck through",
        {STAFF: font(3, strike=True)},
        STAFF_OPEN,
    ),
    town(
        "K10",
        "the fifth of five mentors is struck through",
        {MENTORS: font(5, strike=True)},
        MENTORS_OPEN,
    ),
    town(
        "K10",
        "红色为已退出, the third in red, a fourth without agreement",
        {
            TENANTS: [
                more(1, TENANTS, 状态=None),
                font(4, color="FFFF0000"),
                row("注：红色为已退出"),
            ]
        },
        "FW-01 pass|unknown; FW-02 any",
    ),
    town(
        "K10",
        "红色字体为已离职 and a red row",
        {STAFF: [font(3, color="FFFF0000"), row("注：红色字体为已离职人员")]},
        STAFF_OPEN,
    ),
    town(
        "K10",
        "标黄为拟聘 and a yellow row",
        {MENTORS: [shaded(5, "FFFFFF00"), row("说明：标黄的为拟聘导师")]},
        MENTORS_OPEN,
    ),
    town(
        "K10",
        "灰色底纹为兼职 and a grey row",
        {STAFF: [shaded(2, "FFBFBFBF"), row("灰色底纹为兼职人员")]},
        STAFF_OPEN,
    ),
    town("K10", "红色为已退出 and no red row", {TENANTS: row("注：红色为已退出")}),
    town(
        "K10",
        "红色为党员 and a red row",
        {STAFF: [font(3, color="FFFF0000"), row("注：红色为党员")]},
    ),
    town("K10", "a red row and no legend", {STAFF: font(3, color="FFFF0000")}),
    town("K10", "a hidden row of the staff", {STAFF: hidden(3)}),
    town("K10", "a row without height", {STAFF: low(3)}),
    town(
        "K10",
        "comment 已调走 on the third",
        {STAFF: comment(3, "姓名", "已调走，2020年9月")},
        STAFF_OPEN,
    ),
    town(
        "K10",
        "comment 协议未盖章",
        {AGREEMENTS: comment(2, "双方签字盖章", "对方未盖章")},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town("K10", "comment 手机号已核", {STAFF: comment(3, "姓名", "电话已核对")}),
    town("K10", "white text in a bold header", {STAFF: font(0, color="FFFFFFFF", bold=True)}),
    town(
        "K10",
        "a leaving date in white text",
        {STAFF: [put(3, 离岗日期="2020-03-01"), font(3, color="FFFFFFFF")]},
        STAFF_OPEN,
    ),
    town(
        "K10",
        "a leaving date shown as ;;;",
        {STAFF: [put(3, 离岗日期=43891), shown_as(3, "离岗日期", ";;;")]},
        STAFF_OPEN,
    ),
]

# K11: an unreadable deciding cell.
FIGURES = [
    *(
        district("K11", f"the area is {text!r}", {CENTRE: say(AREA, text)}, f"YJ-04 {OPEN}")
        for text in (
            "约480",
            "480多",
            "四百八十平",
            "480余㎡",
            "见平面图",
            "上下两层各240",
            "500㎡（含在建100㎡）",
            "近500",
            "不足500",
            "450-550",
            "500左右",
            "待测绘",
            "合同面积500实际480",
            "2层",
        )
    ),
    *(
        district("K11", f"the area is {text!r}", {CENTRE: say(AREA, text)})
        for text in (
            "500平",
            "500 ㎡",
            "伍佰平方米",
            "520.00平方米",
            "1,200㎡",
            "６００",
            "500m²",
            "五百二十平方米",
            "500㎡以上",
            "约600",
            "520（建筑面积）",
            "600余㎡",
            "0.06万㎡",
            "500-600",
        )
    ),
    *(
        town("K11", f"the capacity is {text!r}", {CENTRE: say(ROOM_HOLDS, text)}, f"YJ-05 {OPEN}")
        for text in ("若干", "见附件", "12个工位", "3-6", "4户", "约5", "10人", "20张桌")
    ),
    *(
        town("K11", f"the capacity is {text!r}", {CENTRE: say(ROOM_HOLDS, text)})
        for text in (
            "10户左右",
            "二十",
            "10-12",
            "8家",
            "6（户）",
            "十余家",
            "不少于5户",
            "5个以上",
        )
    ),
]

# K12: contradictions in one row.
CONTRADICTIONS = [
    town(
        "K12",
        "left before arriving",
        {STAFF: put(3, 到岗日期="2019-02-01", 离岗日期="2018-02-01")},
        STAFF_OPEN,
    ),
    town(
        "K12",
        "专职 in the column, 兼职会计 as the duty",
        {STAFF: put(3, **{"岗位/职务": "兼职会计"})},
        STAFF_OPEN,
    ),
    town(
        "K12",
        "an agreement that ends before it begins",
        {AGREEMENTS: put(3, 起始日期="2021-06-30", 终止日期="2019-07-01")},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K12",
        "signed after the audit date",
        {AGREEMENTS: put(3, 签订日期="2021-03-01")},
        f"FW-01 {OPEN}; FW-02 any",
    ),
    town(
        "K12",
        "appointed until before the beginning",
        {MENTORS: put(5, 聘任开始日期="2022-06-30", 聘任结束日期="2019-07-01")},
        MENTORS_OPEN,
    ),
    town("K12", "是 and the remark 未提供", {SERVICES: put(9, 备注="实际未提供")}, f"FW-04 {OPEN}"),
    town(
        "K12", "已印发 and the remark 尚未发文", {SYSTEMS: put(1, 备注="尚未发文")}, f"GL-01 {OPEN}"
    ),
    town(
        "K12",
        "启用 是 and the remark 常年锁闭",
        {ROOMS: put(5, 备注="未启用")},
        f"YJ-11 {OPEN}; YJ-06 any",
    ),
    town(
        "K12", "a term of 24 months that agrees with the days", {AGREEMENTS: column("期限(月)", 24)}
    ),
    town(
        "K12",
        "a term of 60 months beside two years",
        {AGREEMENTS: column("期限(月)", 60)},
        f"FW-02 {OPEN}; FW-01 any",
    ),
    town("K12", "在驻 with a day of leaving to come", {TENANTS: put(3, 退出日期="2021-06-30")}),
]

# K13: needlessly unknown.
NEEDLESS = [
    *(
        town("K13", f"{text} for 专职", {STAFF: every(**{JOB: text})})
        for text in ("全职", "专职（坐班）", "专 职", "专职人员", "☑专职 □兼职", "专职。")
    ),
    *(
        town("K13", f"{text} for 是", {SERVICES: every(是否提供=text)})
        for text in ("√", "有", "提供", "Y", "●", "已提供", "是（免费）", "1", "能", "已开展")
    ),
    *(
        town("K13", f"{text} for 已印发", {SYSTEMS: every(状态=text)})
        for text in ("已建立", "现行有效", "执行中", "正式印发", "已实施", "有", "已上墙", "完善")
    ),
    *(
        town("K13", f"{text} for 在驻", {TENANTS: every(状态=text)})
        for text in ("在孵", "正常经营", "已入驻", "在园", "正常", "经营中", "入驻中")
    ),
    *(
        town("K13", f"{text} for the signatures", {AGREEMENTS: every(双方签字盖章=text)})
        for text in ("已签", "齐全", "双方已盖章", "已签字盖章", "有", "均已签章")
    ),
    *(
        town("K13", f"{text} for 独立房间", {ROOMS: every(独立方式=text)})
        for text in ("单独房间", "玻璃隔断", "独立", "独立办公室", "隔断分区")
    ),
    *(
        town("K13", f"{text} for enabled", {ROOMS: every(是否启用=text)})
        for text in ("启用", "正常使用", "已投入使用", "在用", "√", "投用")
    ),
    *(
        town("K13", f"level {text}", {CENTRE: say("级别", text)})
        for text in ("街道级", "镇（街道）级", "镇级创业中心", "乡镇级", "镇街级")
    ),
    *(
        town("K13", f"mentors are {text}", {MENTORS: every(导师类别=text)})
        for text in (
            "企业家类",
            "成功创业者",
            "企业家导师",
            "创业投资人",
            "高校学者",
            "企业家/创业成功人士",
        )
    ),
]

# K16: what stands near the evidence.
NEAR = [
    *(
        town(
            "K16",
            f"column {head_} says {entry} of the third",
            {STAFF: [column(head_, plain), put(3, **{head_: entry})]},
            STAFF_OPEN,
        )
        for head_, plain, entry in (
            ("是否在岗", "是", "否"),
            ("在岗情况", "在岗", "不在岗"),
            ("核查结果", "属实", "不属实"),
            ("人员状态", "在职", "已离职"),
            ("审核", "√", "×"),
            ("异动情况", None, "2020年9月调出"),
            ("是否删除", None, "是"),
            ("增减变化", None, "减少"),
        )
    ),
    *(
        town(
            "K16",
            f"column {head_} says {entry} of the fifth",
            {MENTORS: [column(head_, plain), put(5, **{head_: entry})]},
            MENTORS_OPEN,
        )
        for head_, plain, entry in (
            ("是否聘任", "是", "否"),
            ("聘任情况", "已聘", "未聘"),
            ("审批意见", "同意", "不同意"),
            ("年度", "2020", "2018"),
        )
    ),
    *(
        town("K16", f"the line {text} below the staff", {STAFF: row(text)}, STAFF_OPEN)
        for text in (
            "注：以上人员均为兼职。",
            "说明：上述人员均未到岗",
            "备注：以上人员2021年1月起陆续到岗",
            "以上人员已全部调离",
        )
    ),
    *(
        town(
            "K16",
            f"the line {text} below the agreements",
            {AGREEMENTS: row(text)},
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("注：以上协议均未签字", "以上协议均为意向协议", "说明：上述协议正在补签")
    ),
    town(
        "K16",
        "the line 增值服务计划2021年开展 below the services",
        {SERVICES: row("注：增值服务计划2021年开展")},
        f"FW-04 {OPEN}",
    ),
    *(
        town("K16", f"the line {text} below the staff", {STAFF: row(text)})
        for text in (
            "以上情况属实，特此说明。",
            "注：以上人员均签订劳动合同",
            "数据来源：中心台账",
            "注：年龄按周岁填写",
            "以上人员均为专职",
            "附：身份证复印件",
        )
    ),
    *(
        town("K16", f"the sheet of the staff is headed {text}", {STAFF: above([text])}, STAFF_OPEN)
        for text in (
            "运营管理人员花名册（草稿）",
            "样表",
            "2018年度运营管理人员花名册",
            "秦渡街道创业中心运营管理人员花名册",
            "离任人员花名册",
        )
    ),
    *(
        town("K16", f"the sheet of the staff is headed {text}", {STAFF: above([text])})
        for text in (
            "2020年度运营管理人员花名册",
            "某某标准化创业中心人员花名册",
            "附件3",
            "运营管理人员情况统计表（第2版）",
            "填报单位：某某标准化创业中心",
            "（本表由创业中心填写）",
        )
    ),
    *(
        town("K16", f"column {head_} with {entry}", {STAFF: column(head_, *entry)})
        for head_, entry in (
            ("民族", ("汉", "汉", "回")),
            ("学历", ("本科", "大专", "无")),
            ("政治面貌", ("党员", "群众", "非党员")),
            ("婚姻状况", ("已婚", "未婚", "离异")),
            ("核实情况", ("属实",)),
            ("出生年月", ("1990.5", "1988.3", "1979.1")),
            ("是否党员", ("是", "否", "否")),
            ("年龄", (30, 32, 45)),
            ("是否本地", ("否", "是", "是")),
        )
    ),
    town(
        "K16",
        "*为兼职 and two names with it",
        {STAFF: [put(2, 姓名="蒋海燕*"), put(3, 姓名="沈立新*"), row("注：带*为兼职")]},
        STAFF_OPEN,
    ),
    town(
        "K16",
        "*为党员 and two names with it",
        {STAFF: [put(2, 姓名="蒋海燕*"), put(3, 姓名="沈立新*"), row("注：带*为党员")]},
    ),
]

# K17: more rows that are no records, more records that are no rows.
ROWS = [
    *(
        town("K17", f"{text} under the header of the staff", {STAFF: under_header(cells)})
        for text, cells in (
            (
                "an English header",
                ("No.", "Name", "Category", "Full/part time", "", "Experience", "From", "To"),
            ),
            ("(1)(2)(3)", ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)")),
            ("甲乙丙", ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")),
            ("必填", ("必填", "必填", "必填", "必填", "选填", "选填", "必填", "选填")),
            (
                "how to fill in",
                (
                    "",
                    "按身份证填写",
                    "管理/技术/服务",
                    "下拉选择",
                    "是/否",
                    "简述",
                    "如2019-02-01",
                    "在岗不填",
                ),
            ),
            ("a sample", ("例", "张三", "服务", "专职", "否", "创业服务3年", "2019-02-01", "")),
        )
    ),
    town(
        "K17",
        "an organisation for a member of staff",
        {STAFF: put(3, 姓名="西安市某某人力资源公司")},
        STAFF_OPEN,
    ),
    town(
        "K17",
        "a bank among the mentors",
        {MENTORS: put(5, 姓名="鄠邑区农村商业银行")},
        MENTORS_OPEN,
    ),
    town("K17", "a group for a mentor", {MENTORS: put(5, 姓名="专家团队")}, MENTORS_OPEN),
    town(
        "K17",
        "the landlord as a heading of the tenants",
        {TENANTS: under_header(["甘亭街道某村股份经济合作社（出租方）"])},
    ),
    town("K17", "a header repeated on the second page", {STAFF: [cut(2), head, more(1, STAFF)]}),
    town(
        "K17", "续表 and the header again", {MENTORS: [cut(3), row("续表"), head, more(2, MENTORS)]}
    ),
    town(
        "K17",
        "a firm's name broken over two rows",
        {TENANTS: [put(3, 实体名称="鄠邑区第3"), row(None, "商行")]},
    ),
    town("K17", "the category merged over the mentors", {MENTORS: merged(1, 5, "导师类别")}),
    town(
        "K17", "the kind of service merged over the services", {SERVICES: merged(1, 7, "服务类别")}
    ),
    town(
        "K17",
        "同上 for the category of the mentors",
        {MENTORS: [put(n, 导师类别="同上") for n in (2, 3, 4, 5)]},
    ),
    town(
        "K17",
        "〃 for the terms of the mentors",
        {MENTORS: [put(n, 聘任开始日期="〃", 聘任结束日期="〃") for n in (2, 3, 4, 5)]},
    ),
    town("K17", "″ for full time", {STAFF: [put(2, **{JOB: "″"}), put(3, **{JOB: "″"})]}),
    town(
        "K17",
        "the rooms' names of two lines",
        {ROOMS: put(2, 空间名称="多功能会议室\n（培训教室）")},
    ),
    town(
        "K17",
        "a header of two lines",
        {STAFF: [rename(JOB, "专职/\n兼职"), rename("到岗日期", "到岗\n日期")]},
    ),
    town("K17", "#REF! as the date of leaving", {STAFF: put(3, 离岗日期="#REF!")}, STAFF_OPEN),
    town("K17", "#N/A as full time or not", {STAFF: put(3, **{JOB: "#N/A"})}, STAFF_OPEN),
]

# K18: harmless.
HARMLESS = [
    *(
        town(
            "K18",
            f"a tenant called {text}",
            {TENANTS: put(3, 实体名称=text), AGREEMENTS: put(3, 实体名称=text)},
        )
        for text in (
            "西安停不了餐饮管理有限公司",
            "鄠邑区拟态科技工作室",
            "退伍老兵食品店",
            "备得福商贸",
            "小计划文创",
            "毕业季照相馆",
            "西安解忧心理咨询中心",
            "原味人家小吃店",
            "共享空间科技有限公司",
            "未来可期教育",
        )
    ),
    *(
        town("K18", f"room {at} is called {text}", {ROOMS: put(at, 空间名称=text)})
        for at, text in (
            (1, "共享办公区"),
            (2, "培训教室（兼路演厅）"),
            (3, "咨询服务台（一楼大厅）"),
            (5, "LED信息发布屏"),
            (1, "办公区（201-205）"),
            (4, "政务综合服务区（含退役军人窗口）"),
        )
    ),
    *(
        town("K18", f"the rules are called {text}", {SYSTEMS: put(at, 制度名称=text)})
        for at, text in (
            (3, "财务管理制度（2019年修订）"),
            (7, "入驻企业退出管理办法"),
            (6, "准入与退出机制"),
            (4, "安全生产停工整改制度"),
            (1, "经营管理制度（试行）"),
            (2, "台账管理办法（暂行）"),
        )
    ),
    *(
        town("K18", f"the inspection says {text}", {INSPECTIONS: put(1, 内容=text)})
        for text in (
            "未发现问题",
            "无安全隐患",
            "检查消防设施，不合格项已整改",
            "原料堆放检查",
            "停电应急演练检查",
            "非正常经营户排查",
        )
    ),
    *(
        town("K18", f"remark {text} of a tenant", {TENANTS: put(3, 备注=text)})
        for text in (
            "无欠费",
            "2019年7月入驻",
            "一般纳税人",
            "未享受补贴",
            "非个体",
            "重点扶持",
            "未欠租",
        )
    ),
]

OFFICES: list[Layout] = [
    *SECTIONS, *NAMES, *BLANKS, *DAYS, *AGAINST, *PLACES, *PERSONS, *FIRMS, *HEADS, *LOOKS,
    *FIGURES, *CONTRADICTIONS, *NEEDLESS, *NEAR, *ROWS, *HARMLESS,
]  # fmt: skip
