"""Layouts as offices send them: each with the outcome that its rows prove, judged from outside."""
