"""How much each preference for an antecedent counts: fitted numbers, kept as data, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from vitascope.errors import DataError

__all__ = ["Weights", "antecedent_weights"]

_FILE = "antecedent-weights.yml"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight and wording of each feature; what is not listed counts nothing."""

    weight: Mapping[str, float]
    says: Mapping[str, str]

    def score(self, features: Mapping[str, float]) -> float:
        """The sum of weight times value, in the features' own order."""
        total = 0.0
        for name, value in features.items():
            total += self.weight.get(name, 0.0) * value
        return total

    def because(self, features: Mapping[str, float], rival: Mapping[str, float]) -> str:
        """What sets the chosen one most apart from the best of the others, in words."""
        gains = [
            (self.weight.get(name, 0.0) * (value - rival.get(name, 0.0)), name)
            for name, value in features.items()
            if name in self.says
        ]
        best = max(gains, key=lambda gain: gain[0], default=(0.0, ""))
        return self.says[best[1]] if best[0] > 0 else self.says["default"]


@cache
def antecedent_weights() -> Weights:
    """The weights of ``antecedent-weights.yml``. Raises DataError where the file holds something else."""
    data = yaml.safe_load(files("vitascope").joinpath(_FILE).read_text(encoding="utf-8"))
    try:
        weight = {str(name): float(value) for name, value in data["weights"].items()}
        says = {str(name): str(words) for name, words in data["says"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise DataError(_FILE, f"lacks or misspells {fault}", "write it anew with tools/fit_antecedents.py") from fault
    return Weights(weight, says)
