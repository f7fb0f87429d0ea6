"""The dossier as it is asked for: of everything or of one record, and as which kind of file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.question import Question
from graph.questions.scope import Scope
from graph.stellschrauben.result import Result
from schema.text import Lang, Text
from viz.dossier.about import about
from viz.dossier.composing import dossier
from viz.dossier.content import Dossier
from viz.dossier.html_file import html
from viz.dossier.material import Material


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its name, which is the ending of the file too, what it is called, and its writer."""

    name: str
    label: Text
    media_type: str
    write: Callable[[Dossier], bytes]


# What writes Word and PDF is loaded when such a file is written: it takes longer to load than a page to write.
def _word(made: Dossier) -> bytes:
    from viz.dossier.word_file import word

    return word(made)


def _pdf(made: Dossier) -> bytes:
    from viz.dossier.pdf_file import pdf

    return pdf(made)


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.name: form
        for form in (
            Form("html", Text("Webseite", "web page"), "text/html; charset=utf-8", lambda made: html(made).encode()),
            Form(
                "docx",
                Text("Word-Dokument", "Word document"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                _word,
            ),
            Form("pdf", Text("PDF zum Drucken", "PDF for printing"), "application/pdf", _pdf),
        )
    }
)


def report(
    network: Network,
    scope: Scope,
    lang: Lang,
    ask: Callable[[Question], Answer],
    run: Callable[[int], Result],
    wanted: str | None = None,
) -> Dossier:
    """Make the dossier of a network that is cut to `scope`, or of the record with the id or name `wanted` in it."""
    material = Material.gathered(network, scope, lang, ask, run, all_questions=wanted is not None)
    return dossier(material) if wanted is None else about(material, wanted)
