"""The report as one self-contained page: no script, no other host, readable on paper."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path

from service.report.svg import bars, columns, meter
from service.reviewed import Line, Reviewed, lines, unit_of
from service.summary import BINS, Summary
from service.terminal import GRADES, SEVERITIES, decimal

_CSS = Path(__file__).with_name("laporan.css")
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


def report(reviewed: Sequence[Reviewed], summary: Summary, name: str, today: date) -> Iterator[str]:
    """The page, piece by piece. ``name`` is the reviewed file's; every text is escaped."""
    yield (
        '<!doctype html>\n<html lang="id"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Laporan pemeriksaan – {escape(name)}</title>"
        f"<style>{_CSS.read_text('utf-8')}</style></head><body>\n"
    )
    yield (
        "<header><h1>Laporan pemeriksaan formulir bimbingan kinerja</h1>"
        f'<p class="redup">Berkas {escape(name)} · dibuat {today.day} {_MONTHS[today.month - 1]}'
        f" {today.year} oleh cermat</p>{_CONTENTS}</header>\n<main>\n"
    )
    yield _figures(summary)
    yield _scores(summary)
    yield _rules(summary)
    yield _units(summary)
    yield _unread(summary)
    yield '<section id="formulir"><h2>Formulir dengan temuan</h2>\n'
    shown = False
    for one in reviewed:
        found = lines(one)
        if found:
            shown = True
            yield _form(one, found)
    if not shown:
        yield "<p>Tidak ada temuan.</p>"
    yield f"</section>\n</main>\n<footer>{_FOOTER}</footer>\n</body></html>\n"


_CONTENTS = (
    '<nav aria-label="Isi laporan"><ul><li><a href="#ringkasan">Ringkasan</a></li>'
    '<li><a href="#skor">Sebaran skor</a></li><li><a href="#aturan">Temuan menurut aturan</a></li>'
    '<li><a href="#unit">Per unit</a></li><li><a href="#formulir">Formulir</a></li></ul></nav>'
)
_FOOTER = (
    "<p>Program ini memberi saran; keputusan tetap pada manusia. Temuan berbicara tentang teks,"
    " bukan tentang orangnya, dan tidak menentukan predikat.</p><p>Teks formulir konseling dan"
    " formulir yang mungkin meminta pertolongan tidak disalin ke laporan ini.</p>"
)


def _figures(summary: Summary) -> str:
    tiles = [
        ("Formulir diperiksa", str(summary.forms)),
        ("Rata-rata skor", "–" if summary.mean is None else decimal(summary.mean)),
        ("Tanpa temuan yang perlu diperbaiki", str(summary.error_free)),
        ("Disetujui atasan", str(summary.approved)),
        ("Temuan yang perlu diperbaiki", str(summary.severities.get("error", 0))),
        ("Temuan yang perlu diperhatikan", str(summary.severities.get("warning", 0))),
    ]
    if summary.refused:
        tiles.append(("Formulir tidak terbaca", str(summary.refused)))
    if summary.shielded:
        tiles.append(("Konseling atau rujukan, tanpa rincian", str(summary.shielded)))
    if summary.asking:
        tiles.append(("Perlu dilihat orang karena isi teksnya", str(summary.asking)))
    said = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in tiles)
    return f'<section id="ringkasan"><h2>Ringkasan</h2><dl class="angka">{said}</dl></section>\n'


def _scores(summary: Summary) -> str:
    names = [name[:1].upper() + name[1:] for name, _ in summary.grades]
    counts = [count for _, count in summary.grades]
    return (
        '<section id="skor"><h2>Sebaran skor</h2><div class="dua">'
        f"<div><h3>Formulir menurut skor</h3>{columns(BINS, summary.bins, 'Formulir per skor')}"
        f"</div><div><h3>Formulir menurut mutu</h3>{bars(names, counts, 'Formulir per mutu')}"
        "</div></div></section>\n"
    )


def _rules(summary: Summary) -> str:
    most = max((rule.findings for rule in summary.rules), default=1)
    rows = "".join(
        f"<tr><td>{escape(rule.title)}<br><code>{escape(rule.rule)}</code></td>"
        f'<td><span class="tingkat {rule.severity}">{SEVERITIES[rule.severity][0]}</span></td>'
        f'<td class="n">{rule.findings}</td><td class="n">{rule.forms}</td>'
        f'<td class="ukuran">{meter(rule.findings / most, f"{rule.findings} temuan")}</td></tr>'
        for rule in summary.rules
    )
    head = (
        '<th>Aturan</th><th>Tingkat</th><th class="n">Temuan</th><th class="n">Formulir</th>'
        '<th aria-label="Perbandingan"></th>'
    )
    return _section("aturan", "Temuan menurut aturan", head, rows)


def _units(summary: Summary) -> str:
    rows = "".join(
        f'<tr><td>{escape(unit.name)}</td><td class="n">{unit.forms}</td>'
        f'<td class="n">{"–" if unit.mean is None else decimal(unit.mean)}</td>'
        f'<td class="ukuran">{meter((unit.mean or 0) / 100, "skor")}</td>'
        f'<td class="n">{"–" if unit.error_free is None else f"{unit.error_free:.0%}"}</td>'
        f"<td>{'<br>'.join(f'<code>{escape(rule)}</code>' for rule in unit.rules)}</td></tr>"
        for unit in summary.units
    )
    head = (
        '<th>Unit kerja</th><th class="n">Formulir</th><th class="n">Rata-rata skor</th>'
        '<th aria-label="Skor sebagai batang"></th>'
        '<th class="n">Tanpa perbaikan</th><th>Aturan tersering</th>'
    )
    return _section("unit", "Per unit", head, rows)


def _unread(summary: Summary) -> str:
    if not summary.unread:
        return ""
    rows = "".join(
        f"<tr><td>{escape(place)}</td><td>{escape(sentence)}</td></tr>"
        for place, sentence in summary.unread
    )
    return _section("tidak-terbaca", "Tidak terbaca", "<th>Tempat</th><th>Sebab</th>", rows)


def _section(anchor: str, title: str, head: str, rows: str) -> str:
    body = (
        f'<div class="gulir"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        "</div>"
        if rows
        else "<p>Tidak ada.</p>"
    )
    return f'<section id="{anchor}"><h2>{title}</h2>{body}</section>\n'


def _form(one: Reviewed, found: Sequence[Line]) -> str:
    review = one.review
    where = f"baris {one.entry.row}" if one.entry.row else ""
    if one.entry.sheet:
        where = f"lembar {one.entry.sheet}, {where}"
    score = "tanpa skor" if review.score is None else decimal(review.score)
    grade = f" · {GRADES[review.grade]}" if review.grade else ""
    jp = "" if review.score is None else " · berhak atas JP" if review.jp.eligible else ""
    about = " · ".join(part for part in (unit_of(one), where) if part)
    return (
        f"<details><summary><b>{escape(review.form_id or 'Formulir')}</b>"
        f'<span class="redup">{escape(about)}</span>'
        f'<span class="skor">{score}{grade}{jp}</span>'
        f'<span class="redup">{len(found)} temuan</span></summary>'
        f"{''.join(map(_finding, found))}</details>\n"
    )


def _finding(line: Line) -> str:
    doubt = " · perlu dilihat orang" if line.needs_review else ""
    rule = f" <code>{escape(line.rule)}</code>" if line.rule else ""
    quote = f'<p class="kutipan"><mark>{escape(line.quote)}</mark></p>' if line.quote else ""
    why = f'<p class="redup">{escape(line.why)}</p>' if line.why else ""
    advice = (
        f'<p class="saran"><b>Tulis misalnya:</b> {escape(line.suggestion)}</p>'
        if line.suggestion
        else ""
    )
    return (
        f'<div class="temuan {line.severity}"><p><span class="tingkat">'
        f"{SEVERITIES[line.severity][0]}{doubt}</span> · {escape(line.title)}{rule}</p>"
        f"{quote}<p>{escape(line.message)}</p>{why}{advice}</div>"
    )
