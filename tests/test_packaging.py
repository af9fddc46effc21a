"""What is installed is what the checkout holds: the links, the sdist, the wheel and its version."""

import importlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import llmextract

ROOT = Path(__file__).resolve().parents[1]
FROM_WHEEL = os.environ.get("LLMEXTRACT_TEST_WHEEL") == "1"
LINKS = ("schemas", "prompts")


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with one sdist and the wheel built from it: those under test, or new ones."""
    if FROM_WHEEL:
        return ROOT / "dist"
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-P", "-m", "build", "--no-isolation"]
    subprocess.run([*build, "--outdir", folder, ROOT], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> dict[str, bytes]:
    """The files of the wheel."""
    (path,) = dist.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_of_package() -> dict[str, bytes]:
    """The files of the package in the checkout, through the links, by their path in a wheel."""
    roots = [ROOT / "llmextract", *(ROOT / "llmextract" / name for name in LINKS)]
    paths = {path for root in roots for path in root.rglob("*") if path.is_file()}
    kept = {path for path in paths if "__pycache__" not in path.parts}
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in kept}


@pytest.mark.skipif(not FROM_WHEEL, reason="the tests run against the checkout")
def test_the_tests_see_the_wheel() -> None:
    assert not Path(llmextract.__file__).is_relative_to(ROOT / "llmextract")


@pytest.mark.parametrize("name", LINKS)
def test_the_package_links_to_the_folder_at_the_top(name: str) -> None:
    link = ROOT / "llmextract" / name
    assert link.is_symlink()
    assert link.is_dir()
    assert link.resolve() == ROOT / name


def test_schemas_are_not_imported_from_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    with pytest.raises(ImportError, match=r"import llmextract\.schemas, not schemas"):
        importlib.import_module("schemas")


def test_the_wheel_holds_the_package_and_nothing_else(wheel: dict[str, bytes]) -> None:
    package = {name: data for name, data in wheel.items() if ".dist-info/" not in name}
    assert package == files_of_package()


@pytest.mark.parametrize("suffix", ["schemas/__init__.py", "py.typed"])
def test_the_wheel_holds(suffix: str, wheel: dict[str, bytes]) -> None:
    assert f"llmextract/{suffix}" in wheel


def test_the_wheel_brings_its_licence_and_command(wheel: dict[str, bytes]) -> None:
    about = {name.partition(".dist-info/")[2]: data for name, data in wheel.items()}
    assert about["licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"llmextract = llmextract.cli:main" in about["entry_points.txt"]


def test_the_sdist_holds_files_not_links(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        members = {member.name.split("/", 1)[1]: member for member in archive.getmembers()}
    assert set(files_of_package()) < set(members)
    assert not [name for name, member in members.items() if member.issym() or member.islnk()]


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert llmextract.__version__ == project["version"]
