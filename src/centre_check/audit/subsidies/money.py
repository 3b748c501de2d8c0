"""Money in words: exact, in 万元 and 元 both."""

from decimal import Decimal

from centre_check.words import Words, mark

_WAN = Decimal(10000)
_PLACES = 2  # of 万元, at least


def wan(amount: Decimal) -> str:
    """元 as 万元 without rounding, with two decimal places at least: 62.30, 99.99995."""
    text = f"{(amount / _WAN).normalize():f}"
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest.ljust(_PLACES, '0')}"


def said(amount: Decimal, words: Words) -> str:
    """An amount of 元 in 万元: 62.30万元."""
    return words(mark("{n} ten thousand yuan"), n=wan(amount))


def both(amount: Decimal, words: Words) -> str:
    """An amount in 万元, and in 元 to the cent: 62.30万元（623,000.00元）."""
    return words(mark("{wan} ({yuan} yuan)"), wan=said(amount, words), yuan=f"{amount:,.2f}")
