"""A text in the two languages that Fahrstuhl speaks; a missing translation is a missing argument."""

from dataclasses import dataclass
from typing import Literal, get_args

Lang = Literal["de", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in German and in English.

    >>> Text("{n} Akteure", "{n} actors").format(n=3).lang("en")
    '3 actors'
    """

    de: str
    en: str

    def lang(self, lang: Lang) -> str:
        """Give the text in one language."""
        return self.de if lang == "de" else self.en

    def format(self, **values: object) -> "Text":
        """Fill the placeholders of both languages; a value that is itself a Text is filled in its own language."""
        return Text(
            self.de.format(**{k: v.de if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


def verbatim(text: str) -> Text:
    """Wrap a name or number that reads the same in both languages."""
    return Text(text, text)
