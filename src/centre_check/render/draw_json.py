"""Draw a random draw as JSON: the method, the strata, the centres."""

from collections.abc import Sequence

from centre_check.documents.many.draw_list import Method
from centre_check.model.findings import Failure
from centre_check.render.result_json import centre, envelope, standing
from centre_check.results.draw import Stratum, ticket


def render(
    strata: Sequence[Stratum], method: Method, failures: Sequence[Failure], lang: str
) -> bytes:
    """The draw; `ticket` is the digest that decided when a centre was drawn."""
    content = {
        "rate": f"{method.rate.normalize():f}",
        "seed": method.seed,
        "by": method.by,
        "total": sum(one.size for one in strata),
        "drawn": sum(len(one.drawn) for one in strata),
        "strata": [
            {
                "key": dict(zip(method.by, one.key, strict=True)),
                "size": one.size,
                "drawn": [
                    {**centre(each), **standing(each), "ticket": ticket(each, method.seed)}
                    for each in one.drawn
                ],
            }
            for one in strata
        ],
    }
    return envelope("sample", lang, content, failures)
