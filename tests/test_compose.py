"""docker-compose.yml follows the Compose specification and keeps the house closed."""

import json
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, ValidationError
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "docker-compose.yml", ROOT / "tests" / "neo4j" / "compose.yml"]


def read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def specification() -> Draft202012Validator:
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    return Draft202012Validator(json.loads(vendored.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(read(FILES[0])["services"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_follows_the_specification(path: Path) -> None:
    specification().validate(read(path))


def test_the_specification_would_notice_a_mistake() -> None:
    broken = read(FILES[0])
    broken["services"]["neo4j"]["imaje"] = "x"
    with pytest.raises(ValidationError):
        specification().validate(broken)


def test_the_database_has_no_way_out_and_no_port(services: dict[str, Any]) -> None:
    assert services["neo4j"]["networks"] == ["inside"]
    assert read(FILES[0])["networks"]["inside"] == {"internal": True}
    assert "ports" not in services["neo4j"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_ports_are_published_on_loopback_alone(path: Path) -> None:
    ports = [port for service in read(path)["services"].values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_container_runs_bare(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service


def test_no_container_runs_as_root(services: dict[str, Any]) -> None:
    assert services["neo4j"]["user"] == "7474:7474"
    assert re.findall(r"^USER (.*)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE) == ["10001:10001"]


def test_every_container_is_asked_for_its_health(services: dict[str, Any]) -> None:
    assert "healthcheck" in services["neo4j"]
    assert re.search(r"^HEALTHCHECK ", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_passwords_are_secrets_in_files(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["secrets"] == ["neo4j-password"]
        assert not [name for name in service["environment"] if "PASSWORD" in name and not name.endswith("_FILE")]


def test_the_image_gets_what_the_wheel_is_built_from_and_no_more() -> None:
    let_in = re.findall(r"^!(.*)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert all((ROOT / name).exists() for name in let_in)
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(let_in) == {"requirements.lock", "pyproject.toml", "README.md", "LICENSE", *wheel["packages"]}
