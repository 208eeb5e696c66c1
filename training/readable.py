"""Feature names as a person reads them: ``pasangan:^ laporan`` → "awal teks + laporan"."""

_PARTS = {
    "^": "awal teks",
    "$": "akhir teks",
    "0": "[angka]",
    "#date": "[tanggal]",
    "#period": "[periode]",
    "#legal": "[peraturan]",
    "#count": "[jumlah]",
    "#percent": "[persen]",
    "#duration": "[lama waktu]",
    "#score": "[nilai]",
    "#bare": "[angka]",
    "#ordinal": "[urutan]",
    "#money": "[uang]",
    "main": "klausa utama",
    "contrast": "klausa pertentangan",
    "purpose": "klausa tujuan",
    "condition": "klausa syarat",
    "concession": "klausa konsesi",
    "cause": "klausa sebab",
    "time": "klausa waktu",
    "relative": "klausa “yang”",
    "content": "klausa isi",
    "done": "sudah terjadi",
    "future": "akan terjadi",
    "open": "belum terjadi",
    "akar": "kata tanpa imbuhan",
    "asing": "kata asing",
}
_WORDS = {"kata": "kata", "akar": "kata dasar", "pembuka": "kata pertama", "jabatan": "jabatan"}
_LISTS = {
    "tanda": "tanda",
    "terakhir": "tanda pada tindakan terakhir",
    "kelas": "golongan kata",
    "angka": "angka",
    "anak": "kalimat",
    "aspek": "waktu",
    "predikat": "predikat",
    "akhir": "kalimat penutup",
    "pelaku": "pelaku",
    "penutup": "golongan kata terakhir",
    "awal0": "kata ke-1 dari jenis",
    "awal1": "kata ke-2 dari jenis",
    "awal2": "kata ke-3 dari jenis",
}


def readable(name: str) -> str:
    """One feature name of :mod:`nlp.features` in Indonesian; unknown kinds stay as they are."""
    if name.startswith("pembuka√"):
        return f"kata dasar pertama “{name.removeprefix('pembuka√')}”"
    kind, _, rest = name.partition(":")
    denied = " (disangkal)" if rest.startswith("¬") else ""
    rest = rest.removeprefix("¬")
    if kind in _WORDS:
        return f"{_WORDS[kind]} “{_part(rest)}”{denied}"
    if kind == "pasangan":
        return f"urutan “{' '.join(map(_part, rest.split()))}”"
    if kind == "pola":
        return f"pola {' · '.join(map(_class, rest.split()))}"
    if kind in _LISTS:
        parts = [_class(part) for part in _split(rest) if part]
        return f"{_LISTS[kind]}: {', '.join(parts) or 'tidak ada'}{denied}"
    return name


def _split(rest: str) -> list[str]:
    return rest.replace("@", ":").replace("+", ":").split(":")


def _part(word: str) -> str:
    return _PARTS[word] if word in _PARTS and not word.isalpha() else word


def _class(word: str) -> str:
    return _PARTS.get(word, word.replace("_", " "))
