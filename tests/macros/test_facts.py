"""The fact files: the site's own are sound, and every defect an editor can make is told."""

import re
import shutil
from pathlib import Path

import pytest

from macros.model.documents import FactDefect, FactError
from macros.model.load import FOLDER, facts
from tests.macros.defects import DEFECTS, NOT_NUMBERS, PROGRAMME, ROUND
from tests.macros.sites import copy_made, made_folder

REFERENCE = re.compile(
    r"^ *(?:- )?(?:source|publisher|phase|given|due|role|within): [a-z0-9-]+$", re.MULTILINE
)
SOURCE = re.compile(r"^( *source: ).*", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fact files to make defects in."""
    return copy_made(tmp_path / "facts")


def faults(folder: Path) -> list[FactDefect]:
    """List the faults of a folder, each told on one line that names its file and line."""
    with pytest.raises(FactError) as caught:
        facts(folder)
    lines = str(caught.value).splitlines()
    for fault, line in zip(caught.value.faults, lines, strict=True):
        assert line == (
            f"{fault.file}, line {fault.line}, {fault.place}: "
            f"found {fault.found}; expected {fault.expected}"
        )
    return caught.value.faults


def fault(folder: Path) -> FactDefect:
    """Return the only fault of a folder."""
    (only,) = faults(folder)
    return only


def test_the_sites_own_facts_are_sound() -> None:
    """Our own facts load without a fault, and every file has a part in them."""
    loaded = facts()

    assert [language.id for language in loaded.languages] == ["fi", "sv", "en"]
    assert all([loaded.rounds, loaded.organisations, loaded.sources, loaded.figures, loaded.terms])


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_names_its_place(folder: Path, defect: str) -> None:
    """One defect is one fault: file, line, place, what was found and what was expected."""
    (file, old, new), (place, found, expected) = DEFECTS[defect]
    text = (folder / file).read_text("utf-8")
    assert old in text
    marked = text.replace(old, new, 1)
    (folder / file).write_text(marked.replace("»", ""), "utf-8")

    told = fault(folder)

    assert told.file == f"macros/facts/{file}"
    assert told.place.startswith(place)
    assert "»" not in marked or told.line == marked[: marked.index("»")].count("\n") + 1
    assert told.found.startswith(found)
    assert told.expected.startswith(expected)


@pytest.mark.parametrize(
    "file",
    sorted(
        path.relative_to(made_folder()).as_posix()
        for path in made_folder().rglob("*.yaml")
        if SOURCE.search(path.read_text("utf-8"))
    ),
)
def test_every_source_is_known(folder: Path, file: str) -> None:
    """Whatever fact names a source that does not stand in sources.yaml, it is told."""
    text = (folder / file).read_text("utf-8")
    (folder / file).write_text(SOURCE.sub(r"\1none-such", text, count=1), "utf-8")

    told = fault(folder)

    line = next(at for at, line in enumerate(text.splitlines(), 1) if SOURCE.match(line))
    assert (told.file, told.line, told.found) == (f"macros/facts/{file}", line, "'none-such'")
    assert told.place.endswith("source")


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.yaml")))
def test_a_missing_file_is_told(folder: Path, file: str) -> None:
    """A file that is not there is named."""
    (folder / file).unlink()

    assert str(fault(folder)) == (
        f"macros/facts/{file}, line 1, (file): found no file; expected one of this name"
    )


@pytest.mark.parametrize("content", ["", "# only a remark\n"])
def test_an_empty_file_is_told(folder: Path, content: str) -> None:
    """A file without facts is named, whatever remarks it holds."""
    (folder / "team.yaml").write_text(content, "utf-8")

    told = fault(folder)

    assert (told.file, told.found) == ("macros/facts/team.yaml", "an empty file")


@pytest.mark.parametrize("file", ["site.yaml", "glossary.yaml", "words.yaml", ROUND])
@pytest.mark.parametrize(("content", "found"), [("- a\n", "a list"), ("hello\n", "'hello'")])
def test_a_file_of_another_shape_is_told(folder: Path, file: str, content: str, found: str) -> None:
    """A file that is a list or a text where fields belong is named."""
    (folder / file).write_text(content, "utf-8")

    told = fault(folder)

    assert (told.file, told.line, told.found) == (f"macros/facts/{file}", 1, found)
    assert told.expected == "fields, each with its name"


def test_another_encoding_is_told(folder: Path) -> None:
    """A file saved in another encoding than UTF-8 is named with its first such line."""
    text = (folder / PROGRAMME).read_text("utf-8")
    (folder / PROGRAMME).write_bytes(text.replace("–", "-").encode("latin-1"))

    told = fault(folder)

    first = text[: text.index("ö")].count("\n") + 1
    assert "ä" not in text[: text.index("ö")]
    assert (told.file, told.line) == (f"macros/facts/{PROGRAMME}", first)
    assert (told.found, told.expected) == ("other encoding", "UTF-8")


def test_a_control_character_is_told(folder: Path) -> None:
    """An invisible character that no text may hold is named with its line."""
    text = (folder / PROGRAMME).read_text("utf-8")
    (folder / PROGRAMME).write_text(text.replace("places: 6", "places: 6\x07"), "utf-8")

    told = fault(folder)

    assert told.line == text[: text.index("places: 6")].count("\n") + 1
    assert told.found == "a control character, 0x07"


def test_a_site_has_a_round(folder: Path) -> None:
    """Without any round the pages could not be drawn."""
    shutil.rmtree(folder / "rounds")

    assert fault(folder).found == "no round"


def test_a_round_has_a_joint_event(folder: Path) -> None:
    """Without a joint event nobody could say when a round is over."""
    text = (folder / ROUND).read_text("utf-8")
    told_apart = text.replace("    day:", "    kind: info\n    day:")
    (folder / ROUND).write_text(told_apart, "utf-8")

    told = fault(folder)

    assert (told.place, told.found) == ("events", "'no joint event'")


def test_a_copied_round_needs_a_new_id(folder: Path) -> None:
    """A round's file that was copied and not given its own id is named."""
    shutil.copy(folder / ROUND, folder / "rounds/2022-23.yaml")

    told = fault(folder)

    assert (told.file, told.place) == ("macros/facts/rounds/2022-23.yaml", "id")


def test_each_language_is_there_once(folder: Path) -> None:
    """The site has Finnish, Swedish and English."""
    text = (folder / "languages.yaml").read_text("utf-8")
    (folder / "languages.yaml").write_text(text[: text.index("  - id: en")], "utf-8")

    told = fault(folder)

    assert (told.place, told.expected) == ("languages", "fi, sv and en, each once")


def test_several_faults_are_told_at_once(folder: Path) -> None:
    """All faults of a file come in one list, a line each."""
    text = (folder / ROUND).read_text("utf-8").replace("sources:", "places: 0\nsources:")
    (folder / ROUND).write_text(text.replace("weekday: tue", "weekday: thu"), "utf-8")

    assert [told.place for told in faults(folder)] == ["places", "events[0].weekday"]


@pytest.mark.parametrize("number", NOT_NUMBERS)
@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("figures.yaml", "value"),
        ("payment.yaml", "withheld"),
        ("payment.yaml", "check_months"),
        (PROGRAMME, "places"),
    ],
)
def test_only_plain_numbers_count(folder: Path, file: str, field: str, number: str) -> None:
    """A number is written with digits, and a point where it has decimals; nothing else is one."""
    text = (folder / file).read_text("utf-8")
    changed, count = re.subn(rf"\b{field}: \S+", f"{field}: {number}", text, count=1)
    assert count == 1
    (folder / file).write_text(changed, "utf-8")

    told = fault(folder)

    assert told.place.endswith(field)
    assert "number, without quotes or spaces" in told.expected


def test_every_reference_is_held(folder: Path) -> None:
    """Each id that a fact names is looked for: one that is mistyped is told, whatever the file."""
    named = [
        (folder / file.relative_to(made_folder()), line)
        for file in sorted(made_folder().rglob("*.yaml"))
        for line in sorted(set(REFERENCE.findall(file.read_text("utf-8"))))
    ]
    assert len(named) > 25
    for path, line in named[::7]:
        text = path.read_text("utf-8")
        path.write_text(text.replace(line, f"{line}-x", 1), "utf-8")
        assert any(told.found.strip("'").endswith("-x") for told in faults(folder))
        path.write_text(text, "utf-8")
