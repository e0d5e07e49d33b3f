"""The self-check's report: what it shows, and how it leaves the page."""

import hashlib
import json

import pytest
from playwright.sync_api import Page, expect

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS
from selfcheck.sheets.fingerprint import fingerprint
from selfcheck.sheets.reading import check
from tests.browser.selfcheck import PATHS, Opener, open_file, phrases, result, sheet, told
from tests.matrix import one_of
from tests.sheets import example

# Python is never asked for the details.
WITHOUT_DETAILS = """
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...rest) {
  if (!message.request?.includes('"op":"details"')) postMessage.call(this, message, ...rest);
};
"""


def folded_parts(page: Page) -> list[bool]:
    """Whether each folded part of form and report is open."""
    parts = page.locator(".selfcheck__form details, .selfcheck__result details")
    return list(parts.evaluate_all("parts => parts.map((part) => part.open)"))


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_the_report_can_be_saved(lang: str, open_page: Opener) -> None:
    """A web page and a Markdown text are saved in the reader's language; the page links back."""
    _, content = example(lang)
    page = open_page(PATHS[lang])
    open_file(page, content)
    result(page)
    saved = {}
    for action in ("report", "markdown"):
        with page.expect_download() as saving:
            page.locator(f"[data-action={action}]").click()
        saved[action] = saving.value.path().read_text("utf-8")
        told(page, "report.saved")

    assert f'<html lang="{lang}"' in saved["report"]
    assert "<script" not in saved["report"]
    assert page.url.replace("self-check/", "criteria/") in saved["report"]
    assert all(content["organisation"] in text for text in saved.values())
    assert saved["markdown"].startswith("# ")


def test_the_result_says_what_it_was_worked_out_from(open_page: Opener) -> None:
    """Rules version and checksum stand in the result, and the checksum can be recomputed."""
    page = open_page(PATHS["en"])
    open_file(page, sheet(answers={"will-reason": 2, "team-core": "unknown"}))

    known = '{"answers":{"will-reason":2},"conditions":{}}'
    checksum = hashlib.sha256(known.encode()).hexdigest()
    origin = phrases(page)["origin"].format(rules=load().version)
    expect(page.locator(".report__origin")).to_have_text(f"{origin} {checksum}")


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_open_answers_stand_under_whom_to_ask(lang: str, open_page: Opener) -> None:
    """Each open question and condition is in one of the lists, and no answered one is."""
    page = open_page(PATHS[lang])
    open_file(page, sheet(answers={"will-reason": 2, "team-core": 1}))
    result(page)
    bank = load()
    texts = load_texts(bank, lang)  # type: ignore[arg-type]
    asked = " ".join(page.locator("[data-outcome] ul").all_inner_texts())

    for question in bank.scored:
        open_ = question.id not in ("will-reason", "team-core")
        step = texts.questions[question.id].question in asked
        assert step or not open_
    assert texts.questions["will-reason"].question not in asked
    assert all(text.question in asked for text in texts.conditions.values())


def test_paper_shows_what_is_folded_away(open_page: Opener) -> None:
    """Before printing, folded parts open in every browser; after it they are as they were."""
    page = open_page(PATHS["fi"])
    open_file(page, example("fi")[1])
    result(page)
    page.locator("[data-details] > details summary").first.click()
    before = folded_parts(page)
    assert before.count(True) < len(before)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(folded_parts(page))
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert folded_parts(page) == before


def test_a_panel_is_printed_alone(open_page: Opener) -> None:
    """Printing the brief shows the brief and nothing else, and the next print the result again."""
    page = open_page(PATHS["en"])
    page.evaluate("void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })")
    open_file(page, example("en")[1])
    page.locator("[data-panel=brief] > summary").click()
    page.locator("[data-action=print-brief]").click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")

    expect(page.locator("[data-panel=brief] .report")).to_be_visible()
    for other in ("h1", "#selfcheck-result", "form.selfcheck__form", "[data-panel=team]"):
        expect(page.locator(other)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    expect(page.locator("#selfcheck-result")).to_be_visible()
    expect(page.locator("[data-panel=brief]")).to_be_hidden()
    assert json.loads(result(page))["band"]


def report_on(page: Page, content: dict[str, object]) -> str:
    """Open a sheet and return the report that the page then shows."""
    open_file(page, content)
    checksum = fingerprint(check(content, load()))
    expect(page.locator("#selfcheck-result")).to_have_attribute("data-fingerprint", checksum)
    expect(page.locator(".report__origin code")).to_have_text(checksum)
    return page.locator("[data-report]").inner_html()


def test_a_report_over_another_is_as_on_a_fresh_page(open_page: Opener) -> None:
    """Only what differs is drawn; whatever the page showed before, the reader sees the same."""
    ids = [question.id for question in load().questions]
    sheets = [
        sheet(answers={"will-reason": 1}),
        sheet(answers=dict.fromkeys(ids, 2), evidence={"will-reason": "A plan."}),
        sheet(answers=dict.fromkeys(ids, 3), organisation="Kaarnasalmi"),
        sheet(answers=dict.fromkeys(ids, 1) | {"team-theme": "na", "will-reason": "unknown"}),
    ]
    fresh = [report_on(open_page(PATHS["en"]), content) for content in sheets]
    page = open_page(PATHS["en"])

    for turn in (0, 1, 2, 3, 2, 1, 0, 2, 0, 3, 1):
        assert report_on(page, sheets[turn]) == fresh[turn]


def test_an_answer_leaves_alone_what_it_does_not_change(open_page: Opener) -> None:
    """The reader's place in the report stays: what says the same as before is not drawn anew."""
    page = open_page(PATHS["en"])
    open_file(page, sheet(answers={"will-reason": 1}))
    table = page.locator("[data-report] table").first
    row = table.locator("tbody tr").last.element_handle()
    shown = table.inner_text()

    page.locator('input[name="will-reason"][value="3"]').check()
    expect(table).not_to_have_text(shown, use_inner_text=True)

    assert row.evaluate("row => row.isConnected")


def test_a_score_does_not_wait_for_its_details(open_page: Opener) -> None:
    """The outcome stands before anything else has been worked out."""
    page = open_page("")
    page.add_init_script(WITHOUT_DETAILS)
    page.goto(page.url + PATHS["en"])
    page.locator('input[name="will-reason"][value="2"]').check()

    assert json.loads(result(page))["criteria"]["will"]["answered"] == 1
    expect(page.locator("[data-outcome] .bar")).to_have_count(len(load().halves))
    expect(page.locator("[data-details]")).to_be_empty()
