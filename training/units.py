"""Kinds of offices: what leave-one-unit-out leaves out.

A unit's name is free text and stands in few batches; offices of one kind share their vocabulary,
so a whole kind is held out to see what a model does in an office it has never read.
"""

# The first kind whose word stands in the name wins: special offices before the general ones.
_KINDS = (
    ("pengawasan", "inspektorat itjen kepatuhan reformasi integritas pengaduan"),
    ("pengadaan", "pengadaan pemilihan bp2jk lpse pokja"),
    ("teknologi informasi", "data pusdatin informasi teknologi elektronik"),
    ("laboratorium", "laboratorium geoteknik bahan hidrologi"),
    ("jalan", "jalan jembatan tol p2jn terowongan preservasi"),
    ("sumber daya air", "sungai irigasi bendungan rawa pantai sabo air"),
    ("permukiman", "permukiman perumahan sanitasi spam bangunan rumah gedung cipta plp"),
    ("konstruksi", "konstruksi"),
    ("kepegawaian", "kepegawaian bpsdm politeknik kompetensi poliklinik pelatihan ortala"),
    ("keuangan", "keuangan perbendaharaan bmn anggaran perencanaan"),
    ("hukum dan humas", "hukum humas komunikasi perpustakaan arsip kearsipan persuratan"),
)
OTHER = "umum"


def kind_of_unit(name: str) -> str:
    """The kind of office a unit's name speaks of; :data:`OTHER` when none is recognised."""
    words = name.lower()
    return next(
        (kind for kind, marks in _KINDS if any(mark in words for mark in marks.split())), OTHER
    )
