"""Planning rounds on pages without JavaScript: begun, framed, written into, frozen, compared; read by right."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.questions.scope import Scope
from graph.rounds.writing import Beginning, Noted, begin, write_down
from graph.store.address import Address
from graph.store.store import Store
from schema.record import Visibility
from tests.api import town
from tests.api.conftest import BASE, town_at
from tests.api.desk import Browser, Reader, signed_in

ID = "process/runde-2026"
HERE = f"/rounds/{quote(ID, safe='')}"
FORMS = f"/edit{HERE}"
ALL = {"visibility": "confidential", "persons": "true"}
HOSTILE = '<img src=x onerror=alert(1)>"\u202e{{7*7}}' + "ä" * 9_900


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


@pytest.fixture
def begun(store: Store) -> str:
    return begin(store, Beginning("Runde 2026", date(2026, 1, 15), concerns=("fp:jugend",), participants=(town.YOUTH,)))


def forms(browser: Browser, part: str, **query: str) -> None:
    assert browser.open(f"{FORMS}/{part}", lang="de", **query).status_code == 200


def test_a_round_is_begun_written_into_and_undone(browser: Browser, store: Store) -> None:
    browser.open("/rounds", lang="de")
    browser.follow("Planungsrunde beginnen")
    page = browser.send(
        "/edit/rounds",
        name="Runde 2026",
        starts_on="15.01.2026",
        phase="<b>Auftakt</b>",
        participants="Jugendamt\nErika Mustermann",
        **{"field.concerns": "fp:jugend"},
    )
    assert "Gespeichert als Änderung 2." in page.text
    assert "&lt;b&gt;Auftakt" in page.text
    assert re.findall(r"<bdi>(Jugendhilfeplanung|Jugendamt|Erika Mustermann)</bdi></a></li>", page.text) == [
        "Jugendhilfeplanung",
        "Erika Mustermann",
        "Jugendamt",
    ]
    browser.follow("Aufgabe vergeben")
    page = browser.send(
        "/note", name="Zahlen sammeln", assigned="Jugendamt", due_on="2026-02-01", noted_on="2026-01-20"
    )
    assert 'data-state="overdue"' in page.text
    browser.follow("Entscheidung festhalten")
    browser.send("/note", name="Südstadt zuerst", about="Südstadt/Ost 100 % „Grün“", text="Zeile 1\r\nZeile 2")
    page = browser.send("/done")
    assert 'data-state="done"' in page.text
    assert f"({date.today().isoformat()})" in page.text  # noqa: DTZ011
    assert "0 offen, 0 überfällig, 1 erledigt" in page.text
    version = store.version()
    assert "Zurücknehmen" in page.text
    browser.send(f"/edit/changes/{version}/undo")
    assert 'data-state="overdue"' in browser.open(HERE, **ALL).text


@pytest.mark.usefixtures("begun")
def test_the_scope_is_said_anew(browser: Browser) -> None:
    forms(browser, "scope")
    assert 'value="fp:jugend" checked' in browser.page.text  # type: ignore[union-attr]
    shown = browser.send("/scope", concerns=town.SOUTH, participants=f"Bürgerverein Älteste Straße\n{town.YOUTH}")
    assert "Grün" in shown.text
    assert "Jugendhilfeplanung</bdi></a></li>" not in shown.text
    forms(browser, "scope")
    assert "Es war nichts zu ändern." in browser.send("/scope").text


@pytest.mark.usefixtures("begun")
def test_what_was_frozen_stands_beside_what_is_today(browser: Browser, store: Store) -> None:
    forms(browser, "freeze")
    page = browser.send("/freeze", remark="Auftakt <i>")
    assert "Stand 1 ist festgehalten." in page.text
    assert "Auftakt &lt;i&gt;" in page.text
    assert "Die Daten sind seither dieselben (Version 2)." in page.text
    assert "Keine Antwort fällt anders aus." in page.text
    gaps = store.network()
    assert gaps.version == 2
    with store.change("weg", "test") as changes:
        changes.remove([row["id"] for row in gaps.tie_rows if row["start"] == town.CLUB])
        changes.remove([row["id"] for row in gaps.tie_rows if row["end"] == town.CLUB])
    state = f"{HERE}/frozen/1"
    page = browser.open(state, visibility="internal", lang="de")
    assert "Festgehalten bei Datenversion 2, heute ist es Version 3." in page.text
    assert "Wie viel jede Frage findet" in page.text
    told = browser.client.get(f"/api/v1{HERE}/frozen/1", params={"visibility": "internal"}).json()
    kept = next(one for one in told["answers"] if one["question"] == "cooperation-gaps")
    page = browser.open(f"{state}/cooperation-gaps", visibility="internal", lang="de")
    assert all(sentence["de"].split()[0] in page.text for sentence in kept["summary"])
    assert "bei Datenversion 2" in page.text
    assert browser.client.get(f"{state}/keine", params={"visibility": "internal"}).status_code == 404
    browser.open(state, visibility="internal", lang="de")
    assert "kein festgehaltener Stand" in browser.send("/forget").text


@pytest.mark.usefixtures("begun")
def test_progress_between_states_of_two_rounds(browser: Browser, store: Store) -> None:
    other = begin(store, Beginning("Runde 2027"))
    task = Noted("Aufgabe", "Bericht", date(2026, 1, 1), due_on=date(2026, 2, 1))
    write_down(store, ID, task)
    forms(browser, "freeze")
    browser.send("/freeze")
    assert browser.client.get(f"{HERE}/progress", params=ALL).status_code == 404
    browser.open(f"/edit/rounds/{quote(other, safe='')}/freeze")
    browser.send("/freeze", remark="danach")
    assert f'value="1 {other}"' in browser.open(HERE, lang="de", **ALL).text
    page = browser.open(f"{HERE}/progress", **ALL, lang="de", first="", to=f"1 {other}", as_of="2026-01-15")
    assert page.status_code == 200
    assert "Verglichen werden zwei Planungsrunden" in page.text
    assert "Bericht" in page.text
    assert re.search(r"Von Stand 1 .{1,200} zu Stand 1", page.text)
    for wrong in ("x", "1", "-1 x", "1 \n"):
        assert browser.client.get(f"{HERE}/progress", params={**ALL, "to": wrong}).status_code == 422


@pytest.mark.usefixtures("begun")
def test_who_reads_sees_no_more_than_the_rights_reach(store: Store, settings: ApiSettings) -> None:
    write_down(store, ID, Noted("Notiz", "Verschlusssache", date(2026, 1, 20)))
    write_down(store, ID, Noted("Notiz", "Aushang", date(2026, 1, 20), visibility=Visibility.PUBLIC))
    with TestClient(
        create_app(store, settings), BASE, headers={"Accept": "text/html", "Accept-Language": "de"}
    ) as reader:
        page = reader.get(HERE)
        assert ("Aushang" in page.text, "Verschlusssache" in page.text) == (True, False)
        assert "Festgehaltene Antworten und den Fortschritt kann lesen, wer angemeldet ist." in page.text
        assert not any(method == "post" for method, _, _ in Reader(page.text).forms)
        assert reader.get("/rounds").status_code == 200
        for beyond in (f"{HERE}?visibility=internal", f"{HERE}/frozen/1", f"{HERE}/progress", "/edit/rounds"):
            assert (beyond, reader.get(beyond).status_code) == (beyond, 401)
        link = Reader(reader.get(f"{HERE}/frozen/1?visibility=internal").text).links["Anmelden"]
        assert quote(HERE, safe="") in link
        for to in ("", "/scope", "/note?kind=Notiz", "/done", "/freeze", "/frozen/1/forget"):
            assert reader.post(FORMS + to, data={}).status_code in (401, 403, 404, 405)


@pytest.mark.usefixtures("begun")
def test_forms_count_only_from_our_own_pages(browser: Browser, store: Store) -> None:
    version = store.version()
    for to in ("/scope", "/note?kind=Notiz", "/done", "/freeze", "/frozen/1/forget"):
        assert browser.client.post(FORMS + to, data={"field.name": "x"}).status_code == 403
    forms(browser, "freeze")
    foreign = {"Sec-Fetch-Site": "cross-site", "Origin": "https://example.org"}
    assert browser.client.post(f"{FORMS}/freeze", data={}, headers=foreign).status_code == 403
    assert (store.version(), store.frozen()) == (version, [])


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("part", "query", "field", "typed"),
    [
        ("", {}, "name", " "),
        ("", {}, "starts_on", "gestern"),
        ("", {}, "participants", "Jugendamt\n<b>niemand</b>"),
        ("", {}, "name", "x" * 10_001),
        (f"/{quote(ID, safe='')}/scope", {}, "participants", "Nirgendwer"),
        (f"/{quote(ID, safe='')}/note", {"kind": "Aufgabe"}, "name", ""),
        (f"/{quote(ID, safe='')}/note", {"kind": "Aufgabe"}, "due_on", "32.1.2026"),
        (f"/{quote(ID, safe='')}/note", {"kind": "Notiz"}, "about", "\n".join(map(str, range(300)))),
        (f"/{quote(ID, safe='')}/freeze", {}, "as_of", "heute"),
    ],
)
def test_what_does_not_fit_stands_beside_its_field(
    browser: Browser, part: str, query: dict[str, str], field: str, typed: str
) -> None:
    browser.open(f"/edit/rounds{part}", lang="de", **query)
    page = browser.send("/edit/rounds", **{"name": "gut", field: typed} if "freeze" not in part else {field: typed})
    assert page.status_code == 422
    assert f'id="field-{field}-wrong"' in page.text
    assert "<b>niemand" not in page.text


@pytest.mark.usefixtures("begun")
def test_what_cannot_be_is_refused_in_words(browser: Browser, store: Store) -> None:
    browser.open("/edit/rounds")
    assert browser.send("/edit/rounds", name="Runde 2026").status_code == 409
    note = write_down(store, ID, Noted("Notiz", "Satz", date(2026, 1, 20)))
    write_down(store, ID, Noted("Aufgabe", "Tun", date(2026, 1, 20)))
    browser.open(HERE, lang="de", **ALL)
    page = browser.send("/done", note=note)
    assert page.status_code == 400
    assert "kann nicht erledigt werden" in page.text
    assert browser.client.get("/rounds/keine").status_code == 404
    assert browser.client.get(f"{HERE}/frozen/7", params=ALL).status_code == 404
    assert browser.client.get(f"{FORMS}/note?kind=Roman").status_code == 422
    assert browser.client.get(f"{FORMS}/scope?scenario=x").status_code == 422


@pytest.mark.usefixtures("begun")
def test_a_state_of_a_round_that_is_gone_can_still_be_read(browser: Browser, store: Store) -> None:
    forms(browser, "freeze")
    browser.send("/freeze")
    network = store.network()
    with store.change("weg", "test") as changes:
        changes.remove([row["id"] for row in network.tie_rows if ID in (row["start"], row["end"])])
        changes.remove([ID])
    page = browser.open(f"{HERE}/frozen/1", visibility="internal", lang="de")
    assert page.status_code == 200
    assert "Mit heute lässt sich dieser Stand nicht vergleichen" in page.text


def test_hostile_words_stay_words(browser: Browser, store: Store) -> None:
    id = begin(store, Beginning(HOSTILE, date.today() + timedelta(9), phase=HOSTILE))  # noqa: DTZ011
    write_down(store, id, Noted("Aufgabe", HOSTILE, date(2026, 1, 1), HOSTILE))
    here = quote(id, safe="")
    pages = ("/rounds", f"/rounds/{here}", f"/edit/rounds/{here}/scope", f"/edit/rounds/{here}/freeze")
    browser.open(f"/edit/rounds/{here}/freeze")
    assert "Stand 1" in browser.send("/freeze", remark=HOSTILE).text
    for path in (*pages, f"/edit/rounds/{here}/note?kind=Aufgabe", f"/rounds/{here}/frozen/1?visibility=internal"):
        asked = "" if "edit" in path or "?" in path else "?visibility=confidential&persons=true"
        page = browser.client.get(path + asked)
        assert (path, page.status_code) == (path, 200)
        assert "<img" not in page.text
        assert "{{7*7}}" in page.text


def test_pages_of_an_empty_store(embedded_address: Address) -> None:
    with town_at(embedded_address, ()) as store, signed_in(store) as browser:
        assert "Noch keine Planungsrunde" in browser.open("/rounds", lang="de").text
        assert "Noch nichts" not in browser.open("/edit/rounds", lang="de").text
        page = browser.send("/edit/rounds", name="Erste")
        assert "Noch nichts angegeben." in page.text
        browser.follow("Antworten festhalten")
        assert "Keine Stellschraube steht anders." in browser.send("/freeze").text
        assert Scope().cut(store.network()).n == 1
