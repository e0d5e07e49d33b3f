"""The self-check in a real browser, on the built site, in each language."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect

from macros.form import EXAMPLES, ORDER
from macros.models import LANGS
from selfcheck.bank import load

PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}
BANK = load()

type Opener = Callable[..., Page]


def command_line(sheet: Path) -> str:
    """What ``python -m selfcheck score`` prints for a sheet."""
    run = subprocess.run(
        [sys.executable, "-m", "selfcheck", "score", str(sheet), "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def example(lang: str, name: str = ORDER[0]) -> tuple[Path, dict[str, Any]]:
    """An example sheet as file and as data."""
    path = EXAMPLES / lang / f"{name}.json"
    return path, json.loads(path.read_text("utf-8"))


def wait_until_ready(page: Page) -> None:
    """Wait until Python answers."""
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready", timeout=60_000)


def fill(page: Page, sheet: dict[str, Any]) -> None:
    """Answer as a person would: by clicking on the choices."""
    for name, value in {**sheet["conditions"], **sheet["answers"]}.items():
        page.locator(f'input[name="{name}"][value="{value}"]').check()


def json_file(content: str) -> FilePayload:
    """A file as a person would choose it."""
    return {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}


def result(page: Page) -> str:
    """The result that the page shows, as the JSON Python gave it."""
    place = page.locator("#selfcheck-result[data-result]")
    place.wait_for(state="attached")
    return place.get_attribute("data-result") or ""


def shown(page: Page) -> dict[str, tuple[str | None, str | None]]:
    """The ranges that the page's elements carry: overall under "", criteria under their ids."""
    overall = page.locator("#selfcheck-result")
    ranges = {"": (overall.get_attribute("data-low"), overall.get_attribute("data-high"))}
    for bar in page.locator("#selfcheck-result [data-criterion]").all():
        low, high = bar.get_attribute("data-low"), bar.get_attribute("data-high")
        ranges[bar.get_attribute("data-criterion") or "?"] = (low, high)
    return ranges


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_sheet_scores_as_on_the_command_line(lang: str, open_page: Opener) -> None:
    """A sheet filled by clicking gives, byte for byte, the command line's JSON."""
    path, sheet = example(lang)
    page = open_page(PATHS[lang])
    fill(page, sheet)
    wait_until_ready(page)

    expected = command_line(path)

    expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
    scores = json.loads(expected)
    ranges = {"": scores["overall"], **scores["criteria"]}
    assert {
        key: (float(low or -1), float(high or -1)) for key, (low, high) in shown(page).items()
    } == {key: (value["low"], value["high"]) for key, value in ranges.items()}


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_file_can_be_opened(lang: str, open_page: Opener) -> None:
    """The example files fill the form, and score as on the command line."""
    page = open_page(PATHS[lang])
    for name in ORDER:
        path, sheet = example(lang, name)
        page.set_input_files("[data-file]", path)
        expect(page.locator("#selfcheck-organisation")).to_have_value(sheet["organisation"])
        expected = command_line(path)
        expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
        expect(page.locator("#selfcheck-result")).to_contain_text(sheet["organisation"])


@pytest.mark.parametrize(("lang", "other"), [("fi", "sv"), ("sv", "en"), ("en", "fi")])
def test_changing_language_keeps_the_answers(lang: str, other: str, open_page: Opener) -> None:
    """Answers, evidence and organisation come along, and nothing stays in the tab's storage."""
    page = open_page(PATHS[lang])
    page.locator('input[name="will-reason"][value="2"]').check()
    page.locator('input[name="base"][value="no"]').check()
    page.locator("#selfcheck-organisation").fill("Saari ja ö")
    evidence = page.locator('[name="evidence:will-reason"]')
    evidence.locator("xpath=ancestor::details").locator("summary").click()
    evidence.fill("Päätös 12 §")

    page.locator(f'a[data-language="{other}"]').click()
    page.wait_for_url(f"**/soske/{PATHS[other]}")

    expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()
    expect(page.locator('input[name="base"][value="no"]')).to_be_checked()
    expect(page.locator("#selfcheck-organisation")).to_have_value("Saari ja ö")
    expect(page.locator('[name="evidence:will-reason"]')).to_have_value("Päätös 12 §")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize("lang", LANGS)
def test_a_failed_start_is_told_and_loses_nothing(lang: str, open_page: Opener) -> None:
    """When Python cannot start the page says so, keeps the answers, saves them, and can retry."""
    page = open_page("")
    page.context.route("**/*.wasm", lambda route: route.abort())
    page.goto(page.url + PATHS[lang])
    page.locator('input[name="will-reason"][value="1"]').check()
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "error", timeout=90_000)

    phrases = json.loads(page.locator("#selfcheck-phrases").text_content() or "")
    expect(page.locator("#selfcheck-status")).to_have_text(phrases["failed"])
    expect(page.locator('input[name="will-reason"][value="1"]')).to_be_checked()
    expect(page.locator("#scoring-key")).to_be_visible()
    with page.expect_download() as saving:
        page.locator("[data-action=save]").click()
    assert json.loads(saving.value.path().read_text("utf-8"))["answers"] == {"will-reason": 1}

    page.context.unroute("**/*.wasm")
    page.locator("[data-action=retry]").click()
    wait_until_ready(page)
    assert json.loads(result(page))["criteria"]["will"]["answered"] == 1


def test_python_starts_from_its_memory(open_page: Opener) -> None:
    """The fast start works in this browser; the plain one is not needed."""
    page = open_page(PATHS["en"])
    wait_until_ready(page)

    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "memory")


@pytest.mark.parametrize("defect", ["missing", "damaged", "cut off"])
def test_without_the_memory_it_starts_plainly(defect: str, open_page: Opener) -> None:
    """A picture of memory that is missing, damaged or cut off costs time and nothing else."""

    def spoil(route: Route) -> None:
        if defect == "missing":
            route.fulfill(status=404)
            return
        whole = route.fetch().body()
        half = len(whole) // 2
        spoilt = whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :]
        route.fulfill(body=whole[:half] if defect == "cut off" else spoilt)

    path, _ = example("sv")
    page = open_page("")
    page.context.route("**/memory.bin", spoil)
    page.goto(page.url + PATHS["sv"])
    wait_until_ready(page)
    page.set_input_files("[data-file]", path)

    assert result(page) == command_line(path)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "plain")


def test_the_form_works_before_python(open_page: Opener) -> None:
    """An answer given while Python is still on its way is kept and scored once it is there."""
    held: list[Any] = []
    page = open_page("")
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(page.url + PATHS["fi"])
    page.locator('input[name="team-core"][value="3"]').check()
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "loading")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()

    assert json.loads(result(page))["criteria"]["team"]["answered"] == 1


@pytest.mark.parametrize(
    ("lang", "content", "told"),
    [
        ("fi", "{", "JSON"),
        ("sv", '{"format": "soske-selfcheck", "version": 2, "rules": "2026.1"}', "version"),
        ("en", '{"format":"soske-selfcheck","version":1,"rules":"x","answers":{"nope":1}}', "nope"),
        ("en", "[" * 10_000 + "]" * 10_000, "deep"),
        ("en", "x" * 2_000_000, "large"),
    ],
    ids=["no JSON", "other version", "unknown id", "too deep", "too large"],
)
def test_a_bad_file_changes_nothing(lang: str, content: str, told: str, open_page: Opener) -> None:
    """A file that cannot be read is refused in the page's language; the form stays as it was."""
    page = open_page(PATHS[lang])
    page.locator('input[name="will-reason"][value="2"]').check()

    page.set_input_files("[data-file]", json_file(content))

    phrases = json.loads(page.locator("#selfcheck-phrases").text_content() or "")
    faults = page.locator("[data-faults]")
    expect(faults).to_contain_text(phrases["refused"])
    expect(faults).to_contain_text(re.compile(told))
    expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()


def test_markup_in_a_file_stays_text(open_page: Opener) -> None:
    """A file with markup in its texts shows it as text and runs nothing."""
    _, sheet = example("en")
    nasty = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    sheet |= {"organisation": nasty[:200], "evidence": {"base": nasty}}
    page = open_page(PATHS["en"])
    page.set_input_files("[data-file]", json_file(json.dumps(sheet)))

    expect(page.locator("[data-report]")).to_contain_text("<img src=x")
    assert page.locator("#selfcheck-result img, #selfcheck-result script").count() == 0
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_it_is_a_worksheet(lang: str, open_page: Opener) -> None:
    """Without JavaScript every question, level and the scoring key can be read and filled in."""
    page = open_page(PATHS[lang], java_script_enabled=False)

    for question in BANK.questions:
        for level in range(4):
            expect(page.locator(f'input[name="{question.id}"][value="{level}"]')).to_be_visible()
    expect(page.locator(".scoring-key table")).to_have_count(2)
    expect(page.locator("noscript")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_can_be_saved_as_a_page(lang: str, open_page: Opener) -> None:
    """The saved report is a page of its own in the reader's language, with links to the site."""
    path, sheet = example(lang)
    page = open_page(PATHS[lang])
    page.set_input_files("[data-file]", path)
    result(page)
    with page.expect_download() as saving:
        page.locator("[data-action=report]").click()

    report = saving.value.path().read_text("utf-8")
    assert f'<html lang="{lang}"' in report
    assert sheet["organisation"] in report
    assert "<script" not in report
    assert page.url.replace("self-check/", "criteria/") in report


def test_clearing_empties_the_form_and_the_result(open_page: Opener) -> None:
    """On a shared computer one click, confirmed, leaves nothing behind."""
    path, _ = example("en")
    page = open_page(PATHS["en"])
    page.set_input_files("[data-file]", path)
    result(page)
    page.on("dialog", lambda dialog: dialog.accept())

    page.locator("[data-action=clear]").click()

    expect(page.locator("#selfcheck-result")).not_to_have_attribute("data-band", re.compile("."))
    expect(page.locator("#selfcheck-form input:checked")).to_have_count(0)
    expect(page.locator("#selfcheck-organisation")).to_have_value("")
    expect(page.locator("[data-report] *")).to_have_count(0)
