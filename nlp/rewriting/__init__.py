"""Rewrites of the employee's own sentence; unknown facts become slots (guideline 14)."""

from nlp.rewriting.hasil import rewrite_hasil
from nlp.rewriting.indikator import rewrite_indikator
from nlp.rewriting.langkah import rewrite_step
from nlp.rewriting.offer import offered
from nlp.rewriting.permohonan import need, rewrite_plea, rewrite_pleading_hasil
from nlp.rewriting.pertanyaan import matter, matter_at, whys
from nlp.rewriting.rantai import rewrite_link
from nlp.rewriting.rtl import rewrite_rtl
from nlp.rewriting.slot import filled, unfilled
from nlp.rewriting.topik import rewrite_activity, rewrite_topik
from nlp.rewriting.umpan_balik import add_occasion, add_request, match_text

__all__ = [
    "add_occasion", "add_request", "filled", "match_text", "matter", "matter_at", "need",
    "offered", "rewrite_activity", "rewrite_hasil", "rewrite_indikator", "rewrite_link",
    "rewrite_plea", "rewrite_pleading_hasil", "rewrite_rtl", "rewrite_step", "rewrite_topik",
    "unfilled", "whys",
]  # fmt: skip
