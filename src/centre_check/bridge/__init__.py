"""What the offline page asks of the program: a request as JSON with bytes, a reply like it.

The page's worker is one process that lives long and audits one workbook after the other. It keeps
nothing between two requests, so that a worker that was ended is replaced by another one at once.
"""

import json

from centre_check.bridge import reading, sets, standard, workbook
from centre_check.bridge.asked import Asked, Reply, said, words_of
from centre_check.errors import CentreCheckError

_DOERS = {
    one.__name__: one
    for one in (
        *(standard.about, standard.booklet, standard.template),
        *(workbook.audit, workbook.decided, workbook.annotated, workbook.paper),
        *(reading.unread, reading.mapping, reading.mapping_file),
        *(sets.members, sets.member, sets.workbooks_among, sets.results, sets.summary, sets.zipped),
    )
}


def answer(request: str, content: bytes = b"", *beside: bytes) -> Reply:
    """Do what the request's `do` names; an input that is wrong becomes the two sentences of it.

    `beside` are the files that go with the workbook: the inspectors', whose names are `onsite`.
    """
    asked: Asked = {**json.loads(request), "beside": beside}
    try:
        return _DOERS[asked["do"]](asked, content)
    except CentreCheckError as error:
        from centre_check.desk.exits import sentences

        message, *hint = sentences(error, words_of(asked))
        return said({"message": message, "hint": " ".join(hint)})
