"""The export over HTTP: a file as an attachment, cut by rights, the same bytes for the same data."""

from contextlib import ExitStack
from pathlib import Path

import networkx as nx
import pytest
from starlette.testclient import TestClient

from api.routes.export import _PLACES, AT_ONCE
from graph.exchange.formats import FORMATS
from graph.intake.account import Account
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from tests.api import town
from tests.graph.exchange.exporting import content

ROUTE = "/api/v1/export"
EVERYTHING = {"visibility": "confidential", "persons": "true"}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_comes_as_an_attachment_without_what_the_reader_may_not_see(
    client: TestClient, name: str, tmp_path: Path
) -> None:
    answer = client.get(ROUTE, params={"format": name})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == FORMATS[name].media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="fahrstuhl{FORMATS[name].suffix}"'
    path = tmp_path / "export"
    path.write_bytes(answer.content)
    told = content(path).decode("utf-8", "replace")
    assert "Jugendamt" in told
    assert [word for word in (*town.HIDDEN, *town.NAMED, town.SHELTER, town.LEADER) if word in told] == []


def test_more_needs_the_token(client: TestClient, known: TestClient) -> None:
    for more in ({"visibility": "internal"}, {"persons": "true"}):
        assert client.get(ROUTE, params={"format": "json", **more}).status_code == 401
    everything = known.get(ROUTE, params={"format": "json", **EVERYTHING}).json()
    assert len(everything["nodes"]) + len(everything["edges"]) == len(town.RECORDS)


def test_a_pseudonymised_export_names_nobody(known: TestClient) -> None:
    answer = known.get(ROUTE, params={"format": "graphml", "pseudonymise": "true", **EVERYTHING})
    assert [word for word in (*town.NAMED, town.LEADER, town.SOURCE_) if word in answer.text] == []
    assert nx.parse_graphml(answer.text).number_of_nodes() == sum(hasattr(record, "name") for record in town.RECORDS)


def test_what_was_handed_out_reads_again(known: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_bytes(known.get(ROUTE, params={"format": "jsonld", **EVERYTHING}).content)
    reader = reader_of(Source.at(path), Manner("jsonld"))
    found = {record.id: record for record in reader.read(Source.at(path), Account(), {})}
    assert found == {record.id: record for record in town.RECORDS}


def test_the_same_data_have_the_same_etag_and_are_not_sent_twice(known: TestClient) -> None:
    asked = {"format": "cypher"}
    first, second = known.get(ROUTE, params=asked), known.get(ROUTE, params=asked)
    assert (first.content, first.headers["etag"]) == (second.content, second.headers["etag"])
    again = known.get(ROUTE, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = known.get(ROUTE, params={**asked, **EVERYTHING}, headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("params", [{}, {"format": "word"}, {"format": "json", "formatt": "x"}])
def test_a_request_that_does_not_fit_is_refused(client: TestClient, params: dict[str, str]) -> None:
    answer = client.get(ROUTE, params=params)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_more_exports_than_allowed_are_told_to_come_back(client: TestClient) -> None:
    with ExitStack() as taken:
        for _ in range(AT_ONCE):
            taken.enter_context(_PLACES)
        answer = client.get(ROUTE, params={"format": "json"})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert client.get(ROUTE, params={"format": "json"}).status_code == 200


def test_a_kommune_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get(ROUTE, params={"format": "json", "kommune": "Nirgends"}).status_code == 404
