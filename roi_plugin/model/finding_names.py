"""What each finding that is no rule's means, and how to mend it: the text of `roi explain` and of the site."""

from msgspec import Struct

from roi_plugin.model.lifecycle import moves_in_words


class FindingName(Struct, frozen=True, kw_only=True):
    """One kind of finding: what is wrong, and how to mend it, each in a sentence or two of Markdown."""

    what: str
    mend: str


FINDING_NAMES: dict[str, FindingName] = {
    "file/bad-name": FindingName(
        what="The name of a record or folder holds characters that cannot be shown, or that not every system can "
        "store.",
        mend="Rename it with letters, digits and `-`.",
    ),
    "file/bidi-character": FindingName(
        what="The file holds a character that shows text in another order than it is read.",
        mend="Delete the character, and type the text around it anew if it looks wrong.",
    ),
    "file/control-character": FindingName(
        what="The file holds a control character, such as NUL or escape, which is no text.",
        mend="Delete the character.",
    ),
    "file/duplicate-key": FindingName(
        what="A key stands twice in one map, so one of its values would be lost without a word.",
        mend="Delete one of the two, or join their values.",
    ),
    "file/html-dropped": FindingName(
        what="The reasoning holds something in angle brackets that is read as an HTML tag, and pages show no such tag: "
        "a placeholder such as `<title>` vanishes, and a script or a form does too.",
        mend="Put it in backticks, or write its first bracket as a character reference.",
    ),
    "file/merge-conflict": FindingName(
        what="Git could not merge two sides of the file, wrote both into it with marks around them, and nobody has "
        "chosen between them.",
        mend="Keep one side or join both, and delete the lines with the marks. Where they are an example in the "
        "reasoning, indent them.",
    ),
    "file/no-fields": FindingName(
        what="The YAML of the file holds no fields.",
        mend="Write `title:`, `status:` and `date:`, each on its own line.",
    ),
    "file/no-front-matter": FindingName(
        what="A Markdown record does not begin with front matter: line 1 is not exactly `---`.",
        mend="Begin the file with a line `---`, then the fields, then another line `---`, then the reasoning.",
    ),
    "file/no-records": FindingName(
        what="The folder holds no decision records, so nothing was checked.",
        mend="Write the first record, `0001-short-title.md`: a line `---`, the fields `title: Cache the embeddings`, "
        "`status: proposed` and `date: 2026-03-02`, each on its own line, another line `---`, and then why. "
        "Or name another folder with `--decisions`.",
    ),
    "file/not-utf-8": FindingName(
        what="The file is not UTF-8 text.",
        mend="Save it with the encoding UTF-8.",
    ),
    "file/number-too-large": FindingName(
        what="A number is too large to compute with.",
        mend="Correct it, or put it in quotes if it is text.",
    ),
    "file/skipped": FindingName(
        what="A Markdown or YAML file lies among the records and was not read as one, because of its name. It is an "
        "error when the file has the fields of a record: a status of a decision, or a name that is nearly one of a "
        "record and a title. Ordinary pages are told of once, all together.",
        mend="Rename it like `0042-short-title.md`, or move it out of the folder; leave an ordinary page as it is.",
    ),
    "file/symlink": FindingName(
        what="A symbolic link lies among the records. It is not followed: it could publish any file of the "
        "machine that builds the site.",
        mend="Put the file itself there.",
    ),
    "file/too-deep": FindingName(
        what="Lists, maps, quotes, brackets or folders stand too many levels inside one another; rendering them "
        "would take a page too long.",
        mend="Write it flatter, or put a text that holds brackets in quotes.",
    ),
    "file/too-large": FindingName(
        what="A file, or a part of one, is larger than a record needs; rendering it would take a page too long.",
        mend="Move the material into files of its own beside the record, and link to them.",
    ),
    "file/unclosed-front-matter": FindingName(
        what="The front matter opens with `---` on line 1 and has no end.",
        mend="Put another line that is exactly `---` between the fields and the reasoning.",
    ),
    "file/unreadable": FindingName(
        what="The file or folder could not be read.",
        mend="Give yourself the right to read it.",
    ),
    "file/yaml": FindingName(
        what="The fields are not valid YAML.",
        mend="The help names the usual cause. Most often a text with `: ` or `#` in it needs quotes, or an indent "
        "is off.",
    ),
    "file/yaml-alias": FindingName(
        what="The YAML repeats a value by an anchor (`&`), an alias (`*`) or a merge (`<<`).",
        mend="Write the value in each place; put a text that begins with `*` or `&` in quotes.",
    ),
    "file/yaml-documents": FindingName(
        what="A second YAML document begins inside the record.",
        mend="Delete the `---` or `...` line, or put the second record in its own file.",
    ),
    "file/yaml-key": FindingName(
        what="A key is a number, `true`, `null`, a list or a map: expected text.",
        mend="Put the key in quotes.",
    ),
    "file/yaml-tag": FindingName(
        what="The YAML names a type with a tag (`!`).",
        mend="Delete the tag, or put the text in quotes.",
    ),
    "history/id-changed": FindingName(
        what="A record has another id than where this branch began, and the old one is not among its `aliases`: links "
        "to the old id lead nowhere. Without a written `id`, renaming the file changes it. Asked of all but drafts.",
        mend="Add the old id to `aliases`, or give the record its old id again.",
    ),
    "history/id-reused": FindingName(
        what="An id, an alias or a number that meant one record where this branch began, or an id that a record had "
        "which was removed before, means another one now. Whoever follows an old link, from a ticket or a mail, reads "
        "the wrong decision.",
        mend="Give the new record a name and a number that no record has had.",
    ),
    "history/id-taken": FindingName(
        what="This branch gives a record an id or an alias that the other branch has meanwhile given to another. Git "
        "merges both, and each side alone is sound; merged, two records have one name.",
        mend="Take another id or alias on this branch, and change the links to it.",
    ),
    "history/number-taken": FindingName(
        what="This branch gives a record a number that the other branch has meanwhile given to another record. Git "
        "merges both, and each side alone is sound; merged, two records have one number.",
        mend="Rename the file of this branch with the next free number, which the help names, and change the links to "
        "it.",
    ),
    "history/record-deleted": FindingName(
        what="A record that was there where this branch began was deleted. A decision ends with its status; its record "
        "stays, so that nobody decides the same again without knowing. Only drafts may be deleted.",
        mend="Restore it with the command that the help names, and set its status to `deprecated`, `superseded` or, "
        "where it was only proposed, `rejected`.",
    ),
    "history/unlawful-status": FindingName(
        what="The status moved in a way that is not allowed. What was accepted has bound people: it can be retired, "
        "and not become a draft, a proposal, rejected or accepted once more. A new record may begin in any status. "
        f"Allowed are: {moves_in_words()}.",
        mend="Write the old status again, and a new record for what is to hold now. Where a step was left out, commit "
        "that step first.",
    ),
    "link/alias-clash": FindingName(
        what="An alias of this record is also the id, alias, file name or number of another record.",
        mend="Remove the alias here, or give the other record another name: a name means one record.",
    ),
    "link/cycle": FindingName(
        what="Decisions depend on each other, or supersede each other, in a circle. "
        "A supersession inside a circle takes no effect.",
        mend="Remove the link that is not true; the message names the whole circle.",
    ),
    "link/dead-file": FindingName(
        what="A link or an image in the reasoning points to no file of the records folder.",
        mend="Correct the path: it is relative to the record, and spelt as on disk. Link to files elsewhere by "
        "`https:`.",
    ),
    "link/duplicate-id": FindingName(
        what="Two records have the same id, so a link to it could mean either.",
        mend="Give one of them another `id`; where none is written the id is the file's name, so rename the file.",
    ),
    "link/duplicate-name": FindingName(
        what="Two options, two lines of one option, two metrics, two pieces of evidence or two shared assumptions "
        "have one id.",
        mend="Give one of them another id, and check what refers to it.",
    ),
    "link/duplicate-number": FindingName(
        what="Two files begin with the same number. It happens when two branches each add the next record.",
        mend="Give one of them the next free number, in its file's name and in the links to it.",
    ),
    "link/no-successor": FindingName(
        what="The status is `superseded`, and no record replaces the decision as a whole.",
        mend="Name the successor in `superseded_by`, or this record in the successor's `supersedes`. "
        "When nothing replaced the decision, its status is `deprecated`; when only a part was, it is `accepted`.",
    ),
    "link/no-value": FindingName(
        what="A number names a shared assumption and no quantity of its own, and the assumption is a sentence without "
        "a `value`, or its entry in `assumptions.yml` cannot be read.",
        mend="Write the `value` in `assumptions.yml`, or beside the assumption's name in the record.",
    ),
    "link/none-chosen": FindingName(
        what="The decision is accepted, and none of its options says `chosen: true`. Nobody can say what was decided, "
        "and the rules that ask the chosen option ask nothing.",
        mend="Write `chosen: true` on the option that was decided; where it is not listed, list it.",
    ),
    "link/not-in-effect": FindingName(
        what="A record that is not accepted supersedes another one. A supersession takes effect with the acceptance "
        "of the successor, so until then the old decision stays in force.",
        mend="Nothing is to do while the successor is being decided. Where the old record already says `superseded`, "
        "or the successor was rejected, correct the status or the link.",
    ),
    "link/self": FindingName(
        what="A record links to itself.",
        mend="Remove the link, or name the decision that was meant.",
    ),
    "link/several-chosen": FindingName(
        what="Two options of a record say `chosen: true`, so nobody can say what was decided.",
        mend="Leave it on the option that was decided. Where two were, write one option that is both.",
    ),
    "link/sides-disagree": FindingName(
        what="One side of a supersession says that the whole decision is superseded, the other only a part. "
        "The narrower word counts: the decision stays in force.",
        mend="Name the part on both sides (`0042#3`), or on neither.",
    ),
    "link/stale-status": FindingName(
        what="The status says `accepted`, and an accepted decision supersedes this one: it is no longer in force.",
        mend="Write `status: superseded`.",
    ),
    "link/unknown-assumption": FindingName(
        what="The record rests on an assumption that is not in `assumptions.yml`.",
        mend="Correct the id; the nearest is named where one is near. What a single number takes for true goes into "
        "its `note`.",
    ),
    "link/unknown-decision": FindingName(
        what="A link names a decision that no record answers to, or that several answer to.",
        mend="Write the id, an alias or the number of one record. The nearest id is named where one is near.",
    ),
    "link/unknown-input": FindingName(
        what="Arithmetic, `same_as` or a correlation names an input or a line that the record does not have, "
        "or the names lead in a circle.",
        mend="Correct the name, or add the input under `inputs`. An input of another option is `option.input`.",
    ),
    "link/unknown-name": FindingName(
        what="A name inside the record leads nowhere: a waiver names no rule, an actual no line, input, risk or "
        "option, `economics.baseline` no option, a guardrail no risk, a risk no guardrail, an estimate no piece of "
        "evidence, a reference class none that is known, or the name of a metric is written in two ways.",
        mend="Correct the name; the nearest one is named where one is near.",
    ),
    "link/unknown-part": FindingName(
        what="A link names a part of a decision (`0042#3`) whose reasoning has other numbered items or headings, "
        "and not this one.",
        mend="Write the number of the item or heading that is meant, or leave the part out.",
    ),
    "link/unsafe-url": FindingName(
        what="A link has a scheme other than `http:`, `https:` and `mailto:`, or names a host without one.",
        mend="Write a link that begins with `https:`, `http:` or `mailto:`, or a path relative to the record.",
    ),
    "schema/amount": FindingName(
        what="An amount is given and cannot be computed as it is written: its unit, currency, period, span of time or "
        "arithmetic does not fit, a cost comes out below 0, or its correlations contradict each other.",
        mend="The message says what does not fit. Money is in the currency of the record, people's time in "
        "`person-weeks`.",
    ),
    "schema/counts-nothing": FindingName(
        what="A line counts 0, because all of its time lies behind the horizon.",
        mend="Correct its `from`, `when` or `to`, or write a longer `economics.horizon`.",
    ),
    "schema/future-date": FindingName(
        what="What is told as past (a status, a review, an observation, an update) has a day that is still to come.",
        mend="Write the day on which it was so. What is still to come has none yet.",
    ),
    "schema/missing-key": FindingName(
        what="A field that every record of this kind has is missing.",
        mend="Add it.",
    ),
    "schema/not-allowed": FindingName(
        what="A value breaks the schema in another way than the usual ones.",
        mend="The schema reference says what stands there.",
    ),
    "schema/out-of-range": FindingName(
        what="A number lies outside of what the field allows.",
        mend="Write a number within the limits that the message names.",
    ),
    "schema/quantity": FindingName(
        what="A quantity cannot be read: it is no number, range, triple, quantiles or arithmetic, or not of the "
        "unit that the field needs.",
        mend="Write it like `25k`, `30k..60k per year` or `2k < 5k < 20k`; the message points to the character at "
        "fault.",
    ),
    "schema/repeated-item": FindingName(
        what="A list holds an item twice.",
        mend="Delete one of the two.",
    ),
    "schema/required-by-policy": FindingName(
        what="A field is missing that your own policy requires of such records (`required` in policy.yml). Proposed "
        "and accepted records are asked; those from before `strict_from` are only warned.",
        mend="Write the field, or change the policy.",
    ),
    "schema/two-forms": FindingName(
        what="An option states its gain or its cost both in one amount and as a list of lines, so both are counted.",
        mend="Keep one of the two; the amount can be a line of the list.",
    ),
    "schema/two-reasonings": FindingName(
        what="The record has a field `reasoning` and a Markdown body too.",
        mend="Keep one of the two.",
    ),
    "schema/unknown-key": FindingName(
        what="A key is not one of those that can stand there; most often it is a typing error.",
        mend="The help names the nearest key. A key of your own begins with `x-`.",
    ),
    "schema/unknown-value": FindingName(
        what="A value is not one of those that the field allows; most often it is a typing error.",
        mend="The message lists the values, and the help names the nearest.",
    ),
    "schema/wrong-date": FindingName(
        what="A date is not a day of the calendar, or not written as YYYY-MM-DD.",
        mend="Write it like `2026-03-02`.",
    ),
    "schema/wrong-form": FindingName(
        what="A text does not have the form that its field needs.",
        mend="The message says the form, and the help gives an example.",
    ),
    "schema/wrong-length": FindingName(
        what="A text, list or map is too short or too long.",
        mend="The message names the limit.",
    ),
    "schema/wrong-order": FindingName(
        what="A review is due, or was held, before the day of the decision itself.",
        mend="Write the later day there, or correct `date`, which is the day on which the decision got its status.",
    ),
    "schema/wrong-type": FindingName(
        what="A value is of the wrong kind: a list where a text belongs, a number where a map belongs.",
        mend="The message says which kind is expected. A text that looks like a number, `true` or `null` needs quotes.",
    ),
}
"""By name, in alphabetical order; `risk/` names are the rules' own."""
