"""A required field is empty or holds a placeholder (guideline 12)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, is_blank
from nlp.finding import Finding
from nlp.rule import Rule

RULE = Rule("FORM_TIDAK_LENGKAP", "12", "error", "administrasi")
_NAMES = {"topik": "Topik", "hasil": "Hasil yang diharapkan", "rtl": "Rencana tindak lanjut"}


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding at every required field that says nothing.

    An empty indikator is INDIKATOR_KURANG and a missing dialog DIALOG_BELUM_DILAKUKAN, not this.
    """
    data = form.form
    required = [("/topik", "topik", data.topik), ("/hasil", "hasil", data.hasil)]
    if data.tindak_lanjut:
        for number, step in enumerate(data.tindak_lanjut):
            required.append((f"/tindak_lanjut/{number}/rtl", "rtl", step.rtl))
    else:
        required.append(("/tindak_lanjut", "rtl", None))
    for pointer, name, value in required:
        if not is_blank(value):
            continue
        yield Finding(
            RULE.id,
            pointer,
            None,
            None,
            RULE.severity,
            f"{_NAMES[name]} belum diisi."
            if not value
            else f"{_NAMES[name]} hanya berisi pengisi tempat.",
            "Bimbingan kinerja hanya diakui bila topik, hasil, dan paling sedikit satu rencana "
            "tindak lanjut terisi.",
            RULE.guideline,
            1.0,
        )
