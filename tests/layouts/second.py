"""A second set of layouts of offices, written after the first was mended and before it was tried."""

# ruff: noqa: E501

from conftest import AGREEMENTS, CENTRE, MENTORS, ROOMS, SERVICES, STAFF, SYSTEMS, TENANTS
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
    more,
    named,
    put,
    rename,
    row,
    say,
    shaded,
    under_header,
)

OPEN = "fail|unknown"
STAFF_OPEN, MENTORS_OPEN = f"RY-03 {OPEN}; RY-01 any; RY-02 any", f"RY-05 {OPEN}; RY-04 any"
JOB, DUTY, DONE = "专职/兼职", "主要职责", "实践经验或创业服务经历"
AREA, HOLDS, ROOM_AREA, PLACE = "总面积(㎡)", "可容纳创业实体数", "建筑面积(㎡)", "位置(楼层房间)"
DAY_OPEN = "* any; RY-03 unknown; RY-05 unknown; FW-01 unknown"

SECOND: list[Layout] = [
    # K1
    *(
        district("K1", f"the last two staff below {text}", {STAFF: [cut(3), row(text), more(2, STAFF)]}, STAFF_OPEN)
        for text in ("五、本年度离开人员", "（三）停薪留职", "待上岗人员", "外单位借用人员（已归还）", "2021年新招")
    ),
    *(
        district("K1", f"the last three mentors below {text}", {MENTORS: [cut(7), row(text), more(3, MENTORS)]}, MENTORS_OPEN)
        for text in ("聘期届满名单", "拟增聘", "2017年聘任（已满三年）", "邀请中")
    ),
    town("K1", "tenants without agreement below 三、清退企业", {TENANTS: [row("三、清退企业"), more(2, TENANTS, 状态=None)]}, "FW-01 pass|unknown; FW-02 any"),
    town("K1", "two rooms below 建设中", {ROOMS: [cut(3), row("建设中"), row(4, "政务综合服务区", "政务综合服务区", "104", "独立房间", None), row(5, "信息发布区", "信息发布区", "105", "独立房间", None)]}, f"YJ-10 {OPEN}; YJ-11 {OPEN}; YJ-06 any"),
    *(
        district("K1", f"heading {text} among the staff", {STAFF: [cut(2), row(text), more(3, STAFF)]})
        for text in ("（三）业务骨干", "一楼大厅", "2019年到岗", "聘用制人员", "第二部分", "青年组")
    ),
    *(town("K1", f"heading {text} above the tenants", {TENANTS: under_header([text])}) for text in ("小微企业", "二、团队", "2019年7月入驻企业", "二层")),
    # K2
    *(
        district("K2", f"the tenth mentor is called {text}", {MENTORS: [cut(9), named(text)]}, MENTORS_OPEN)
        for text in ("（此栏空）", "导师若干", "市农技站", "电话：13912345678", "同前", "共十名", "省级专家2人")
    ),
    *(
        town("K2", f"the third of staff is called {text}, full time", {STAFF: [cut(2), named(text, **{JOB: "专职", "到岗日期": "2019-02-01"})]}, STAFF_OPEN)
        for text in ("办公室", "劳务人员", "客服岗", "见习岗位", "暂空")
    ),
    *(town("K2", f"a mentor called {text}", {MENTORS: put(5, 姓名=text)}) for text in ("东方明珠", "南宫雪", "安妮", "江河", "李想", "任性", "高峰", "周到")),
    # K3
    *(
        town("K3", f"{cells[0] or cells[1]} below the mentors", {MENTORS: row(*cells)})
        for cells in (
            ("注：本表可续页",),
            ("主管领导：", None, None, "（公章）"),
            (None, "本表共5人"),
            ("填报人：王强", None, "填报日期：2021.1.6"),
            ("审核意见：同意上报",),
            ("总人数", 5),
            ("（以下无）",),
        )
    ),
    town("K3", "serials to 50 and a unit of 人", {STAFF: [column("单位", "人"), *(row(n, *[None] * 8, "人") for n in range(4, 20))]}),
    # K4
    *(town("K4", f"the day is {text}", {CENTRE: say("数据截止日期", text)}) for text in ("2020年12月31日（截止）", "截至2020年底", "2020-12-31 24:00", "统计至2020年12月31日", "2020/12/31止")),
    *(town("K4", f"the day is {text}", {CENTRE: say("数据截止日期", text)}, DAY_OPEN) for text in ("2020年2月31日", "近期", "12月底", "上季度末")),
    *(town("K4", f"the third left {text}", {STAFF: put(3, 离岗日期=text)}, STAFF_OPEN) for text in ("2020年8月底", "20.8.31", "2020年8月31号", "二〇二〇年八月", "2020年三季度")),
    *(town("K4", f"the terms end {text}", {MENTORS: every(聘任结束日期=text)}) for text in ("2022年底", "二〇二二年六月三十日", "2022-6-30", "2022年6月30日止", "无固定期限")),
    town("K4", "上报日期 above and another day", {CENTRE: above(["上报日期", "2021-02-01"])}),
    town("K4", "数据截止日期 twice, two days", {CENTRE: say("统计截止日期", "2020-06-30")}, DAY_OPEN),
    # K5
    *(
        town("K5", f"remark {text} of the third of staff", {STAFF: put(3, 备注=text)}, STAFF_OPEN)
        for text in ("人已走，名额保留", "9月调回镇政府", "停薪留职中", "实际不坐班", "2020年11月离开", "被抽调防疫至今", "劳动合同到期未续", "半天班，兼顾社区")
    ),
    *(
        district("K5", f"remark {text} of the tenth mentor", {MENTORS: put(10, 备注=text)}, MENTORS_OPEN)
        for text in ("联系不上", "已表示不再担任", "聘书未领取", "尚未答复", "2021年1月起聘")
    ),
    *(town("K5", f"duty {text}", {STAFF: [every(是否政务综合服务专人=None), put(1, **{DUTY: text})]}, f"RY-02 {OPEN}") for text in ("政务综合服务由社区代办", "暂不承担政务综合服务", "政务综合服务（待定）")),
    *(town("K5", f"rules called {text}", {SYSTEMS: put(3, 制度名称=text)}, f"GL-03 {OPEN}") for text in ("财务制度（尚在起草）", "财务管理制度（过期）", "拟订财务制度")),
    *(district("K5", f"remark {text} of the third of five", {STAFF: put(3, 备注=text)}) for text in ("无兼职", "不抽烟", "原籍户县", "已签三年合同", "非本村人", "已办社保", "未婚女青年", "停车证A12", "待遇从优", "已备案")),
    *(town("K5", f"remark {text} of an agreement", {AGREEMENTS: put(1, 备注=text)}) for text in ("无变更", "已公示", "不收押金", "含物业", "复印件在档")),
    # K6
    district("K6", "no total, 三楼 and 3楼 with 260 each", {CENTRE: say(AREA, None), ROOMS: [column(ROOM_AREA, None), put(1, **{ROOM_AREA: 260, PLACE: "三楼301"}), put(2, **{ROOM_AREA: 260, PLACE: "3楼301"})]}, f"YJ-04 {OPEN}; YJ-06 fail|unknown|manual"),
    district("K6", "no total, rooms of 200 and 露台 400", {CENTRE: say(AREA, None), ROOMS: [column(ROOM_AREA, None), put(1, **{ROOM_AREA: 200}), row(6, "露天广场", "其他", "楼前", "独立房间", "是", None, 400)]}, f"YJ-04 {OPEN}"),
    # K8
    *(town("K8", f"the third agreement is with {text}", {AGREEMENTS: put(3, 实体名称=text)}, "FW-01 pass|unknown; FW-02 pass|unknown") for text in ("鄠邑区第叁商行", "鄠邑区第3商行（原名第3商店）", "陕西省西安市鄠邑区第3商行")),
    # K9
    *(town("K9", f"the third left by {text}", {STAFF: [drop("离岗日期"), column(text, None), put(3, **{text: "2020-03-01"})]}, STAFF_OPEN) for text in ("退出时间", "调出日期", "辞职时间")),
    *(town("K9", f"a tenant left by {text}", {TENANTS: [column(text, None), more(1, TENANTS, 状态=None, **{text: "2020-03-01"})]}, "FW-01 pass; FW-02 any") for text in ("撤场时间", "毕业时间", "迁离日期", "退驻时间")),
    *(town("K9", f"{value} under {label}", {CENTRE: [rename(AREA, label), say(label, value)]}, f"YJ-04 {OPEN}") for label, value in (("总面积（平方英尺）", 900), ("规划面积（㎡）", 400), ("总面积（层）", 300))),
    *(town("K9", f"{value} under {label}", {CENTRE: [rename(AREA, label), say(label, value)]}) for label, value in (("中心总面积（单位：平方米）", 200), ("总面积（㎡，建筑面积）", 200), ("总 面 积", 200))),
    town("K9", "计划离岗日期 to come beside the true one", {STAFF: column("计划离岗日期", "2024-12-31")}),
    town("K9", "单位：坪 above the rooms", {CENTRE: say(AREA, None), ROOMS: [column("建筑面积", 60), above(["单位：坪"])]}, f"YJ-04 {OPEN}"),
    *(town("K9", f"合同状态 is {text} on every agreement", {AGREEMENTS: column("合同状态", text)}) for text in ("正在履行", "有效", "即将到期", "首签", "续签中")),
    *(town("K9", f"合同状态 is {text} on the third agreement", {AGREEMENTS: [column("合同状态", "有效"), put(3, 合同状态=text)]}, f"FW-01 {OPEN}; FW-02 any") for text in ("已作废", "待签", "提前终止", "已到期", "终止中")),
    # K10
    town("K10", "标红的为离岗人员, one in red", {STAFF: [font(3, color="FFC00000"), row("备注：标红的为离岗人员")]}, STAFF_OPEN),
    town("K10", "已解聘导师用灰色标注, one grey", {MENTORS: [shaded(5, "FFD9D9D9"), row("已解聘导师用灰色标注")]}, MENTORS_OPEN),
    town("K10", "黄色为新入职, all in post", {STAFF: [shaded(3, "FFFFFF00"), row("注：黄色为2019年新入职")]}),
    town("K10", "comment 此人已离职", {STAFF: comment(3, "姓名", "此人已于10月离职")}, STAFF_OPEN),
    # K11
    *(district("K11", f"the area is {text}", {CENTRE: say(AREA, text)}, f"YJ-04 {OPEN}") for text in ("详见图纸", "480.5左右", "一层240二层240", "四百余", "约四百九", "500（含院落200）")),
    *(district("K11", f"the area is {text}", {CENTRE: say(AREA, text)}) for text in ("510.5", "５２０平方米", "520 平米", "不少于500", "五百五十")),
    *(town("K11", f"the capacity is {text}", {CENTRE: say(HOLDS, text)}, f"YJ-05 {OPEN}") for text in ("6间", "4至8", "3", "待定")),
    # K12
    town("K12", "a part-time post for full time", {STAFF: put(3, **{"岗位/职务": "管理员（兼职）"})}, STAFF_OPEN),
    town("K12", "resident, and the remark 已搬走", {TENANTS: [more(1, TENANTS, 备注="已搬走")]}, "FW-01 pass|unknown; FW-02 any"),
    # K13
    *(town("K13", f"{text} for 是", {SERVICES: every(是否提供=text)}) for text in ("是√", "可提供", "√有", "是；", "提供中")),
    *(town("K13", f"{text} for 已印发", {SYSTEMS: every(状态=text)}) for text in ("已印发执行", "已印", "已发文", "在执行")),
    *(town("K13", f"{text} for the signatures", {AGREEMENTS: every(双方签字盖章=text)}) for text in ("是，已盖章", "已签字盖章", "√", "完备")),
    *(town("K13", f"{text} for 专职", {STAFF: every(**{JOB: text})}) for text in ("专职（全日制）", "专职√", "专职/", "专 职 ")),
    # K16
    *(town("K16", f"column {name} says {no} of the third", {STAFF: [column(name, yes), put(3, **{name: no})]}, STAFF_OPEN) for name, yes, no in (("现状", "在岗", "已调走"), ("核对", "√", "×"), ("是否有效", "有效", "无效"), ("备注2", None, "已辞职"))),
    *(town("K16", f"line {text} below the staff", {STAFF: row(text)}, STAFF_OPEN) for text in ("以上人员2020年底前均已离岗", "注：表中人员为拟聘人员", "上述3人均系社区兼职")),
    *(town("K16", f"line {text} below the staff", {STAFF: row(text)}) for text in ("注：人员按到岗先后排序", "以上3人均在岗", "资料来源：人事档案", "附件：聘用合同")),
    *(town("K16", f"column {name}", {STAFF: column(name, *said)}) for name, said in (("毕业院校", ("西北大学", "无", "长安大学")), ("是否退役军人", ("否", "是", "否")), ("血型", ("A", "B", "O")), ("工资标准", (2800, 2600, 2600)), ("是否缴纳社保", ("是",)))),
    *(town("K16", f"the mentors are titled {text}", {MENTORS: above([text])}, MENTORS_OPEN) for text in ("拟聘导师汇总", "创业导师名册（征求意见稿）", "2016—2018届创业导师名册", "石井街道创业中心导师名册")),
    # K17
    town("K17", "a second header row in English", {MENTORS: under_header(["No", "Name", "Type", "From", "To", "Remarks"])}),
    town("K17", "the header again after a page", {MENTORS: [cut(3), row("第2页"), head, more(2, MENTORS)]}),
    town("K17", "an organisation among the mentors", {MENTORS: put(5, 姓名="陕西某某律师事务所")}, MENTORS_OPEN),
    town("K17", "#VALUE! as the end of a term", {MENTORS: put(5, 聘任结束日期="#VALUE!")}, MENTORS_OPEN),
    town("K17", "填写要求 under the header", {STAFF: under_header(["填写要求", "与身份证一致", "三选一", "二选一", "是或否", "不少于10字", "年-月-日", "在岗留空"])}),
    # K18
    *(town("K18", f"a tenant called {text}", {TENANTS: put(3, 实体名称=text), AGREEMENTS: put(3, 实体名称=text)}) for text in ("西安未名文化传播", "鄠邑区不二家食品店", "原点设计工作室", "暂停键咖啡馆", "毕业生家政服务部", "非常道茶馆")),
    *(town("K18", f"rules called {text}", {SYSTEMS: put(3, 制度名称=text)}) for text in ("财务管理制度（2018年版）", "财务收支与退费管理办法", "财务管理制度（汇编）")),
]  # fmt: skip
