"""How well claims agree with annotated ones."""

from riwaya.evaluation.evaluate import evaluate

__all__ = ["evaluate"]
