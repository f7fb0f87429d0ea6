"""The way through an endpoint: from its system to its bodies and their lists, page by page, each once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from graph.intake.account import Account
from graph.intake.guard import printable, refuse
from graph.intake.oparl.live.answers import RunOver
from graph.intake.oparl.live.asking import Asker
from graph.intake.oparl.live.hosts import Home, host_of, joined
from graph.intake.oparl.live.pages import Page, Pages
from graph.intake.oparl.live.settings import LiveSettings
from graph.intake.oparl.live.sheets import Sheet, page_after, read_sheet
from graph.intake.sources import File
from schema.errors import InputError, Oddity
from schema.text import Text, verbatim

Missing = Callable[[], Iterable[str]]
"""Gives the addresses of objects that what was read so far refers to and that are not there."""
_JSON = ("", "application/json", "application/problem+json", "application/ld+json", "text/json")


@dataclass
class Walk:
    """One download under way.

    `whole` says in the end whether all pages could be had, `cut` whether some of them may be had when asked for again.
    """

    entry: str
    since: str | None
    home: Home
    asker: Asker
    pages: Pages
    account: Account
    settings: LiveSettings
    whole: bool = True
    cut: bool = False

    def __post_init__(self) -> None:
        """Start at the entry."""
        self._seen, self._sought, self._told, self._failures = set[str](), set[str](), set[str](), 0
        self._waiting = deque[str]()

    def files(self, missing: Missing) -> Iterator[File]:
        """Give the pages one by one; what goes wrong goes to the account. An InputError where nothing can be had."""
        self._waiting.append(self._first())
        try:
            while self._waiting:
                yield from self._list(self._waiting.popleft())
            while self.since and (wanted := set(missing()) - self._sought):
                self._sought |= wanted
                for id in sorted(wanted):
                    yield from self._list(self._within(id, "id", self.entry) or "")
        except RunOver as over:
            self.cut = True
            self._odd("download-unfinished", over.text, self.entry, refused=True)

    def _first(self) -> str:
        """Look at what a person pointed at; a list of anything but bodies is asked for since the last time."""
        page = self._page(self.entry)
        if page is None:
            refuse("nothing-there", _NOTHING, printable(self.entry), _ADDRESS)
        sheet = read_sheet(page)
        return self._since(self.entry) if self.since and sheet.is_list and not sheet.lists else self.entry

    def _list(self, address: str) -> Iterator[File]:
        """Go through a list from page to page, until it ends or goes round in circles."""
        known, last, first = set[int](), 0, True
        while address:
            if address in self._seen:
                self._odd("page-again", _AGAIN, address)
                return
            self._seen.add(address)
            sheet = None
            try:
                page = self._page(address)
                sheet = read_sheet(page) if page else None
                if page and sheet:
                    yield from self._given(page, sheet)
                elif not first:
                    self._odd("page-missing", _MISSING, address, refused=True)
            except RunOver:
                raise
            except InputError as error:
                self._failed(error)
            first = False
            last = max(last, sheet.last if sheet else 0)
            if sheet and sheet.next and not sheet.broken and sheet.ids <= known:
                self._odd("no-new-objects", _NOTHING_NEW, address)
                return
            known |= sheet.ids if sheet else set()
            address = self._next(address, sheet, last)

    def _given(self, page: Page, sheet: Sheet) -> Iterator[File]:
        """Give a page to be read, and remember the lists that it names."""
        if not sheet.json:
            what = _NO_JSON.format(kind=verbatim(page.kind or "?"))
            self._odd("no-json", what, page.address, refused=True)
            return
        if page.kind not in _JSON and "type" not in self._told:
            self._told.add("type")
            self._odd("content-type", _TYPE.format(kind=verbatim(page.kind)), page.address, missing=False)
        self.whole = self.whole and not sheet.broken
        if not sheet.broken:
            self.pages.keep(page)
        for kind, name, address in sheet.lists:
            self._follow(kind, name, address, page)
        self.account.count("pages")
        yield File(page.path, page.address)

    def _page(self, address: str) -> Page | None:
        """Take a page from an earlier download, else ask for it; None where there is nothing."""
        if len(self._seen) > self.settings.oparl_pages:
            raise RunOver(_TOO_MANY.format(n=self.settings.oparl_pages), _ADDRESS)
        page = self.pages.find(address)
        if page is None:
            kind = self.asker.get(address, self.pages.waiting())
            page = None if kind is None else self.pages.take(address, kind)
        self._failures = 0
        return page

    def _follow(self, kind: str, name: str, address: str, page: Page) -> None:
        """Put a list in the queue; of organizations, which are few, all of them and what has changed."""
        asked = self._within(address, f"{kind}.{name}", page.address)
        if asked is None:
            return
        listed = [asked] if kind == "System" or not self.since or name == "organization" else []
        if self.since and kind != "System":
            listed.append(self._since(asked))
        self._waiting += [each for each in listed if self._is_new(each)]

    def _next(self, address: str, sheet: Sheet | None, last: int) -> str:
        """Find the next page: as the page says, else by its number where the page could not be read."""
        if sheet and sheet.next:
            return self._within(joined(address, sheet.next), "links.next", address) or ""
        unread = sheet is None or sheet.broken or not sheet.json
        return page_after(address, last) if unread else ""

    def _within(self, address: str, place: str, file: str) -> str | None:
        asked = self.home.within(address)
        host = host_of(address)
        if asked is None and host not in self._told:
            self._told.add(host)
            what = _OTHER_HOST.format(host=verbatim(host))
            self._odd("other-host", what, file, place=place, missing=False)
        return asked

    def _since(self, address: str) -> str:
        sign = "&" if "?" in address else "?"
        return f"{address}{sign}modified_since={quote(self.since or '', safe=':')}"

    def _is_new(self, address: str) -> bool:
        return address not in self._seen and address not in self._waiting

    def _failed(self, error: InputError) -> None:
        """Report a page that cannot be had; where several in a row cannot, the download is over."""
        self.whole = False
        self.cut = self.cut or any(oddity.code == "no-answer" for oddity in error.oddities)
        self.account.odd(*error.oddities)
        self._failures += 1
        if self._failures >= self.settings.oparl_failures:
            raise RunOver(_GIVEN_UP.format(n=self._failures), _ADDRESS)

    def _odd(
        self, code: str, what: Text, address: str, *, place: str = "", refused: bool = False, missing: bool = True
    ) -> None:
        """Report something; `missing`: something is not there because of it."""
        self.whole = self.whole and not missing
        self.account.odd(Oddity(code, what, printable(address), place, refused=refused))


_ADDRESS = Text("Die Adresse prüfen.", "Check the address.")
_NOTHING = Text("Unter dieser Adresse ist nichts.", "There is nothing at this address.")
_AGAIN = Text("Die Liste kommt auf eine Seite zurück und endet hier.", "The list returns to a page and ends here.")
_MISSING = Text("Die Seite, auf die eine Liste verweist, fehlt.", "The page that a list refers to is missing.")
_NOTHING_NEW = Text(
    "Die Seite bringt nichts Neues; die Liste wird hier beendet.",
    "The page brings nothing new; the list is ended here.",
)
_NO_JSON = Text("Die Antwort ist kein JSON ({kind}).", "The answer is no JSON ({kind}).")
_TYPE = Text(
    "Die Antwort nennt sich {kind}, ist aber JSON; sie wird gelesen.",
    "The answer calls itself {kind}; it is JSON, read.",
)
_TOO_MANY = Text("Es sind mehr als {n} Seiten (FAHRSTUHL_OPARL_PAGES).", "Over {n} pages (FAHRSTUHL_OPARL_PAGES).")
_OTHER_HOST = Text(
    "Ein Verweis führt zu einem anderen Rechner ({host}), der nicht abgefragt wird.",
    "A link leads to another host ({host}), which is not asked.",
)
_GIVEN_UP = Text("{n} Seiten nacheinander waren nicht zu haben.", "{n} pages in a row could not be had.")
