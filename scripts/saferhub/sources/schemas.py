"""The shape of every file of facts, as JSON Schema. Editors use the same schemas that the reader judges by."""

from __future__ import annotations

from saferhub.model.pack import ADULTS, EDITIONS, PAPERS
from saferhub.model.taxonomy import Taxonomy

Schema = dict[str, object]

IDENTIFIER = "^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^\d{4}-\d{2}-\d{2}$"
# XA and XB are the made-up languages of `hub i18n pseudo`, which no reader may ever meet.
LOCALE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-(?!XA|XB)[A-Z]{2})?$"
ADDRESS = r"^https://[^\s()<>\"'{}\[\]]+\.[^\s()<>\"'{}\[\]]+$"
PHONE = r"^[+0-9][0-9 ().-]*$"
TERM_CLASSES = ["ok", "care"]
LICENCES = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]


def words(description: str, longest: int = 0, example: str = "") -> Schema:
    """A text that people read."""
    schema: Schema = {"type": "string", "minLength": 1, "description": description}
    if longest:
        schema["maxLength"] = longest
    if example:
        schema["examples"] = [example]
    return schema


def choice(description: str, allowed: list[str], example: str = "") -> Schema:
    """One of several allowed values. Without a vocabulary (it could not be read) any text is let through."""
    schema: Schema = {"type": "string", "description": description}
    if allowed:
        schema.update(enum=allowed, examples=[example or allowed[0]])
    return schema


def choices(description: str, allowed: list[str], least: int = 1, example: str = "") -> Schema:
    """A list of allowed values, each at most once."""
    schema: Schema = {
        "type": "array",
        "items": {"enum": allowed} if allowed else {"type": "string"},
        "minItems": least,
        "uniqueItems": True,
        "description": description,
    }
    if allowed:
        schema["examples"] = [f"[{example or allowed[0]}]"]
    return schema


def texts(description: str, least: int, most: int = 99, example: str = "") -> Schema:
    """A list of texts."""
    return {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": least,
        "maxItems": most,
        "description": description,
        "examples": [example or "[...]"],
    }


def whole_number(description: str, least: int, most: int, example: int) -> Schema:
    """A whole number between two bounds, both included."""
    return {"type": "integer", "minimum": least, "maximum": most, "description": description, "examples": [example]}


def date(description: str) -> Schema:
    """A day, written year-month-day."""
    return {"type": "string", "pattern": DATE, "description": description, "examples": ["2026-11-22"]}


def table(fields: dict[str, Schema], required: list[str], description: str = "") -> Schema:
    """A group of named values; other names are not allowed."""
    return {
        "type": "object",
        "properties": fields,
        "required": required,
        "additionalProperties": False,
        "description": description,
    }


def listed(item: Schema, description: str = "") -> Schema:
    """A list of groups of the same shape."""
    return {"type": "array", "items": item, "minItems": 1, "description": description}


def identifiers(description: str) -> Schema:
    """A list of lesson identifiers."""
    return {
        "type": "array",
        "items": {"type": "string", "pattern": IDENTIFIER},
        "uniqueItems": True,
        "description": description,
        "examples": ["[asking-a-grown-up]"],
    }


def lesson(taxonomy: Taxonomy) -> Schema:
    """The facts at the top of a lesson."""
    year = whole_number("Whole years, both ends included.", 3, 18, 9)
    sources = [source.id for source in taxonomy.evidence]
    fields: dict[str, Schema] = {
        "title": words("The name of the lesson, as people see it.", 70, "Group chats that work"),
        "summary": words(
            "One or two plain sentences, at most 200 characters.", 200, "Make fair rules for a group chat."
        ),
        "ages": {
            **table({"from": year, "to": year}, ["from", "to"]),
            "description": "The ages of the learners. Lessons for adults have no ages.",
            "examples": ["{from: 9, to: 12}"],
        },
        "audiences": choices("Whom the lesson is for.", taxonomy.ids("audiences")),
        "harms": choices("The harms that the lesson helps with.", taxonomy.ids("harms")),
        "opportunities": choices("The positive side of the lesson.", taxonomy.ids("opportunities")),
        "skills": choices("What learners practise.", taxonomy.ids("skills")),
        "competencies": choices(
            "The statements of competencies.yml that the lesson teaches.", taxonomy.competency_ids()
        ),
        "minutes": whole_number("The whole time, equal to the minutes on the headings.", 5, 600, 45),
        "sessions": whole_number("In how many meetings it is taught.", 1, 20, 1),
        "setting": choices("Where it can be taught.", taxonomy.ids("settings")),
        "group": choices("How learners work together.", taxonomy.ids("groups")),
        "needs": choices("Which equipment it cannot do without.", taxonomy.ids("needs")),
        "materials": words("What to bring, in words.", 300, "Paper and pens."),
        "objectives": texts("Two to five things that learners can do afterwards.", 2, 5, "[Name three ...]"),
        "sensitivity": choice("How much care the topic needs.", taxonomy.ids("sensitivities")),
        "evidence": table(
            {
                "level": choice("How well such lessons have been studied.", taxonomy.ids("evidence_levels")),
                "sources": choices("Works of evidence.yml that the lesson rests on.", sources, least=0),
                "elements": choices(
                    "Known elements of effective prevention that it has.", taxonomy.ids("evidence_elements"), least=0
                ),
            },
            ["level", "sources", "elements"],
            "What the lesson rests on.",
        ),
        "written": date("The day on which it was written or last changed in meaning."),
        "review_by": date("The day by which it must be reviewed again."),
        "reviewed": date("The day of the last review by people."),
        "reviewers": choices(
            "Who reviewed it, by role; empty until somebody has.", taxonomy.ids("reviewer_roles"), least=0
        ),
        "prior": identifiers("Lessons that should come before."),
        "next": identifiers("Lessons that may come after."),
        "licence": choice("The licence of the text.", LICENCES),
        "authors": texts("Who wrote it.", 1, example="[SaferHub team]"),
        "adapted_from": table(
            {
                "title": words("The work it was adapted from."),
                "url": {**words("Where that work is."), "pattern": ADDRESS},
                "licence": words("The licence of that work, as an SPDX identifier.", example="CC-BY-4.0"),
            },
            ["title", "url", "licence"],
            "The work that the lesson was adapted from, if any.",
        ),
        "status": choice("Drafts are checked and never published.", ["draft", "published"]),
    }
    optional = {"ages", "reviewed", "adapted_from", "licence"}
    return table(fields, [name for name in fields if name not in optional])


def page() -> Schema:
    """The facts at the top of a page that is not a lesson."""
    return table(
        {"title": words("The title of the page.", 90), "summary": words("What the page is for.", 300)},
        ["title", "summary"],
    )


def snippet() -> Schema:
    """The facts at the top of a text that stands in several lessons."""
    return table({"title": words("What the text is.", 90)}, ["title"])


def lesson_translation() -> Schema:
    """The facts at the top of a translated lesson: words only."""
    return table(
        {
            "title": words("The title in this language.", 120),
            "summary": words("The summary in this language.", 300),
            "materials": words("What to bring, in this language.", 400),
            "objectives": texts("The objectives in this language.", 2, 5),
        },
        ["title"],
    )


def page_translation() -> Schema:
    """The facts at the top of a translated page: words only."""
    return table({"title": words("The title in this language.", 120), "summary": words("The summary.", 400)}, ["title"])


def taxonomy() -> Schema:
    """The file taxonomy.yml."""
    base: dict[str, Schema] = {
        "id": {"type": "string", "pattern": IDENTIFIER, "description": "Never changes.", "examples": ["teachers"]},
        "label": words("What people see."),
        "definition": words("What it means."),
        "also": texts("Other words that people search for.", 0),
    }
    term = table(base, ["id", "label"])
    span = table(
        {**base, "from": whole_number("The first.", 0, 600, 9), "to": whole_number("The last.", 0, 600, 12)},
        ["id", "label", "from", "to"],
    )
    harm = table(
        {
            **base,
            "class": choice("Its class among the 4Cs.", ["content", "contact", "conduct", "contract"]),
            "dimension": choice("Its dimension.", ["aggressive", "sexual", "values", "commercial", "cross-cutting"]),
            "youngest": whole_number("The youngest age a lesson on it may be for.", 3, 18, 9),
            "sensitivity": choice(
                "The least sensitivity that a lesson on it declares.", ["general", "sensitive", "specialist"]
            ),
            "adults_only": {"type": "boolean", "description": "Never taught to learners."},
            "help": choices(
                "The purposes of help that a lesson on it points to.",
                ["talk", "report", "remove-image", "emergency"],
                least=0,
            ),
        },
        ["id", "label", "definition", "class", "dimension", "youngest", "sensitivity", "help"],
    )
    plain = [
        "audiences",
        "opportunities",
        "skills",
        "settings",
        "groups",
        "needs",
        "without",
        "sensitivities",
        "evidence_levels",
        "evidence_elements",
        "purposes",
        "reviewer_roles",
    ]
    fields: dict[str, Schema] = {"age_bands": listed(span), "harms": listed(harm), "lengths": listed(span)}
    fields.update({name: listed(term) for name in plain})
    return table(fields, list(fields))


def locales() -> Schema:
    """The file locales.yml."""
    return table(
        {
            "locales": listed(
                table(
                    {
                        "id": {
                            "type": "string",
                            "pattern": LOCALE,
                            "description": "The language, as in BCP 47.",
                            "examples": ["ar"],
                        },
                        "name": words("What its readers call it."),
                        "english_name": words("Its English name."),
                        "direction": choice("The direction of writing.", ["ltr", "rtl"]),
                        "script": {
                            "type": "string",
                            "pattern": "^[A-Z][a-z]{3}$",
                            "description": "ISO 15924.",
                            "examples": ["Arab"],
                        },
                    },
                    ["id", "name", "english_name", "direction", "script"],
                )
            )
        },
        ["locales"],
    )


def locale_settings() -> Schema:
    """The file locale.yml in the folder of a language."""
    share = whole_number("A share of words in per cent.", 0, 100, 80)
    return table(
        {
            "digits": choice("Which digits readers see.", ["latn", "arab", "arabext"]),
            "publish_from": share,
            "complete_from": share,
        },
        [],
    )


def competencies() -> Schema:
    """The file competencies.yml."""
    return table(
        {
            "strands": listed(
                table(
                    {
                        "id": {"type": "string", "pattern": IDENTIFIER, "examples": ["help"]},
                        "label": words("What people see."),
                        "statements": {
                            "type": "object",
                            "additionalProperties": {"type": "string", "minLength": 1},
                            "minProperties": 1,
                        },
                    },
                    ["id", "label", "statements"],
                )
            )
        },
        ["strands"],
    )


def evidence() -> Schema:
    """The file evidence.yml."""
    return table(
        {
            "sources": listed(
                table(
                    {
                        "id": {"type": "string", "pattern": IDENTIFIER, "examples": ["who-2022"]},
                        "title": words("The title of the work."),
                        "publisher": words("Who published it."),
                        "year": whole_number("The year.", 1989, 2100, 2022),
                        "url": {"type": "string", "pattern": ADDRESS, "examples": ["https://example.org/work"]},
                        "note": words("What it tells us, in our own words."),
                    },
                    ["id", "title", "publisher", "year", "url", "note"],
                )
            )
        },
        ["sources"],
    )


def glossary() -> Schema:
    """The file glossary.yml in the folder of translations."""
    patterns = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
    others = {
        "care": _other_forms("Other words that are right in some places and must be explained."),
        "avoid": _other_forms("Other words that blame, blur or make abuse sound like a choice."),
    }
    form = table(
        {
            "say": words("The form to write."),
            "accept": {**patterns, "description": "Patterns of the forms that count."},
            "class": choice("The class of the form, if it is not that of the term.", TERM_CLASSES, "care"),
            **others,
            "note": words("What translators should know, in English."),
        },
        ["say"],
    )
    return table(
        {
            "terms": listed(
                table(
                    {
                        "id": {"type": "string", "pattern": IDENTIFIER, "examples": ["helpline"]},
                        "say": words("The term as people write it, if it is not the id."),
                        "class": choice("`ok` when it is left out; `care`: explain the term.", TERM_CLASSES, "care"),
                        "definition": words("What is meant, in our own words."),
                        "find": {
                            **patterns,
                            "description": "Patterns by which the term is found in English. "
                            "Without them it is not looked for.",
                        },
                        "translate": {"type": "boolean", "description": "`false` for a name that stays as it is."},
                        **others,
                        "forms": {"type": "object", "additionalProperties": form},
                    },
                    ["id", "definition"],
                )
            )
        },
        ["terms"],
    )


def _other_forms(description: str) -> Schema:
    reason = table({"say": words("The word."), "why": words("Why, in our own words.")}, ["say", "why"])
    item = {"anyOf": [{"type": "string", "minLength": 1}, reason]}
    return {"type": "array", "minItems": 1, "items": item, "description": description}


def help_entries(taxonomy: Taxonomy) -> Schema:
    """The file of one country, or international.yml, in the help folder."""
    contact = table(
        {
            "call": {**words("A phone number as people dial it."), "pattern": PHONE},
            "text": {**words("A number for text messages."), "pattern": PHONE},
            "chat": {**words("The address of a chat."), "pattern": ADDRESS},
            "web": {**words("The address of its pages."), "pattern": ADDRESS},
        },
        [],
    )
    contact["minProperties"] = 1
    return table(
        {
            "country": {
                "type": "string",
                "pattern": "^([A-Z]{2}|international)$",
                "examples": ["AM"],
                "description": "Two letters of ISO 3166, or international.",
            },
            "entries": listed(
                table(
                    {
                        "id": {"type": "string", "pattern": IDENTIFIER, "examples": ["stopncii"]},
                        "name": words("Its proper name."),
                        "purposes": choices("What it helps with.", taxonomy.ids("purposes")),
                        "contact": contact,
                        "about": words("What it does, in one sentence."),
                        "hours": words("When it can be reached."),
                        "cost": choice("What it costs.", ["free", "local-rate", "varies"]),
                        "languages": texts("The languages it works in.", 0),
                        "ages": words("Whom it serves, in words."),
                        "source": {"type": "string", "pattern": "^https://|^[a-z0-9-]+\\.txt"},
                        "verified": date("The day somebody verified it."),
                        "expires": date("The day after which it is not shown."),
                        "basis": choice(
                            "What it was verified with: a document, or the service's own page or line.",
                            ["document", "service"],
                        ),
                    },
                    ["id", "name", "purposes", "contact", "about", "cost", "source", "verified", "expires"],
                )
            ),
        },
        ["country", "entries"],
    )


def pack(taxonomy: Taxonomy) -> Schema:
    """The recipe of a printed pack, in the folder of packs or anywhere else."""
    choosing = {
        "ages": choice("The age band, or adults.", [*taxonomy.ids("age_bands"), ADULTS]),
        "audience": choice("The people it is for.", taxonomy.ids("audiences")),
        "harms": choices("Only lessons about at least one of these.", taxonomy.ids("harms")),
        "lessons": {
            **identifiers("The lessons in order, instead of choosing them by ages and audience."),
            "minItems": 1,
        },
    }
    schema = table(
        {
            "title": words("What stands on the cover.", 120, "Images, consent and help"),
            "cover": words("One or two sentences below it.", 400),
            **choosing,
            "editions": choices("For the person who teaches, for learners, or both.", list(EDITIONS)),
            "papers": choices("Paper sizes.", list(PAPERS)),
            "locales": texts("Languages; all if there is no such line.", 1, 99, "ar"),
            "session_minutes": whole_number("The time there is; a longer pack is refused.", 1, 6000, 90),
            "country": {
                "type": "string",
                "pattern": "^[A-Z]{2}$",
                "examples": ["AM"],
                "description": "Whose services stand on the help page, as two letters.",
            },
        },
        ["title"],
        "A pack of lessons to print.",
    )
    schema["anyOf"] = [{"required": [name]} for name in choosing]
    return schema


def coverage() -> Schema:
    """The file coverage.json of the built site: how far each language is."""
    number: Schema = {"type": "integer", "minimum": 0}
    flag: Schema = {"type": "boolean"}

    def whole_table(fields: dict[str, Schema], description: str = "") -> Schema:
        return table(fields, list(fields), description)

    counts: dict[str, Schema] = {
        state: dict(number) for state in ("fresh", "stale", "check", "todo", "missing", "obsolete", "own")
    }
    states = ["complete", "partly", "outdated", "not yet"]
    words_in: Schema = {"$ref": "#/$defs/counts"}
    share: Schema = {"type": "integer", "minimum": 0, "maximum": 100}
    one_page = whole_table(
        {
            "place": {"type": "integer", "minimum": 1, "description": "Its place in the list of what to do next."},
            "state": {"enum": states, "description": "What readers get."},
            "need": {
                "enum": ["safety", "outdated", "begun", "waiting", "done"],
                "description": "Why it has that place.",
            },
            "words": {**number, "description": "Words of the source."},
            "shown": {**number, "description": "Words that readers see in their language, old ones with them."},
            "words_in": words_in,
            "blocks_in": words_in,
            "safety_blocks": {**number, "description": "Blocks about help and safety."},
            "safety_blocks_open": {**number, "description": "Those of them that readers see in the source language."},
            "exists": {**flag, "description": "Whether somebody began it."},
            "machine_draft": {**flag, "description": "A machine wrote it, and no person has accepted it."},
            "whole": {**flag, "description": "It has another shape than its source and cannot be compared."},
            "recorded": {**flag, "description": "It is known from which version of the source it was made."},
        }
    )
    language = whole_table(
        {
            "name": words("What its readers call it."),
            "direction": {"enum": ["ltr", "rtl"]},
            "thresholds": whole_table({"publish_from": share, "complete_from": share}, "Per cent of words."),
            "interface": whole_table(
                {"translated": number, "fuzzy": number, "empty": number}, "Labels, buttons and messages."
            ),
            "totals": whole_table(
                {
                    "words": number,
                    "words_in": words_in,
                    "blocks_in": words_in,
                    "safety_blocks": number,
                    "safety_blocks_open": number,
                    "pages": whole_table(dict.fromkeys(states, number)),
                    "machine_drafts": number,
                    "accepted": number,
                }
            ),
            "pages": {"type": "object", "additionalProperties": one_page},
        }
    )
    return {
        **whole_table(
            {
                "schema_version": {"const": 1},
                "source": {"type": "string", "pattern": LOCALE},
                "locales": {"type": "object", "additionalProperties": language},
            },
            "How far each language is. Words are counted in the source.",
        ),
        "$defs": {"counts": whole_table(counts, "By the state of a block.")},
    }


def all_schemas(vocabulary: Taxonomy) -> dict[str, Schema]:
    """Every schema by the name of its file, for editors."""
    made = {
        "lesson": lesson(vocabulary),
        "lesson-translation": lesson_translation(),
        "page": page(),
        "taxonomy": taxonomy(),
        "locales": locales(),
        "locale": locale_settings(),
        "competencies": competencies(),
        "evidence": evidence(),
        "glossary": glossary(),
        "help": help_entries(vocabulary),
        "pack": pack(vocabulary),
        "coverage": coverage(),
    }
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"SaferHub: {name}", **schema}
        for name, schema in made.items()
    }
