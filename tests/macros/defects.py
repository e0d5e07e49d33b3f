"""Defects that an editor can make in the fact files, and the fault that tells of each."""

ROUND = "rounds/2021-22.yaml"
PROGRAMME = "programme.yaml"
OWN = "    phase: summary\n    kind: joint\n    title: {fi: a, sv: a, en: a}"

# What is replaced in a file, by what, and the fault that follows. » marks the line to be named.
DEFECTS = {
    "a day that does not exist": (
        (ROUND, "day: 2022-02-09", "»day: 2022-02-30"),
        ("events[2].day", "'2022-02-30'", "a day that exists, written as year-month-day"),
    ),
    "a day in another form": (
        (ROUND, "opens: 2021-11-10", "»opens: 10.11.2021"),
        ("application.opens", "'10.11.2021'", "a day that exists, written as year-month-day"),
    ),
    "a day as a bare number": (
        (ROUND, "opens: 2021-11-10", "»opens: 20211110"),
        ("application.opens", "'20211110'", "a day that exists, written as year-month-day"),
    ),
    "a wrong weekday": (
        (ROUND, "weekday: tue", "»weekday: wed"),
        ("events[0].weekday", "'wed'", "tue, as 2021-11-16 is; correct whichever is wrong"),
    ),
    "a theme with a role that no one has": (
        ("team.yaml", "role: theme-expert", "»role: expert"),
        ("themes[1].role", "'expert'", "one of: employment, finance"),
    ),
    "a theme without an event of its own": (
        ("team.yaml", "themes:\n  - id: employment", "themes:\n  - »id: equality"),
        ("themes[0].id", "'equality'", "one of: employment, human-rights, kick-off, summary"),
    ),
    "a level of a question that the self-check lacks": (
        ("team.yaml", "core: {question: team-core", "»core: {question: team-heart"),
        ("levels.core.question", "'team-heart'", "one of: "),
    ),
    "a weekday in full": (
        (ROUND, "weekday: tue", "»weekday: tuesday"),
        ("events[0].weekday", "'tuesday'", "'mon', 'tue'"),
    ),
    "an event outside its round": (
        (
            ROUND,
            "day: 2022-04-06\n    weekday: wed",
            "»day: 2022-05-04\n    weekday: wed",
        ),
        ("events[4].day", "'2022-05-04'", "a day of the programme, from 2022-01-01 to 2022-04-30"),
    ),
    "an information session before the round": (
        (ROUND, "day: 2021-11-16", "»day: 2021-11-09"),
        (
            "events[0].day",
            "'2021-11-09'",
            "a day on which one can apply, from 2021-11-10 to 2021-12-10",
        ),
    ),
    "an end before the start": (
        (ROUND, 'end: "11:00"', '»end: "08:30"'),
        ("events[1].end", "'08:30'", "a time after the start, 09:00"),
    ),
    "a start without an end": (
        (ROUND, 'start: "09:00"\n    end: "11:00"', '»start: "09:00"'),
        ("events[1].start", "'09:00'", "end as well, or neither"),
    ),
    "an unquoted clock time": (
        (ROUND, 'start: "09:00"', "»start: 9:00"),
        ("events[1].start", "'9:00'", 'a clock time of four digits, such as "09:00"'),
    ),
    "a missing translation": (
        (
            PROGRAMME,
            "title:\n      fi: Käynnistystilaisuus\n      sv: Startmöte\n",
            "»title:\n      fi: Käynnistystilaisuus\n",
        ),
        ("events[1].title.sv", "nothing", "this field; add it"),
    ),
    "an empty translation": (
        (PROGRAMME, "sv: Startmöte", '»sv: ""'),
        ("events[1].title.sv", "''", "a text; write it"),
    ),
    "a blank translation": (
        (PROGRAMME, "sv: Startmöte", '»sv: "  "'),
        ("events[1].title.sv", "'  '", "a text; write it"),
    ),
    "a translation not written": (
        (PROGRAMME, "sv: Startmöte", "»sv:"),
        ("events[1].title.sv", "nothing", "a text; write it"),
    ),
    "an unknown field": (
        (PROGRAMME, "places: 6", "places: 6\n»seats: 6"),
        ("seats", "'6'", "no field of this name; correct or remove it"),
    ),
    "an unknown list": (
        ("glossary.yaml", "\nterms:", "\nterms: []\n»term:"),
        ("term", "a list", "no field of this name; correct or remove it"),
    ),
    "an unknown source of a round": (
        (ROUND, "[info-slides, announcement]", "»[info-slides, anouncement]"),
        ("sources[1]", "'anouncement'", "one of: "),
    ),
    "an unknown publisher of the site": (
        ("site.yaml", "publisher: ", "»publisher: no-"),
        ("publisher", "'no-", "one of: "),
    ),
    "an unknown publisher of a source": (
        ("sources.yaml", "    publisher: ", "    »publisher: no-"),
        ("sources[0].publisher", "'no-", "one of: "),
    ),
    "an unknown phase of an event": (
        (PROGRAMME, "phase: summary", "»phase: sumary"),
        (
            "events[4].phase",
            "'sumary'",
            "one of: apply, employment, human-rights, kick-off, summary",
        ),
    ),
    "an unknown event of an assignment": (
        (PROGRAMME, "due: workshop-2", "»due: workshop-9"),
        ("assignments[1].due", "'workshop-9'", "one of: closing, info, kick-off, workshop-1"),
    ),
    "an id twice in a list": (
        ("glossary.yaml", "- id: public-procurement", "»- id: contracting-entity"),
        ("terms[1].id", "'contracting-entity'", "an id that no other entry has"),
    ),
    "an event's id twice": (
        (ROUND, "- id: closing", "»- id: kick-off"),
        ("events[4].id", "'kick-off'", "an id that no other entry has"),
    ),
    "a role's id twice": (
        ("team.yaml", "- id: procurement", "»- id: sector"),
        ("roles[1].id", "'sector'", "an id that no other entry has"),
    ),
    "an assignment's id twice": (
        (PROGRAMME, "- id: before-workshop-2", "»- id: before-workshop-1"),
        ("assignments[1].id", "'before-workshop-1'", "an id that no other entry has"),
    ),
    "an id with a capital letter": (
        ("team.yaml", "- id: legal", "»- id: Legal"),
        ("roles[5].id", "'Legal'", "an id of small letters, digits and hyphens"),
    ),
    "a key twice": (
        (PROGRAMME, "places: 6", "places: 6\n»places: 7"),
        ("places", "the key twice", "each key once"),
    ),
    "a round that closes before it opens": (
        (ROUND, "closes: 2021-12-10", "»closes: 2021-11-09"),
        ("application.closes", "'2021-11-09'", "2021-11-10, when it opens, or later"),
    ),
    "interview weeks reversed": (
        (ROUND, "interview_weeks: [2021-W47, 2021-W50]", "»interview_weeks: [2021-W50, 2021-W47]"),
        ("application.interview_weeks", "'2021-W50, 2021-W47'", "the first week before the last"),
    ),
    "a week that its year lacks": (
        (ROUND, "[2021-W47, 2021-W50]", "»[2021-W47, 2021-W53]"),
        ("application.interview_weeks[1]", "'2021-W53'", "a week that its year has"),
    ),
    "a programme that ends before it starts": (
        (ROUND, "last_month: 2022-04", "»last_month: 2021-12"),
        ("period.last_month", "'2021-12'", "2022-01, the first month, or later"),
    ),
    "a placeholder missing in one language": (
        ("words.yaml", 'sv: "Omgång {round}"', '»sv: "Omgången"'),
        ("made.title.sv", "'none'", "the same words in braces as in Finnish: {round}"),
    ),
    "a placeholder misspelt in one language": (
        (
            "words.yaml",
            'sv: "Omgång {round}"',
            '»sv: "Omgång {omgång}"',
        ),
        ("made.title.sv", "'{omgång}'", "the same words in braces as in Finnish: {round}"),
    ),
    "a brace left open": (
        (
            "words.yaml",
            'en: "The {round} round"',
            '»en: "The {round} {round"',
        ),
        ("made.title.en", "'The {round} {round'", "braces in pairs"),
    ),
    "a number as text": (
        (PROGRAMME, "places: 6", "»places: six"),
        ("places", "'six'", "a whole number, without quotes or spaces"),
    ),
    "a statistic with a space": (
        ("figures.yaml", "value: 104000", '»value: "104 000"'),
        ("figures[0].value", "'104 000'", "a number, without quotes or spaces"),
    ),
    "neither yes nor no": (
        ("team.yaml", "minimum: true", "»minimum: maybe"),
        ("roles[0].minimum", "'maybe'", "true or false"),
    ),
    "a list that is not closed": (
        (ROUND, "name: 2021–22\n", "name: [2021–22\n»"),
        ("(file)", "broken YAML (expected ',' or ']'", "an even indent"),
    ),
    "a colon in an unquoted text": (
        (PROGRAMME, 'fi: "Työpaja 1: hankinnoilla työllistäminen"', "»fi: Työpaja 1: hankinnoilla"),
        ("(file)", "broken YAML (mapping values are not allowed here)", "an even indent"),
    ),
    "a tab as indent": (
        (ROUND, "  opens: 2021", "»\topens: 2021"),
        ("(file)", "broken YAML (found character '\\t'", "an even indent"),
    ),
    "an id other than the file's name": (
        (ROUND, "id: 2021-22", "»id: 2022-23"),
        ("id", "'2022-23'", "2021-22, as the file is called"),
    ),
    "a source checked without an address": (
        ("sources.yaml", "checked_on: null", "»checked_on: 2026-11-21"),
        ("sources[0].checked_on", "'2026-11-21'", "null, as there is no url to open"),
    ),
    "a source of no day": (
        ("sources.yaml", "date: 2021-11-16", "»date: 2021-11-31"),
        ("sources[0].date", "'2021-11-31'", "a day that exists, written as year-month-day"),
    ),
    "applications that close a year late": (
        (ROUND, "closes: 2021-12-10", "»closes: 2022-12-10"),
        ("application.closes", "'2022-12-10'", "a day before the first joint event, 2022-01-20"),
    ),
    "applications that close when the programme begins": (
        (ROUND, "closes: 2021-12-10", "»closes: 2022-01-20"),
        ("application.closes", "'2022-01-20'", "a day before the first joint event, 2022-01-20"),
    ),
    "applications that open a year early": (
        (ROUND, "opens: 2021-11-10", "»opens: 2020-11-10"),
        ("application.opens", "'2020-11-10'", "a day at most half a year before 2021-12-10"),
    ),
    "a programme that begins a year early": (
        (ROUND, "first_month: 2022-01", "»first_month: 2021-01"),
        ("period.first_month", "'2021-01'", "2022-01, as the first joint event is on 2022-01-20"),
    ),
    "a programme that ends a year late": (
        (ROUND, "last_month: 2022-04", "»last_month: 2023-04"),
        ("period.last_month", "'2023-04'", "2022-04, as the last joint event is on 2022-04-06"),
    ),
    "interviews before applications open": (
        (ROUND, "[2021-W47, 2021-W50]", "»[2021-W44, 2021-W50]"),
        (
            "application.interview_weeks[0]",
            "'2021-W44'",
            "a week from 2021-W45 on and before 2022-W03",
        ),
    ),
    "interviews when the programme has begun": (
        (ROUND, "[2021-W47, 2021-W50]", "»[2021-W47, 2022-W03]"),
        (
            "application.interview_weeks[1]",
            "'2022-W03'",
            "a week from 2021-W45 on and before 2022-W03",
        ),
    ),
    "information after applications have closed": (
        (ROUND, "day: 2021-11-16\n    weekday: tue", "»day: 2021-12-14\n    weekday: tue"),
        ("events[0].day", "'2021-12-14'", "a day on which one can apply, from 2021-11-10"),
    ),
    "a joint event before the programme": (
        (ROUND, "first_month: 2022-01", "first_month: 2022-02"),
        ("events[1].day", "'2022-01-20'", "a day of the programme, from 2022-02-01"),
    ),
    "a phase that meets before the one before it": (
        (ROUND, "day: 2022-03-09\n    weekday: wed", "day: 2022-02-02\n    weekday: wed"),
        ("events[2].day", "'2022-02-09'", "a day before 2022-02-02, when a later phase meets"),
    ),
    "an assignment due before it is given": (
        (
            PROGRAMME,
            "given: kick-off\n    due: workshop-1",
            "given: workshop-2\n    »due: workshop-1",
        ),
        ("assignments[0].due", "'workshop-1'", "an event after workshop-2, week 8"),
    ),
    "an assignment due when it is given": (
        (PROGRAMME, "due: workshop-1", "»due: kick-off"),
        ("assignments[0].due", "'kick-off'", "an event after kick-off, week 1"),
    ),
    "a history that ends before it begins": (
        ("milestones.yaml", "until: ", "»until: 1999 #"),
        ("milestones[", "'1999'", "a date after "),
    ),
    "a statement reviewed before it was written": (
        ("site.yaml", "reviewed: ", "»reviewed: 2020-01-01 #"),
        ("statement.reviewed", "'2020-01-01'", ""),
    ),
    "a type of YAML's own": (
        ("site.yaml", "publisher: ", "»publisher: !!int "),
        ("(file)", "an anchor, alias or tag", "facts in plain lists and fields"),
    ),
    "a date of YAML's own": (
        ("site.yaml", "publisher: ", "»publisher: !!timestamp "),
        ("(file)", "an anchor, alias or tag", "facts in plain lists and fields"),
    ),
    "a list within itself": (
        (PROGRAMME, "places: 6", "»places: &a [*a]"),
        ("(file)", "an anchor, alias or tag", "facts in plain lists and fields"),
    ),
    "lists in lists without end": (
        (PROGRAMME, "places: 6", "»places: " + "[" * 3000 + "]" * 3000),
        ("(file)", "21 levels", "facts in plain lists and fields"),
    ),
    "an assignment of a round's own that is due before it is given": (
        (
            ROUND,
            "\nevents:",
            "\nassignments:\n  - id: own\n    phase: summary\n    given: workshop-2\n"
            "    »due: workshop-1\n    title: {fi: a, sv: a, en: a}\n\nevents:",
        ),
        ("assignments[0].due", "'workshop-1'", "an event after workshop-2, 2022-03-09"),
    ),
    "a week of the programme before that of an earlier phase": (
        (PROGRAMME, "week: 8", "week: 2"),
        ("events[2].week", "'4'", "a week before 2, when a later phase meets"),
    ),
    "a joint event without a week": (
        (PROGRAMME, "    week: 4\n", ""),
        ("events[2].week", "'None'", "week for a joint event, and for no other"),
    ),
    "a length of what is not joint": (
        (PROGRAMME, "kind: info", "kind: info\n    »hours: 1"),
        ("events[0].hours", "'1'", "hours for a joint event, and for no other"),
    ),
    "a joint event that the newest round does not date": (
        (
            ROUND,
            "- id: closing",
            "- id: last\n    phase: summary\n    kind: joint\n    title: {fi: a, sv: a, en: a}",
        ),
        ("events", "'none for closing'", "a day for each joint event of the programme: kick-off"),
    ),
    "an event that is neither planned nor told": (
        (ROUND, "- id: closing", "»- id: last"),
        ("events[4].id", "'last'", "the id of an event of programme.yaml, or a phase, kind"),
    ),
}

# What an editor may write for a number, and is not one.
NOT_NUMBERS = ("nan", ".nan", "inf", "-.inf", "-5", "104_000", "104e3", "104,5", "0x1f", '"1 000"')
