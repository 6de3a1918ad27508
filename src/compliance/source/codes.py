"""Every diagnostic code: what it means, and what to do."""

from collections.abc import Mapping

from compliance.source.log_codes import LOG_CODES

_QUOTE = "Put the text in quotes, or below '>-' on lines of its own."
_REFERENCE = (
    "Correct the name; the message has the nearest ones. Names are written exactly as they are declared."
)

CODES: Mapping[str, tuple[str, str]] = {
    # --- text and YAML ---------------------------------------------------------------------------------
    "unreadable-file": ("The file cannot be opened.", "Check its path, and who may read it."),
    "unreadable-folder": ("A folder of the library cannot be opened.", "Check who may read it."),
    "file-too-large": (
        "The file is larger than any file of law or facts should be.",
        "Split it into several.",
    ),
    "not-utf8": ("The file has bytes that are not UTF-8 text.", "Save it as UTF-8."),
    "control-character": (
        "The file has a character that no editor shows, or that changes what is shown.",
        "Take it out, or type the word anew.",
    ),
    "empty-file": ("There is nothing in the file but comments.", "'compliance new' writes a first draft."),
    "yaml-syntax": ("The file is not valid YAML.", f"The message says what was expected. {_QUOTE}"),
    "several-documents": ("The file holds several YAML documents.", "Split it at '---' into several files."),
    "yaml-anchor": (
        "Anchors (&) and aliases (*) are not read: what a rule says must stand where it is said.",
        f"Write the value out. {_QUOTE}",
    ),
    "yaml-merge": ("Merge keys (<<) are not read.", "Write the keys out."),
    "yaml-tag": ("Tags (!) are not read.", f"Take the tag out. {_QUOTE}"),
    "duplicate-key": ("A mapping has the same key twice; the second would hide the first.", "Join the two."),
    "key-not-text": ("A key is not a word.", "Write 'key: value'."),
    "too-deep": ("The parts stand inside one another too deep.", "Give parts a name under 'terms:'."),
    # --- the form of a file ----------------------------------------------------------------------------
    "not-a-mapping": ("The file does not begin with keys.", "Begin it with the key that says what it is."),
    "unknown-kind": (
        "The file does not say what it is.",
        "Begin it with 'instrument:', 'encodes:', 'vocabulary:', 'actors:' or 'practice:'.",
    ),
    "wrong-place": (
        "A file of this kind does not belong into this folder.",
        "Instruments and actors lie below 'policies', rules and vocabularies below 'rules'.",
    ),
    "misplaced-file": (
        "The path of the file does not read like the instrument that it is about.",
        "Move the file, or correct its first key.",
    ),
    "unknown-key": ("There is no such key at this place.", "Correct it; the message has the nearest ones."),
    "missing-key": ("A key that must be there is not.", "Add it."),
    "empty-value": (
        "A key or a list item has no value. An empty condition or date could be mistaken for none at all.",
        "Write the value, or take the key out; for a fact that nobody knows write 'unknown'.",
    ),
    "bad-value": ("The value is of another form than wanted.", "'compliance schema' shows what goes where."),
    "bad-choice": ("The word is not one of those that can stand here.", "Take one of the choices."),
    "bad-name": ("This is not a name.", "Names are lower-case words joined by hyphens; dots group facts."),
    "bad-count": (
        "There are too few or too many of these.",
        "Add what is missing, or take out what is too much.",
    ),
    "day": ("This is not a date.", "Write year-month-day, such as 2019-05-08."),
    "interval": ("A stretch of days ends before it begins.", "Swap the days, or correct one."),
    "text": ("A number, a list or true or false stands where text is wanted.", "Put it in quotes."),
    "empty-text": ("The text is empty.", "Write it, or take the key out."),
    # --- conditions ------------------------------------------------------------------------------------
    "not-a-condition": (
        "A condition is a term, 'fact: value', 'role: term', 'all:', 'any:' or 'not:'.",
        "Write one of these.",
    ),
    "one-condition": (
        "A condition has exactly one key, so that nobody has to guess whether two mean 'and' or 'or'.",
        "Join them under 'all:' or 'any:'.",
    ),
    "one-operator": ("A comparison has exactly one operator.", "Join several comparisons under 'all:'."),
    "wrong-comparison": (
        "A fact of this type cannot be compared so.",
        "Yes-no: is. Choice: is, one-of. Set: includes. Number: is, one-of, at-least, at-most. "
        "Day: is, before, after.",
    ),
    "wrong-value": (
        "The value does not fit the fact's type.",
        "Take one of its values; true and false without quotes.",
    ),
    "role-wants-term": ("A role is followed by a term about a party.", "Write 'role: term'."),
    "term-wants-role": ("A term about a party must say of which role it is meant.", "Write 'role: term'."),
    "term-not-of-party": ("The term is not about a party.", "Write it alone, or give it 'of: party'."),
    "term-in-vocabulary": (
        "Constraints and harms of a vocabulary know facts; terms belong to an instrument.",
        "Write the condition with facts.",
    ),
    "party-outside": (
        "'party' stands for the party that a term is about, and is not known elsewhere.",
        "Name the role, or give the term 'of: party'.",
    ),
    # --- practices in other forms ----------------------------------------------------------------------
    "answer-about": (
        "A saved answer does not say what its question was about.",
        "Write fact:NAME, role:NAME, judgment:INSTRUMENT#TERM, when, claims, evidence, notes or row.",
    ),
    **LOG_CODES,
    # --- terms, rules, facts ---------------------------------------------------------------------------
    "term-kind": (
        "A term has exactly one of 'means:', 'readings:' and 'judgment: true'.",
        "Keep one of them.",
    ),
    "one-reading": ("A term has readings only where there are at least two.", "Write 'means:' instead."),
    "reading-held-twice": ("A position holds two readings of one term.", "Take it out of one."),
    "reading-not-held": (
        "A position holds no reading of a term, and the term has no default.",
        "Add the position to a reading's 'held-by:', or name a 'default:' reading.",
    ),
    "one-modality": ("A rule forbids, demands or permits; it does exactly one.", "Make two rules of it."),
    "exception-without-condition": (
        "An exception does not say when it applies.",
        "Add 'when:'. Where its provision could not be encoded, mark that provision 'not-encoded:'.",
    ),
    "circular-term": (
        "A term is defined by way of itself.",
        "Say what one of the terms means without the others.",
    ),
    "circular-priority": ("Two rules prevail over one another, or one over itself.", "Keep one direction."),
    "fact-laws": ("'laws:' names a value that the fact does not have.", "Name one of its values."),
    "fact-values": ("A choice or a set lists its values; other facts do not.", "Add or remove 'values:'."),
    "fact-value": (
        "A stated fact has either a whole value ('is:') or parts of one ('includes:', 'excludes:').",
        "Keep one of the two.",
    ),
    "practice-date": (
        "A practice happened 'on:' a day or 'during:' a span of days.",
        "Write one of the two.",
    ),
    "reserved-name": ("The word means something of its own.", "Choose another name."),
    "defined-twice": ("Two things have the same name; one would hide the other.", "Rename or remove one."),
    "too-many-facts": ("Roles and attributes add up to too many facts.", "Declare fewer of them."),
    # --- names that lead nowhere -----------------------------------------------------------------------
    "unknown-fact": ("No fact has this name.", f"{_REFERENCE} Facts are declared in vocabulary files."),
    "unknown-role": ("No role has this name.", f"{_REFERENCE} Roles are declared in vocabulary files."),
    "unknown-attribute": (
        "No attribute of parties has this name.",
        f"{_REFERENCE} See the vocabulary files.",
    ),
    "unknown-position": (
        "No position of this library folder has this name.",
        f"{_REFERENCE} A folder that declares positions of its own has only these.",
    ),
    "unknown-actor": (
        "No actor has this name.",
        f"{_REFERENCE} A practice can describe a party on the spot.",
    ),
    "unknown-instrument": ("No instrument has this name.", _REFERENCE),
    "unknown-provision": ("The instrument has no such provision.", _REFERENCE),
    "unknown-term": (
        "The instrument has no such term.",
        f"{_REFERENCE} Terms are local to their instrument.",
    ),
    "unknown-reading": ("The term has no such reading.", _REFERENCE),
    "bill-terms": (
        "A bill has 'bill:' with its stage, and no other instrument has.",
        "Add 'bill: {stage: …}', or correct the 'kind:'.",
    ),
    "law-or-bill": (
        "Law says when it is in force; a bill is not, and 'bill:' says when it would be.",
        "Add 'in-force: {from: …}' to law; take it out of a bill, and write 'takes-effect:' below its 'bill:'.",
    ),
    "takes-effect": (
        "A bill takes effect some days after it is signed, or on a day that it names.",
        "Keep one of 'days:' and 'on:'.",
    ),
    "sunset": (
        "What a bill does ends some years after it took effect, or on a day that it names.",
        "Keep one of 'years:' and 'on:'.",
    ),
    "one-verb": (
        "An amendment does one thing: it adds, amends, repeals, voids or redefines.",
        "Keep one of them; what does two things is two amendments.",
    ),
    "amendment-part": (
        "A part of an amendment goes with another kind of amendment, or is missing.",
        "'text:' and 'changes:' go with 'amend:', 'provision:' and 'rules:' with 'add:', 'term:' with 'redefine:'.",
    ),
    "strike-nothing": ("Nothing is struck or inserted.", "Add 'strike:', 'insert:' or both."),
    "strike-place": (
        "Words are inserted in place of struck ones, or behind words that stay.",
        "Write 'strike:' with 'insert:', or 'after:' with 'insert:'.",
    ),
    "amendments-outside-bill": (
        "Law that is not a bill amends other law.",
        "Make its instrument a bill, or take the amendments out.",
    ),
    "provision-exists": (
        "An amendment adds a provision that is there already.",
        "Amend it, or add another.",
    ),
    "amends-whole": (
        "A whole instrument can be repealed or voided; other amendments are about one provision or term.",
        "Name it: INSTRUMENT#PROVISION or INSTRUMENT#TERM.",
    ),
    "bill-order": (
        "A bill builds on another one that is not enacted before it.",
        "Name the other one first.",
    ),
    "target-not-in-force": (
        "An amendment is about law that is not in force when it would take effect: it has ended, has not begun, or is "
        "only a bill.",
        "Amend what is law then; take out the repeal before it, or let it take effect earlier.",
    ),
    "strike-not-found": (
        "The words that an amendment strikes, or inserts others behind, do not stand in the provision.",
        "Copy them from the provision; the message has the nearest ones.",
    ),
    "strike-not-unique": (
        "The words that an amendment strikes, or inserts others behind, stand in the provision more than once.",
        "Write more of the words around them.",
    ),
    "amendments-fight": (
        "Two amendments change the same thing, so that the order in which they are read would decide.",
        "Take one out; a bill that changes what another one made says 'builds-on:'.",
    ),
    "idle-clause": (
        "A provision of a bill has rules, and none of them can apply to any practice.",
        "Correct whom they bind, or what they apply to.",
    ),
    "idle-amendment": (
        "An amendment changes nothing: no rule means anything else with it, or no finding on any facts.",
        "Say what it means for a rule, correct it, or say under 'not-encoded:' why it changes none.",
    ),
    "unknown-exception": (
        "An amendment drops an exception that the rule does not have.",
        "Correct the name; the message has the nearest ones.",
    ),
    "unknown-rule": ("No rule has this name.", _REFERENCE),
    "unknown-evidence": ("The practice lists no such evidence.", "List it under 'evidence:'."),
    # --- nothing to work on ----------------------------------------------------------------------------
    "bad-settings": (
        "[tool.compliance] in pyproject.toml cannot be read, or has a setting that is wrong.",
        "Correct it; the message has the settings there are.",
    ),
    "no-library": ("The folder holds no library.", "A library has YAML files below 'policies' and 'rules'."),
    "no-practice": ("The path leads to no practice.", "Check the path; put patterns in quotes."),
    "not-checked": (
        "References into files that could not be read were not checked.",
        "Correct these files; further errors may show then.",
    ),
}

WAIVER_CODES: Mapping[str, tuple[str, str]] = {
    "waiver-subject": (
        "A waiver is about one rule's finding on one practice, or about one scenario.",
        "Write 'practice:' and 'rule:', or 'scenario:'. 'statuses:' goes with a rule.",
    ),
    "expired-waiver": (
        "The last day of a waiver has passed; it waives nothing any more, whether or not the finding is still there.",
        "Take it out; or have it approved anew, and write the new last day.",
    ),
    "unused-waiver": (
        "A waiver matches no finding that it could cover, or no scenario that fails.",
        "Take it out, or correct the names; the message has the nearest ones.",
    ),
}
"""The complaints about waivers."""

LINT_CODES: Mapping[str, tuple[str, str]] = {
    "inconsistent-actor": (
        "An actor has attributes that no body can have together, by a constraint of the vocabulary.",
        "Correct one of its attributes; or the constraint, where it says too much.",
    ),
}
"""What lint finds that needs explaining."""

FEATURE_CODES: Mapping[str, tuple[str, str]] = {
    "no-feature": (
        "The path leads to no feature file.",
        "Name a folder with .feature files, or one of them.",
    ),
    "not-installed": (
        "Feature files are read with packages that come with the extra 'test'.",
        "pip install 'policy-compliance[test]'",
    ),
    "feature-syntax": (
        "A line of a feature file is not Gherkin where it stands, so that nothing in the file can be read.",
        "Begin a step with Given, When, Then, And or But, without a colon; give each row of a table as many cells.",
    ),
    "empty-feature": (
        "A feature file, or a rule in it, has no scenario, so that nothing runs.",
        "Write one: 'Scenario: NAME', and its steps below it.",
    ),
    "not-a-step": (
        "A line was read as prose, or continues nothing, though it looks like a step or a scenario.",
        "Spell its first word as the message says; begin prose with another word.",
    ),
    "no-steps": ("A scenario has no steps.", "Write them, or take the scenario out."),
    "no-then": (
        "A scenario has no Then, so that it passes whatever is found.",
        "Say what must be found: 'Then \"RULE\" is violated'.",
    ),
    "scenario-twice": (
        "Two scenarios of a feature have one name; the second would hide the first.",
        "Rename one of them.",
    ),
    "empty-examples": (
        "An outline has no examples, or examples have no row, so that nothing runs.",
        "Add rows; or write 'Scenario:' where there is nothing to vary.",
    ),
    "row-twice": ("Two rows of examples are the same, so that one proves nothing.", "Correct or remove one."),
    "unused-column": (
        "No step uses a column of the examples, or two columns have one name.",
        "Write <COLUMN> in a step, or take the column out.",
    ),
    "unknown-column": (
        "A step has <NAME> in it, and the examples have no such column, so that the name itself is what is tested.",
        "Correct the name, or add the column.",
    ),
    "unknown-step": (
        "No published step is worded so.",
        "Correct it; the message has the nearest ones, and 'compliance explain steps' lists all.",
    ),
    "wrong-table": (
        "A table or a text below a step is not what the step wants, so that it would not be used.",
        "Correct the columns, or take it out; 'compliance explain steps' lists them.",
    ),
    "unknown-status": (
        "No status, or no reason why a rule is not applicable, is called so.",
        "Correct it; the message has the nearest ones.",
    ),
    "step-fails": (
        "A step before the check cannot be done, so that nobody knows what practice the scenario describes.",
        "Correct it; the message says what is wrong.",
    ),
    "unchecked-practice": (
        "No scenario checks a practice file that lies among feature files.",
        "Write one that begins 'Given the practice \"NAME\"', or list the file under 'unchecked-practices' "
        "in [tool.compliance].",
    ),
}
"""The complaints about feature files, and about practices that none of them checks."""

EXPLAINED: Mapping[str, tuple[str, str]] = {**CODES, **LINT_CODES, **WAIVER_CODES, **FEATURE_CODES}
"""Every code that can be looked up."""
