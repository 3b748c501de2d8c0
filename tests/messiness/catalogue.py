"""The 96 cases of the catalogue: what offices send, and what must come of it, each in one line."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One case: what is sent, and the behaviour that is asked for."""

    what: str
    required: str


_GROUPS = {
    "File": """
1 old .xls, WPS .et | read it, or say to save it as .xlsx
2 an .xlsx that is HTML, CSV or .xls inside | say what it is
3 encrypted | say that it is encrypted
4 zero bytes, cut off, no zip | say so
5 lock files in a folder | pass over them, count them
6 odd file names | read; two files of one centre are an error of the roll-up
7 CSV in GB18030 or with BOM | read, never garbled
8 .xlsm | read the values, never run macros, note
9 a million formatted blank rows | read without hanging
10 zip bomb, far too large, 100 sheets | say which limit
11 formula never computed | undecided, never 0; note
12 #REF! #VALUE! #N/A | undecided with the cell
13 links to other workbooks | the stored value, note
14 output cannot be written | say so
""",
    "Sheet": """
15 renamed sheet | by synonym or headers, note
16 missing sheet | its clauses undecided, said once
17 further sheets | not read, named in a note
18 hidden sheet | not read, note
19 hidden rows, filter | they are data, note
20 two sheets of one role | none is read, asks for one
21 all rosters on one sheet | find the second table, else say the row
22 two tables side by side | never misalign
23 centre laid out as a printed form | value to the right, then below
24 sheet order, English names | read
""",
    "Header": """
25 titles and a unit line above | skip; the unit is the column's default, note
26 two-row header | parent and child together
27 line breaks, full width, marks | normalise
28 synonym | read; show what was matched
29 the same header twice | the first, note
30 required column absent | undecided, naming the column
31 unknown column | ignore
32 misspelt header | suggest, never use silently
33 header repeated mid-sheet | skip
34 picture above the header | ignore
35 示例 row | skip, note
""",
    "Cell and number": """
36 merged data cells | fill down within the merge only
37 同上 〃 | the cell above; undecided in the first row
38 blank instead of a merge | do not fill down
39 text numbers | read
40 unit inside the cell | read
41 another unit than the header's | convert, note
42 approximate words | an interval; decide if it lies on one side
43 total rows | not counted, compared with the count
44 notes below the table | never a person
45 shown rounded | the stored value
46 negative, zero, absurd | note; zero only if entered
47 several names in one cell | undecided, one a row
48 shared hall entered by two centres | note in the roll-up
49 0.5, 50, 50% | by column; else undecided
50 万元 or 元 | note the outlier
51 identity number cut by Excel | note, still a person
52 blanks, zero-width, line breaks | strip
""",
    "Date and term": """
53 all spellings of dates | read; month and year are intervals
54 1904 workbook | the right day, note
55 serial number as text | a date, note
56 impossible date | undecided, never rolled over
57 year of two digits or none | 20xx with a note; undecided
58 end before start | undecided, pointed out
59 future date | not counted
60 三年, 36个月, 一年一签 | compute the end; each renewal is needed
61 长期, 自动顺延 | over three years
62 three years to the day | the corresponding day is not over
63 renewals | added up, gaps left out with a note
64 overlapping agreements | their union, note
65 expired, about to expire | fails; reminder
66 signed after the start, after the audit | note; no agreement
""",
    "Yes, no and text": """
67 boxes and ticks | read; both ticked is undecided
68 基本具备, 正在建设 | undecided, never yes
69 有(见附件3) | yes, note
70 a number for yes or no | undecided
71 Wingdings letters | a tick only in that font
72 several services in one cell | split and count kinds
73 service not on the list | may count, note
""",
    "People": """
74 one person twice | one; conflicting keys are pointed out
75 namesakes | two only if something tells them apart
76 wrong check digit | still a person, note
77 15 digits, passport, permits | keys like others
78 staff also mentor or tenant | note
79 离职 in the remarks only | undecided
80 full-time in two centres | finding of the roll-up
81 mentor without, with expired term | counts with a note; does not count
82 领导, 律师 as category | to be confirmed; the number stands
83 空岗, 等5人 | nobody; undecided
""",
    "Tenants, totals": """
84 one company written two ways | candidates, note; one code is one company
85 credit code mistyped | note
86 unregistered tenants | count, note
87 left without a date | not resident, note
88 stated number and list differ | the list decides, note
89 rooms exceed the total | the total decides, note
90 more tenants than capacity | proves capacity, note
91 no tenants | agreements not applicable
92 level and name differ, level blank | as stated, note; both levels shown
93 planned centre without workbook | 未报送 in the roll-up
94 workbook of another district | note in the roll-up
95 old template lacks a column | undecided
96 audit date missing | today, printed
""",
}


def _parsed(text: str) -> dict[int, Entry]:
    found = {}
    for line in text.strip().splitlines():
        head, required = line.split(" | ")
        number, what = head.split(" ", 1)
        found[int(number)] = Entry(what, required)
    return found


GROUPS: dict[str, dict[int, Entry]] = {name: _parsed(text) for name, text in _GROUPS.items()}
CATALOGUE: dict[int, Entry] = {n: e for group in GROUPS.values() for n, e in group.items()}

LATER = {
    48: "needs the centres of a district side by side: the roll-up",
    49: "no column of the form is a share; the cell parser keeps 50 and 0.5 apart (tests/cells)",
    80: "needs two centres at once: the roll-up",
    93: "needs the district's plan: the roll-up",
    94: "needs the district's list: the roll-up",
}
