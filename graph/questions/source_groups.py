"""Which source a record comes from, in few words: what stands in one file, archive or service is one source.

Readers write down where exactly they found a record (a path within a file, a row, an address). To see on what a network
rests, that is too fine: a council record of one town has thousands of such places.
"""

import re

ARCHIVE = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@\s]*@)?(\w[\w.-]*(?::\d+)?)", re.IGNORECASE)
_FILE = r"[^\s].*?\.(?:csv|tsv|xlsx?|ods|json|jsonl|ndjson|geojson|xml|graphml|gexf|net|txt|html?|pdf|docx?|odt|gz|zip)"
_PLACE = re.compile(
    rf"^({_FILE})(?:[:#!,;\[]|\s+(?:\$|Zeile|Blatt|Seite|S\.|row|line|sheet|page|p\.)).*$", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$", re.IGNORECASE)


def source_group(source: str) -> str:
    """Shorten a source to its service (host of an address), archive, folder of numbered files, or file; else keep it.

    >>> source_group("https://ris.example.org/papers/17")
    'ris.example.org'
    >>> source_group("stadt/papers.tar.gz/papers/50114.json $.consultation[0]")
    'stadt/papers.tar.gz'
    >>> source_group("stadt/organizations.json $[4]"), source_group("export/50114.json")
    ('stadt/organizations.json', 'export')
    >>> source_group("Netzwerkkarte.xlsx Zeile 12"), source_group("Gespräch vom 3.4.2026")
    ('Netzwerkkarte.xlsx', 'Gespräch vom 3.4.2026')
    """
    text = source.strip()
    if address := _ADDRESS.match(text):
        return address.group(1)
    found = _PLACE.match(text)
    parts = (found.group(1) if found else text).split("/")
    for end, part in enumerate(parts, 1):
        if part.lower().endswith(ARCHIVE):
            return "/".join(parts[:end])
    if len(parts) > 1 and _NUMBER.match(parts[-1].partition(".")[0]):
        parts.pop()
    return "/".join(parts)
