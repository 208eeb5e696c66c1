"""Small bar charts as inline SVG; colours come from the page's own style sheet."""

from collections.abc import Sequence
from html import escape

_WIDTH = 640
_HEIGHT, _BASE, _TOP = 220, 190, 20
_ROW, _LABEL, _NUMBER = 30, 190, 50


def columns(labels: Sequence[str], values: Sequence[int], name: str) -> str:
    """Upright bars, one to a label, with each value above its bar; ``name`` is read aloud."""
    step = _WIDTH / max(len(values), 1)
    most = max(values, default=0) or 1
    parts = [f'<line class="sumbu" x1="0" y1="{_BASE}" x2="{_WIDTH}" y2="{_BASE}"/>']
    for at, (label, value) in enumerate(zip(labels, values, strict=True)):
        height = (_BASE - _TOP) * value / most
        middle = step * (at + 0.5)
        parts.append(
            f'<rect class="batang" x="{step * (at + 0.12):.1f}" y="{_BASE - height:.1f}"'
            f' width="{step * 0.76:.1f}" height="{height:.1f}" rx="3"/>'
        )
        if value:
            parts.append(_text(middle, _BASE - height - 5, str(value), "middle"))
        parts.append(_text(middle, _BASE + 18, label, "middle", "redup"))
    return _svg(_HEIGHT, name, labels, values, parts)


def bars(labels: Sequence[str], values: Sequence[int], name: str) -> str:
    """Lying bars with the label at the left and the value at the right."""
    most = max(values, default=0) or 1
    room = _WIDTH - _LABEL - _NUMBER
    parts = []
    for at, (label, value) in enumerate(zip(labels, values, strict=True)):
        top, long = at * _ROW, room * value / most
        parts.append(_text(_LABEL - 10, top + 19, label, "end"))
        parts.append(
            f'<rect class="batang" x="{_LABEL}" y="{top + 4}" width="{long:.1f}"'
            f' height="{_ROW - 8}" rx="3"/>'
        )
        parts.append(_text(_LABEL + long + 8, top + 19, str(value), "start"))
    return _svg(_ROW * max(len(values), 1), name, labels, values, parts)


def meter(share: float, name: str) -> str:
    """One small bar, filled to ``share`` (0–1), for a table."""
    filled = 100 * min(max(share, 0.0), 1.0)
    return (
        f'<svg class="ukur" viewBox="0 0 100 8" preserveAspectRatio="none" role="img"'
        f' aria-label="{escape(name)}"><rect class="alas" width="100" height="8" rx="2"/>'
        f'<rect class="batang" width="{filled:.1f}" height="8" rx="2"/></svg>'
    )


def _svg(
    height: int, name: str, labels: Sequence[str], values: Sequence[int], parts: Sequence[str]
) -> str:
    pairs = zip(labels, values, strict=True)
    said = f"{name}: " + ", ".join(f"{label} {value}" for label, value in pairs)
    return (
        f'<svg class="bagan" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' aria-label="{escape(said)}">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    )
