"""Which of the two languages a reader is answered in."""

from collections.abc import Mapping

from starlette.requests import HTTPConnection

from schema.text import LANGS, Lang


def language(asked: HTTPConnection) -> Lang:
    """Choose by `lang` in the address, else by `Accept-Language`, else German."""
    return _named(asked.query_params.get("lang")) or _accepted(asked.headers) or "de"


def _named(lang: str | None) -> Lang | None:
    return next((known for known in LANGS if known == lang), None)


def _accepted(headers: Mapping[str, str]) -> Lang | None:
    """Find the wanted language of highest weight (RFC 9110, 12.5.4) that we speak; of equals, the one named first."""
    wanted = sorted(map(_weighed, headers.get("accept-language", "").split(",")[:20]), reverse=True, key=lambda w: w[0])
    return next((lang for weight, tag in wanted if weight > 0 and (lang := _named(tag.split("-")[0]))), None)


def _weighed(part: str) -> tuple[float, str]:
    """Split `en-GB;q=0.8` into its weight and its tag."""
    tag, _, weight = part.strip().partition(";q=")
    try:
        return float(weight or 1), tag.strip().lower()
    except ValueError:
        return 0.0, ""
