"""What a page calls: facts as words of its language, links that hold, drawings that fit."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from macros import formats
from macros.drawing.shapes import LETTER, Label
from macros.drawing.timeline import Timeline, draw_round
from macros.pages.prose import Prose
from macros.pages.schedule import Schedule
from selfcheck.model import LANGS, Lang

from .sites import FACTS, site

type Forms = tuple[str, str, str]

NBSP = "\N{NO-BREAK SPACE}"


def told(macro: str, *arguments: str) -> Forms:
    """Call a macro in Finnish, Swedish and English; ~ shows where no line may break."""
    fi, sv, en = (
        getattr(Prose(site(lang)), macro)(*arguments).replace(NBSP, "~") for lang in LANGS
    )
    return fi, sv, en


@pytest.mark.parametrize(
    ("which", "form"),
    [
        ("opens", ("10.11.2021", "10.11.2021", "10 November 2021")),
        ("closes", ("10.12.2021", "10.12.2021", "10 December 2021")),
        ("starts", ("20.1.2022", "20.1.2022", "20 January 2022")),
        ("ends", ("6.4.2022", "6.4.2022", "6 April 2022")),
    ],
)
def test_day(which: str, form: Forms) -> None:
    """A page names the first and last days of application and of the programme."""
    assert told("day", which) == form


@pytest.mark.parametrize(
    ("event", "form"),
    [
        ("info", ("16.11.2021", "16.11.2021", "16 November 2021")),
        (
            "kick-off",
            ("20.1.2022 klo~9–11", "20.1.2022 kl.~9–11", "20 January 2022, 9–11~am"),
        ),
        (
            "workshop-2",
            ("9.3.2022 klo~13–16", "9.3.2022 kl.~13–16", "9 March 2022, 1–4~pm"),
        ),
    ],
)
def test_when(event: str, form: Forms) -> None:
    """A page names an event's date with its clock times, where they are known."""
    assert told("when", event) == form


def test_period_and_weeks() -> None:
    """A page names the months of the programme and the weeks of the interviews."""
    assert told("period") == (
        "tammi–huhtikuu 2022",
        "januari–april 2022",
        "January–April 2022",
    )
    assert told("weeks") == (
        "viikot 47–50/2021",
        "veckorna 47–50/2021",
        "weeks 47–50 of 2021",
    )


def test_round_name_and_places() -> None:
    """The round has one name in all languages; its places are a word."""
    assert told("round_name") == ("2021–22",) * 3
    assert told("places") == ("kuusi", "sex", "six")


@pytest.mark.parametrize(
    ("what", "hours"), [("kick-off", "2"), ("closing", "3"), ("joint", "11"), ("sparring", "2")]
)
def test_hours(what: str, hours: str) -> None:
    """A length is a bare number: of an event, of all joint events, of the sparring."""
    assert told("hours", what) == (hours,) * 3


@pytest.mark.parametrize(
    ("figure", "form"),
    [
        ("long-term-unemployed", ("104~000", "104~000", "104,000")),
        ("reserved-share", ("30~%", "30~%", "30%")),
        ("work-ability-projects", ("22", "22", "22")),
    ],
)
def test_figure(figure: str, form: Forms) -> None:
    """A statistic comes in the language's form, with the sign of its unit."""
    assert told("figure", figure) == form


def test_a_figure_told_in_words() -> None:
    """Where the source gives no exact number, its words stand in for one."""
    worded = [figure for figure in FACTS.figures if figure.shown]

    for figure in worded:
        assert figure.shown
        assert told("figure", figure.id) == tuple(figure.shown.to(lang) for lang in LANGS)


def test_source() -> None:
    """A claim is followed by a short link to its source on the about page."""
    source = FACTS.source("info-slides")
    marks = [
        f'<a class="source" href="../about/#source-{source.id}">{escape(source.short.to(lang))}</a>'
        for lang in LANGS
    ]
    assert told("source", source.id) == tuple(marks)


def test_a_source_on_the_same_page() -> None:
    """From the list of sources itself a mark leads down the page, without loading it again."""
    assert 'href="#source-info-slides"' in Prose(site("sv", page="about/")).source("info-slides")


def test_term() -> None:
    """A term links to its place in the glossary, in its basic form unless another is given."""
    term = FACTS.term("contracting-entity")
    assert told("term", term.id) == tuple(
        f"[{term.term.to(lang)}](/glossary.md#{term.id}){{ .term }}" for lang in LANGS
    )
    assert (
        told("term", term.id, "hankintayksiköille")
        == (f"[hankintayksiköille](/glossary.md#{term.id}){{ .term }}",) * 3
    )


def test_organisations() -> None:
    """An organisation has its name in each language, and its last day if it is no more."""
    keino = FACTS.organisation("keino")
    assert keino.ended
    assert told("org", "keino") == tuple(keino.name.to(lang) for lang in LANGS)
    assert told("ended", "keino") == tuple(formats.day(keino.ended, lang) for lang in LANGS)


def test_edition() -> None:
    """The site tells the day on which it was last gone through."""
    assert told("edition") == tuple(formats.day(FACTS.site.edition, lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("macro", "argument"),
    [
        ("day", "begins"),
        ("when", "dinner"),
        ("hours", "lunch"),
        ("figure", "none"),
        ("source", "none"),
        ("term", "none"),
        ("org", "none"),
        ("ended", "none"),
        ("ended", "motiva"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_id_stops_the_page(lang: Lang, macro: str, argument: str) -> None:
    """What is not among the facts is never passed over."""
    with pytest.raises(KeyError, match=argument):
        getattr(Prose(site(lang)), macro)(argument)


def test_an_unknown_phase_stops_the_page() -> None:
    """A box for a phase that the round lacks is never drawn empty."""
    with pytest.raises(KeyError, match="dinner"):
        Schedule(site("fi")).phase("dinner")


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("", "index.md", "./"),
        ("", "phases.md#apply", "phases/#apply"),
        ("schedule/", "phases.md#apply", "../phases/#apply"),
        ("schedule/", "index.md", "../"),
        ("themes/other/", "self-check/index.md", "../../self-check/"),
        ("themes/other/", "themes/employment.md#where", "../../themes/employment/#where"),
    ],
)
def test_links_hold_from_any_page(page: str, target: str, address: str) -> None:
    """A link inside a drawn block is relative, so that it holds under any address."""
    assert site("sv", page=page).link(target) == address


@pytest.mark.parametrize(
    ("lang", "address"),
    [
        ("fi", "../calendar/soske-2021-22-fi.ics"),
        ("sv", "../../calendar/soske-2021-22-sv.ics"),
        ("en", "../../calendar/soske-2021-22-en.ics"),
    ],
)
def test_shared_files_stand_at_the_root(lang: Lang, address: str) -> None:
    """What all languages share is reached from below each language's own root."""
    (link,) = BeautifulSoup(Schedule(site(lang)).calendar(), "lxml").select("a")

    assert posix(str(link["href"])) == address


def posix(address: str) -> str:
    """Drop the steps of an address that stay where they are."""
    return "/".join(step for step in address.split("/") if step != ".")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("day", "state"), [("2021-11-09", "coming"), ("2021-11-20", "open"), ("2022-04-07", "past")]
)
def test_the_state_shown_is_that_of_the_day(lang: Lang, day: str, state: str) -> None:
    """Of the five notices the one for the day stands in the page, the others are hidden."""
    box = BeautifulSoup(Schedule(site(lang, day)).round_state(), "lxml")

    assert [str(text["data-state"]) for text in box.select("[data-state]:not([hidden])")] == [state]
    assert len(box.select("[data-state][hidden]")) == 4


def drawing(lang: Lang, width: float) -> Timeline:
    """Draw the first round as the page does."""
    words = {
        key: FACTS.words[f"timeline.{key}"].to(lang)
        for key in ("application", "interviews", "assignment")
    }
    return draw_round(FACTS.round, lang, words, width)


def extents(drawn: Timeline) -> Iterator[tuple[str, float, float]]:
    """Every text of a drawing with its estimated left and right edge."""
    for number, row in enumerate(drawn.rows, 1):
        yield edges(Label(10, row.y, f"{number}. {row.title}"))
        yield from (edges(bar.label) for bar in row.bars)
        yield from (edges(point.label) for point in row.points)
    for month in drawn.ticks:
        yield edges(Label(month.x + 6, month.y, month.text))


def edges(label: Label) -> tuple[str, float, float]:
    """Estimate where a text begins and ends."""
    width = len(label.text) * LETTER
    left = label.x if label.anchor == "start" else label.x - width
    return label.text, left, left + width


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [350, 740])
def test_texts_stay_inside_the_timeline(lang: Lang, width: float) -> None:
    """Every text of the timeline fits its drawing, on narrow and on wide screens."""
    outside = [text for text in extents(drawing(lang, width)) if text[1] < 0 or text[2] > width]

    assert outside == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [350, 740])
def test_month_names_do_not_touch(lang: Lang, width: float) -> None:
    """Each month's name ends before the next begins."""
    names = [edges(Label(month.x, month.y, month.text)) for month in drawing(lang, width).ticks]

    assert len(names) == 6
    assert all(one[2] < next_[1] for one, next_ in pairwise(names))


@pytest.mark.parametrize("width", [350, 740])
def test_the_timeline_is_to_scale(width: float) -> None:
    """Bars and points stand where their days are between the first month and the last."""
    drawn = drawing("en", width)
    days = 181  # November to April

    first, last = drawn.rows[0], drawn.rows[-1]
    assert [bar.rect.kind for bar in first.bars] == ["application", "interviews"]
    assert first.bars[0].rect.x == pytest.approx(9 / days * width, abs=0.1)
    assert first.bars[0].rect.width == pytest.approx(31 / days * width, abs=0.2)
    assert last.points[0].x == pytest.approx((days - 25) / days * width, abs=0.1)
    assert all(
        bar.rect.x >= 0 and bar.rect.x + bar.rect.width <= width
        for row in drawn.rows
        for bar in row.bars
    )


def test_rows_of_the_timeline_do_not_overlap() -> None:
    """Each phase has a row of its own that holds all its bars and points."""
    drawn = drawing("fi", 350)

    assert [row.title for row in drawn.rows] == [phase.title.fi for phase in FACTS.round.phases]
    bottoms = [0.0, *(row.y + row.height for row in drawn.rows)]
    assert all(row.y >= above for row, above in zip(drawn.rows, bottoms, strict=False))
    for row in drawn.rows:
        inside = [bar.rect.y for bar in row.bars] + [point.y for point in row.points]
        assert all(row.y < y < row.y + row.height for y in inside)
    assert bottoms[-1] <= drawn.height
