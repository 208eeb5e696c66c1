"""The recap of many reviewed forms: four criteria per unit, who is missing, copies, trend.

The criteria are those by which pembinaan kinerja is judged in the ministry's paparan of 10 July
2025: kuantitas, kualitas, prioritas, indikator. SE Menteri PUPR 8/2024 weighs a unit's mark as
penilaian 40 %, pembinaan 30 %, pelaporan 30 %; how the criteria become the 30 % is not published,
so no mark is made here. Forms of konseling and rujukan are health data (UU 27/2022): they enter no
criterion and no list.
"""

from nlp.recap.answer import Recap, Unit
from nlp.recap.compute import LEAST_SHOWN, recap
from nlp.recap.row import Row, Staff, Verdict, row_of, row_with

__all__ = [
    "LEAST_SHOWN", "Recap", "Row", "Staff", "Unit", "Verdict", "recap", "row_of", "row_with",
]  # fmt: skip
