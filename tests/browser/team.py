"""What the tests of the team page share."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, Route

from macros.context import Context
from macros.model.load import facts
from macros.pages.team_builder import TeamBuilder
from selfcheck.model import Lang

PATHS = {"fi": "self-check/team/", "sv": "sv/self-check/team/", "en": "en/self-check/team/"}
FACTS = facts()
ROUND = FACTS.round
SLOTS = [event.id for event in ROUND.joint]
MINIMUM = [role.id for role in FACTS.team.roles if role.minimum]

type Opener = Callable[..., Page]


def with_dates(page: Page, lang: Lang) -> Page:
    """Load the page as it is built while a round is ahead: with dates, and its calendar.

    The round is the newest one, on the day on which its applications open.
    """
    shared = "." if lang == "fi" else ".."
    day = ROUND.application.opens
    dated = TeamBuilder(
        Context(FACTS, lang, day, lambda: "self-check/team/", shared)
    ).team_builder()

    def answer(route: Route) -> None:
        soup = BeautifulSoup(route.fetch().text(), "lxml")
        new = BeautifulSoup(dated, "html.parser")
        for selector in ("#team-builder", ".team-worksheet"):
            old, part = soup.select_one(selector), new.select_one(selector)
            assert old
            assert part
            for script, built in zip(
                part.select("script[src]"), old.select("script[src]"), strict=True
            ):
                script["src"] = built["src"]
            old.replace_with(part)
        route.fulfill(body=str(soup), content_type="text/html; charset=utf-8")

    page.route(f"**/{PATHS[lang]}", answer)
    page.reload()
    return page


def member(page: Page, number: int) -> Locator:
    """The row of a participant, counted from 1."""
    return page.locator(".member").nth(number - 1)


def add(page: Page, role: str, *slots: str, organisation: str = "") -> None:
    """Fill in the last row and add an empty one after it, as a person would."""
    row = page.locator(".member").last
    row.locator("select").select_option(role)
    for slot in slots:
        row.locator(f'input[value="{slot}"]').check()
    if organisation:
        row.locator("input[name=organisation]").fill(organisation)
    page.locator("[data-action=add]").click()


def said(page: Page) -> dict[str, str]:
    """What the summary says, by its labels."""
    return dict(
        page.locator(".team-lines > div").evaluate_all(
            "rows => rows.map(row => [row.children[0].textContent, row.children[1].textContent])"
        )
    )


def cells(page: Page, table: int = 0) -> dict[str, list[str]]:
    """What a coverage table says, by the names of its rows."""
    rows = page.locator(".team-table:not(.team-builder__people *)").nth(table).locator("tbody tr")
    return dict(
        rows.evaluate_all(
            "rows => rows.map(({ cells: [name, ...rest] }) =>"
            " [name.textContent, rest.map(cell => cell.textContent)])"
        )
    )


def phrase(key: str, lang: Lang, **values: object) -> str:
    """A phrase of the page, filled in."""
    return FACTS.words[f"builder.{key}"].to(lang).format(**values)


def role_name(role: str, lang: Lang) -> str:
    """A role in the middle of a sentence."""
    return {known.id: known for known in FACTS.team.roles}[role].short.to(lang)


def title(slot: str, lang: Lang) -> str:
    """An event under its whole title."""
    return ROUND.event(slot).title.to(lang)
