"""Linear models score a choice by the weights of the features that hold."""

from importlib.resources import files

import pytest

from riwaya.knowledge.model import ANY, Model, model

TWO = Model(
    "two", {"near": {ANY: 1.8}, "far": {ANY: -2.0}, "word": {ANY: 0.5, "a": 1.0, "b": -1.0}}
)


def test_a_score_is_the_sum_of_the_weights() -> None:
    assert TWO.score(["near", "far"]) == pytest.approx(-0.2)


def test_an_unknown_feature_weighs_nothing() -> None:
    assert TWO.score(["never seen"]) == 0.0
    assert TWO.scores(["never seen"], ["a", "b"]) == {"a": 0.0, "b": 0.0}


def test_each_label_has_its_own_weight_and_the_common_one() -> None:
    assert TWO.scores(["near", "word"], ["a", "b", "c"]) == pytest.approx(
        {"a": 3.3, "b": 1.3, "c": 2.3}
    )


def test_reasons_are_the_features_that_speak_for_a_choice() -> None:
    assert TWO.reasons(["far", "near", "word"]) == ["near +1.8", "word +0.5"]
    assert TWO.reasons(["word", "near"], "b") == ["near +1.8"]
    assert TWO.reasons(["near", "word"], "a", most=1) == ["near +1.8"]


def test_a_model_without_weights_scores_everything_alike() -> None:
    assert Model("none").score(["near"]) == 0.0


def test_a_model_that_is_not_bundled_has_no_weights() -> None:
    assert model("never trained").weights == {}


def bundled() -> list[str]:
    root = files("riwaya.knowledge") / "tables" / "models"
    return sorted(table.name.removesuffix(".json.gz") for table in root.iterdir())


def test_models_are_bundled() -> None:
    assert {"triggers", "agents", "targets", "places", "counts", "modalities"} <= set(bundled())


@pytest.mark.parametrize("name", bundled())
def test_a_bundled_model_loads_once_and_has_finite_weights(name: str) -> None:
    loaded = model(name)
    assert loaded is model(name)
    assert loaded.weights
    assert all(abs(w) < 1e6 for labels in loaded.weights.values() for w in labels.values())
