"""Plots as inline SVG: no script, colours from the page's style sheet, readable in print."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from training.measure import Bin
from training.report.curves import Points

_WIDTH, _HEIGHT = 400, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 12, 12, 40
_COLOURS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A named curve; ``dotted`` draws its points too."""

    name: str
    points: Points
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis counts, its range, and how its numbers are written."""

    name: str
    low: float = 0.0
    high: float = 1.0
    percent: bool = True

    def ticks(self) -> list[float]:
        """Four steps where they fall on whole percents, else five."""
        whole = abs(25 * (self.high - self.low) - round(25 * (self.high - self.low))) < 1e-6
        steps = 4 if whole else 5
        return [self.low + step * (self.high - self.low) / steps for step in range(steps + 1)]

    def written(self, value: float) -> str:
        """A tick's number."""
        if self.percent:
            return f"{100 * value:.0f} %"
        return f"{value:,.0f}".replace(",", ".")


def line_chart(
    title: str, lines: Sequence[Line], x: Axis, y: Axis, mark: tuple[float, str] | None = None
) -> str:
    """Curves over one pair of axes.

    ``mark`` is a place on the x axis with its Indonesian name, drawn as an upright line. Points
    outside the axes are cut off at their edge.
    """
    drawn = [_frame(x, y)]
    if mark:
        at = _x(mark[0], x)
        anchor, shift = ("end", -5) if mark[0] > (x.low + x.high) / 2 else ("start", 5)
        drawn.append(
            f'<line class="tanda" x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP}"'
            f' y2="{_HEIGHT - _BOTTOM}"/>'
            f'<text class="sebut" x="{at + shift:.1f}" y="{_HEIGHT - _BOTTOM - 8}"'
            f' text-anchor="{anchor}">{escape(mark[1])}</text>'
        )
    for number, line in enumerate(lines):
        places = [(_x(a, x), _y(b, y)) for a, b in line.points]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        drawn.append(f'<polyline class="garis w{number % _COLOURS}" points="{path}"/>')
        if line.dotted:
            drawn += [
                f'<circle class="titik w{number % _COLOURS}" cx="{a:.1f}" cy="{b:.1f}" r="3.5"/>'
                for a, b in places
            ]
    return _figure(title, drawn, [line.name for line in lines] if len(lines) > 1 else [])


def reliability_chart(title: str, bins: Sequence[Bin], x: Axis, y: Axis) -> str:
    """Share that was right over probability said: on the diagonal a probability can be believed.

    A point's area grows with the number of texts behind it.
    """
    most = max(one.texts for one in bins)
    ends = [max(x.low, y.low), min(x.high, y.high)]
    (ax, ay), (bx, by) = ((_x(end, x), _y(end, y)) for end in ends)
    drawn = [
        _frame(x, y),
        f'<line class="ideal" x1="{ax:.1f}" y1="{ay:.1f}" x2="{bx:.1f}" y2="{by:.1f}"/>',
    ]
    path = " ".join(f"{_x(one.said, x):.1f},{_y(one.right, y):.1f}" for one in bins)
    drawn.append(f'<polyline class="garis w0" points="{path}"/>')
    for one in bins:
        radius = 3 + 9 * (one.texts / most) ** 0.5
        drawn.append(
            f'<circle class="titik w0" cx="{_x(one.said, x):.1f}" cy="{_y(one.right, y):.1f}"'
            f' r="{radius:.1f}"><title>{one.texts} teks</title></circle>'
        )
    return _figure(title, drawn, [])


def _figure(title: str, drawn: list[str], names: list[str]) -> str:
    keys = "".join(
        f'<span><i class="w{number % _COLOURS}"></i>{escape(name)}</span>'
        for number, name in enumerate(names)
    )
    legend = f'<p class="kunci">{keys}</p>' if keys else ""
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(drawn)}</svg>{legend}"
    )


def _frame(x: Axis, y: Axis) -> str:
    parts = []
    for value in y.ticks():
        at = _y(value, y)
        parts.append(
            f'<line class="kisi" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>'
            f'<text x="{_LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{y.written(value)}</text>'
        )
    for value in x.ticks():
        end = "end" if value == x.ticks()[-1] else "middle"
        parts.append(
            f'<text x="{_x(value, x):.1f}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="{end}">'
            f"{x.written(value)}</text>"
        )
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    parts.append(
        f'<text class="sumbu" x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 6}"'
        f' text-anchor="middle">{escape(x.name)}</text>'
        f'<text class="sumbu" x="10" y="{middle}" text-anchor="middle"'
        f' transform="rotate(-90 10 {middle})">{escape(y.name)}</text>'
    )
    return "".join(parts)


def _x(value: float, axis: Axis) -> float:
    share = (min(max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(value: float, axis: Axis) -> float:
    share = (min(max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)
