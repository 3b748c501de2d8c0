"""Of a union's branches, keeps the one the writer probably meant.

Where a number or a number for each level may stand, pydantic reports of 「五百」 that it is no
number and that it is no mapping; one sentence is enough.
"""

from collections import defaultdict
from collections.abc import Iterable

from centre_check.files.trouble import FileTrouble


def without_other_branches(troubles: Iterable[FileTrouble], depth: int = 0) -> list[FileTrouble]:
    """`troubles` with those of one branch only for each union without tags."""
    kept: list[FileTrouble] = []
    unions: dict[object, dict[str, list[FileTrouble]]] = defaultdict(lambda: defaultdict(list))
    for trouble in troubles:
        if len(trouble.spot.forks) <= depth:
            kept.append(trouble)
        else:
            fork = trouble.spot.forks[depth]
            unions[fork.loc][fork.branch].append(trouble)
    for branches in unions.values():
        kept += without_other_branches(_meant(list(branches.values()), depth), depth + 1)
    return kept


def _meant(branches: list[list[FileTrouble]], depth: int) -> list[FileTrouble]:
    """The branch that fits what is written best; where none does, what all of them expect."""
    fitting = [b for b in branches if not any(_misfits(t, depth) for t in b)] or branches
    deeper = [b for b in fitting if not _is_bare_expectation(b, depth)]
    if deeper:
        return min(deeper, key=len)
    first = fitting[0][0]
    return [first.expecting([part for branch in fitting for part in branch[0].expected])]


def _misfits(trouble: FileTrouble, depth: int) -> bool:
    """Whether the value of the union itself has another shape than the branch wants."""
    return trouble.spot.loc == trouble.spot.forks[depth].loc and not trouble.fits_shape


def _is_bare_expectation(branch: list[FileTrouble], depth: int) -> bool:
    first = branch[0]
    at_union = first.spot.loc == first.spot.forks[depth].loc
    return len(branch) == 1 and at_union and bool(first.expected)
