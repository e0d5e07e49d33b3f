"""Every path of the self-check, in each engine; what they make is the same to the byte."""

import json
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from macros.self_check import ORDER
from selfcheck.model import LANGS
from tests.engines.conftest import Host
from tests.engines.reader import PATHS, Reader
from tests.sheets import command_line, example

pytestmark = pytest.mark.engines


def checked(reader: Reader) -> dict[str, str]:
    """What is chosen in the form, but for what stands there as not decided."""
    pairs = reader.ask(
        "return [...document.querySelectorAll('#selfcheck-form input:checked')]"
        ".map((input) => [input.name, input.value])"
    )
    return {name: value for name, value in pairs if value}


@pytest.mark.parametrize("lang", LANGS)
def test_answers_by_pointer_score_as_on_the_command_line(lang: str, reader: Reader) -> None:
    """A sheet filled by clicking gives, byte for byte, the command line's JSON."""
    path, sheet = example(lang)
    reader.open(lang)
    for name, value in {**sheet["conditions"], **sheet["answers"]}.items():
        reader.click(f'input[name="{name}"][value="{value}"]')
    reader.state("ready")

    expected = command_line(path)

    reader.shows(expected)


def answered(reader: Reader) -> int:
    """How many questions of the first criterion the result counts."""
    count: int = json.loads(reader.result())["criteria"]["will"]["answered"]
    return count


@pytest.mark.parametrize("lang", LANGS)
def test_answers_by_keyboard(lang: str, reader: Reader) -> None:
    """From the first field, Tab leads into the questions, Space chooses, an arrow changes."""
    reader.open(lang)
    reader.ask("document.querySelector('#selfcheck-organisation').focus()")
    reader.press(*"Åbo ö")
    for _ in range(60):
        if reader.focused().startswith("will-reason="):
            break
        reader.press(Keys.TAB)
    reader.press(Keys.SPACE)
    first = checked(reader)["will-reason"]
    reader.press(Keys.ARROW_DOWN)

    assert reader.focused() == f"will-reason={int(first) + 1}"
    assert checked(reader)["will-reason"] == str(int(first) + 1)
    assert reader.find("#selfcheck-organisation").get_property("value") == "Åbo ö"
    reader.until(lambda: answered(reader) == 1, "the score of the answer")


@pytest.mark.parametrize("lang", LANGS)
def test_examples_open(lang: str, reader: Reader) -> None:
    """An example file fills the form and scores as on the command line."""
    reader.open(lang)
    reader.state("ready")
    for name in ORDER:
        path, sheet = example(lang, name)
        reader.give(path)
        reader.shows(command_line(path))
        assert reader.find("#selfcheck-organisation").get_property("value") == sheet["organisation"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_saved_is_the_same(lang: str, reader: Reader, agreed: dict[str, str]) -> None:
    """Answers and report are saved, the same in every engine; the answers open again."""
    path, _ = example(lang)
    reader.open(lang)
    reader.state("ready")
    reader.give(path)
    expected = command_line(path)
    reader.shows(expected)

    answers, report = reader.saved("save", ".json"), reader.saved("report", ".html")

    for name, made in (("answers", answers), ("report", report)):
        # The server's port is in the report's links, and is the same for every engine.
        assert agreed.setdefault(f"{name} {lang}", made) == made
    assert f'<html lang="{lang}"' in report
    (saved,) = reader.folder.glob("*.json")
    reader.open(lang)
    reader.state("ready")
    reader.give(saved)
    reader.shows(expected)


def test_a_bad_file_changes_nothing(reader: Reader, tmp_path: Path) -> None:
    """A file that cannot be read is refused in the page's language; the form stays as it was."""
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    reader.open("sv")
    reader.state("ready")
    reader.click('input[name="will-reason"][value="2"]')
    reader.give(bad)

    told = "return document.querySelector('[data-faults]').textContent.trim()"
    assert reader.phrase("refused") in str(reader.wait(told))
    assert checked(reader)["will-reason"] == "2"


@pytest.mark.parametrize(("lang", "other"), [("fi", "sv"), ("sv", "en"), ("en", "fi")])
def test_changing_language_keeps_the_answers(lang: str, other: str, reader: Reader) -> None:
    """Answers and organisation come along to the other language, and score there too."""
    reader.open(lang)
    reader.click('input[name="will-reason"][value="2"]')
    reader.click('input[name="base"][value="no"]')
    reader.find("#selfcheck-organisation").send_keys("Saari ja ö")
    reader.ask("document.querySelector(arguments[0]).click()", f'a[data-language="{other}"]')
    there = reader.address + PATHS[other]
    reader.until(lambda: reader.driver.current_url == there, there)

    reader.wait("return document.querySelector('input[name=will-reason][value=\"2\"]')?.checked")
    assert checked(reader)["base"] == "no"
    assert reader.find("#selfcheck-organisation").get_property("value") == "Saari ja ö"
    reader.until(lambda: answered(reader) == 1, "the score of the answer")
    assert reader.ask("return sessionStorage.length + localStorage.length") == 0


def test_clearing_empties_the_form(reader: Reader) -> None:
    """One click, confirmed, leaves nothing behind."""
    path, _ = example("en")
    reader.open("en")
    reader.state("ready")
    reader.give(path)
    reader.result()
    reader.click("[data-action=clear]")
    reader.driver.switch_to.alert.accept()

    reader.wait("return !document.querySelector('#selfcheck-organisation').value")
    assert checked(reader) == {}
    reader.wait("return !document.querySelector('[data-report]').textContent")


@pytest.mark.parametrize("lang", LANGS)
def test_without_python_nothing_is_lost(lang: str, reader: Reader, host: Host) -> None:
    """Where Python cannot be fetched, the page says so, keeps and saves answers, and can retry."""
    host.missing.append(".wasm")
    try:
        reader.open(lang)
        reader.click('input[name="will-reason"][value="1"]')
        reader.state("error")
        status = reader.find("#selfcheck-status").text
        saved = reader.saved("save", ".json")
    finally:
        host.missing.clear()

    assert status == reader.phrase("failed")
    assert json.loads(saved)["answers"] == {"will-reason": 1}
    assert reader.find("#scoring-key").is_displayed()
    reader.click("[data-action=retry]")
    reader.state("ready")
    reader.until(lambda: answered(reader) == 1, "the score of the answer")
