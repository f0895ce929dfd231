"""The verdict on a decision as its readers are told it: options by their titles, not by the ids of the record."""

from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.verdict import Verdict
from roi_plugin.language import text
from roi_plugin.pages.page import one_line


def verdict_on(judged: Judged) -> Verdict:
    """The verdict; ids of other things than options stay in backticks."""
    said = judged.verdict
    return replace(said, sentence=with_titles(said.sentence, judged.returns))


def with_titles(sentence: str, returns: Returns) -> str:
    """A sentence that names options by their ids in backticks, with their titles where they have one.

    It must name nothing else that may have the id of an option.
    """
    for option in returns.options:
        if option.title:
            title = one_line(option.title).replace("`", "'")
            sentence = sentence.replace(f"`{option.id}`", text("“%(title)s”", title=title))
    return sentence
