"""Layouts invented after the first fixes, expectation first, to see whether the kind is fixed."""

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
    more,
    named,
    only,
    put,
    row,
    say,
    under_header,
)

OPEN = "fail|unknown"
JOB, DUTY, DONE = "专职/兼职", "主要职责", "实践经验或创业服务经历"

SECTIONS = [
    *(
        district(
            "K1",
            f"two of five staff below {text}",
            {STAFF: [cut(3), only(header, text), more(2, STAFF)]},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text, header in (
            ("附：2019年离任人员", "序号"),
            ("借调在外人员", "序号"),
            ("不在岗人员", "姓名"),
            ("待岗人员", "姓名"),
            ("二、非专职人员", "序号"),
            ("已解除合同人员", "岗位类别"),
            ("2021年拟招聘", "序号"),
            ("调往镇政府人员", "序号"),
        )
    ),
    *(
        town(
            "K1",
            f"two of five mentors below {text}",
            {MENTORS: [cut(3), row(text), more(2, MENTORS)]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "顾问（未聘）",
            "聘期届满未续聘",
            "备选导师",
            "曾聘导师",
            "候任导师",
            "已故导师",
        )
    ),
    *(
        town(
            "K1",
            f"tenants without agreement below {text}",
            {TENANTS: [row(text), more(2, TENANTS, 状态=None)]},
            "FW-01 pass|unknown; FW-02 any",
        )
        for text in (
            "注销企业",
            "孵化失败企业",
            "迁出企业",
            "签约未入驻",
            "已出园",
            "历年毕业企业（2016-2019）",
        )
    ),
    *(
        town(
            "K1",
            f"the office below {text}",
            {
                ROOMS: [
                    put(1, 功能类别="其他", 空间名称="库房"),
                    row(text),
                    row(6, "办公区", "办公区", "205", "独立房间", "是"),
                ]
            },
            f"YJ-07 {OPEN}; YJ-06 any",
        )
        for text in ("待装修区域", "闲置空间", "规划新增", "已停用空间")
    ),
    *(
        town(
            "K1",
            f"a basic service below {text}",
            {SERVICES: [put(7, 是否提供="否"), row(text), row(10, "基础", "项目发布服务", "是")]},
            f"FW-03.7 {OPEN}; FW-04 any",
        )
        for text in ("已取消服务", "下年度计划", "筹备中的服务", "暂未开展")
    ),
    *(
        district(
            "K1", f"heading {text} among the staff", {STAFF: [cut(2), row(text), more(3, STAFF)]}
        )
        for text in (
            "专职人员（5人）",
            "自聘人员",
            "派驻人员",
            "窗口服务岗",
            "二、综合科",
            "本科学历",
            "2020年到岗",
        )
    ),
    *(
        town("K1", f"heading {text} among the tenants", {TENANTS: under_header([text])})
        for text in (
            "生产加工类",
            "2020年新增企业",
            "一期",
            "大学生创业企业",
            "退役军人企业",
            "（一）有限公司",
        )
    ),
    *(
        town("K1", f"heading {text} among the services", {SERVICES: under_header([text])})
        for text in ("免费服务", "常设服务", "一、基础类", "窗口类服务")
    ),
    town("K1", "heading 续签协议 among the agreements", {AGREEMENTS: under_header(["续签协议"])}),
    town("K1", "heading 一楼大厅 among the rooms", {ROOMS: under_header(["一楼大厅"])}),
    town("K1", "heading 现行制度 among the rules", {SYSTEMS: under_header(["现行制度"])}),
]

NAMES = [
    *(
        town(
            "K2",
            f"the fifth mentor is called {text}",
            {MENTORS: [cut(4), named(text, 导师类别="企业家")]},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "1号导师",
            "详见附表",
            "外聘专家",
            "另聘",
            "街道干部",
            "某某",
            "甲",
            "××同志",
            "招聘中",
            "企业家",
            "第三方机构",
            "省外专家2名",
        )
    ),
    *(
        town("K2", f"a tenant called {text}", {TENANTS: named(text)})
        for text in (
            "空铺",
            "一号楼",
            "预留铺位",
            "招租中",
            "A区12号（空）",
            "暂无",
            "以下无",
            "（空白行）",
        )
    ),
    *(
        town("K2", f"a member of staff called {text}", {STAFF: put(3, 姓名=text)})
        for text in (
            "迪丽热巴·迪力木拉提",
            "阿不都热合曼",
            "司徒美玲",
            "万里",
            "方圆",
            "温馨",
            "成功",
            "毕升",
            "严谨",
            "向阳",
            "王 芳 芳",
        )
    ),
]

BLANKS = [
    *(
        district("K3", f"{text} below the mentors", {MENTORS: row(text)})
        for text in (
            "填报人：张明",
            "备注：无",
            "审核意见：",
            "此处空白",
            "续下页",
            "（下转第2页）",
            "共计：10人",
            "—— 完 ——",
            "　",
            "单位公章：",
            "经办：李明  2020.12.31",
        )
    ),
    town("K3", "numbers with dots to the end", {STAFF: [row(f"{n}.") for n in range(4, 12)]}),
    town(
        "K3",
        "在聘 pulled down beside no names",
        {
            MENTORS: [
                column("聘任状态", "在聘"),
                *(row(n, None, None, None, None, None, "在聘") for n in range(6, 20)),
            ]
        },
    ),
    town(
        "K3",
        "否 pulled down beside no names",
        {STAFF: [row(n, None, None, None, "否") for n in range(4, 12)]},
    ),
    town(
        "K3",
        "是 pulled down beside no services",
        {SERVICES: [row(n, None, None, "是") for n in range(10, 20)]},
    ),
]

AGAINST = [
    *(
        town(
            "K5",
            f"remark {text} of the third of three staff",
            {STAFF: put(3, 备注=text)},
            f"RY-03 {OPEN}; RY-01 any",
        )
        for text in (
            "2020年8月离职",
            "一直未上班",
            "人在镇政府上班，不在中心",
            "长期请假",
            "已调至区人社局",
            "名存实亡",
            "实际未到岗",
            "借用在街道",
            "系兼职",
            "无劳动合同，未到岗",
            "暂未报到",
            "没来过",
            "不坐班",
        )
    ),
    *(
        town(
            "K5",
            f"remark {text} of a mentor",
            {MENTORS: put(5, 备注=text)},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "聘书未发",
            "尚未签约",
            "已婉拒",
            "未续聘",
            "本人不同意担任",
            "拟2021年聘任",
            "仅口头约定",
        )
    ),
    *(
        town(
            "K5",
            f"remark {text} of an agreement",
            {AGREEMENTS: put(2, 备注=text)},
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("只有草稿", "甲方未盖章", "已提前解除", "协议已作废", "双方未签字", "待补签")
    ),
    *(
        town("K5", f"remark {text} of a service", {SERVICES: put(9, 备注=text)}, f"FW-04 {OPEN}")
        for text in ("还没开始", "拟明年开展", "没有人员，未开展", "已停办", "未对外开放")
    ),
    *(
        town(
            "K5",
            f"remark {text} of the only meeting room",
            {ROOMS: put(2, 备注=text)},
            f"YJ-08 {OPEN}; YJ-06 any",
        )
        for text in ("正在装修，尚不能用", "未交付使用", "已改为仓库", "规划，未建", "暂不开放")
    ),
    *(
        town(
            "K5",
            f"experience {text} of two of three",
            {STAFF: [put(2, **{DONE: text}), put(3, **{DONE: text})]},
            f"RY-01 {OPEN}",
        )
        for text in ("没有", "应届毕业生，无经验", "未接触过", "从来没有", "缺乏经验", "没干过")
    ),
    *(
        town("K5", f"the address is {text}", {CENTRE: say("详细地址", text)}, f"YJ-01 {OPEN}")
        for text in (
            "场地未定",
            "拟在人民路建设",
            "无（线上运营）",
            "目前没有固定办公地点",
            "正在选址中",
        )
    ),
    *(
        town("K5", f"remark {text} of the third of three staff", {STAFF: put(3, 备注=text)})
        for text in (
            "共青团员",
            "有会计证",
            "无异议",
            "2018年转业",
            "住街道宿舍",
            "未休年假",
            "驾照C1",
            "曾获优秀党员",
            "不兼职",
            "没有兼职",
            "非党员",
            "负责档案",
        )
    ),
    *(
        town("K5", f"the address is {text}", {CENTRE: say("详细地址", text)})
        for text in (
            "鄠邑区甘亭街道不夜城广场2号",
            "鄠邑区非凡大厦5层",
            "鄠邑区拟建路12号旁原供销社",
            "鄠邑区待贤坊8号",
            "鄠邑区网络产业园3号楼",
        )
    ),
]

BESIDE = [
    *(
        town(
            "K16",
            f"a column {header} says {text} of the third of three staff",
            {STAFF: column(header, *others, text)},
            f"RY-03 {OPEN}; RY-01 any; RY-02 any",
        )
        for header, text, others in (
            ("离岗原因", "辞职", (None, None)),
            ("是否已离职", "是", ("否", "否")),
            ("验收结果", "不合格", ("合格", "合格")),
            ("实地查看", "未见到本人", ("属实", "属实")),
            ("是否在职", "离职", ("在职", "在职")),
            ("备注2", "已调走", (None, None)),
            ("注销", "√", (None, None)),
            ("是否属实", "×", ("√", "√")),
        )
    ),
    *(
        town("K16", f"a column {header} says {values}", {STAFF: column(header, *values)})
        for header, values in (
            ("是否已离职", ("否", "否", "否")),
            ("是否退役军人", ("否", "是", "否")),
            ("是否残疾", ("否",)),
            ("核实人", ("王强", "王强", "李明")),
            ("签到", ("√",)),
            ("职业资格", ("无", "中级", "无")),
            ("特长", ("书法", None, "无")),
            ("家庭住址", ("甘亭", "余下", "草堂")),
            ("参加工作时间", ("2010-07", "2005-01", "1999-12")),
            ("照片", (None, None, "已附")),
        )
    ),
    *(
        town(
            "K16",
            f"{text} below the staff",
            {STAFF: row(text)},
            f"RY-03 {OPEN}|pass:{told}; RY-01 any; RY-02 any",
        )
        for text, told in (
            ("注：第3人已调走", "已调走"),
            ("以上3人中1人为兼职", "兼职"),
            ("备注：李某系临时人员", "临时人员"),
            ("说明：本表人员尚待街道党工委研究", "尚待"),
        )
    ),
    *(
        town(
            "K16",
            f"{text} above the agreements",
            {AGREEMENTS: above(["服务协议登记表"], [text])},
            f"FW-01 {OPEN}; FW-02 any",
        )
        for text in ("以下协议均未签字", "说明：下列协议均已到期", "注：以下为意向协议，尚未签订")
    ),
    town(
        "K16",
        "a legend: ※ is a candidate",
        {MENTORS: [put(5, 姓名="姜文华※"), row("※为候选导师")]},
        f"RY-05 {OPEN}; RY-04 any",
    ),
    town(
        "K16",
        "a legend in the head: # has left",
        {STAFF: [put(3, 姓名="王芳#"), above(["运营管理人员（#为已离岗）"])]},
        f"RY-03 {OPEN}; RY-01 any",
    ),
    town(
        "K16",
        "a comment 兼职 on the third",
        {STAFF: comment(3, "姓名", "实为兼职")},
        f"RY-03 {OPEN}",
    ),
    town(
        "K16",
        "a comment 见纪要 on the third",
        {STAFF: comment(3, "姓名", "以街道纪要为准")},
        "RY-03 pass:街道纪要",
    ),
    *(
        town("K16", f"{text} above the staff", {STAFF: above(["运营管理人员"], [text])})
        for text in (
            "填报单位（盖章）：某某标准化创业中心",
            "2020年12月",
            "单位：人、年",
            "制表：李明",
            "表三",
            "西安市鄠邑区",
            "鄠邑区甘亭街道办事处",
        )
    ),
    town(
        "K16",
        "the head is of an earlier year",
        {STAFF: above(["2018年运营管理人员花名册"])},
        f"RY-03 {OPEN}; RY-01 any; RY-02 any",
    ),
    town(
        "K16",
        "the head names another town",
        {TENANTS: above(["石井镇创业中心入驻企业名单"])},
        "FW-01 unknown|fail|not_applicable|pass:石井镇; FW-02 any",
    ),
]

ROWS = [
    *(
        town(
            "K17",
            f"{text} in the name column of mentors",
            {MENTORS: put(5, 姓名=text)},
            f"RY-05 {OPEN}; RY-04 any",
        )
        for text in (
            "农业银行鄠邑支行",
            "陕西某某会计师事务所",
            "区工商联",
            "创业服务公司",
            "李明（样例）",
            "王晓（填写示范）",
        )
    ),
    *(
        town("K17", f"below the header stands {line[1]}", {MENTORS: under_header(line)})
        for line in (
            ["①", "②", "③", "④", "⑤", "⑥"],
            ["序", "真实姓名", "下拉选择", "如2020-01-01", "如2022-12-31", None],
            [None, "*", "*", "*", "*", None],
            ["1", "2", "3", "4", "5", "6"],
        )
    ),
    town(
        "K17",
        "the rows are numbered 一 to 三",
        {STAFF: [put(1, 序号="一"), put(2, 序号="二"), put(3, 序号="三")]},
    ),
    town("K17", "a second list of the same mentors", {}, "", 导师名单备份=(MENTORS, cut(3))),
    town("K17", "last year's sheet beside", {}, "", **{"03 运营管理人员2019": (STAFF, cut(1))}),
]

HARMLESS = [
    *(
        town(
            "K18",
            f"a tenant called {text}",
            {TENANTS: put(3, 实体名称=text), AGREEMENTS: put(3, 实体名称=text)},
        )
        for text in (
            "待产包母婴店",
            "计划外咖啡",
            "停车坐爱枫林晚民宿",
            "离离原上草工作室",
            "未来星教育",
            "毕业季摄影",
            "退一步茶馆",
            "临时起意花店",
            "暂别书屋",
            "废品再生艺术工坊",
            "终点站烧烤",
            "备用轮胎店",
        )
    ),
    *(
        town("K18", f"the rules are called {text}", {SYSTEMS: put(3, 制度名称=text)})
        for text in (
            "财务管理制度（2019年修订）",
            "财务管理暂行办法",
            "财务管理制度（试行）",
            "财务管理制度（含无形资产）",
            "废旧物资及财务管理制度",
        )
    ),
    *(
        town("K18", f"room {at} is called {text}", {ROOMS: put(at, 空间名称=text)})
        for at, text in (
            (1, "办公区（201室）"),
            (2, "多功能会议室（可容80人）"),
            (3, "咨询服务台（大厅东侧）"),
            (4, "政务综合服务区（与便民大厅合建）"),
            (5, "信息发布区（LED屏）"),
            (2, "待客会议室"),
            (5, "非遗信息发布区"),
        )
    ),
    *(
        district("K18", f"remark {text} of a mentor", {MENTORS: put(10, 备注=text)})
        for text in (
            "省级导师",
            "无偿服务",
            "每季度辅导一次",
            "退休教授",
            "不收报酬",
            "原区工商联主席",
            "电商方向",
        )
    ),
    *(
        town("K18", f"remark {text} of a room", {ROOMS: put(3, 备注=text)})
        for text in (
            "公告栏1块",
            "与大厅相连",
            "2019年新装修",
            "无障碍设施齐全",
            "工作日开放",
            "不锈钢台面",
        )
    ),
    *(
        town("K18", f"the inspected are {text}", {INSPECTIONS: put(1, 检查对象=text)})
        for text in ("无为茶业", "全部入驻企业", "停云书店等3户", "未来星教育")
    ),
]

MORE: list[Layout] = [*SECTIONS, *NAMES, *BLANKS, *AGAINST, *BESIDE, *ROWS, *HARMLESS]
