"""Why a label: the signs that speak for it, in text order, with an Indonesian reason."""

from nlp.features import Feature
from nlp.finding import Evidence
from nlp.text import Text

# task → label → sign → what it says. Groups in a tuple are told one after the other: signs that
# explain a doubt but seldom cause it come last.
_Reasons = tuple[dict[str, str], ...]
_MEASURE_HOLDS = {
    "besaran": "besaran yang dapat dihitung",
    "bukti": "bukti yang dapat ditunjukkan",
    "jejak": "keadaan yang meninggalkan jejak",
    "nihil": "ketiadaan yang dapat dihitung",
}
_MEASURE_FAILS = {
    "batin": "keadaan batin atau kemampuan, tidak tampak dari luar",
    "pokok_mutu": "mutu sebagai pokok kalimat, tanpa alat ukur",
    "tren": "perubahan tanpa titik awal dan target",
    "mutu": "keterangan mutu, bukan ukuran",
    "peristiwa": "kegiatan tanpa jumlah, sasaran, atau bukti",
    "nama_ukuran": "nama ukuran tanpa target",
}
_MEASURE_EXPLAINS = {
    "bukti_batal": "benda yang disebut, tetapi tidak ditunjukkan sebagai bukti",
    "angka_semu": "angka yang bukan ukuran capaian",
}
_GOOD = {"puji": "pujian", "kritik_batal": "kekurangan yang disangkal, jadi pujian"}
_BAD = {
    "kritik": "kritik",
    "puji_batal": "kebaikan yang disangkal, jadi kritik",
    "lalai": "hal yang seharusnya dilakukan, tetapi tidak",
    "sindiran": "pujian yang menyindir",
}
_ASKS = {"minta": "permintaan"}
_ITEM_SIGNS = {f"butir{n:02d}": f"tanda butir {n} pedoman" for n in range(1, 18)}

_REASONS: dict[str, dict[str, _Reasons]] = {
    "terukur": {
        "TERUKUR": (_MEASURE_HOLDS,),
        "TIDAK_TERUKUR": (_MEASURE_FAILS, _MEASURE_EXPLAINS),
    },
    "konkret": {
        "KONKRET": (_MEASURE_HOLDS,),
        "TIDAK_KONKRET": (_MEASURE_FAILS, _MEASURE_EXPLAINS),
    },
    "selesai": {
        "SELESAI": (
            {"tuntas": "dinyatakan sudah terlaksana", "lampau": "waktunya sudah lewat"},
            {"teratasi": "masalah yang dinyatakan teratasi"},
        ),
        "BERJALAN": (
            {
                "masalah": "masalah yang masih ada",
                "terbuka": "masih ada yang terbuka",
                "akan": "baru akan dikerjakan",
            },
        ),
    },
    "masalah": {"MASALAH": ({"masalah": "gap yang tersurat", "terbuka": "belum tercapai"},)},
    "kendali": {
        "DI_LUAR_KENDALI": (
            {
                "pelaku_luar": "pelaku yang menentukan bukan pegawai",
                "permohonan": "permohonan agar pihak lain bertindak",
                "tunggu": "hanya menunggu atau menerima",
                "putusan": "keputusan pihak lain",
                "pantau_putusan": "hanya memantau keputusan pihak lain",
            },
        ),
        "DALAM_KENDALI": (
            {"pelaku_diri": "pegawai sendiri pelakunya", "upaya": "tindakan pegawai sendiri"},
        ),
    },
    "sentimen": {
        "positif": (_GOOD,),
        "negatif": (_BAD, _ASKS),
        "campuran": (_GOOD | _BAD | _ASKS,),
    },
    "arahan": {"ADA": (_ASKS,)},
    "konseling": {"KONSELING": (_ITEM_SIGNS,), "RUJUKAN": (_ITEM_SIGNS,)},
}


def evidence_for(task: str, label: str, text: Text, judged: list[Feature]) -> tuple[Evidence, ...]:
    """The signs that speak for a label.

    In: task and label, the text, and the task's signs. Out: evidence with spans in code points,
    the deciding kind first; empty where no sign explains the label.
    """
    found: list[Evidence] = []
    for reasons in _REASONS.get(task, {}).get(label, ()):
        group = [
            Evidence(*text.span(sign.first, sign.last), reasons[sign.name])
            for sign in judged
            if sign.name in reasons and sign.first >= 0
        ]
        found += sorted(dict.fromkeys(group), key=lambda e: (e.start, -e.end))
    return tuple(found)
