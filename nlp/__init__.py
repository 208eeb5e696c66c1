"""The reviewer as a library: text → analysis → rules → findings → score.

Knows no HTTP, no pydantic and no scikit-learn. Start at :mod:`nlp.review`.
"""
