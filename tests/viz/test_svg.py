"""The writer of SVG: whatever is put in comes out again from a parser, and nothing else does."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from viz.svg import element, number

_anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_holdable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=60
)


@given(_holdable, _holdable)
def test_text_and_attributes_come_back_as_they_were(inside: str, value: str) -> None:
    found = ElementTree.fromstring(element("text", inside, attributes={"aria-label": value}))
    assert (found.text, found.get("aria-label"), len(found)) == (inside, value, 0)


@given(_anything, _anything)
def test_whatever_is_put_in_the_result_is_one_element(inside: str, value: str) -> None:
    found = ElementTree.fromstring(element("g", element("title", inside), class_=value))
    assert [child.tag for child in found] == ["title"]
    assert set(found.attrib) == {"class"}


@given(st.floats(-1e6, 1e6))
def test_numbers_have_one_place_and_no_minus_zero(value: float) -> None:
    written = number(value)
    assert abs(float(written) - value) <= 0.05001
    assert written != "-0"
    assert len(written.partition(".")[2]) <= 1
