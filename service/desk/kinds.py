"""The kinds of file the desk reads; apart from the reading, which needs more than the service."""

from typing import Literal

from service.body import JSON_TYPE, NDJSON_TYPES

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv"

Kind = Literal["xlsx", "csv", "json", "jsonl"]
KINDS: dict[str, Kind] = {
    XLSX_TYPE: "xlsx",
    CSV_TYPE: "csv",
    JSON_TYPE: "json",
    **dict.fromkeys(NDJSON_TYPES, "jsonl"),
}
"""Media type to kind of file."""
