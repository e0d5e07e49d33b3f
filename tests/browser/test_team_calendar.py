"""The calendar file that the team page gives."""

import re
from datetime import datetime
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from macros.model.rounds import HELSINKI
from selfcheck.model import LANGS, Lang
from tests.browser.team import FACTS, PATHS, ROUND, SLOTS, Opener, add, member, phrase, with_dates
from tests.matrix import one_of


def saved_events(page: Page, button: Locator) -> dict[str, Any]:
    """The entries of the calendar that a button gives, by their own part of the id."""
    with page.expect_download() as saving:
        button.click()
    (calendar,) = Calendar.from_ical(saving.value.path().read_bytes(), multiple=True)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert [str(zone["tzid"]) for zone in calendar.timezones] == [str(HELSINKI)]
    return {re.sub(f"^{ROUND.id}-|@.*", "", str(event["uid"])): event for event in calendar.events}


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_a_calendar_holds_what_is_ticked(lang: Lang, open_page: Opener) -> None:
    """A participant's calendar has their events, the team's everyone's, at the facts' moments."""
    page = with_dates(open_page(PATHS[lang]), lang)
    add(page, "sector", "workshop-2", "closing")
    add(page, "procurement", "kick-off", "closing")

    own = saved_events(page, member(page, 1).locator("[data-row-action=calendar]"))
    whole = saved_events(page, page.locator("[data-action=calendar]"))

    assert list(own) == ["workshop-2", "closing"]
    assert list(whole) == ["kick-off", "workshop-2", "closing"]
    for slot, entry in whole.items():
        event = ROUND.event(slot)
        assert (entry.start, entry.end) == event.times
        assert str(entry["summary"]).endswith(event.title.to(lang))


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_a_calendar_that_cannot_be_had_is_told(lang: Lang, open_page: Opener) -> None:
    """Without the network, or with something else in the file's place, the page says so."""
    page = with_dates(open_page(PATHS[lang]), lang)
    button, told = page.locator("[data-action=calendar]"), page.locator("[data-told]")
    button.click()
    expect(told).to_have_text(phrase("calendar.none", lang))
    add(page, "sector", SLOTS[0])

    page.context.route("**/calendar/*", lambda route: route.abort())
    button.click()
    expect(told).to_have_text(phrase("calendar.failed", lang))
    member(page, 1).locator(f'input[value="{SLOTS[1]}"]').check()
    expect(told).to_have_text("")
    page.context.unroute("**/calendar/*")
    page.context.route("**/calendar/*", lambda route: route.fulfill(body="<html>"))
    button.click()
    expect(told).to_have_text(phrase("calendar.failed", lang))
    assert member(page, 1).locator("select").input_value() == "sector"


@pytest.mark.parametrize("lang", LANGS)
def test_no_calendar_of_past_dates_is_offered(lang: Lang, open_page: Opener) -> None:
    """Once the newest round is past, the page that is built has no button for its calendar."""
    page = open_page(PATHS[lang])
    add(page, "sector", *SLOTS)

    past = FACTS.ahead(datetime.now(HELSINKI).date()) is None
    buttons = page.locator("[data-action=calendar], [data-row-action=calendar]")
    assert (buttons.count() == 0) == past
