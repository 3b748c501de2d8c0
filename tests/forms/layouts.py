"""Lay out the forms of this folder as workbooks, with entries as offices fill them in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
_NOTATION = re.compile(r"(?P<text>.*?)(?:→(?P<right>[^={]+?))?(?:=\{(?P<entries>.*)\})?\s*")
_FIRMS = ("西安绿野电子商务有限公司", "鄠邑区田园农产品经营部", "陕西云帆科技有限公司", "鄠邑区惠民种植专业合作社")
_PEOPLE = ("王建国", "李秀英", "张伟", "陈晓燕")
_CODES = ("91610118MA0000001E", "92610118MA0000002C", "91610118MA0000003A", "93610118MA00000048")
_PERSONS = ("11010519491231002X", "610125199003074513", "610125198805126629", "610125199501010014")
_PHONES = ("13800138000", "13900139001", "029-84812345", "13700137003")

# What stands below a head, by what it ends with or holds: the first that fits.
_POOLS: tuple[tuple[str, Sequence[object]], ...] = (
    (r"身份证|证件号", _PERSONS),
    (r"信用代码|机构代码|执照|证照编号", _CODES),
    (r"电话|手机|联系方式", _PHONES),
    (r"^序号$|^编号$", (1, 2, 3, 4)),
    (r"年龄|学号|凭证号", (23, 31, 28, 45)),
    (r"期限|聘期|合同期$|起止|年限", ("2023.3.1-2026.2.28", "2022.6.1-2025.5.31", "2024.1.1-2026.12.31", "三年")),
    (r"免租期", ("3个月", "无", "1个月", "无")),
    (r"离职|离岗|退出时间|退孵|离园|毕业日期|退租日期", ("2025-06-30", "", "", "")),
    (r"时间|日期|年月|起始日|终止日|签订日|起租日|有限期", ("2023-03-01", "2022/6/1", "2024.1.1", "2023年9月15日")),
    (r"是否|签章|盖章", ("是", "是", "否", "是")),
    (r"面积", (25, 30.5, 18, 42)),
    (r"次数", (4, 6, 2, 8)),
    (r"金额|资金|资本|收入|税费|租金|押金|保证金|费用|余额|工资|月薪|总额|单价|分值|得分|评分$", (50, 100, 10, 3.5)),
    (r"数$|数量|人数|户数|人员数|户）$|毕业生$|配备|从业人员$", (6, 3, 8, 12)),
    (r"性别", ("男", "女", "男", "女")),
    (r"学历|文化程度", ("本科", "大专", "硕士", "本科")),
    (r"职称", ("高级农艺师", "教授", "注册会计师", "")),
    (r"企业/个人|乙方|承租|客户|走访企业|企业$|受检|服务对象$|巡查对象|检查对象|入驻信息", _FIRMS),
    (r"甲方|运营|管理单位|合作服务机构|申报单位|所属孵化器|入驻基地", ("鄠邑区某某创业服务中心",) * 4),
    (r"姓名|负责人|法人|代表人|经营者|联系人|联络员|辅导员|导师$|教师|老师|嘉宾|经办|接待人|咨询人|人员签名|巡查人|检查人|经手|开户名|服务人员|签字", _PEOPLE),
    (r"导师(类别|类型|身份)|专家(类别|来源)|职业背景", ("企业家", "高校教师", "创业投资人", "律师")),
    (r"协议编号|合同编号|合同号|协议号|原协议|关联合同", ("FH-2023-001", "FH-2022-014", "FH-2024-003", "FH-2023-020")),
    (r"(协议|合同)名称", ("创业服务协议", "孵化协议", "入驻服务协议", "创业服务协议")),
    (r"(协议|合同)(类型|类别)", ("孵化协议", "服务协议", "租赁合同", "孵化协议")),
    (r"合同性质", ("首签合同", "续签合同", "首签合同", "首签合同")),
    (r"合同状态", ("正在履行", "正在履行", "提前终止", "自然终止")),
    (r"(人员|创业者|创始人).*(类别|类型)|负责人身份", ("高校毕业生", "退役军人", "返乡农民工", "就业困难人员")),
    (r"(基地|孵化器|众创空间|园区|创业园).*(类型)", ("创业孵化基地", "众创空间", "创业孵化基地", "孵化器")),
    (r"(基地|孵化器|园区).*(级别|等级)", ("区级", "镇级", "区级", "区级")),
    (r"企业(类型|性质)|实体(类型|性质)|主体类别|公司类型|法律形态", ("企业", "个体工商户", "有限责任公司", "农民专业合作社")),
    (r"制度.*名称", ("入驻与退出管理办法", "财务管理制度", "安全卫生管理制度", "台账管理制度")),
    (r"制度类别|所属分类", ("准入、退出", "财务", "安全", "台账")),
    (r"执行状态|实施情况", ("已印发", "已印发", "草拟", "已印发")),
    (r"发放状态", ("已批准", "申请中", "已批准", "未批准")),
    (r"在职状态", ("在岗", "在岗", "休产假", "离职")),
    (r"在聘情况", ("在聘", "在聘", "已解聘", "在聘")),
    (r"房间状态", ("已启用", "已启用", "未启用", "已启用")),
    (r"启用情况", ("已启用", "已启用", "未启用", "已启用")),
    (r"状态|孵化情况", ("在驻", "在孵", "毕业", "退出")),
    (r"岗位类别", ("管理", "技术", "服务", "服务")),
    (r"专兼职|专职/兼职|全职/兼职", ("专职", "专职", "兼职", "专职")),
    (r"职务|岗位", ("主任", "窗口专员", "财务", "副主任")),
    (r"职责|分工|负责工作", ("负责政务综合服务", "企业服务", "日常运营管理", "财务管理")),
    (r"经历", ("从事就业创业服务6年", "从事企业管理8年", "无", "基层服务3年")),
    (r"用途", ("会议室", "咨询服务台", "办公区", "信息发布区")),
    (r"房|工位|摊位|房源", ("301", "302室", "A-12", "5楼501")),
    (r"楼栋", ("1号楼", "2号楼", "1号楼", "3号楼")),
    (r"地址|住所|坐落", ("鄠邑区人民路18号",) * 4),
    (r"政策", ("一次性创业补贴", "租金减免", "创业担保贷款", "社保补贴")),
    (r"服务(类型|项目|事项|名称)|咨询类型", ("创业培训", "创业专家指导", "财税服务", "知识产权服务")),
    (r"培训类型|活动形式", ("培训", "沙龙", "路演", "政策宣讲")),
    (r"功能区|场地名称|房间名称", ("二楼会议室", "咨询台", "办公室", "信息栏")),
    (r"分隔", ("独立房间", "隔断", "分区标识", "独立房间")),
    (r"位置|楼层", ("2楼203", "1楼大厅", "3楼301", "1楼东侧")),
    (r"权属|场地性质|产权归属", ("租赁", "自有", "租赁", "划拨")),
    (r"街道|统筹区", ("甘亭街道",) * 4),
    (r"行业|领域|经营|产业|品类|项目类别|专业|特长|方向", ("农产品电商", "软件开发", "餐饮服务", "教育咨询")),
    (r"基地|孵化器|众创空间|园区", ("鄠邑区创业孵化基地",) * 4),
    (r"工作单位|单位|机构", ("西安某某大学", "鄠邑区农技中心", "陕西某某律师事务所", "西安云帆科技有限公司")),
    (r"(培训班|活动)名称", ("返乡创业政策宣讲会", "创业沙龙", "SIYB创业培训班", "项目路演")),
    (r"(团队|企业|公司|实体|商户|主体|项目)?(名称|全称)", _FIRMS),
    (r"备注", ("", "", "", "")),
)  # fmt: skip
_OTHERWISE = ("情况良好", "按计划开展", "已完成", "符合要求")


@dataclass(frozen=True, slots=True)
class Head:
    """A head and the fields that it may be read as; `is_optional` where leaving it is right too."""

    text: str
    fields: tuple[str, ...]
    is_optional: bool
    entries: Sequence[object]


@dataclass(frozen=True, slots=True)
class OfficeForm:
    id: str
    sheet: str  # the sheet of ours that it holds, empty for none
    layout: str
    pairs: int
    title: str
    heads: tuple[Head, ...]


def forms(name: str) -> tuple[OfficeForm, ...]:
    """The forms of one of this folder's files."""
    return tuple(_forms((HERE / name).read_text("utf-8").splitlines()))


def _forms(lines: Sequence[str]) -> Iterator[OfficeForm]:
    told = [line for line in lines if line and not line.startswith("#")]
    for first, second in zip(told[::2], told[1::2], strict=True):
        about, title = first.split(": ", 1)
        id_, sheet, layout, *pairs = about.split()
        heads = tuple(map(_head, second.strip().split(" · ")))
        yield OfficeForm(
            id_, sheet.strip("-"), layout, int(pairs[0]) if pairs else 0, title, heads
        )


def _head(text: str) -> Head:
    found = _NOTATION.fullmatch(text)
    assert found is not None
    right = found["right"] or ""
    head = re.sub(r" \[\w+\]$", "", found["text"])
    entries = found["entries"].split("|") if found["entries"] else _entries(head)
    fields = tuple(one.strip("?") for one in right.split("|") if one)
    return Head(head, fields, "?" in right, entries)


def _entries(head: str) -> Sequence[object]:
    own = head.rsplit("/", 1)[-1] if re.match(r".*信息/|.*情况/|.*协议/", head) else head
    for text in dict.fromkeys((own, head)):
        for pattern, entries in _POOLS:
            if re.search(pattern, text):
                return entries
    return _OTHERWISE


def write(form: OfficeForm, path: Path, sheet: str, *, title: bool) -> None:
    """The form alone in a workbook, its table on a sheet of this name, its title above or not."""
    rows = list(LAYOUTS[form.layout](form))
    with Workbook(path) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate([[form.title], *rows] if title else rows):
            page.write_row(at, 0, ["" if cell is None else cell for cell in row])
        if form.layout == "two":
            _merge(page, form, first=int(title))


def _merge(page: Worksheet, form: OfficeForm, first: int) -> None:
    """Each group over its heads, each head without a group over both rows."""
    groups = [_group(head.text)[0] for head in form.heads]
    for group, members in groupby(enumerate(groups), key=lambda one: one[1]):
        columns = [at for at, _ in members]
        for at in columns if not group else ():
            page.merge_range(first, at, first + 1, at, form.heads[at].text)
        if group and len(columns) > 1:
            page.merge_range(first, columns[0], first, columns[-1], group)


def _table(form: OfficeForm) -> Iterator[list[object]]:
    has_groups = any(_group(head.text)[0] for head in form.heads)
    if has_groups:
        groups = [_group(head.text)[0] for head in form.heads]
        yield [
            (group or _group(head.text)[1]) if at == 0 or group != groups[at - 1] or not group else ""
            for at, (group, head) in enumerate(zip(groups, form.heads, strict=True))
        ]
        yield [_group(head.text)[1] if _group(head.text)[0] else "" for head in form.heads]
    else:
        yield [head.text for head in form.heads]
    for at in range(4):
        yield [head.entries[at % len(head.entries)] for head in form.heads]


def _group(text: str) -> tuple[str, str]:
    """The group that a head stands under and the head: 「负责人信息/姓名」."""
    group, slash, own = text.partition("/")
    is_group = slash and group.endswith(("信息", "情况", "协议", "原协议"))
    return (group, own) if is_group else ("", text)


def _pairs(form: OfficeForm) -> Iterator[list[object]]:
    for at in range(0, len(form.heads), form.pairs):
        yield [cell for head in form.heads[at : at + form.pairs] for cell in (head.text, head.entries[0])]


def _coded(form: OfficeForm) -> Iterator[list[object]]:
    for at in range(0, len(form.heads), form.pairs):
        yield [
            cell
            for number, head in enumerate(form.heads[at : at + form.pairs], at)
            for cell in (head.text, f"Tdf7{number:02d}", head.entries[0])
        ]


LAYOUTS = {"table": _table, "two": _table, "pairs": _pairs, "card": _pairs, "coded": _coded}
OURS: Mapping[str, str] = {
    "centre": "01 基本信息", "rooms": "02 场地与功能空间", "staff": "03 运营管理人员",
    "mentors": "04 创业导师", "tenants": "05 入驻创业实体", "agreements": "06 服务协议",
    "services": "07 服务项目", "service_log": "08 服务台账", "systems": "09 管理制度",
    "inspections": "10 监督检查记录", "activities": "11 活动与培训", "policies": "12 政策享受",
}  # fmt: skip
