"""Calculators of subsidies and ceilings of loans, as data: what files hold, what they become."""
