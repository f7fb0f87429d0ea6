"""What the service itself refuses, in the family of `schema.errors`, so that one table translates them all."""

from dataclasses import dataclass

from schema.errors import FahrstuhlError, InputError, LimitError, NotAllowedError, NotFoundError, UsageError
from schema.text import Text


@dataclass
class WrongHost(NotAllowedError):
    """The request names a host that is not this service: a rebound name, or a proxy that was not announced."""

    text: Text = Text("Unter diesem Namen antwortet Fahrstuhl nicht.", "Fahrstuhl does not answer to this name.")
    hint: Text = Text(
        "Die Adresse verwenden, die beim Start genannt wurde, oder den Namen unter FAHRSTUHL_API_HOSTS eintragen.",
        "Use the address printed at start, or enter the name in FAHRSTUHL_API_HOSTS.",
    )


@dataclass
class ForeignPage(NotAllowedError):
    """A page of another origin made the browser send this request."""

    text: Text = Text(
        "Diese Anfrage kommt von einer fremden Seite; sie wurde abgelehnt.",
        "This request comes from a foreign page; it was refused.",
    )
    hint: Text = Text(
        "Die Adresse selbst in die Adresszeile eingeben oder Fahrstuhl von der Befehlszeile aus fragen.",
        "Type the address into the address bar, or ask Fahrstuhl from the command line.",
    )


@dataclass
class TokenNeeded(NotAllowedError):
    """The request needs the token, or brought a wrong one."""

    text: Text = Text("Dafür ist das Token nötig.", "This needs the token.")
    hint: Text = Text(
        "Das beim Start gezeigte Token mitschicken: Authorization: Bearer <Token>.",
        "Send the token shown at start: Authorization: Bearer <token>.",
    )


@dataclass
class NoSuchPath(NotFoundError):
    """No route has this path."""

    text: Text = Text("Diese Adresse gibt es hier nicht.", "There is no such address here.")
    hint: Text = Text("Alle Adressen stehen unter /api.", "All addresses are listed at /api.")


@dataclass
class WrongMethod(UsageError):
    """The path exists, the method does not."""

    text: Text = Text("Diese Methode gibt es an dieser Adresse nicht.", "This address does not take this method.")
    hint: Text = Text(
        "Die Kopfzeile Allow nennt die möglichen; Einzelheiten unter /api.",
        "The Allow header names those it takes; details at /api.",
    )


@dataclass
class BodyTooLarge(LimitError):
    """The request body is longer than is read."""

    text: Text = Text("Die Anfrage ist zu groß.", "The request is too large.")
    hint: Text = Text(
        "In kleineren Teilen senden; große Bestände mit `fahrstuhl import` einlesen.",
        "Send smaller parts; read large holdings with `fahrstuhl import`.",
    )


@dataclass
class BodyTooSlow(LimitError):
    """The request body did not arrive in time."""

    text: Text = Text("Die Anfrage kam nicht rechtzeitig an.", "The request did not arrive in time.")
    hint: Text = Text("Noch einmal senden.", "Send it again.")


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field of the request that does not fit: where it stands and what is wrong with it."""

    field: str
    message: Text


@dataclass
class BadRequest(InputError):
    """The request does not have the declared form; `fields` names each place."""

    text: Text = Text("Die Anfrage hat nicht die verlangte Form.", "The request does not have the form required.")
    hint: Text = Text(
        "Die genannten Felder berichtigen; Formen und Beispiele stehen unter /api.",
        "Mend the fields named; forms and examples are listed at /api.",
    )
    fields: tuple[FieldProblem, ...] = ()


@dataclass
class Unexpected(FahrstuhlError):
    """A fault of ours; what happened stands in the log, not in the answer."""

    text: Text = Text("Hier ist ein Fehler in Fahrstuhl.", "This is a fault in Fahrstuhl.")
    hint: Text = Text(
        "Bitte melden, mit der Uhrzeit; die Einzelheiten stehen im Protokoll des Dienstes.",
        "Please report it with the time of day; the details stand in the log of the service.",
    )
