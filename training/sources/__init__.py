"""Annotated data from elsewhere as training examples: tables, data sets, annotation tools.

``read_sources`` reads any of: the corpus's own JSON Lines, CSV, XLSX, a saved ``datasets`` folder,
Label Studio (JSON, JSON_MIN, CSV), doccano, Argilla and Prodigy. Files are recognised by content.
"""

from training.sources.reading import held_out_texts, read_sources
from training.sources.result import Count, Reject, Sources, write_rejects

__all__ = ["Count", "Reject", "Sources", "held_out_texts", "read_sources", "write_rejects"]
