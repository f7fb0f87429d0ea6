"""The page on which a dossier is asked for."""

from typing import Annotated

from graph.questions.scope import Scope
from schema.text import Lang, Text
from viz import page_words
from viz.addresses import asked
from viz.dossier import words
from viz.dossier.report import FORMS
from viz.option_form import May, OptionField, option_fields
from viz.pages import rendered
from viz.served import DOSSIER, frame


class DossierScope(Scope):
    """What a dossier is asked with beside what every question takes."""

    about: Annotated[
        str | None,
        Text(
            "nur über diesen Akteur, Sozialraum oder diese Verwaltungseinheit (Kennung oder Name)",
            "only about this actor, Sozialraum or department (id or name)",
        ),
    ] = None


def request_page(
    scope: DossierScope,
    *,
    lang: Lang = "de",
    may: May = lambda *_: True,
    static: str = "/static",
    api: str = "/api/v1",
) -> str:
    """Write the page; its form leads to the file."""
    kinds = tuple((form.name, form.label, form.name == "pdf") for form in FORMS.values())
    return rendered(
        "dossier_request.html",
        lang,
        **frame(DOSSIER, asked(scope), lang, static),
        w=words,
        fields=(OptionField("format", words.FORMAT, "select", choices=kinds), *option_fields(scope, may)),
        path=f"{api}{DOSSIER}",
        buttons={"SHOW": words.FETCH, "RESET": page_words.RESET},
    )
