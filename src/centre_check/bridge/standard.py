"""What the page asks about the program and its standard: no workbook is needed."""

from __future__ import annotations

from centre_check.bridge.asked import Asked, Reply, recipe_of, said, words_of


def about(asked: Asked, _: bytes) -> Reply:
    """The program and the standard by which it judges: what a page shows without a workbook."""
    from centre_check import __version__
    from centre_check.standard import shelf

    words, edition = words_of(asked), shelf.take(asked["standard"])
    levels = []
    for level in edition.levels:
        standard = edition.resolve(level.id)
        groups = {one.prefix: words.phrase(one.title) for one in standard.groups}
        levels.append(
            {
                "id": level.id,
                "title": words.phrase(level.title),
                "criteria": [
                    {
                        "id": one.id,
                        "group": next((t for p, t in groups.items() if one.id.startswith(p)), ""),
                        "quote": one.quote,
                    }
                    for one in standard.criteria
                ],
            }
        )
    first = edition.resolve(edition.levels[0].id)
    return said(
        {
            "version": __version__,
            "standard": {
                "id": first.id,
                "title": words.phrase(first.title),
                "document": first.document,
                "section": first.section,
                "edition": first.edition,
                "sha256": edition.sha256,
            },
            "levels": levels,
        }
    )


def booklet(asked: Asked, _: bytes) -> Reply:
    """The standard of a level, to be read and printed."""
    from centre_check.desk.papers import drawn

    return said({}, drawn("standard", asked["suffix"], recipe_of(asked).auditor(), None))


def template(asked: Asked, _: bytes) -> Reply:
    """The blank workbook of a level."""
    from centre_check.desk.template import template

    return said({}, template(asked["standard"], asked["level"], words_of(asked), is_full=False))
