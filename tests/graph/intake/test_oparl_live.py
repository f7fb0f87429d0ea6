"""Reading from a live endpoint: a server of our own that behaves as real ones do, and worse."""

import gzip
import itertools
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.intake.account import Account
from graph.intake.oparl.endpoint import finished, is_whole, remembered
from graph.intake.oparl.live import hosts
from graph.intake.reader import Ending
from graph.intake.readers import reader_of
from graph.intake.sources import Endpoint, source_at
from graph.store.changes import Change, Tally
from schema.errors import InputError
from schema.nodes import Committee, Department, Document, Kommune, Node, Person
from schema.text import Text
from schema.ties import ConsultedIn, MemberOf
from tests.graph.intake.oparl_server import Server, dripping, failing, redirecting, running, silent
from tests.graph.intake.reading import Reading


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow the loopback, and wait for nothing longer than a test may last."""
    for name, value in {
        "ALLOW_PRIVATE_HOSTS": "1",
        "OPARL_RATE": "1000",
        "OPARL_BACKOFF_S": "0.01",
        "OPARL_TIMEOUT_S": "0.5",
        "OPARL_ANSWER_S": "1",
        "OPARL_ATTEMPTS": "3",
    }.items():
        monkeypatch.setenv(f"FAHRSTUHL_{name}", value)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as made:
        council(made)
        yield made


def council(server: Server) -> None:
    """Serve a body with two organizations, a person, a meeting, and three papers on two pages."""
    at = server.at
    server.answers["/system"] = {
        "id": f"{at}/system",
        "type": "https://schema.oparl.org/1.1/System",
        "body": f"{at}/bodies",
    }
    lists = {name: f"{at}/1/{name}" for name in ("organization", "person", "meeting", "paper")}
    body = server.object("Body", "/1", name="Musterstadt", ags="05315000", **lists)
    server.list("/bodies", [body])
    amt = server.object("Organization", "/1/organization/at/1", name="Jugendamt", body=body["id"])
    rat = server.object("Organization", "/1/organization/gr/2", name="Stadtrat", body=body["id"])
    membership = {"id": f"{at}/1/membership/1", "organization": rat["id"], "role": "Mitglied", "votingRight": True}
    person = server.object("Person", "/1/person/1", name="Dr. Eva Muster", membership=[membership])
    item = {"id": f"{at}/1/item/1", "number": "4", "result": "beschlossen", "consultation": f"{at}/1/consultation/1"}
    meeting = server.object(
        "Meeting", "/1/meeting/1", start="2024-05-06T17:00:00+02:00", organization=[rat["id"]], agendaItem=[item]
    )
    consultation = {"id": f"{at}/1/consultation/1", "meeting": meeting["id"], "organization": [rat["id"]]}
    papers = [
        server.object("Paper", f"/1/paper/{i}", date="2024-04-01", underDirectionOf=[amt["id"]], body=body["id"])
        for i in (1, 2, 3)
    ]
    papers[0]["consultation"] = [consultation]
    server.object("Consultation", "/1/consultation/1", paper=papers[0]["id"], **consultation)
    server.list("/1/organization", [amt, rat])
    server.list("/1/person", [person])
    server.list("/1/meeting", [meeting])
    server.list("/1/paper", papers[:2], papers[2:])


def read(source: Endpoint, present: dict[str, type[Node]] | None = None) -> Reading:
    account = Account()
    items = list(reader_of(source).read(source, account, present or {}))
    records = (item.stand_in if isinstance(item, Ending) else item for item in items)
    endings = tuple(item for item in items if isinstance(item, Ending))
    return Reading(tuple(record for record in records if record), endings, account)


def endpoint(server: Server, path: str = "/system", keep: Path | None = None) -> Endpoint:
    made = source_at(server.at + path)
    assert isinstance(made, Endpoint)
    return replace(made, keep=keep)


def papers(reading: Reading) -> list[str]:
    return [paper.name for paper in reading.of(Document)]


ALL = ["/1/paper/1", "/1/paper/2", "/1/paper/3"]


def test_a_system_is_read_from_its_bodies_to_the_last_page_of_each_list(server: Server) -> None:
    reading = read(endpoint(server))
    assert papers(reading) == ALL
    assert [kommune.name for kommune in reading.of(Kommune)] == ["Musterstadt"]
    (person,) = reading.of(Person)
    assert (person.name, person.title) == ("Eva Muster", "Dr.")
    (membership,) = reading.of(MemberOf)
    assert (membership.voting, membership.end) == (True, f"{server.at}/1/organization/gr/2")
    (consulted,) = reading.of(ConsultedIn)
    assert consulted.result == "beschlossen"
    assert (reading.account.totals, reading.account.refused) == ({}, 0)
    assert reading.account.read["requests"] == len(server.asked) == reading.account.read["pages"] == 7
    assert reading.one(Document, f"{server.at}/1/paper/3").source == f"{server.at}/1/paper?page=2 $.data[0]"


@pytest.mark.parametrize(
    ("path", "found"), [("/1", ALL), ("/bodies", ALL), ("/1/paper", ALL), ("/1/paper/2", ALL[1:2])]
)
def test_any_address_of_it_will_do(server: Server, path: str, found: list[str]) -> None:
    assert papers(read(endpoint(server, path))) == found


def test_a_body_list_that_is_one_body_is_one_body(server: Server) -> None:
    server.answers["/bodies"] = server.answers["/1"]
    assert papers(read(endpoint(server))) == ALL


def test_an_empty_list_may_be_answered_with_404(server: Server) -> None:
    del server.answers["/1/meeting"], server.answers["/1/person"]
    reading = read(endpoint(server))
    assert papers(reading) == ALL
    assert set(reading.account.totals) == {"meeting-not-here"}


def test_an_answer_that_comes_at_the_second_try_is_no_oddity(server: Server) -> None:
    server.serve("/1/paper", failing(1, server.answers["/1/paper"]))
    reading = read(endpoint(server))
    assert (papers(reading), reading.account.totals) == (ALL, {})
    assert server.count("/1/paper") == 3


def test_a_server_that_asks_to_be_left_alone_is_left_alone_so_long(server: Server) -> None:
    server.serve("/1/paper", failing(1, server.answers["/1/paper"], 429, Retry_After="1"))
    reading = read(endpoint(server))
    assert (papers(reading), reading.account.totals) == (ALL, {})
    first, second = [at for at, asked in zip(server.times, server.asked, strict=True) if asked == "/1/paper"]
    assert second - first >= 1


def test_a_server_that_asks_for_too_long_a_wait_is_left_until_the_next_run(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_WAIT_S", "5")
    server.serve("/1/paper", failing(9, {}, 503, Retry_After="86400"))
    reading = read(endpoint(server))
    assert server.count("/1/paper") == 1
    (oddity,) = reading.account.oddities
    assert (oddity.code, oddity.file, oddity.refused) == ("no-answer", f"{server.at}/1/paper", True)
    assert "86400" in oddity.message.de


@pytest.mark.parametrize("answer", [silent(3), dripping(0.05)])
def test_slow_answers_are_given_up_in_bounded_time_and_the_rest_is_read(server: Server, answer: Any) -> None:
    server.serve("/1/meeting", answer)
    began = time.monotonic()
    reading = read(endpoint(server))
    assert time.monotonic() - began < 8
    assert papers(reading) == ALL
    assert reading.account.totals["no-answer"] == 1
    assert server.count("/1/meeting") == 3


def raw(*parts: bytes) -> Any:
    """Answer with bytes of any kind, and hang up."""

    def answer(handler: Any) -> None:
        handler.wfile.writelines(parts)
        handler.close_connection = True

    return answer


_OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        raw(b""),
        raw(_OK, b"Content-Length: 500\r\n\r\n", b'{"data": ['),
        raw(_OK, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        raw(_OK, b"X: " + b"x" * 300_000 + b"\r\n\r\n"),
        raw(_OK, b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n", b"no gzip!!"),
        raw(_OK, b"Content-Encoding: br\r\nContent-Length: 2\r\n\r\n", b"{}"),
        raw(_OK, b"Content-Length: 20\r\n\r\n", b"PK\x03\x04" + b"x" * 16),
        raw(_OK, b"Content-Length: 8\r\n\r\n", b'{"data":'),
        raw(_OK, b"Content-Length: 200000\r\n\r\n", b"[" * 200_000),
    ],
)
def test_whatever_comes_instead_of_a_page_costs_that_page_only(server: Server, answer: Any) -> None:
    server.serve("/1/meeting", answer)
    reading = read(endpoint(server))
    assert papers(reading) == ALL
    assert reading.account.refused == 1


@given(st.text() | st.text(alphabet="htps:/.[]@#?%\\\ud800a1 \t"))
def test_no_text_is_taken_for_an_address_of_the_own_host_that_is_none(text: str) -> None:
    home = hosts.Home("https", "ris.example.org", 443)
    found = home.within(hosts.joined("https://ris.example.org/a", text))
    assert found is None or found.split("/")[:3] in (
        ["https:", "", "ris.example.org"],
        ["https:", "", "ris.example.org:443"],
    )
    assert hosts.host_of(text)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://ris.example.org/a?b=1#c", "https://ris.example.org/a?b=1"),
        ("http://ris.example.org/a?b=1", "https://ris.example.org/a?b=1"),
        ("http://RIS.example.org:80/a", "https://ris.example.org/a"),
        ("https://ris.example.org:8443/a", None),
        ("http://ris.example.org:8080/a", None),
        ("https://ris.example.org.evil.example/a", None),
        ("https://ris.example.org@evil.example/a", None),
        ("https://user@ris.example.org/a", None),
        ("ftp://ris.example.org/a", None),
    ],
)
def test_only_the_own_host_is_asked_and_never_less_safely(address: str, asked: str | None) -> None:
    assert hosts.Home.of("https://ris.example.org/oparl/system").within(address) == asked


def test_broken_json_in_the_middle_costs_its_page_only(server: Server) -> None:
    good = [server.object("Paper", f"/1/paper/{i}") for i in (7, 8, 9)]
    server.list("/1/paper", *[[paper] for paper in good])
    for text in (
        json.dumps(server.answers["/1/paper?page=2"])[:-9],  # the way on stands in what is left
        '{"links": {"next": "' + server.at + '/1/paper?page=3"}, "data": [{"id": ,',
        '{"data": [{"id": "http://',  # it does not; the number of the page tells
        "<html>Wartung</html>",
    ):
        server.serve("/1/paper?page=2", text.encode())
        reading = read(endpoint(server))
        assert papers(reading) == ["/1/paper/7", "/1/paper/9"], text
        (oddity,) = [each for each in reading.account.oddities if each.code in ("not-json", "no-json")]
        assert (oddity.file, oddity.refused) == (f"{server.at}/1/paper?page=2", True)


def test_a_list_that_goes_round_in_circles_ends(server: Server) -> None:
    server.answers["/1/paper?page=2"]["links"] = {"next": f"{server.at}/1/paper"}
    reading = read(endpoint(server))
    assert (papers(reading), reading.account.totals) == (ALL, {"page-again": 1})


def test_a_list_without_end_that_brings_nothing_new_ends(server: Server) -> None:
    def answer(handler: Any) -> None:
        number = next(numbers)
        page = {"data": objects, "links": {"next": f"{server.at}/endless?page={number}"}}
        server.answers[f"/endless?page={number}"] = answer
        handler.give(json.dumps(page).encode())

    numbers, objects = itertools.count(2), [server.answers["/1/paper/1"]]
    server.serve("/endless", answer)
    reading = read(endpoint(server, "/endless"))
    assert (papers(reading), reading.account.totals["no-new-objects"]) == (ALL[:1], 1)
    assert len(server.asked) == 2


def test_a_list_without_end_that_always_brings_more_ends_at_the_bound(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(handler: Any) -> None:
        n = next(numbers)
        server.answers[f"/endless?page={n}"] = answer
        page = {"data": [server.object("Paper", f"/p/{n}")], "links": {"next": f"{server.at}/endless?page={n}"}}
        handler.give(json.dumps(page).encode())

    numbers = itertools.count(2)
    monkeypatch.setenv("FAHRSTUHL_OPARL_PAGES", "5")
    server.serve("/endless", answer)
    reading = read(endpoint(server, "/endless"))
    assert (len(papers(reading)), reading.account.totals["download-unfinished"]) == (5, 1)


def test_the_time_of_a_whole_download_is_bounded(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_RUN_S", "0.3")
    monkeypatch.setenv("FAHRSTUHL_OPARL_RATE", "10")
    reading = read(endpoint(server))
    assert reading.account.totals["download-unfinished"] == 1
    assert len(server.asked) < 7


def test_no_other_host_is_ever_asked(server: Server) -> None:
    with running() as other:
        server.serve("/1/meeting", redirecting(f"{other.at}/meeting"))
        server.answers["/1"]["person"] = f"{other.at}/person"
        server.answers["/1/paper?page=2"]["links"] = {"next": f"{other.at}/papers?page=3"}
        reading = read(endpoint(server))
        assert other.asked == []
    assert papers(reading) == ALL
    assert reading.account.totals == {"redirect-elsewhere": 1, "other-host": 1, "meeting-not-here": 1}


@pytest.mark.parametrize("target", ["http://[", "ftp://127.0.0.1/x", "file:///etc/passwd", "//evil.example.org/"])
def test_redirects_to_what_is_no_address_here_are_refused(server: Server, target: str) -> None:
    server.serve("/1/meeting", redirecting(target))
    assert read(endpoint(server)).account.totals["redirect-elsewhere"] == 1


def test_redirects_on_the_same_host_are_followed_but_not_in_circles(server: Server) -> None:
    server.serve("/alt", redirecting("/system"))
    server.serve("/1/meeting", redirecting("/1/meeting"))
    reading = read(endpoint(server, "/alt"))
    assert papers(reading) == ALL
    assert reading.account.totals["too-many-redirects"] == 1


def test_a_page_that_is_too_large_is_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_PAGE_MIB", "1")
    server.serve("/1/meeting", b" " * 2_000_000)
    reading = read(endpoint(server))
    assert (papers(reading), reading.account.totals["too-large"]) == (ALL, 1)


def test_all_pages_together_have_a_bound(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_TOTAL_MIB", "1")
    server.serve("/1/organization", json.dumps({"data": [], "x": " " * 1_100_000}).encode())
    reading = read(endpoint(server))
    assert reading.account.totals["download-unfinished"] == 1
    assert server.count("/1/paper") == 0


def test_a_packed_page_is_unpacked_and_a_bomb_refused(server: Server) -> None:
    page = json.dumps(server.answers["/1/meeting"]).encode()
    server.serve("/1/meeting", lambda handler: handler.give(gzip.compress(page), Content_Encoding="gzip"))
    bomb = gzip.compress(b" " * 50_000_000)
    server.serve("/1/person", lambda handler: handler.give(bomb, Content_Encoding="gzip"))
    reading = read(endpoint(server))
    assert [tie.result for tie in reading.of(ConsultedIn)] == ["beschlossen"]
    assert reading.account.totals == {"unpacks-too-large": 1}


def test_json_under_another_name_is_read_and_reported_once(server: Server) -> None:
    for path in ("/1/meeting", "/1/person"):
        page = json.dumps(server.answers[path]).encode()
        server.serve(path, lambda handler, page=page: handler.give(page, Content_Type="text/html; charset=utf-8"))
    reading = read(endpoint(server))
    assert len(reading.of(Person)) == 1
    assert reading.account.totals == {"content-type": 1}


@pytest.mark.parametrize(
    ("path", "answer", "code"),
    [
        ("/nichts", None, "nothing-there"),
        ("/system", b"<html>", "no-json"),
        ("/system", b'{"id": ', "not-json"),
        ("/system", b'{"a": 1}', None),
        ("/system", failing(9, {}), "no-answer"),
        ("/system", failing(9, {}, 403), "refused-answer"),
    ],
)
def test_an_endpoint_of_which_nothing_can_be_had_is_an_error(
    server: Server, path: str, answer: Any, code: str | None
) -> None:
    server.answers[path] = answer
    with pytest.raises(InputError) as refused:
        read(endpoint(server, path))
    assert code in {oddity.code for oddity in refused.value.oddities} or code is None
    assert refused.value.hint.de


def test_a_server_that_fails_page_after_page_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_FAILURES", "2")
    for name in ("organization", "person", "meeting", "paper"):
        server.serve(f"/1/{name}", failing(99, {}))
    reading = read(endpoint(server))
    assert reading.account.totals == {"no-answer": 2, "download-unfinished": 1}
    assert server.count("/1/paper") == 0


def test_requests_keep_to_the_rate(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_OPARL_RATE", "20")
    read(endpoint(server))
    assert all(after - before >= 0.04 for before, after in itertools.pairwise(server.times))


# ---- the own network, and names that lead into it


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x", "http://localhost:9/x", "http://[::1]:9/x", "http://10.1.2.3/", "http://0/x"]
)
def test_the_own_network_is_asked_only_when_that_is_allowed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAHRSTUHL_ALLOW_PRIVATE_HOSTS")
    source = source_at(address)
    assert isinstance(source, Endpoint)
    with pytest.raises(InputError) as refused:
        read(source)
    assert refused.value.oddities[0].code == "private-host"
    assert "FAHRSTUHL_ALLOW_PRIVATE_HOSTS" in refused.value.hint.de


def test_a_name_with_one_private_address_is_refused_and_the_checked_address_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FAHRSTUHL_ALLOW_PRIVATE_HOSTS")
    answers = iter(["9.9.9.9", "127.0.0.1"])

    def rebinding(*_: Any, **__: Any) -> list[Any]:
        return [(0, 0, 0, "", (next(answers), 0)), (0, 0, 0, "", ("127.0.0.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(InputError) as refused:
        read(replace(endpoint(server), address=server.at.replace("127.0.0.1", "ris.example.org")))
    assert refused.value.oddities[0].code == "private-host"
    assert server.asked == []


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def resolve(host: Any, *rest: Any, **named: Any) -> list[Any]:
        asked.append(host)
        first = asked.count(host) == 1
        return truly("127.0.0.1" if host == "ris.example.org" and first else host, *rest, **named)

    truly = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    reading = read(replace(endpoint(server, "/1/paper/1"), address=f"http://ris.example.org:{server.port}/1/paper/1"))
    assert papers(reading) == ALL[:1]
    assert asked.count("ris.example.org") == 1
    assert server.headers[0]["Host"] == f"ris.example.org:{server.port}"


def test_no_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert papers(read(endpoint(server))) == ALL


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = f"req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 2 -subj /CN=ris"
    named = ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([openssl, *made.split(), *named], check=True, capture_output=True)
    with running(certificate, key) as server:
        council(server)
        source = replace(endpoint(server), address=server.at.replace("127.0.0.1", "localhost") + "/1/paper/1")
        with pytest.raises(InputError) as refused:
            read(source)
        assert (refused.value.oddities[0].code, server.asked) == ("certificate", [])
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert papers(read(source)) == ALL[:1]
        with pytest.raises(InputError) as refused:  # vouched for, but for another name
            read(replace(source, address=server.at + "/1/paper/1"))
        assert refused.value.oddities[0].code == "certificate"


@pytest.mark.parametrize("address", ["http://", "https://:80/", "http://u:p@ris.example.org/", "http://x:99999/"])
def test_what_is_no_address_is_refused(address: str) -> None:
    source = source_at(address)
    assert isinstance(source, Endpoint)
    with pytest.raises(InputError) as refused:
        read(source)
    assert refused.value.oddities[0].code in ("no-address", "password-in-address")
    assert "u:p@" not in str(refused.value.oddities)


# ---- going on from an interrupted download, and from the last complete one


def test_an_interrupted_download_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    source = endpoint(server, keep=tmp_path / "keep")
    server.serve("/1/paper?page=2", failing(99, {}))
    assert papers(read(source)) == ALL[:2]
    asked = len(server.asked)
    assert not is_whole(source)
    council(server)
    assert papers(read(source)) == ALL
    assert server.asked[asked:] == ["/1/paper?page=2"]
    assert is_whole(source)
    assert (tmp_path / "keep").stat().st_mode & 0o777 == 0o700


def test_a_download_that_broke_off_in_the_middle_goes_on(server: Server, tmp_path: Path) -> None:
    class Stop(BaseException):
        pass

    def stop(_: Any) -> None:
        raise Stop

    source = endpoint(server, keep=tmp_path)
    account = Account()
    account.on_count = lambda: stop(None) if account.read["pages"] == 5 else None
    with pytest.raises(Stop):
        list(reader_of(source).read(source, account, {}))
    asked = len(server.asked)
    assert papers(read(source)) == ALL
    assert set(server.asked[:asked]) & set(server.asked[asked:]) <= {server.asked[asked - 1]}


def test_what_was_looked_at_is_not_downloaded_again_to_be_written(server: Server, tmp_path: Path) -> None:
    source = endpoint(server, keep=tmp_path)
    first = read(source)
    asked = len(server.asked)
    again = read(source)
    assert (again.records, len(server.asked)) == (first.records, asked)
    assert (again.account.read["pages"], again.account.read["requests"]) == (7, 0)


def test_a_full_disk_is_an_error_that_names_itself(server: Server, tmp_path: Path) -> None:
    (tmp_path / "keep").write_text("a file where the directory should be", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read(endpoint(server, keep=tmp_path / "keep"))
    assert refused.value.oddities[0].code == "no-room"


def test_what_nobody_went_on_with_is_thrown_away(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = endpoint(server, keep=tmp_path)
    read(source)
    asked = len(server.asked)
    monkeypatch.setenv("FAHRSTUHL_OPARL_KEEP_H", "0")
    read(source)
    assert len(server.asked) == 2 * asked


def test_nothing_is_left_of_pages_that_nobody_asked_to_keep(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read(endpoint(server))
    assert list(tmp_path.iterdir()) == []


def done(server: Server, id: str, path: str = "/system", undone_by: str | None = None) -> list[Change]:
    """Make the history of a store that holds one import."""
    source = server.at + path
    return [Change(id, "", "Erika", Text("", ""), source, "import", Tally(), undone_by=undone_by)]


def known(reading: Reading) -> dict[str, type[Node]]:
    return {record.id: type(record) for record in reading.records if isinstance(record, Node)}


def test_the_next_run_asks_for_what_changed_since(server: Server, tmp_path: Path) -> None:
    first = remembered(endpoint(server), tmp_path, [])
    assert first.since is None
    stored = known(read(first))
    finished(first, "1")
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]

    second = remembered(endpoint(server), tmp_path, done(server, "1"))
    assert second.since
    server.asked.clear()
    gone = {"id": f"{server.at}/1/paper/2", "type": "https://schema.oparl.org/1.1/Paper", "deleted": True}
    changed = {**server.answers["/1/paper/1"], "name": "Neuer Titel"}
    query = "?modified_since=" + second.since.replace("+", "%2B")
    since = [changed, {**gone, "modified": "2026-01-02T00:00:00+01:00"}]
    server.answers[f"/1/paper{query}"] = {"data": since, "links": {}}
    reading = read(second, stored)
    assert server.since("/1/paper") == second.since
    assert server.count("/1/paper") == 1
    assert papers(reading) == ["Neuer Titel", "paper/2"]
    assert [ending.id for ending in reading.endings] == [f"{server.at}/1/paper/2"]
    (consulted,) = reading.of(ConsultedIn)  # its meeting did not change, and was asked for by itself
    assert (consulted.result, str(consulted.held_on)) == ("beschlossen", "2024-05-06")
    assert reading.account.totals == {}
    assert not is_whole(second)


def test_a_result_that_came_later_reaches_the_paper_that_did_not_change(server: Server, tmp_path: Path) -> None:
    first = remembered(endpoint(server), tmp_path, done(server, "1"))
    stored = known(read(first))
    finished(first, "1")
    second = remembered(endpoint(server), tmp_path, done(server, "1"))
    meeting = server.answers["/1/meeting/1"]
    meeting["agendaItem"][0]["result"] = "abgelehnt"
    query = "?modified_since=" + str(second.since).replace("+", "%2B")
    server.answers[f"/1/meeting{query}"] = {"data": [meeting], "links": {}}
    (consulted,) = read(second, stored).of(ConsultedIn)
    assert (consulted.result, consulted.start) == ("abgelehnt", f"{server.at}/1/paper/1")


def test_a_run_in_which_nothing_changed_is_no_error(server: Server, tmp_path: Path) -> None:
    source = remembered(endpoint(server, "/1/paper"), tmp_path, done(server, "1", "/1/paper"))
    read(source)
    finished(source, "1")
    again = remembered(endpoint(server, "/1/paper"), tmp_path, done(server, "1", "/1/paper"))
    assert papers(read(again)) == []
    finished(again, None)
    assert remembered(endpoint(server, "/1/paper"), tmp_path, done(server, "1", "/1/paper")).since


def test_after_an_undo_or_in_another_store_everything_is_asked_for(server: Server, tmp_path: Path) -> None:
    source = remembered(endpoint(server), tmp_path, done(server, "1"))
    read(source)
    finished(source, "7")
    assert remembered(endpoint(server), tmp_path, done(server, "7")).since
    assert remembered(endpoint(server), tmp_path, done(server, "7", undone_by="8")).since is None
    assert remembered(endpoint(server), tmp_path, done(server, "7", "/other")).since is None


def test_a_page_that_stays_broken_does_not_keep_old_pages_alive(server: Server, tmp_path: Path) -> None:
    source = endpoint(server, keep=tmp_path)
    server.serve("/1/paper?page=2", b"{broken")
    read(source)
    finished(source, "1")
    assert list(tmp_path.iterdir()) == []
    server.asked.clear()
    read(source)
    assert server.count("/1/meeting") == 1


def test_an_incomplete_run_is_not_taken_for_the_last_complete_one(server: Server, tmp_path: Path) -> None:
    source = remembered(endpoint(server), tmp_path, done(server, "1"))
    server.serve("/1/paper?page=2", failing(99, {}))
    read(source)
    finished(source, "1")
    assert remembered(endpoint(server), tmp_path, done(server, "1")).since is None


def test_units_that_did_not_change_are_known_to_papers_that_did(server: Server, tmp_path: Path) -> None:
    source = replace(endpoint(server, "/1/paper", keep=tmp_path), since="2026-01-01T00:00:00+00:00")
    server.answers["/1/paper?modified_since=2026-01-01T00:00:00%2B00:00"] = [server.answers["/1/paper/1"]]
    rat = f"{server.at}/1/organization/gr/2"
    amt = f"{server.at}/1/organization/at/1"
    reading = read(source, {rat: Committee, amt: Department, f"{server.at}/1": Kommune})
    assert papers(reading) == ALL[:1]
    assert reading.account.totals == {}
