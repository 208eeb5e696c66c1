"""A training run as one self-contained HTML page that a person without statistics can read."""

from training.report.html import write_report

__all__ = ["write_report"]
