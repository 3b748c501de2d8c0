"""镇级待核定: a town centre where nothing fails, but which cannot be decided yet.

Only usable floor area is given, one person is neither marked full-time nor part-time, one mentor's
term ends on a day that does not exist, and nobody has been there to inspect.
"""

from rows import Sample, agreements, rows

OPERATOR = "西安市鄠邑区庞光街道社会保障服务站"

CENTRE = {
    "name": "西安市鄠邑区庞光街道标准化创业中心",
    "level": "镇(街道)级",
    "town": "庞光街道",
    "address": "鄠邑区庞光街道文化路3号原中心小学教学楼1层",
    "tenure": "划拨",
    "tenure_from": "2020-04-01",
    "tenure_until": "长期",
    "total_area": 185,
    "area_basis": "使用面积",
    "capacity": 6,
    "operator": OPERATOR,
    "operator_code": "12610118MB0Q7X4D",
    "manager": "郗建华",
    "phone": "1001",
    "built_on": "2020-09-15",
    "recognised_on": None,
    "carrier": "返乡创业园区",
    "build_mode": "改造",
    "former_use": "学校旧址",
    "investor_kind": "政府",
    "data_as_of": "2026-06-30",
}

ROOMS = rows(
    "name category location area capacity desks separation in_use remarks",
    ("咨询服务台", "咨询服务台", "1楼门厅", None, 0, 1, "分区标识", "是", None),
    ("政务综合服务区", "政务综合服务区", "1楼101", None, 0, 2, "独立房间", "是", "设窗口2个"),
    ("信息发布区", "信息发布区", "1楼门厅西墙", None, 0, 0, "分区标识", "是", "公告栏2块"),
    ("办公室", "办公区", "1楼102", None, 0, 4, "独立房间", "是", None),
    ("培训教室", "多功能会议室(培训教室)", "1楼103", None, 0, 36, "独立房间", "是", None),
    ("返乡创业工位区", "孵化工位区", "1楼104、105", None, 6, 12, "独立房间", "是", "原教室2间"),
)

STAFF = rows(
    "name sex id_number position post employment government_service duties experience contract"
    " started_on left_on insured_by phone",
    ("郗建华", "男", "61012519770822013", "负责人", "管理", "兼职", "否", "全面负责",
     "乡镇人社工作13年", "事业编", "2020-09-15", None, OPERATOR, "1001"),
    ("申晓娜", "女", "61012519911015028", "窗口专员", "服务", "专职", "是", "政务综合服务",
     "政务窗口工作5年", "公益性岗位", "2020-09-15", None, OPERATOR, "1002"),
    ("雒鹏飞", "男", "61012519950604037", "创业服务专员", "服务", "专职", "否", "实体服务和台账",
     "返乡创业3年", "公益性岗位", "2022-03-07", None, OPERATOR, "1003"),
    ("解文静", "女", "61011819970330022", "信息员", "技术", None, "否", "信息发布和培训组织",
     "电商客服2年", "劳务", "2025-04-14", None, None, "1004"),
    ("仝国庆", "男", "61012519841001059", "技术指导", "技术", "兼职", "否", "种植项目指导",
     "农技推广12年", "派驻", "2021-04-12", None, "鄠邑区庞光街道农业服务站", "1005"),
)  # fmt: skip

MENTORS = rows(
    "name phone category affiliation rank speciality appointed_from appointed_until certificate"
    " sessions",
    ("敬永强", "1101", "企业家", "西安渼水苗木有限公司总经理", None, "苗木花卉",
     "2024-07-01", "2027-06-30", "庞创聘01", 2),
    ("阮丽君", "1102", "成功创业人士", "鄠邑区丽君刺绣工坊创办人", None, "手工刺绣",
     "2024-07-01", "2027-06-30", "庞创聘02", 3),
    ("车建国", "1103", "企业家", "西安庞光农机服务有限公司总经理", None, "农机服务",
     "2024-07-01", "2027-06-30", "庞创聘03", 1),
    ("国雅文", "1104", "研究型学者", "陕西终南应用技术学院教师", "副教授", "农产品营销",
     "2024-07-01", "2026年6月31日", "庞创聘04", 2),
    ("戚志明", "1105", "其他专家", "鄠邑区果业技术服务站农艺师", "农艺师", "果树管理",
     "2025-01-01", "2027-12-31", "庞创聘05", 4),
)  # fmt: skip

TENANTS = rows(
    "name credit_code kind legal_person founder_group trade room area rent relief moved_in_on"
    " moved_out_on status jobs phone",
    ("鄠邑区庞光绿苑苗木专业合作社", "93610118MA6W5J1F", "农民专业合作社", "敬志学", "返乡农民工",
     "苗木种植", "104-1", 12, 0, "免租", "2024-04-01", None, "在驻", 9, "1201"),
    ("西安乡野集市电子商务有限公司", "91610118MADK6R0B", "企业", "訾欢", "高校毕业生",
     "农产品网上销售", "104-2", 12, 0, "免租", "2024-08-12", None, "在驻", 4, "1202"),
    ("鄠邑区秀姑刺绣店", "92610118MADX3E9M", "个体工商户", "郤秀姑", "其他",
     "刺绣鞋垫", "105-1", 10, 0, "免租", "2024-12-02", None, "在驻", 2, "1203"),
    ("鄠邑区双喜豆制品加工坊", "92610118MAE6N4QH", "个体工商户", "邢双喜", "返乡农民工",
     "豆制品加工", "105-2", 12, 0, "免租", "2025-05-12", None, "在驻", 3, "1204"),
)  # fmt: skip

AGREEMENTS = agreements(
    TENANTS, OPERATOR, "是",
    ("1", "庞创2024-01", "2024-03-29", "2024-04-01", "2027-03-31"),
    ("2", "庞创2024-02", "2024-08-09", "2024-08-12", "2027-08-11"),
    ("3", "庞创2024-03", "2024-12-02", "2024-12-02", "2026-12-01"),
    ("4", "庞创2025-01", "2025-05-09", "2025-05-12", "2028-05-11"),
)  # fmt: skip

SERVICES = rows(
    "kind item provided mode partner responsible starts_on fee times",
    ("基础", "创业政策宣传、咨询及代理服务", "是", "自办", None, "申晓娜", "2020-09-15", "免费",
     20),
    ("基础", "工商、税务、社保代办服务", "是", "自办", None, "申晓娜", "2020-09-15", "免费", 28),
    ("基础", "创业培训服务", "是", "合作", "西安鄠才职业培训学校", "解文静", "2021-03-01", "免费",
     1),
    ("基础", "办公场所租赁服务", "是", "自办", None, "雒鹏飞", "2020-09-15", "免租", 4),
    ("基础", "设备、设施租赁服务", "是", "自办", None, "雒鹏飞", "2021-03-01", "免费", 3),
    ("基础", "创业专家指导服务", "是", "自办", None, "雒鹏飞", "2021-03-01", "免费", 12),
    ("基础", "项目发布服务", "是", "自办", None, "解文静", "2021-03-01", "免费", 3),
    ("增值", "创业融资贷款服务", "是", "合作", "鄠邑区惠民小额贷款担保中心", "雒鹏飞", "2022-05-09",
     "免费", 2),
    ("增值", "人力资源服务", "是", "合作", "西安聚贤人力资源有限公司", "申晓娜", "2023-02-06",
     "免费", 3),
)  # fmt: skip

SYSTEMS = rows(
    "name topics issued_on status posted",
    ("创业中心经营管理制度", "经营", "2020-10-12", "已印发", "是"),
    ("基础台账管理制度", "台账", "2020-10-12", "已印发", "是"),
    ("财务管理制度", "财务", "2020-10-12", "已印发", "否"),
    ("安全管理制度", "安全", "2020-10-12", "已印发", "是"),
    ("环境卫生管理制度", "卫生", "2020-10-12", "已印发", "是"),
    ("项目准入与退出管理办法", "准入、退出", "2021-01-18", "已印发", "是"),
)

INSPECTIONS = rows(
    "date subject content problems rectification inspectors",
    ("2025-10-21", "全体入驻实体", "消防、用电", "无", None, "郗建华、雒鹏飞"),
    ("2026-01-20", "全体入驻实体", "节前安全、卫生", "105室通道堆物", "当日清理", "雒鹏飞、申晓娜"),
    ("2026-04-28", "全体入驻实体", "制度遵守情况", "无", None, "郗建华、雒鹏飞"),
)

# Laid out for the inspector, who has not come yet.
ATTESTATIONS = rows("criterion", ("HY-YJ-02",), ("HY-YJ-03",))

SAMPLE = Sample(
    "镇级待核定.xlsx",
    "town",
    "2026-07-06",
    CENTRE,
    {
        "rooms": ROOMS,
        "staff": STAFF,
        "mentors": MENTORS,
        "tenants": TENANTS,
        "agreements": AGREEMENTS,
        "services": SERVICES,
        "systems": SYSTEMS,
        "inspections": INSPECTIONS,
        "attestations": ATTESTATIONS,
    },
    {"tenants.moved_in_on": "iso", "systems.issued_on": "iso", "staff.started_on": "dot"},
)
