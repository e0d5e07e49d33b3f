"""Several people's answers, then and now, and the interview brief on the self-check page."""

import json
import re

import pytest
from playwright.sync_api import expect

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS
from selfcheck.sheets.reading import check
from selfcheck.sheets.sheet import plain
from selfcheck.views.merge import merge
from selfcheck.views.speakers import load_stems
from selfcheck.words import load_words
from tests.browser.access import violations
from tests.browser.selfcheck import (
    PATHS,
    Opener,
    a_file,
    open_file,
    panel,
    phrases,
    refused,
    result,
    sheet,
    told,
)
from tests.matrix import one_of
from tests.sheets import example

BANK = load()
ONE = sheet(answers={"will-reason": 0, "team-core": 2}, role="1", conditions={"base": "yes"})
TWO = sheet(answers={"will-reason": 3, "team-core": 2}, role="2", conditions={"base": "no"})


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_a_team_becomes_one_picture(lang: str, open_page: Opener) -> None:
    """Good files make a picture and a merged sheet; a bad one among them is refused by its name."""
    page = open_page(PATHS[lang])
    team = panel(page, "team")
    files = [a_file(json.dumps(ONE), "1.json"), a_file("{", "bad.json")]
    team.locator("input[type=file]").set_input_files([*files, a_file(json.dumps(TWO), "2.json")])

    told(page, "team.merged", people=2, differ=2)
    words = load_words(lang)  # type: ignore[arg-type]
    refused(page, phrases(page)["team.refused"])
    refused(page, f"bad.json: {words.say('faults.not_json', found='1:2')}")
    expect(team.locator(".files__name")).to_have_text(["1.json", "2.json"])
    texts = load_texts(BANK, lang)  # type: ignore[arg-type]
    first = [texts.conditions["base"].question, texts.questions["will-reason"].question]
    expect(team.locator(".report ul").first.locator("li strong")).to_contain_text(first)

    merged = merge(BANK, [check(one, BANK) for one in (ONE, TWO)], load_stems())
    with page.expect_download() as saving:
        team.locator("[data-action=save-merged]").click()
    assert json.loads(saving.value.path().read_text("utf-8")) == merged["sheet"]
    team.locator("[data-action=use-merged]").click()
    told(page, "team.used")
    expect(page.locator('input[name="will-reason"][value="unknown"]')).to_be_checked()
    expect(page.locator('input[name="team-core"][value="2"]')).to_be_checked()
    expect(team.locator("[name=include]")).not_to_be_checked()


def test_the_form_can_be_one_of_the_team(open_page: Opener) -> None:
    """The form's answers count as a person's while the reader wishes; files can be taken off."""
    page = open_page(PATHS["sv"])
    page.locator('input[name="will-reason"][value="1"]').check()
    team = panel(page, "team")
    team.locator("input[type=file]").set_input_files([a_file(json.dumps(ONE), "1.json")])
    rows = team.locator(".report table").first.locator("tbody tr")
    expect(rows).to_have_count(3)
    page.locator('input[name="will-reason"][value="0"]').check()
    expect(team.locator(".report")).to_contain_text(load_words("sv").say("merge.first-none"))

    team.locator("[name=include]").uncheck()
    expect(rows).to_have_count(0)
    expect(team.locator("[data-more]")).to_be_visible()
    expect(team.locator("[data-merged]")).to_be_hidden()

    team.get_by_role("button", name="1.json").click()
    expect(team.locator(".files li")).to_have_count(0)
    expect(team.locator("input[type=file]")).to_be_focused()
    told(page, "file.removed", name="1.json")


def test_files_can_be_dropped(open_page: Opener) -> None:
    """Files dropped on the area are taken; beside it they do not replace the page."""
    page = open_page(PATHS["en"])
    team = panel(page, "team")
    files = page.evaluate_handle(
        """(texts) => {
          const data = new DataTransfer();
          texts.forEach((text, n) => data.items.add(new File([text], `${n}.json`)));
          return data;
        }""",
        [json.dumps(ONE), json.dumps(TWO)],
    )

    team.locator(".drop").dispatch_event("drop", {"dataTransfer": files})

    expect(team.locator(".files__name")).to_have_text(["0.json", "1.json"])
    told(page, "team.merged", people=2, differ=2)
    prevented = page.evaluate(
        """(data) => !document.querySelector("h1").dispatchEvent(
          new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }))""",
        files,
    )
    assert prevented


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_then_is_compared_with_now(lang: str, open_page: Opener) -> None:
    """An earlier file is compared with the form, and again as the form changes."""
    page = open_page(PATHS[lang])
    open_file(page, sheet(answers={"will-reason": 2}))
    then = panel(page, "then")
    then.locator("input[type=file]").set_input_files(
        a_file(json.dumps(sheet(answers={"will-reason": 1}, date="2025-01-02")), "old.json")
    )

    told(page, "then.compared", name="old.json")
    words = load_words(lang)  # type: ignore[arg-type]
    expect(then.locator(".report")).to_contain_text(words.say("compare.up"))
    page.locator('input[name="will-reason"][value="0"]').check()
    expect(then.locator(".report")).to_contain_text(words.say("compare.down"))

    then.locator("input[type=file]").set_input_files(a_file("[", "bad.json"))
    refused(page, "bad.json")
    expect(then.locator(".files__name")).to_have_text("old.json")


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_the_brief_can_be_copied_and_saved(lang: str, open_page: Opener) -> None:
    """The brief is on the clipboard as text, and saved as Markdown."""
    _, content = example(lang)
    page = open_page(PATHS[lang])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_file(page, content)
    brief = panel(page, "brief")
    brief.locator("[data-action=copy-brief]").click()
    told(page, "copied")
    with page.expect_download() as saving:
        brief.locator("[data-action=save-brief]").click()

    title = load_words(lang).say("brief.title")  # type: ignore[arg-type]
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{title}\n===")
    assert saving.value.path().read_text("utf-8").startswith(f"# {title}\n")
    expect(brief.locator(".report")).to_contain_text(content["organisation"])


def test_a_refused_clipboard_leaves_the_text_selected(open_page: Opener) -> None:
    """When the browser forbids copying, the text stands selected in a field, and this is told."""
    page = open_page(PATHS["fi"])
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    open_file(page, plain(check(ONE, BANK)))
    brief = panel(page, "brief")
    brief.locator("[data-action=copy-brief]").click()

    field = brief.locator("textarea")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(load_words("fi").say("brief.title")))
    told(page, "copy.refused")
    selected = field.evaluate("field => field.selectionEnd - field.selectionStart")
    assert selected == len(field.input_value())
    assert json.loads(result(page))["criteria"]["team"]["answered"] == 1


COVERED = """() => {
  const stop = document.activeElement.getBoundingClientRect();
  const foot = document.querySelector(".selfcheck__foot");
  if (foot.contains(document.activeElement) || !stop.height) return "";
  const needed = Math.min(stop.bottom, stop.top + 60);  // of a tall table, its beginning
  const covered = needed - foot.getBoundingClientRect().top;
  return covered > 1 && stop.top < foot.getBoundingClientRect().bottom
    ? document.activeElement.outerHTML.slice(0, 120) : "";
}"""


@pytest.mark.parametrize("look", ["phone dark", "desktop light"])
def test_open_panels_are_accessible(look: str, open_page: Opener) -> None:
    """With every panel open axe finds nothing, and a keyboard reaches all in view."""
    phone = look.startswith("phone")
    size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
    lang = "fi" if phone else "en"
    page = open_page(
        PATHS[lang],
        viewport=size,
        color_scheme="dark" if phone else "light",
        reduced_motion="reduce",
    )
    open_file(page, example(lang)[1])
    for name in ("brief", "share", "keep"):
        panel(page, name)
    for name in ("team", "then"):
        files = panel(page, name).locator("input[type=file]")
        files.set_input_files(a_file(json.dumps(ONE), "1.json"))
    page.locator("[data-action=make-link]").click()
    page.locator("[data-action=keep]").click()
    open_file(page, sheet(answers={"will-reason": 0}))
    open_file(page, "{")
    refused(page, phrases(page)["refused"])
    expect(page.locator("[data-panel=then] .report table")).not_to_have_count(0)
    assert violations(page) == []

    page.locator("[data-action=dismiss]").click()
    page.locator("[data-action=save]").focus()
    met, covered = set(), []
    for _ in range(80):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
        met.add(page.evaluate("document.activeElement.dataset.action ?? ''"))
    assert list(filter(None, covered)) == []
    assert {"use-merged", "print-then", "copy-brief", "make-link", "forget"} <= met


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_partners_stand_side_by_side(lang: str, open_page: Opener) -> None:
    """Files of other organisations are partners', until the reader says that they are not."""
    page = open_page(PATHS[lang])
    team = panel(page, "team")
    tick = team.locator("[name=partners]")
    files = [
        a_file(json.dumps(one | {"organisation": name}), f"{name}.json")
        for name, one in (("Alfa", ONE), ("Beta", TWO))
    ]

    team.locator("input[type=file]").set_input_files(files)

    told(page, "team.joined", people=2, differ=2)
    expect(tick).to_be_checked()
    expect(team.locator(".report thead").first).to_be_visible()
    tick.uncheck()
    told(page, "team.merged", people=2, differ=2)
    expect(tick).not_to_be_checked()
