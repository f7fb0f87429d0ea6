"""The dials as a picture with its twin: how each Stellschraube stands, what speaks for and against, what would help."""

from collections.abc import Iterator
from dataclasses import replace

from graph.network import Network
from graph.stellschrauben.checked import AS_THEY_ARE, Checked
from graph.stellschrauben.result import Result
from schema.text import Text, verbatim
from viz import page_words
from viz.changes.comparing import compared
from viz.changes.telling import remarks, said_in
from viz.dials.changed import Moved
from viz.dials.drawing import drawn, key
from viz.picture import Picture, Row, Rows

TITLE = page_words.CHECK_LIST
ASKS = Text(
    "Was braucht integrierte Planung, und wie steht es damit?",
    "What does integrated planning need, and how does it stand?",
)
READING = (
    Text(
        "Die Hand zeigt auf „nicht erfüllt“ (links), „teilweise erfüllt“ (Mitte) oder „erfüllt“ (rechts); ohne Hand "
        "ist der Stand unbekannt, oder die Frage stellt sich nicht. Dasselbe sagen Zeichen und Wort.",
        "The hand points to “not met” (left), “partly met” (middle) or “met” (right); without a hand the status is "
        "unknown, or the question does not arise. Sign and word say the same.",
    ),
    page_words.CHECK_HINT,
)
WITNESSES = Text(
    "Belege dafür: {yes}; dagegen, oder wo es fehlt: {no} (in dieser Reihenfolge).",
    "Evidence for it: {yes}; against it, or where it is lacking: {no} (in this order).",
)
CHANGE = Text("Was es ändern würde: {text}", "What would change it: {text}")
HEADINGS = (page_words.STELLSCHRAUBE, page_words.NUMBER, page_words.STATUS, page_words.FINDING)


def dials_picture(found: Checked, network: Network) -> Picture:
    """Make the dials of some results; `network`, not cut to a day or a Kommune, tells what their witnesses are."""
    was = _without_scenario(found) if network.before and found.compared_with == AS_THEY_ARE else None
    return _picture(found, network, was)


def _without_scenario(found: Checked) -> Checked:
    """Give the results without the scenario, as far as the comparison tells them: status and finding."""
    other = {one.number: one for one in found.differences}
    results = (
        result.model_copy(
            update={
                "status": other[result.number].before,
                "sentence": other[result.number].sentence_before,
                "scenario": None,
                "witnesses_for": (),
                "witnesses_against": (),
                "unknown": (),
                "proposal": None,
            }
        )
        for result in found.results
    )
    return Checked(results=tuple(results))


def _picture(found: Checked, network: Network, was: Checked | None) -> Picture:
    results = found.results
    rows = Rows("dials", page_words.HOW_IT_STANDS, HEADINGS, tuple(map(_row, results)), frozenset({1}))
    before = _picture(was, network.before, None) if was and network.before else None
    changes = compared(said_in(before.tables), said_in((rows,))) if before else None
    moved = Moved(changes, {result.number: result.status for result in was.results}) if changes and was else None
    return Picture(
        name="dials",
        title=TITLE,
        asks=ASKS,
        reading=READING,
        remarks=(*remarks(changes), *((results[0].day_note,) if results and results[0].day_note else ())),
        tables=(rows,),
        network=of_results(network, found),
        draw=lambda lang, href: drawn(results, moved, lang, href),
        changes=changes,
        before=before,
    )


def of_results(network: Network, found: Checked) -> Network:
    """Say of what day and Kommune the results are."""
    return replace(network, as_of=found.results[0].as_of, kommune=found.results[0].kommune)


def _row(result: Result) -> Row:
    status = Text(f"{result.symbol} {result.label.de}", f"{result.symbol} {result.label.en}")
    cells = (result.title, verbatim(str(result.number)), status, result.sentence)
    evidence = (*result.witnesses_for, *result.witnesses_against)
    return Row(key(result), cells, evidence, tuple(_more(result)), about=(str(result.number),))


def _more(result: Result) -> Iterator[Text]:
    if result.witnesses_for or result.witnesses_against:
        yield WITNESSES.format(yes=len(result.witnesses_for), no=len(result.witnesses_against))
    if result.proposal:
        yield CHANGE.format(text=result.proposal.text)
    yield from result.unknown
