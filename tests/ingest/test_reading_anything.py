"""Whatever the bytes are, they become reports or rejections."""

import json

from hypothesis import given
from hypothesis import strategies as st

from riwaya.records.report import Rejected, Report
from tests.ingest.builders import a_line, a_page, read_bytes

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "author", "datePublished", "headline", "keywords"])
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(["id", "title", "text", "body", "published", "publisher", "url"])
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-16-be", "cp1256", "iso8859_6"])
MARKUP = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<div class='article-body'>", "<h1>", "</h1>", "<time datetime='2019'>",
        "<a>", "<article>", "<aside>", "<br>", "<!--", "-->", "<table>", "<script>",
        "المصدر:", "رويترز", "5 أبريل 2019", "نشر", "&#0;", "<title>",
        "<meta name='date' content='x'>", "بقلم",
    ])
    | st.text(max_size=30),
    max_size=30,
).map("".join)  # fmt: skip


def all_told(data: bytes) -> None:
    for result in read_bytes(data):
        if isinstance(result, Rejected):
            assert result.stage == "ingest"
            assert result.reason
            assert result.origin.startswith("-")
        else:
            assert isinstance(result, Report)
            assert result.text.encode()
            assert result.text.startswith(f"{result.title}\n\n" if result.title else "")


@given(st.binary(max_size=400))
def test_any_bytes_become_reports_or_rejections(data: bytes) -> None:
    all_told(data)


@given(text=st.text(max_size=300), encoding=ENCODINGS)
def test_any_text_becomes_reports_or_rejections(text: str, encoding: str) -> None:
    all_told(text.encode(encoding, "replace"))


@given(st.dictionaries(FIELDS, JSON))
def test_any_json_becomes_reports_or_rejections(fields: dict[str, object]) -> None:
    all_told((json.dumps(fields) + "\n" + a_line()).encode())


@given(MARKUP)
def test_any_markup_becomes_reports_or_rejections(markup: str) -> None:
    all_told(f"<!doctype html><html><body>{markup}".encode("utf-8", "replace"))
    all_told(a_page(above=markup).encode("utf-8", "replace"))


@given(JSON)
def test_any_json_ld_becomes_reports_or_rejections(value: object) -> None:
    script = json.dumps({"@type": "NewsArticle", "articleBody": value, "author": value, "x": value})
    head = f'<script type="application/ld+json">{script.replace("</", "")}</script>'
    all_told(a_page(head=head).encode("utf-8", "replace"))


@given(cut=st.integers(0, 1000), noise=st.binary(max_size=20))
def test_a_page_cut_and_spoilt_anywhere_becomes_reports_or_rejections(
    cut: int, noise: bytes
) -> None:
    data = a_page().encode()
    all_told(data[:cut] + noise)
    all_told(data[:cut] + noise + data[cut:])
