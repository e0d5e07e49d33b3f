"""Every defect an editor can make in the bank is told with file, place and remedy."""

from pathlib import Path

import pytest

from .cases import defects

ANYTHING = "*"  # where what is found is too long to tell
# Each slip: what stands in the small bank, what an editor makes of it, the place told, and what
# is found there.
IN_RULES = [
    ('version = "1"', "", "version", "nothing"),
    ('version = "1"', 'version = ""', "version", "''"),
    ('version = "1"', 'version = "1"\nauthor = "x"', "author", "an unknown key"),
    ('id = "reason"', "", "questions[1].id", "nothing"),
    ('id = "reason"', 'id = "Reason 1"', "questions[Reason 1].id", "'Reason 1'"),
    ('id = "reason"', 'id = "reason"\nhint = 1', "questions[reason].hint", "an unknown key"),
    ('id = "pilot"', 'id = "reason"', "conditions, questions and retired", "the id reason twice"),
    ('id = "pilot"', 'id = "base"', "conditions, questions and retired", "the id base twice"),
    (
        'id = "finance"',
        'id = "finance"\n[[roles]]\nid = "finance"',
        "roles",
        "the id finance twice",
    ),
    ('id = "half"', 'id = "start"', "bands", "the id start twice"),
    ("weight = 2\nnot", "weight = 0\nnot", "questions[pilot].weight", "0"),
    ("weight = 2\nnot", "weight = 1001\nnot", "questions[pilot].weight", "1001"),
    ("weight = 2\nnot", "weight = 1.5\nnot", "questions[pilot].weight", "1.5"),
    ("weight = 2\nnot", "weight = true\nnot", "questions[pilot].weight", "True"),
    ("weight = 2\npage", 'weight = "2"\npage', "criteria[strategy].weight", "'2'"),
    (
        "not_applicable = true",
        'not_applicable = "no"',
        "questions[pilot].not_applicable",
        "'no'",
    ),
    ('criterion = "will"', 'criterion = "wish"', "questions[reason].criterion", "wish"),
    ('part = "goal"', 'part = "gaol"', "questions[aim].part", "gaol"),
    ('part = "goal"\n', "", "questions[aim].part", "nothing"),
    (
        'criterion = "will"',
        'criterion = "will"\npart = "goal"',
        "questions[reason].part",
        "goal",
    ),
    ('ask = ["finance"]', 'ask = ["mayor"]', "questions[policy].ask", "['mayor']"),
    ('ask = ["finance"]', "ask = []", "questions[policy].ask", "[]"),
    ('does = "finance"', 'does = "mayor"', "questions[pilot].does", "'mayor'"),
    ("strength = true", "strength = 1", "questions[lesson].strength", "1"),
    ("strength = true", 'strength = true\npart = "goal"', "questions[lesson].part", "goal"),
    ('themes = ["human-rights"]', 'themes = ["x"]', "roles[expert].themes", "['x']"),
    ('id = "bygone"', 'id = "pilot"', "conditions, questions and retired", "the id pilot twice"),
    ('from = "bygone"', 'from = "gone"', "carried[1].from", "gone"),
    ('to = "policy"', 'to = "bygone"', "carried[1].to", "bygone"),
    ("levels = [0, 2, 2, 3]", "levels = [0, 2, 3]", "carried[1].levels", "[0, 2, 3]"),
    ('base = ["no"]', "base = [3]", "contradictions[clash].claims.base", "[3]"),
    ('base = ["no"]', 'basis = ["no"]', "contradictions[clash].claims.basis", "['no']"),
    ('base = ["no"], ', "", "contradictions[clash].claims", "fewer than two claims"),
    ("years = 4", "years = 0", "evidence.years", "0"),
    ("overall = 90", "overall = 101", "ahead.overall", "101"),
    (
        'page = "criteria.md"\n',
        'page = "/criteria/"\n',
        "questions[policy].page",
        "'/criteria/'",
    ),
    ("overall = 50", "overall = 101", "bands[half].overall", "101"),
    ("overall = 50", "overall = 85", "bands[ready].overall", "80"),
    ("floor = 60", "floor = 10", "bands[ready].floor", "10"),
    ("overall = 0", "overall = 5", "bands[start]", "overall 5, floor 0, conditions False"),
    ("weeks = [2, 2, 4]", "weeks = [2, 2]", "questions[pilot].weeks", "[2, 2]"),
    ("weeks = [2, 2, 4]", "weeks = [2, 0, 4]", "questions[pilot].weeks", "[2, 0, 4]"),
    ("weeks = [2, 2, 4]", "weeks = [2, 53, 4]", "questions[pilot].weeks", "[2, 53, 4]"),
    ("condition = 2\n", "", "pace.condition", "nothing"),
    ("levels = [1, 3, 5]", "levels = 3", "pace.levels", "3"),
    ('kinds = ["agency"]', 'kinds = ["firm"]', "branches[no-pilot].kinds", "['firm']"),
    ('kinds = ["agency"]\n', "", "branches[no-pilot].kinds", "nothing"),
    ('themes = ["employment"]', 'themes = ["x"]', "branches[no-pilot].themes", "['x']"),
    ('entry = "pilot"', 'entry = "pilots"', "branches[no-pilot].entry", "pilots"),
    ('entry = "pilot"', 'entry = "aim"', "branches[no-pilot].preset", "aim"),
    ('id = "town"', 'id = "agency"', "kinds", "the id agency twice"),
]
IN_WORDS = [
    ('finance = "finance"\n', "", "roles.finance", "nothing"),
    ('name = "Will"', 'name = " Will"', "criteria.will.name", "' Will'"),
    ('goal = "Goal"', 'aim = "Goal"', "criteria.strategy.parts.aim", "an unknown key"),
    ('claim = "will claim."', 'claim = ""', "criteria.will.claim", "''"),
    ("[questions.reason]", "[questions.other]", "questions.other", "an unknown key"),
    ("[questions.reason]", "[questions.other]", "questions.reason", "nothing"),
    (
        ', "aim example 3"',
        "",
        "questions.aim.examples",
        "['aim example 0', 'aim example 1', 'aim example 2']",
    ),
    ('"aim example 3"', '"Aim example 2"', "questions.aim.examples[3]", "“aim example 2”"),
    ('"aim example 3"', '"aim level 3"', "questions.aim.examples[3]", "“aim level 3”"),
    ('"aim example 3"', f'"{"word " * 20}word"', "questions.aim.examples[3]", "21 words"),
    ('note = "agency note."', 'note = ""', "kinds.agency.note", "''"),
    ('no-pilot = "no-pilot note."\n', "", "branches.no-pilot", "nothing"),
    ('na = "pilot na."\n', "", "questions.pilot.na", "nothing"),
    (
        'question = "aim question?"',
        'question = "aim question?"\nna = "x"',
        "questions.aim.na",
        "an unknown key",
    ),
    (
        '"aim level 3"]',
        '"aim level 3", "more"]',
        "questions.aim.levels",
        "['aim level 0', 'aim level 1', 'aim level 2', 'aim level …",
    ),
    ('"aim step 2", ', "", "questions.aim.steps", "['aim step 1', 'aim step 3']"),
    ('"aim step 2"', '"Aim step 1"', "questions.aim.steps[2]", "“aim step 1”"),
    (
        'question = "aim question?"',
        'question = "reason question?"',
        "questions.aim.question",
        "“reason question?”",
    ),
    ('name = "Half"', 'name = "Ready"', "bands.ready.name", "“ready”"),
    ('ask = "base ask."', "ask = 3", "conditions.base.ask", "3"),
    ('bygone = "bygone question?"', "", "retired.bygone", "nothing"),
    ('clash = "clash note."', "", "contradictions.clash", "nothing"),
    ('human-rights = "reason example 3b"', 'rights = "x"', "questions.reason.examples", "*"),
]


@pytest.mark.parametrize(
    ("file", "slip"), [("rules", slip) for slip in IN_RULES] + [("sv", slip) for slip in IN_WORDS]
)
def test_a_defect_names_its_place(
    tmp_path: Path, file: str, slip: tuple[str, str, str, str]
) -> None:
    """A defect tells the file, the place, what was found, what belongs there and what to do."""
    old, new, place, found = slip
    matching = [d for d in defects(tmp_path, file, old, new) if d.place == place]

    assert [defect.found for defect in matching] == [found] or found == ANYTHING
    assert matching[0].expected
    assert matching[0].advice
