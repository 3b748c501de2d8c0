"""Judging: from facts and a standard to findings and a verdict."""

from centre_check.audit.run import run_audit

__all__ = ["run_audit"]
