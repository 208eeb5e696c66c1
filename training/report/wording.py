"""How a report names tasks and writes numbers."""

TASKS = {
    "terukur": "Apakah indikator terukur?",
    "konkret": "Apakah hasil konkret?",
    "selesai": "Apakah pekerjaan pada topik sudah selesai?",
    "masalah": "Apakah topik menyebut masalah?",
    "kendali": "Apakah RTL dalam kendali pegawai?",
    "rtl_spesifik": "Apakah RTL spesifik?",
    "sentimen": "Bagaimana nada umpan balik?",
    "arahan": "Adakah arahan dalam umpan balik?",
    "umpan_balik_spesifik": "Apakah umpan balik spesifik?",
    "konseling": "Perlukah konseling atau rujukan?",
    "butir": "Butir pedoman mana yang tampak?",
}
KINDS = {"minimum": "dasar", "invariance": "tak berubah", "direction": "arah"}


def decimal(value: float, digits: int = 3) -> str:
    """0.9512 → ``0,951``."""
    return f"{value:.{digits}f}".replace(".", ",")


def signed(value: float, digits: int = 3) -> str:
    """−0.0123 → ``−0,012``."""
    return f"{value:+.{digits}f}".replace(".", ",").replace("-", "−")


def percent(value: float) -> str:
    """0.951 → ``95 %``."""
    return f"{100 * value:.0f} %"


def count(value: int) -> str:
    """14385 → ``14.385``."""
    return f"{value:,}".replace(",", ".")


def named(label: str) -> str:
    """TIDAK_TERUKUR → ``tidak terukur``; an item's number gets its noun."""
    return f"butir {label}" if label.isdigit() else label.replace("_", " ").lower()
