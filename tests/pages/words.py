"""What a reader reads of a piece of HTML."""

import re
from html import unescape


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
