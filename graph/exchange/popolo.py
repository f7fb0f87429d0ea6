"""Popolo: persons, organizations, memberships and areas, as the published schemas have them; nothing else fits in."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.exchange.export import Export, plain
from graph.exchange.json_lines import write_object
from graph.network import Network
from schema.nodes import NODES, Committee, Department, Kommune, Node, Organisation, Person, Sozialraum
from schema.ties import TIES, Leads, MemberOf, PartOf, WorksIn

Row = Mapping[str, Any]
ORGANIZATIONS = (Kommune, Department, Committee, Organisation)
MEMBERSHIPS = (MemberOf, Leads, WorksIn)


def write_popolo(export: Export, path: Path) -> None:
    """Write what Popolo has words for: who is who, what is part of what, and who belongs to what since when."""
    network = export.network
    parents = _parents(network)
    write_object(
        path,
        {"meta": export.provenance.facts()},
        {
            "persons": _listed(network, (Person,), lambda row, _: _person(row)),
            "organizations": _listed(network, ORGANIZATIONS, lambda row, cls: _organization(row, cls, parents)),
            "areas": _listed(network, (Sozialraum,), lambda row, _: _area(row, parents)),
            "memberships": _memberships(network),
        },
    )


def _listed(network: Network, types: tuple[type[Node], ...], told: Callable[[Row, type[Node]], Row]) -> Iterator[Row]:
    for i in network.of_type(*types).nonzero()[0].tolist():
        yield _told(**told(network.node_rows[i], NODES[network.node_type[i]]))


def _told(**fields: Any) -> dict[str, Any]:
    return {name: plain(value) for name, value in fields.items() if value is not None and value != []}


def _parents(network: Network) -> Mapping[str, str]:
    """Give the first larger whole of everything, where organizations lie in organizations and areas in areas."""
    area = network.of_type(Sozialraum)
    found: dict[str, str] = {}
    for j in network.with_verb(PartOf).nonzero()[0].tolist():
        if area[network.start[j]] == area[network.end[j]]:
            found.setdefault(network.tie_rows[j]["start"], network.tie_rows[j]["end"])
    return found


def _person(row: Row) -> Row:
    return {
        "id": row["id"],
        "name": row["name"],
        "honorific_prefix": row.get("title"),
        "summary": "; ".join(row.get("functions") or ()) or None,
        "sources": _sources(row),
    }


def _organization(row: Row, cls: type[Node], parents: Mapping[str, str]) -> Row:
    keys = [{"scheme": name.upper(), "identifier": row[name]} for name in Kommune.keys if row.get(name)]
    return {
        "id": row["id"],
        "name": row["name"],
        "other_names": [{"name": row["short_name"]}] if row.get("short_name") else [],
        "identifiers": keys,
        "classification": row.get("kind") or cls.label.de,
        "parent_id": parents.get(row["id"]),
        "sources": _sources(row),
    }


def _area(row: Row, parents: Mapping[str, str]) -> Row:
    shape = row.get("geometry")
    return {
        "id": row["id"],
        "name": row["name"],
        "classification": row.get("kind"),
        "parent_id": parents.get(row["id"]),
        "geometry": json.loads(shape) if shape else None,
        "sources": _sources(row),
    }


def _memberships(network: Network) -> Iterator[Row]:
    person, organization = network.of_type(Person), network.of_type(*ORGANIZATIONS)
    for j in network.with_verb(*MEMBERSHIPS).nonzero()[0].tolist():
        row, start = network.tie_rows[j], int(network.start[j])
        cls = TIES[network.tie_type[j]]
        behalf = str(row.get("on_behalf_of"))
        known = behalf in network.index and organization[network.index[behalf]]
        yield _told(
            id=row["id"],
            label=cls.label.de,
            role=row.get("role") or (None if cls is MemberOf else cls.label.de),
            person_id=row["start"] if person[start] else None,
            member=None if person[start] else {"id": row["start"], "name": network.name(start)},
            organization_id=row["end"],
            on_behalf_of_id=behalf if known else None,
            start_date=row.get("valid_from"),
            end_date=row.get("valid_to"),
            sources=_sources(row),
        )


def _sources(row: Row) -> list[dict[str, str]]:
    """Give the source where it is an address, which is what Popolo means by one."""
    source = str(row["source"])
    return [{"url": source}] if source.startswith(("http://", "https://")) and " " not in source else []
