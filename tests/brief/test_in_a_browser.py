"""The pages in Chromium: nothing overflows, nothing is loaded, no joined letter is parted."""

import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from riwaya.arabic.joining import JOINER
from riwaya.brief import write
from riwaya.brief.marks import Evidence, Role, paragraphs
from riwaya.records.span import Span
from tests.brief.an_incident import the_incident, the_reports, trace

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here; on Debian and Ubuntu: apt-get install chromium"
)
WIDTHS = (1280, 390)
FILES = ("index.html", "index.ar.html")

UNMARKED = "mark { background: none !important; text-decoration: none !important }"
AT_WHOLE_PIXELS = """
#report-1 .text { position: fixed; inset: 40px auto auto 40px; width: 400px; height: 96px;
  font-size: 32px; line-height: 96px; background: white; color: black; }
"""
"""Between pixels a line's letters and those of an element in it are rounded each by itself."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("brief")
    write(out / "one", [the_incident()], the_reports(), trace=trace, is_one=True)
    write(out / "all", [the_incident()], the_reports(), trace=trace)
    return out


@contextmanager
def opened(
    browser: Browser, path: Path, *, width: int = 1280, scheme: str = "light"
) -> Iterator[Page]:
    """Open a page; whatever it complains of or asks the network for is a failure."""
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert not said


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["one", "all"])
@pytest.mark.parametrize("name", FILES)
def test_nothing_is_wider_than_the_screen(
    browser: Browser, folder: Path, name: str, kind: str, width: int
) -> None:
    with opened(browser, folder / kind / name, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width
        beyond = page.evaluate(
            """() => [...document.querySelectorAll("main *, header *, footer *")]
            .filter(e => !e.closest("thead"))
            .filter(e => { const box = e.getBoundingClientRect();
                           return box.width && (box.left < -1 || box.right > innerWidth + 1) })
            .map(e => e.tagName + "." + e.getAttribute("class") + ": " + e.textContent.slice(0, 40))
            """
        )
        assert beyond == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_can_be_taken(
    browser: Browser, folder: Path, tmp_path: Path, width: int, scheme: str
) -> None:
    for name in FILES:
        with opened(browser, folder / "one" / name, width=width, scheme=scheme) as page:
            taken = page.screenshot(path=tmp_path / f"{name}-{width}.png", full_page=True)
            ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert len(taken) > 50_000
        assert ground == {"light": "rgb(250, 248, 243)", "dark": "rgb(20, 22, 26)"}[scheme]


@pytest.mark.parametrize("name", FILES)
def test_arabic_runs_from_right_to_left(browser: Browser, folder: Path, name: str) -> None:
    with opened(browser, folder / "one" / name) as page:
        marks = page.locator("#report-1 .text p").nth(1).locator("mark")
        first, second = marks.nth(0).bounding_box(), marks.nth(1).bounding_box()
        assert first is not None
        assert second is not None
        assert first["x"] > second["x"]


def test_bars_grow_as_the_page_is_read(browser: Browser, folder: Path) -> None:
    for name, is_rtl in zip(FILES, (False, True), strict=True):
        with opened(browser, folder / "one" / name) as page:
            track = page.locator(".bar .track").nth(1)
            stem, bar = (track.locator("rect").nth(n).bounding_box() for n in (0, 1))
            zero = page.locator(".scale span").first.bounding_box()
            assert stem is not None
            assert bar is not None
            assert zero is not None
            assert (bar["x"] < stem["x"]) == is_rtl
            begin = stem["x"] + stem["width"] if is_rtl else stem["x"]
            assert abs(zero["x"] + zero["width"] / 2 - begin) < 2


@pytest.mark.parametrize("name", FILES)
def test_everything_that_leads_somewhere_is_reached_by_the_keyboard(
    browser: Browser, folder: Path, name: str
) -> None:
    with opened(browser, folder / "one" / name) as page:
        links = page.locator("a[href]").count()
        reached = []
        for _ in range(links):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert reached[0] == "#content"
        assert None not in reached
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_link_to_the_words_shows_them(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "one" / "index.html") as page:
        page.locator("a.to-report").first.click()
        mark = page.locator("mark:target")
        assert mark.inner_text().replace(JOINER, "") == "أسروا"


def test_a_page_can_be_printed(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "one" / "index.ar.html", width=700, scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        assert not page.locator(".sections").is_visible()
        assert page.locator("mark").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 700


@pytest.mark.parametrize(
    ("word", "start", "end"),
    [("فقتلوهم", 1, 4), ("وبالزاوية", 2, 9), ("مستشفيات", 2, 6), ("فقُتل", 1, 5), ("بطرابلس", 1, 8)],
)  # fmt: skip
def test_letters_look_the_same_with_a_mark_in_their_midst(
    browser: Browser, folder: Path, word: str, start: int, end: int
) -> None:
    found = paragraphs(word, [Evidence(Span(start, end), Role.TRIGGER)])[0]
    cut = "".join(
        f"<mark class='{r.classes}'>{r.text}</mark>" if r.roles else r.text for r in found
    )
    assert cut.count("<mark") == 1
    with opened(browser, folder / "one" / "index.ar.html") as page:
        page.add_style_tag(content=f"{UNMARKED} {AT_WHOLE_PIXELS}")
        shown = drawn(page.locator("#report-1 .text"))
        whole, marked = shown(word), shown(cut)
        parted = shown(f"{word[:start]} {word[start:end]} {word[end:]}".replace(" ", "\u200c"))
    # A joiner may move letters by a fraction of a pixel, since fonts space pairs of letters.
    assert difference(browser, whole, marked) < 0.05
    assert difference(browser, whole, parted) > 0.5, "the measure would not tell"


def difference(browser: Browser, one: bytes, other: bytes) -> float:
    """Return which part of the ink of two pictures is in one of them only."""
    page = browser.new_page()
    urls = [f"data:image/png;base64,{b64encode(each).decode()}" for each in (one, other)]
    found: float = page.evaluate(
        """async (urls) => {
          const ink = await Promise.all(urls.map(async url => {
            const image = new Image(); image.src = url; await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const pen = canvas.getContext("2d"); pen.drawImage(image, 0, 0);
            const data = pen.getImageData(0, 0, image.width, image.height).data;
            return Array.from({length: data.length / 4}, (_, n) => 255 - data[4 * n + 1]); }));
          let apart = 0, all = 0;
          ink[0].forEach((dark, n) => { apart += Math.abs(dark - ink[1][n]); all += dark; });
          return apart / all; }""",
        urls,
    )
    page.close()
    return found


def drawn(element: Locator) -> Callable[[str], bytes]:
    """Return a function that takes a picture of an element with other content."""

    def picture(content: str) -> bytes:
        element.evaluate("(e, content) => { e.innerHTML = content }", content)
        return element.screenshot()

    return picture
