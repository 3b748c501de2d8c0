"""What the blank workbook says besides its form: instructions, and what each sheet is for.

Texts on the sheets themselves are Chinese in every language; the `Phrase`s follow the reader's.
"""

from centre_check.words import Phrase

INSTRUCTIONS = "00 填表说明"
NOTE = "填报单位：____________________　　填报日期：______年____月____日"
KEY_VALUE_HEADERS = ("项目", "填写内容", "填写说明")
FOOTER = "第 &P 页，共 &N 页"  # Excel's codes for the page and the number of pages

SUBTITLE = Phrase(zh="{level}创业中心填表说明", en="How to fill it in: {level} centre")
HOW = Phrase(zh="一、怎样填", en="1. How to fill it in")
SHEETS = Phrase(zh="二、各张表填什么", en="2. What each sheet is for")
CHOICES = Phrase(zh="三、下拉框里的词", en="3. Words in the drop-downs")
LONG_CHOICES = Phrase(zh="四、较长的下拉框", en="4. Long drop-downs")

RULES = (
    Phrase(
        zh="本工作簿由创业中心填写，一个中心填一本，据此对照标准逐条核定。",
        en="The centre fills in this workbook, one for each centre; it is audited against the "
        "standard clause by clause.",
    ),
    Phrase(
        zh="表头带＊的必须填写，其他各栏有则填写。点中单元格，会显示这一栏怎么填。",
        en="A header with ＊ must be filled in, the others where they apply. Select a cell to see "
        "what to write in it.",
    ),
    Phrase(
        zh="一人一行，一户一行，一份协议一行。不要合并单元格，不要改工作表的名称和表头；行不够可以往下接着填。",
        en="One person, one tenant, one agreement a row. Do not merge cells or change the names of "
        "sheets and headers; go on below the ruled rows if there are too few.",
    ),
    Phrase(
        zh="不清楚的空着不填，空白不会被当作“否”；确实没有的，按提示填“无”或选“否”。",
        en="Leave unknown cells blank: a blank is never taken for “no”. Where there is none, write "
        "无 or choose 否 as the prompt says.",
    ),
    Phrase(
        zh="日期写成2026-06-30这样；数字只写数字，不写单位。",
        en="Write dates as 2026-06-30, and numbers in figures only, without a unit.",
    ),
    Phrase(
        zh="有下拉框的从下拉框选；可以选几项的，各项之间用顿号隔开。",
        en="Choose from the drop-down where there is one; separate several choices with 、.",
    ),
    Phrase(
        zh="标“示例”的灰色行只供参照，不计入，留着或删去都可以。",
        en="The grey row marked 示例 (example) is not counted; keep it or delete it.",
    ),
    Phrase(
        zh="从已有的名册复制时，用“选择性粘贴”中的“数值”，下拉框和格式才不会丢失。",
        en="When copying from a roster, paste values only, so that drop-downs and formats stay.",
    ),
    Phrase(
        zh="身份证号可以不填，填了只用来分清同名的人。",
        en="Identity numbers are optional; they only tell namesakes apart.",
    ),
)

TERMS = Phrase(zh="附：可填的指标或项目，名称照写", en="Names of indicators or items, to be copied")
TERM = Phrase(zh="名称", en="Name")
MEANING = Phrase(zh="单位和用途", en="Unit and use")

PROGRAMME_SUBTITLE = Phrase(zh="填表说明", en="How to fill it in")
PROGRAMME_RULES = (
    Phrase(
        zh="表头带＊的必须填写，其他各栏有则填写。点中单元格，会显示这一栏怎么填。",
        en="A header with ＊ must be filled in, the others where they apply. Select a cell to see "
        "what to write in it.",
    ),
    Phrase(
        zh="数字带单位，如21.99万人、9万余人次、95%；也可写在单位栏。人与人次、元与万元不要混填。",
        en="Write numbers with their units, e.g. 21.99万人 or 95%; do not mix 人 and 人次, 元 and "
        "万元.",
    ),
    Phrase(
        zh="一个指标一行；按年、按月、按地区分别填的，一期一地一行。累计数填最近一期即可。",
        en="One indicator a row; one row a year, a month or a place where these are apart.",
    ),
    Phrase(
        zh="不清楚的空着不填，空白不会被当作0；确实是0的写0。",
        en="Leave unknown cells blank: a blank is never taken for zero. Write 0 where it is zero.",
    ),
    Phrase(
        zh="标“示例”的灰色行只供参照，不计入，留着或删去都可以。",
        en="The grey row marked 示例 (example) is not counted; keep it or delete it.",
    ),
    Phrase(
        zh="不要合并单元格，不要改工作表的名称和表头；行不够可以往下接着填。",
        en="Do not merge cells or change the names of sheets and headers; go on below the ruled "
        "rows if there are too few.",
    ),
)

SHEET = Phrase(zh="工作表", en="Sheet")
PURPOSE = Phrase(zh="填什么", en="What it is for")
COLUMN = Phrase(zh="用在（表号 列名）", en="Used in (sheet, column)")
OPTIONS = Phrase(zh="可选的词", en="Choices")
EMPTY_MEANS_NONE = Phrase(
    zh="其他表已填而这张表一行不填的，视为没有。",
    en=" Left empty while the others are filled, it means that there are none.",
)
EXAMPLE = Phrase(zh="例：{example}", en=" E.g. {example}")

NOT_A_CHOICE = Phrase(
    zh="请从下拉框里选；不清楚的空着不填。", en="Choose from the list; leave it blank if unknown."
)
NOT_A_DATE = Phrase(
    zh="日期请写成2026-06-30这样。点“是”可保留现在填的内容。",
    en="Write the date as 2026-06-30. “Yes” keeps what you wrote.",
)
NOT_A_NUMBER = Phrase(
    zh="这里只写数字，不写单位，不小于0。点“是”可保留现在填的内容。",
    en="Figures only, without a unit, not below 0. “Yes” keeps what you wrote.",
)

# By the id of the sheet; a sheet that is not here is described by its title.
PURPOSES = {
    "centre": Phrase(
        zh="中心的基本情况，一项一行。据此确定按哪一级核定，核定场地、面积和容量。",
        en="The centre itself, one fact a line: its level, premises, floor area and capacity.",
    ),
    "rooms": Phrase(
        zh="一个空间一行。据此核定各类功能空间及其是否相对独立。",
        en="One room or area a row. Decides whether the required rooms are there and set apart.",
    ),
    "staff": Phrase(
        zh="一人一行，兼职的也填。据此核定运营团队、专职人数和政务综合服务专人。",
        en="One person a row, part-timers too. Decides the team and the number of full-time staff.",
    ),
    "mentors": Phrase(
        zh="一人一行。据此核定导师的构成和人数，聘期已过的不计入。",
        en="One mentor a row. Decides the number and kinds of mentors; expired terms do not count.",
    ),
    "tenants": Phrase(
        zh="一户一行，已退出的也保留，填上退出日期。据此核对是否户户签了服务协议。",
        en="One tenant a row; keep those who left, with the day. Each should have an agreement.",
    ),
    "agreements": Phrase(
        zh="一份协议一行，续签的另起一行。据此核定协议是否签全、累计帮扶期限。",
        en="One agreement a row, also a renewal. Decides agreements and their terms.",
    ),
    "services": Phrase(
        zh="一项服务一行。据此核定基础服务是否齐全、增值服务有几类。",
        en="One service a row. Decides whether basic and value-added services are offered.",
    ),
    "service_log": Phrase(
        zh="服务一次记一行，作为服务项目的佐证。",
        en="One row each time a service is given; evidence for the services.",
    ),
    "systems": Phrase(
        zh="一份制度一行，一份可对应几个类别。据此核定管理制度是否齐全。",
        en="One set of rules a row; it may cover several topics. Decides whether all are there.",
    ),
    "inspections": Phrase(
        zh="检查一次记一行。据此核定是否监督入驻实体遵守制度。",
        en="One inspection a row. Decides whether tenants are supervised.",
    ),
    "activities": Phrase(
        zh="一场活动或培训一行，用于统计。", en="One event or course a row, for statistics."
    ),
    "policies": Phrase(
        zh="一户（人）享受一项政策记一行，用于统计，不影响是否达标。",
        en="One policy used by one tenant or person a row; does not affect the verdict.",
    ),
    "rent_relief": Phrase(
        zh="一户一段减免期一行，用于测算租金减免，不影响是否达标。",
        en="One period of rent relief a row; does not affect the verdict.",
    ),
    "evidence": Phrase(
        zh="一份材料一行，供核对材料用，不影响是否达标。",
        en="One document a row, to find it by; does not affect the verdict.",
    ),
    "targets": Phrase(
        zh="一个指标一行。文件写明目标的，只作核对；没有写明总数的（如区县数），据此计算覆盖率。",
        en="One indicator a row; only checked where the text itself states the target.",
    ),
    "achievements": Phrase(
        zh="一个指标一期一行，写明截止日期。据此计算完成率和状态。",
        en="One indicator and period a row. Decides rates and statuses.",
    ),
    "places": Phrase(
        zh="列全应分别达到目标的镇街或县（市）区。", en="Every town or county that has to comply."
    ),
    "parameters": Phrase(
        zh="一项参数一行，同一项分几行填的相加。", en="One parameter a row; several rows add up."
    ),
    "loans": Phrase(zh="一笔贷款一行，金额统一用一个单位。", en="One loan a row, all in one unit."),
    "attestations": Phrase(
        zh="由现场核定人员填写，填报单位不填。一个条款一行，写明核定人和核定日期。",
        en="For the inspector, not for the centre: one clause a row, with name and date.",
    ),
}
