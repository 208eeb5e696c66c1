"""Rewrites of the employee's own sentence; unknown facts become slots (guideline 14)."""

from nlp.rewriting.indikator import rewrite_indikator
from nlp.rewriting.permohonan import rewrite_plea
from nlp.rewriting.rtl import rewrite_rtl
from nlp.rewriting.slot import filled, unfilled
from nlp.rewriting.topik import rewrite_topik
from nlp.rewriting.umpan_balik import change_icon

__all__ = [
    "change_icon", "filled", "rewrite_indikator", "rewrite_plea", "rewrite_rtl", "rewrite_topik",
    "unfilled",
]  # fmt: skip
