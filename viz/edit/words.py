"""The words of the pages on which data are changed, in both languages."""

from schema.text import Text

SIGN_IN = Text("Anmelden", "Sign in")
SIGN_OUT = Text("Abmelden", "Sign out")
SIGNED_IN = Text("Dieser Browser ist angemeldet.", "This browser is signed in.")
GO_ON = Text("Weiter", "Go on")
WHY_SIGN_IN = Text(
    "Wer angemeldet ist, kann Daten ändern und auch sehen, was nicht öffentlich ist.",
    "Who is signed in can change data, and see what is not public.",
)
TOKEN = Text("Schlüssel", "Token")
TOKEN_HINT = Text(
    "Er steht dort, wo „fahrstuhl serve“ gestartet wurde. Die Anmeldung endet nach acht Stunden ohne Benutzung und "
    "mit dem Dienst.",
    "It stands where “fahrstuhl serve” was started. The sign-in ends after eight hours without use, and with the "
    "service.",
)
WRONG_TOKEN = Text("Das ist nicht der Schlüssel dieses Dienstes.", "This is not the token of this service.")
