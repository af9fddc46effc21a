"""A log-log line plot as SVG, written by hand: for readers of the document, and of its source."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]
_WIDTH, _HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 180, 60, 70
_LINE = 17
_COLOURS = ("#0b5394", "#b45309", "#4a7c23", "#7a3e9d")
_DASHES = ("none", "8 4", "2 3", "10 3 2 3")
_STYLE = 'role="img" aria-labelledby="title description" font-family="sans-serif" font-size="13"'
_STROKE = 'fill="none" stroke-width="2"'


@dataclass(frozen=True, slots=True)
class Series:
    """A named line."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn, and what its axes mean."""

    title: str
    description: str
    x: str
    y: str
    series: Sequence[Series]


def draw(plot: Plot) -> str:
    """The SVG document; lines differ in dashes as well as in colour."""
    scale = _Scale.over([point for series in plot.series for point in series.points])
    body = [*_grid(scale), *_labels(plot)]
    heights = spread([scale.at(series.points[-1])[1] for series in plot.series], _LINE)
    for number, (series, height) in enumerate(zip(plot.series, heights, strict=True)):
        body += _line(series, scale, number % len(_COLOURS), height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" {_STYLE}>',
        f'<title id="title">{escape(plot.title)}</title>',
        f'<desc id="description">{escape(plot.description)}</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    )
    return "\n".join((*head, *body, "</svg>")) + "\n"


def spread(heights: Sequence[float], apart: float) -> list[float]:
    """The heights moved down as far as needed to stand so far apart, in the order given."""
    moved = list(heights)
    lowest = -math.inf
    for number in sorted(range(len(moved)), key=moved.__getitem__):
        lowest = moved[number] = max(moved[number], lowest + apart)
    return moved


@dataclass(frozen=True, slots=True)
class _Scale:
    """Whole decades of both axes, as exponents of ten, low and high."""

    x: tuple[int, int]
    y: tuple[int, int]

    @classmethod
    def over(cls, points: Sequence[Point]) -> "_Scale":
        return cls(_decades([x for x, _ in points]), _decades([y for _, y in points]))

    def at(self, point: Point) -> Point:
        across = (math.log10(point[0]) - self.x[0]) / (self.x[1] - self.x[0])
        up = (math.log10(point[1]) - self.y[0]) / (self.y[1] - self.y[0])
        wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
        return round(_LEFT + across * wide, 1), round(_HEIGHT - _BOTTOM - up * high, 1)


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low = math.floor(math.log10(min(values)))
    return low, max(math.ceil(math.log10(max(values))), low + 1)


def _grid(scale: _Scale) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    drawn: list[str] = []
    for exponent in range(scale.x[0], scale.x[1] + 1):
        x, _ = scale.at((10.0**exponent, 10.0 ** scale.y[0]))
        drawn.append(f'<path d="M{x} {_TOP}V{bottom}" stroke="#dddddd"/>')
        drawn.append(_text(x, bottom + 20, f"{10**exponent:,}" if exponent >= 0 else "", "middle"))
    for exponent in range(scale.y[0], scale.y[1] + 1):
        _, y = scale.at((10.0 ** scale.x[0], 10.0**exponent))
        drawn.append(f'<path d="M{_LEFT} {y}H{right}" stroke="#dddddd"/>')
        drawn.append(_text(_LEFT - 8, y + 4, f"{10.0**exponent:g}", "end"))
    return drawn


def _labels(plot: Plot) -> list[str]:
    middle, half = (_LEFT + _WIDTH - _RIGHT) / 2, (_TOP + _HEIGHT - _BOTTOM) / 2
    turned = f' transform="rotate(-90 24 {half})"'
    return [
        _text(_LEFT, 32, plot.title, "start", ' font-size="16" font-weight="bold"'),
        _text(middle, _HEIGHT - 20, plot.x, "middle"),
        _text(24, half, plot.y, "middle", turned),
    ]


def _line(series: Series, scale: _Scale, number: int, height: float) -> list[str]:
    """A line with its name at this height."""
    colour, dashes = _COLOURS[number], _DASHES[number]
    points = [scale.at(point) for point in series.points]
    path = " ".join(f"{x},{y}" for x, y in points)
    dots = [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points]
    return [
        f'<polyline points="{path}" stroke="{colour}" stroke-dasharray="{dashes}" {_STROKE}/>',
        *dots,
        _text(points[-1][0] + 10, height + 4, series.name, "start", f' fill="{colour}"'),
    ]


def _text(x: float, y: float, text: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{escape(text)}</text>'
