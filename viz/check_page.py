"""The ten Stellschrauben as pages: a list with the status of each, and a page for each with its witnesses."""

from dataclasses import replace

from markupsafe import Markup

from graph.network import Network
from graph.stellschrauben.checked import Checked, CheckScope
from graph.stellschrauben.result import Result
from graph.stellschrauben.telling import lines
from schema.text import Lang, Text
from viz import picture_words
from viz.addresses import Query, actor_address, address, asked, common
from viz.answer_rows import evidence
from viz.dials.drawing import key
from viz.dials.picture import dials_picture
from viz.edit.scenario_pages import PROPOSE
from viz.option_form import May, OptionField, option_fields
from viz.pages import rendered
from viz.picture_page import files
from viz.served import CHECK_LIST, frame, state


def checks_page(
    found: Checked,
    network: Network,
    scope: CheckScope,
    *,
    lang: Lang = "de",
    may: May = lambda *_: True,
    static: str = "/static",
    api: str = "/api/v1",
) -> str:
    """Write the list of all checks; `network`, not cut to a day or a Kommune, tells of which data they are."""
    query = asked(scope)
    pages = {key(result): address(check_path(result), {"lang": lang, **query}) for result in found.results}
    dials = dials_picture(found, network).svg(lang, pages.__getitem__, inside_page=True)
    return rendered(
        "checks.html",
        lang,
        **frame(CHECK_LIST, query, lang, static),
        results=[(result, pages[key(result)]) for result in found.results],
        dials=Markup(dials),  # noqa: S704 made of escaped parts by viz.svg
        files=files(CHECK_LIST, query, lang),
        w=picture_words,
        compared_with=found.compared_with,
        moved={one.number: one for one in found.differences},
        state=_state(network, found.results[0]),
        note=found.results[0].day_note,
        path=CHECK_LIST,
        fields=_fields(scope, may),
        reset=address(CHECK_LIST, {"lang": lang}) if query else "",
        json=address(f"{api}{CHECK_LIST}", query),
    )


def check_page(
    found: Checked,
    network: Network,
    scope: CheckScope,
    *,
    lang: Lang = "de",
    may: May = lambda *_: True,
    editing: bool = False,
    static: str = "/static",
    api: str = "/api/v1",
) -> str:
    """Write the page of one check; `network`, not cut to a day or a Kommune, tells what its witnesses are.

    `editing` offers to take its proposal over into a scenario.
    """
    result, query = found.results[0], asked(scope)
    path, witnesses = check_path(result), (*result.witnesses_for, *result.witnesses_against)
    return rendered(
        "check.html",
        lang,
        **frame(path, query, lang, static),
        result=result,
        compared_with=found.compared_with,
        differences=found.differences,
        state=_state(network, result),
        path=path,
        fields=_fields(scope, may),
        reset=address(path, {"lang": lang}) if query else "",
        evidence=evidence(network, witnesses),
        record=lambda id: actor_address(id, {"lang": lang, **_wide(common(query))}),
        proposed=lines(network, result.proposal) if result.proposal else (),
        propose=address(PROPOSE, _proposing(result, query, lang)) if editing else "",
        json=address(f"{api}{path}", query),
    )


def _proposing(result: Result, query: Query, lang: Lang) -> Query:
    kept = {name: value for name, value in query.items() if name in ("kommune", "scenario")}
    return {"lang": lang, "number": str(result.number), "day": query.get("as_of", ""), **kept}


def check_path(result: Result) -> str:
    """Give the path of the page of a check; its result as JSON stands at the same path of the API."""
    return f"{CHECK_LIST}/{result.number}"


def _wide(query: Query) -> Query:
    """Leave out day and Kommune, as in the network that the witnesses are of."""
    return {name: value for name, value in query.items() if name not in ("as_of", "kommune")}


def _fields(scope: CheckScope, may: May) -> tuple[OptionField, ...]:
    """Give the fields of the form; a check is not tried again with ties missing."""
    return tuple(field for field in option_fields(scope, may) if field.name != "robust")


def _state(network: Network, result: Result) -> Text:
    """Say of what day and Kommune the result is."""
    return state(replace(network, as_of=result.as_of, kommune=result.kommune))
