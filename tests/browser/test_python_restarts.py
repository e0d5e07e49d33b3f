"""Python that ends while the page is in use, or fails to start: it comes back, and says so."""

from playwright.sync_api import Page, expect

from tests.browser.faults import FaultyServer, missing
from tests.browser.selfcheck import a_file, phrases
from tests.browser.starting import expect_failed, expect_scored, expect_state, retry, visit

SCORED = "document.getElementById('selfcheck-result').dataset.result !== undefined"


def answer_in_turn(page: Page, turn: int) -> None:
    """Change an answer, as a reader who is going through the form."""
    page.locator(f'input[name="will-reason"][value="{turn % 2}"]').check()


def test_a_reader_who_goes_on_answering_gets_a_score(server: FaultyServer, page: Page) -> None:
    """Answers given while Python is being started anew do not put it off, nor disturb it."""
    visit(page, server)
    expect_state(page, "ready")
    page.workers[0].evaluate("setTimeout(() => self.close())")
    page.wait_for_timeout(500)

    for turn in range(60):
        answer_in_turn(page, turn)
        page.wait_for_timeout(1_000)
        if page.evaluate(SCORED):
            break

    expect_scored(page)
    expect(page.locator("[data-faults] p")).to_have_count(0)
    assert len(page.workers) == 1


def test_a_start_that_failed_leaves_no_worker(server: FaultyServer, page: Page) -> None:
    """What could not start takes no memory while the reader decides."""
    server.faults["pyodide.asm.wasm"] = missing
    visit(page, server)
    page.locator('input[name="will-reason"][value="1"]').check()
    expect_failed(page)

    assert page.workers == []


def test_what_was_wrong_is_not_said_any_more_once_it_works(
    server: FaultyServer, page: Page
) -> None:
    """A file that was opened in vain is told; after a second try the alert is gone."""
    server.faults["pyodide.asm.wasm"] = missing
    visit(page, server)
    page.locator('input[name="will-reason"][value="1"]').check()
    expect_failed(page)
    page.set_input_files("[data-file]", a_file("{}"))
    expect(page.locator("[data-faults]")).to_contain_text(phrases(page)["failed"])

    retry(page, server)

    expect(page.locator("[data-faults] p")).to_have_count(0)
    expect(page.locator("[data-action=dismiss]")).to_be_hidden()


def test_python_that_ends_for_good_is_told_apart(server: FaultyServer, page: Page) -> None:
    """When it has answered before and cannot be started anew, the words say that it stopped."""
    visit(page, server, patience=3_000)
    expect_state(page, "ready")
    server.faults["manifest.json"] = missing
    page.workers[0].evaluate("setTimeout(() => self.close())")
    page.wait_for_timeout(500)
    page.locator('input[name="will-reason"][value="1"]').check()

    expect_failed(page, "failed.stopped")
