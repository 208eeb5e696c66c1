"""Signs of who decides that an RTL happens (guideline 4)."""

from collections.abc import Iterator
from itertools import pairwise

from nlp.features.feature import Context, Feature
from nlp.text import Agent, Mark, Text

_LEADERS = frozenset(
    (
        "kepala ketua koordinator subkoordinator direktur sekretaris inspektur rektor dekan ppk "
        "kpa manajer pejabat katim supervisor"
    ).split()
)
_OWN_STAFF = frozenset("staf bawahan anggota pelaksana tim petugas operator".split())
_PLEAS = frozenset("mohon memohon dimohon harap mengharap mengharapkan berharap semoga".split())
_STOPWORDS = frozenset("dan di pada ahli muda madya pertama utama terampil mahir penyelia".split())
_ACTS = frozenset(("upaya", "putusan", "tunggu", "pantau"))
_LEARNING = frozenset(
    (
        "pelatihan kursus bimtek diklat workshop lokakarya seminar webinar sosialisasi magang "
        "belajar mempelajari mendalami pembelajaran"
    ).split()
)
_GUIDED = frozenset("mentoring coaching bimbingan konsultasi pendampingan".split())
_WITH = frozenset("dengan bersama oleh dari kepada ke sama bareng pada".split())
# Behind a learning word these name no subject.
_NO_SUBJECT = frozenset(
    (
        "lagi terus mandiri sendiri banyak lebih giat rajin rutin kembali yang ada dan untuk guna "
        "agar supaya secara di ke dari pada oleh dengan bersama setiap tiap tentang mengenai "
        "terkait kompetensi pegawai diri baru hal"
    ).split()
)


def kendali(text: Text, context: Context) -> Iterator[Feature]:
    """Yield the signs of one RTL.

    ``pelaku_luar`` / ``pelaku_diri`` who is named as doing it, ``jabatan_sendiri`` by the
    employee's own jabatan; ``tunggu`` it only waits or receives; ``putusan`` it is a decision of
    an office; ``pantau`` it watches; ``upaya`` it is an act of the employee's own. The last main
    clause comes last. ``belajar_pokok`` / ``belajar_kosong`` learning with or without its subject,
    ``mentor`` / ``mentor_kosong`` guidance with or without who guides (guideline 5).
    """
    yield from _learning(text)
    role = _role(context.jabatan)
    leads = bool(role & _LEADERS)
    for number, clause in enumerate(text.clauses):
        if clause.kind not in ("main", "contrast"):
            continue
        # A later act of equal rank decides (guideline 4): what stood before is history.
        acts = [m for m in text.marks if m.kind in _ACTS and clause.first <= m.first <= clause.last]
        if acts:
            yield Feature("langkah", clause.first, clause.last)
        for agent in text.agents:
            if agent.clause == number:
                yield Feature(_party(text, agent, role, leads), agent.first, agent.last)
                if _holds(text, agent, role):
                    yield Feature("jabatan_sendiri", agent.first, agent.last)
        if acts:
            yield from _head(text, acts, leads)


def _learning(text: Text) -> Iterator[Feature]:
    for i, word in enumerate(text.words):
        following = [w.norm for w in text.words[i + 1 : i + 6]]
        if word.norm in _LEARNING:
            named = any(n.isalpha() and n not in _NO_SUBJECT for n in following)
            yield Feature("belajar_pokok" if named else "belajar_kosong", i, i)
        elif word.norm in _GUIDED:
            guided = any(
                a in _WITH and b.isalpha() and b not in _NO_SUBJECT for a, b in pairwise(following)
            )
            yield Feature("mentor" if guided else "mentor_kosong", i, i)


def _role(jabatan: Text | None) -> frozenset[str]:
    if jabatan is None:
        return frozenset()
    return frozenset(w.norm for w in jabatan.words if w.norm not in _STOPWORDS)


def _party(text: Text, agent: Agent, role: frozenset[str], leads: bool) -> str:
    words = [w.norm for w in text.words[agent.first : agent.last + 1]]
    if agent.kind == "diri" or "saya" in words or "kami" in words:
        return "pelaku_diri"
    named = [w for w in words if w.isalpha()]
    if _holds(text, agent, role):
        return "pelaku_diri"
    if leads and any(w in _OWN_STAFF for w in named):
        return "pelaku_diri"
    return "pelaku_luar" if named else "pelaku_diri"


def _holds(text: Text, agent: Agent, role: frozenset[str]) -> bool:
    """Whether a party is named by the employee's own jabatan."""
    named = [w.norm for w in text.words[agent.first : agent.last + 1] if w.norm.isalpha()]
    return any(norm in role for norm in named[:2])


def _head(text: Text, acts: list[Mark], leads: bool) -> Iterator[Feature]:
    """The first act word of a clause says what kind of step it is."""
    head = acts[0]
    same = {m.kind: m for m in acts if m.first == head.first}
    if "tunggu" in same:
        yield Feature("tunggu", head.first, same["tunggu"].last)
    elif text.words[head.first].norm in _PLEAS or text.words[max(head.first - 1, 0)].norm in _PLEAS:
        yield Feature("permohonan", head.first, head.last)
    elif "putusan" in same:
        if not leads:
            yield Feature("putusan", head.first, same["putusan"].last)
    elif "pantau" in same:
        decided = any(m.kind == "putusan" and m.first > head.first for m in acts)
        yield Feature("pantau_putusan" if decided else "pantau", head.first, head.last)
    else:
        yield Feature("upaya", head.first, head.last)
