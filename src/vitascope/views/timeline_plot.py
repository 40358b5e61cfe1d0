"""A timeline as a figure, the same bytes each time.

Drawn through matplotlib's objects without the global figures of ``pyplot``, and with its default settings, so
that nothing of the user's set-up leaks in. Colours are Paul Tol's *muted* scheme (SRON/EPS/TN/09-002, 2021),
kept apart under the common colour blindnesses; every row is named as well, so that no colour carries meaning
alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from vitascope.errors import VitascopeError
from vitascope.views.timeline import Timeline, TimelineRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FAMILY_COLOURS = {
    "life": "#332288",
    "identity": "#88CCEE",
    "kin": "#44AA99",
    "education": "#117733",
    "career": "#999933",
    "affiliation": "#DDCC77",
    "conflict": "#661100",
    "repression": "#CC6677",
    "speech": "#AA4499",
    "works": "#882255",
    "acts": "#6699CC",
}
OTHER_COLOUR = "#888888"
FORMATS = (".svg", ".png")

_ROW_INCHES = 0.24
_SLICES = 16
"""Steps of a fading end."""
_LONGEST_LABEL = 58
_RC: dict[str, Any] = {
    "svg.hashsalt": "vitascope",
    "svg.fonttype": "path",
    "font.family": ["DejaVu Sans"],
    "font.size": 8.0,
    "hatch.linewidth": 0.7,
    "axes.unicode_minus": False,
    "text.usetex": False,
    "text.parse_math": False,
}


def save_plot(timeline: Timeline, path: Path) -> None:
    """Draw into ``path``, as SVG or PNG by its suffix.

    Raises VitascopeError for another suffix, for a timeline without any dated claim, and where the file
    cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise VitascopeError(str(path), f"“{suffix}” is not a format for plots", "name it .svg or .png")
    if not timeline.rows:
        raise VitascopeError(timeline.title, "no claim has a date", "there is nothing to put on a timeline")
    import matplotlib as mpl

    with mpl.rc_context(cast(Any, dict(mpl.rcParamsDefault) | _RC)):
        figure = _figure(timeline)
        # Without a date and a version in the file, the same timeline is the same bytes.
        metadata = {"Date": None, "Creator": "Vitascope"} if suffix == ".svg" else {"Software": None}
        try:
            figure.savefig(path, format=suffix[1:], dpi=150, metadata=metadata)
        except OSError as refusal:
            reason = refusal.strerror or str(refusal)
            raise VitascopeError(str(path), f"cannot be written ({reason})", "choose another place") from refusal


def year_label(year: float) -> str:
    """An astronomical year as people count: 0 is ``1 BC``."""
    whole = round(year)
    return f"{1 - whole} BC" if whole <= 0 else str(whole)


def _figure(timeline: Timeline) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    rows = timeline.rows
    height = 1.5 + _ROW_INCHES * max(len(rows), 4)
    figure = Figure(figsize=(11.0, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    left, right = _limits(timeline)
    for index, row in enumerate(rows):
        _draw(axes, index, row, left, right)
    axes.set_xlim(left, right)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), [_row_label(row) for row in rows])
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=10, integer=True, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda year, _: year_label(year)))
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
    if len(rows) > 25:
        axes.tick_params(axis="x", top=True, labeltop=True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.set_xlabel("year" + (f" · {_undated(timeline.undated)}" if timeline.undated else ""))
    axes.set_title(timeline.title, fontsize=11, loc="left")
    _legend(figure, rows)
    return figure


def _undated(count: int) -> str:
    return "1 undated claim is not shown" if count == 1 else f"{count} undated claims are not shown"


def _row_label(row: TimelineRow) -> str:
    marked = f"[{row.mark}] {row.label}" if row.mark else row.label
    return marked if len(marked) <= _LONGEST_LABEL else marked[: _LONGEST_LABEL - 1] + "…"


def _limits(timeline: Timeline) -> tuple[float, float]:
    first, last = timeline.span
    margin = max((last - first) * 0.04, 0.5)
    return first - margin, last + margin


def _draw(axes: Axes, index: int, row: TimelineRow, left: float, right: float) -> None:
    colour = FAMILY_COLOURS.get(row.family, OTHER_COLOUR)
    start = left if row.earliest is None else row.earliest
    end = right if row.latest is None else row.latest
    hatch = "////" if row.duress else None
    if row.shape == "day" or (end - start) < (right - left) * 0.004:
        face = colour if row.plain else "white"
        axes.plot(
            [(start + end) / 2],
            [index],
            "D" if row.duress else "o" if row.shape == "day" else "s",
            color=colour,
            markerfacecolor=face,
            markersize=6,
            markeredgewidth=1.3,
            zorder=3,
        )
    else:
        sure = row.sure or (_surest(row, start, end) if row.shape == "extent" else None)
        _bar(axes, index, (start, end), sure, colour, row)
        axes.broken_barh(
            [(start, end - start)],
            (index - 0.3, 0.6),
            facecolors="none",
            edgecolors=colour,
            linewidth=0.9,
            hatch=hatch,
            linestyle="solid" if row.sure and row.plain else (0, (2, 2)),
            zorder=2,
        )
    if row.revoked:
        reach = max((end - start) / 2, (right - left) * 0.012)
        middle = (start + end) / 2
        axes.plot([middle - reach, middle + reach], [index, index], color="black", linewidth=1.4, zorder=4)
    if row.negated:
        axes.plot([(start + end) / 2], [index], "x", color="black", markersize=6, zorder=4)


def _surest(row: TimelineRow, start: float, end: float) -> tuple[float, float]:
    """Where an extent is least in doubt that covers nothing for sure: beside its known end, else in the middle."""
    at = start if row.latest is None else end if row.earliest is None else (start + end) / 2
    return at, at


def _bar(
    axes: Axes,
    index: int,
    ends: tuple[float, float],
    sure: tuple[float, float] | None,
    colour: str,
    row: TimelineRow,
) -> None:
    """Fill what is sure, let the rest fade out; what is not plainly asserted stays pale throughout."""
    from matplotlib.colors import to_rgba

    strongest = 0.85 if row.plain else 0.18
    if sure is None:
        # Some time within: pale throughout, and fading towards a side that is open.
        strongest *= 0.3
        sure = (ends[1], ends[1]) if row.earliest is None else (ends[0], ends[0])
        if row.earliest is not None and row.latest is not None:
            sure = ends
    pieces, faces = [(sure[0], sure[1] - sure[0])], [to_rgba(colour, strongest)]
    for edge, inner in ((ends[0], sure[0]), (ends[1], sure[1])):
        step = (inner - edge) / _SLICES
        for n in range(_SLICES if step else 0):
            pieces.append((min(edge + n * step, edge + (n + 1) * step), abs(step)))
            faces.append(to_rgba(colour, strongest * (n + 0.5) / _SLICES))
    axes.broken_barh(pieces, (index - 0.3, 0.6), facecolors=faces, edgecolors="none", linewidth=0)


def _legend(figure: Figure, rows: tuple[TimelineRow, ...]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    present = dict.fromkeys(row.family for row in rows)
    ordered = [name for name in FAMILY_COLOURS if name in present]
    ordered += [name for name in present if name not in FAMILY_COLOURS]
    handles: list[Any] = [
        Patch(color=FAMILY_COLOURS.get(name, OTHER_COLOUR), label="other" if name == "—" else name) for name in ordered
    ]
    grey = "#444444"
    if any(row.shape == "day" for row in rows):
        handles.append(Line2D([], [], marker="o", color=grey, linestyle="none", label="exact day"))
    if any(row.shape != "day" for row in rows):
        handles.append(Line2D([], [], marker="s", color=grey, linestyle="none", label="too short for a bar"))
    if any(row.shape == "within" for row in rows):
        handles.append(Patch(fc="#DDDDDD", ec=grey, linestyle=(0, (2, 2)), label="some time within"))
    if any(not row.plain for row in rows):
        handles.append(Patch(facecolor="white", edgecolor=grey, label="pale, hollow: not plainly asserted"))
    if any(row.duress for row in rows):
        handles.append(Patch(facecolor="white", edgecolor=grey, hatch="////", label="hatched, ◆: under duress"))
    if any(row.revoked for row in rows):
        handles.append(Line2D([], [], color="black", linewidth=1.4, label="struck out: annulled or withdrawn"))
    if any(row.negated for row in rows):
        handles.append(Line2D([], [], marker="x", color="black", linestyle="none", label="negated"))
    figure.legend(handles=handles, loc="outside lower center", ncols=5, frameon=False, fontsize=7.5)
