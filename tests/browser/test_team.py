"""The team page in a real browser: who takes part, who comes to what, and their calendars."""

import json
from datetime import datetime

import pytest
from playwright.sync_api import Dialog, expect

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS, Lang
from tests.browser.access import violations
from tests.browser.team import (
    FACTS,
    MINIMUM,
    PATHS,
    ROUND,
    SLOTS,
    Opener,
    add,
    cells,
    member,
    phrase,
    role_name,
    said,
    title,
    with_dates,
)
from tests.matrix import one_of


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
@pytest.mark.parametrize("start", ["minimum", "recommended"])
def test_a_start_has_every_role_of_its_list(lang: Lang, start: str, open_page: Opener) -> None:
    """One click gives a participant for each role of the list, and nobody attends anything yet."""
    page = open_page(PATHS[lang])
    page.locator(f"[data-action={start}]").click()

    chosen = page.locator(".member select").evaluate_all("all => all.map(one => one.value)")
    told = said(page)

    assert chosen == [role.id for role in FACTS.team.roles if getattr(role, start)]
    assert told[phrase(f"list.{start}.label", lang)] == phrase("complete", lang)
    assert {told[title(slot, lang)] for slot in SLOTS} == {phrase("slot.nobody", lang)}


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_it_says_who_is_missing_and_from_what(lang: Lang, open_page: Opener) -> None:
    """Missing roles are named by list; each event names the roles of the team it is without."""
    page = open_page(PATHS[lang])
    add(page, "sector", *SLOTS)
    add(page, "procurement", *SLOTS[:2])

    told = said(page)

    missing = phrase("minimum.missing", lang, roles=role_name("management", lang))
    assert told[phrase("list.minimum.label", lang)] == missing
    emphasised = [role_name(role, lang) for role in ("sustainability", "finance")]
    assert told[phrase("list.emphasised.label", lang)] == phrase(
        "emphasised.missing", lang, roles=", ".join(emphasised)
    )
    without = phrase("slot.without", lang, roles=role_name("procurement", lang))
    assert [told[title(slot, lang)] for slot in SLOTS] == [
        phrase("slot.covered", lang),
        phrase("slot.covered", lang),
        without,
        without,
    ]
    expect(page.locator(".team-builder__status")).to_have_text(
        phrase(
            "status",
            lang,
            people=2,
            roles=role_name("management", lang),
            slots=phrase("none", lang),
        )
    )


def test_the_table_says_the_same_in_words(open_page: Opener) -> None:
    """Each role's cells say who is there, who is not, and which role nobody has."""
    page = open_page(PATHS["en"])
    add(page, "sector", *SLOTS)
    add(page, "sector", SLOTS[0])
    add(page, "procurement", SLOTS[0])

    assert cells(page) == {
        "Sector expert": ["2 there", "there", "there", "there"],
        "Procurement expert": ["there", "nobody", "nobody", "nobody"],
        "Member of management": ["not in the team"] * 4,
        "Participants in all": ["3", "1", "1", "1"],
    }


def test_a_theme_asks_for_its_own_role_at_its_own_workshop(open_page: Opener) -> None:
    """Who knows the theme is asked to its workshop; elsewhere they may stay away."""
    page = open_page(PATHS["en"])
    add(page, "sector", *SLOTS)
    theme = FACTS.team.themes[0]
    page.locator(f'input[name=theme][value="{theme.id}"]').check()
    assert said(page)["Theme"] == theme.adds.en

    add(page, theme.role, SLOTS[0])
    assert "theme’s workshop (Workshop 1)" in said(page)["Theme"]
    assert said(page)[title("workshop-1", "en")].endswith("employment services representative.")

    member(page, 2).locator('input[value="workshop-1"]').check()
    assert said(page)["Theme"] == phrase("theme.present", "en")
    assert cells(page)["Employment services representative"] == [
        "there",
        "there",
        "optional",
        "optional",
    ]
    assert said(page)[title("workshop-2", "en")] == phrase("slot.covered", "en")


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_joint_applicants_see_each_organisation(lang: Lang, open_page: Opener) -> None:
    """Every organisation has its own line and row; who has none is told by number."""
    page = open_page(PATHS[lang])
    expect(member(page, 1).locator("input[name=organisation]")).to_be_hidden()
    page.locator("input[name=joint]").check()
    add(page, "sector", *SLOTS, organisation="A")
    add(page, "procurement", SLOTS[0], organisation=" B ")
    add(page, "management", SLOTS[0])

    told = said(page)

    away = ", ".join(title(slot, lang).partition(":")[0] for slot in SLOTS[1:])
    label = "organisation.label"
    assert told[phrase(label, lang, name="A")] == phrase("organisation.there", lang, people=1)
    assert told[phrase(label, lang, name="B")] == phrase(
        "organisation.away", lang, people=1, slots=away
    )
    assert told[phrase("organisation", lang)] == phrase("unplaced", lang, numbers=3)
    nobody = phrase("cell.uncovered", lang)
    assert cells(page, 1)["B"] == [phrase("cell.covered", lang), nobody, nobody, nobody]


def test_the_levels_are_told_only_when_they_hold(open_page: Opener) -> None:
    """A level of the self-check is quoted once every role, or every event, is covered."""
    page = open_page(PATHS["en"])
    texts = load_texts(load(), "en").questions
    levels = page.locator(".team-builder__level")
    for role in MINIMUM[:-1]:
        add(page, role, SLOTS[0])
    expect(levels).to_have_count(0)

    add(page, MINIMUM[-1])
    expect(levels).to_have_count(1)
    expect(levels).to_contain_text(texts["team-core"].levels[2])

    page.on("dialog", lambda dialog: dialog.accept())
    levels.locator("a").click()
    expect(page.locator("#question-team-core")).to_be_in_viewport()


def test_a_level_of_attendance_is_told_while_a_round_is_ahead(open_page: Opener) -> None:
    """That every event is covered counts only where the self-check asks about it."""
    texts = load_texts(load(), "en").questions
    page = with_dates(open_page(PATHS["en"]), "en")
    add(page, MINIMUM[0])
    member(page, 1).locator("[data-row-action=all]").click()

    levels = page.locator(".team-builder__level")
    expect(levels).to_contain_text(texts["team-attendance"].levels[2])


def test_it_can_be_filled_in_by_keyboard(open_page: Opener) -> None:
    """Starting, choosing, ticking, adding and removing need keys only, and focus is never lost."""
    page = open_page(PATHS["en"])
    page.locator("[data-action=minimum]").focus()
    page.keyboard.press("Enter")
    expect(member(page, 1).locator("select")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(member(page, 1).locator("input[name=slot]").first).to_be_checked()

    page.locator("[data-action=add]").focus()
    page.keyboard.press("Enter")
    expect(member(page, 4).locator("select")).to_be_focused()
    page.keyboard.press("l")
    expect(member(page, 4).locator("select")).to_have_value("legal")
    remove = member(page, 4).get_by_role("button", name="Remove Participant 4")
    for _ in range(20):
        if remove.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(remove).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".member")).to_have_count(3)
    expect(member(page, 3).locator("select")).to_be_focused()
    expect(page.locator("[data-told]")).to_have_text("Participant 4 has been removed.")


@pytest.mark.parametrize(("lang", "width"), [("fi", 1440), ("sv", 390), ("en", 320)])
def test_a_filled_team_is_accessible(lang: str, width: int, open_page: Opener) -> None:
    """With participants, tables and messages on it, axe finds nothing and nothing sticks out."""
    dark = "dark" if width < 400 else "light"
    page = open_page(PATHS[lang], viewport={"width": width, "height": 800}, color_scheme=dark)
    page.locator("[data-action=recommended]").click()
    page.locator("input[name=joint]").check()
    member(page, 1).locator("[data-row-action=all]").click()
    member(page, 1).locator("input[name=organisation]").fill("A")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_without_javascript_it_is_a_worksheet(lang: Lang, open_page: Opener) -> None:
    """Without JavaScript a table of all roles and events, with times, waits to be filled in."""
    page = open_page(PATHS[lang], java_script_enabled=False)
    sheet = page.locator(".team-sheet")

    expect(page.locator(".team-builder__live")).to_be_hidden()
    heads = " ".join(told := sheet.locator("thead th").all_inner_texts())
    assert sum(any(map(str.isdigit, head)) for head in told) == len(ROUND.joint)
    for event in ROUND.joint:
        assert event.title.to(lang).partition(":")[0] in heads
    names = " ".join(sheet.locator("tbody th").all_inner_texts())
    for role in (role for role in FACTS.team.roles if role.listed):
        assert role.name.to(lang) in names
    expect(sheet.locator("td").first).to_be_visible()


def test_paper_has_the_summary_or_the_worksheet(open_page: Opener) -> None:
    """An empty page prints the worksheet, a filled one the team in tables, and no buttons."""
    page = open_page(PATHS["fi"])
    expect(page.locator(".team-sheet")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".team-sheet")).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("[data-action=minimum]").click()
    page.emulate_media(media="print")

    expect(page.locator(".team-sheet")).to_be_hidden()
    expect(page.locator(".team-builder__people tbody tr")).to_have_count(len(MINIMUM))
    expect(page.locator(".team-builder button:visible")).to_have_count(0)


@pytest.mark.parametrize(("day", "past"), [("2021-11-20", False), ("2022-04-07", True)])
def test_the_dates_are_a_pattern_once_the_round_is_over(
    day: str, past: bool, open_page: Opener
) -> None:
    """Whether the events are those of a past round follows from the reader's day."""
    page = open_page("")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+02:00"))
    page.goto(page.url + PATHS["en"])

    key = "dates.past" if past else "dates"
    expect(page.locator(".team-builder__dates [data-state]:visible")).to_have_text(
        phrase(key, "en", round=ROUND.name)
    )


def test_nothing_stays_behind(open_page: Opener) -> None:
    """Leaving a filled page is asked about, clearing empties it, and nothing is stored."""
    page = open_page(PATHS["en"])
    asked: list[str] = []

    def agree(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", agree)
    page.locator("[data-action=minimum]").click()
    page.reload()
    page.locator("[data-action=minimum]").click()
    page.locator("[data-action=clear]").click()

    assert asked == ["beforeunload", "confirm"]
    expect(page.locator(".member")).to_have_count(1)
    expect(member(page, 1).locator("select")).to_have_value("")
    expect(page.locator("[data-result] *")).to_have_count(0)
    assert json.loads(page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")) == {}
    page.reload()
    assert asked == ["beforeunload", "confirm"]
