"""The page that asks for the token."""

from schema.text import Lang
from viz.addresses import address
from viz.edit import words
from viz.pages import rendered
from viz.served import frame

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"


def sign_in_page(
    *,
    lang: Lang,
    next_path: str,
    wrong: bool = False,
    form_token: str = "",
    signed_in: bool = False,
    static: str = "/static",
) -> str:
    """Write the page: a field for the token, or, `signed_in`, a button to sign out. The token is never written back."""
    query = {"next": next_path}
    return rendered(
        "edit/sign_in.html",
        lang,
        **frame(SIGN_IN, query, lang, static),
        w=words,
        wrong=wrong,
        signed_in=signed_in,
        form_token=form_token,
        next_path=next_path,
        action=address(SIGN_IN, {"lang": lang, **query}),
        sign_out=address(SIGN_OUT, {"lang": lang}),
    )
