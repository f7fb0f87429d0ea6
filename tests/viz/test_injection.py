"""Hostile names: whatever a record is called, page, picture and export hold it as text and as nothing else."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from tests.viz.towns import HOSTILE, answer, answers, hostile_town, town
from viz.levels_page import levels_page, levels_svg
from viz.network_export import network_page
from viz.pages import digest
from viz.question_page import question_page, questions_page

LIVE = {"script", "iframe", "object", "embed", "img", "image", "use", "foreignobject", "base", "animate", "set"}
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "background")


class _Reader(HTMLParser):
    """Reads a page as a browser tokenises it and keeps what could come alive."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.blocks: dict[str, list[str]] = {"script": [], "style": []}
        self.policy = ""
        self.text: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.addresses += [value or "" for name, value in attrs if name in ADDRESSES]
        given_ = dict(attrs)
        if given_.get("http-equiv") == "Content-Security-Policy":
            self.policy = given_.get("content") or ""
        if tag in self.blocks:
            self._inside = "" if given_.get("type") == "application/json" else tag
            self.blocks[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[self._inside][-1] += data
        else:
            self.text.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def _check(page: str, *, scripts: int, local: str) -> _Reader:
    found = _read(page)
    live = [tag for tag in found.tags if tag in LIVE]
    assert live == ["script"] * scripts
    assert found.handlers == []
    assert [a for a in found.addresses if not a.startswith(("#", local)) and a != "data:,"] == []
    return found


def _served(network: Network, name: str | None = None) -> str:
    known = answers(name) if name else {}
    query = {"focus": '"><script>alert(1)</script>', "kommune": "javascript:alert(1)", "x": "</form>"}
    return levels_page(network, known, lang="en", standalone=False, query=query)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_corpus_stays_text_in_file_page_and_picture(lang: str) -> None:
    network, known = town("hostile"), answers("hostile")
    page = levels_page(network, known, lang=lang)  # type: ignore[arg-type]
    found = _check(page, scripts=0, local="#")
    assert all(name[:40].strip() in " ".join(found.text) for name in HOSTILE if name.isprintable())
    _check(_served(network, "hostile"), scripts=1, local="/")
    svg = ElementTree.fromstring(levels_svg(network, known, lang=lang))  # type: ignore[arg-type]
    assert {element.tag.split("}")[1] for element in svg.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text", "g", "path", "polygon", "circle",
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_corpus_stays_text_in_the_page_of_each_question(question: str, lang: str) -> None:
    scope = QUESTIONS[question].scope(kommune='"><script>alert(1)</script>')
    told = answer("hostile", question)
    page = question_page(told, town("hostile"), scope, lang=lang, all_rows=True)  # type: ignore[arg-type]
    found = _check(page, scripts=0, local="/")
    named = {name for name in HOSTILE if name.isprintable() and name in told.model_dump_json()}
    assert [name for name in named if name[:40].strip() not in " ".join(found.text)] == []


def test_what_stands_in_the_address_stays_text_in_the_list_of_questions() -> None:
    given = dict.fromkeys((*Scope.model_fields, "x"), '"><script>alert(1)</script>')
    _check(questions_page(query=given), scripts=0, local="/")


def test_the_corpus_stays_data_in_the_network_file() -> None:
    network = town("hostile")
    page = network_page(network, lang="de")
    found = _check(page, scripts=3, local="#")
    island = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    names = [node["name"] for node in json.loads(island.group(1))["nodes"]]
    assert names == [network.name(i) for i in range(network.n)]
    assert not set("<>&\u2028\u2029") & set(island.group(1))
    assert len(found.blocks["script"]) == 3


def test_a_file_admits_its_own_style_and_scripts_by_hash_and_nothing_else() -> None:
    for page in (levels_page(town("small"), {}), network_page(town("small"))):
        found = _read(page)
        admitted = set(re.findall(r"'sha256-[^']+'", found.policy))
        blocks = [*found.blocks["style"], *(b for b in found.blocks["script"] if b)]
        assert admitted == {digest(block) for block in blocks}
        assert found.policy.startswith("default-src 'none'")
        assert "unsafe" not in found.policy


_names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_names | st.sampled_from(HOSTILE[:14]), min_size=1, max_size=3))
def test_any_name_stays_text(names: list[str]) -> None:
    network = Network.of(hostile_town(tuple(names)))
    _check(levels_page(network, {}), scripts=0, local="#")
    _check(_served(network), scripts=1, local="/")
    ElementTree.fromstring(levels_svg(network, {}))
