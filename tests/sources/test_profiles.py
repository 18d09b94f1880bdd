"""Profiles come from the given folder, the user's own, and the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.article.outlet import shipped_profiles
from dateline.errors import ProfileError
from dateline.sources import profile_folder, read_profiles


def write(folder: Path, id_: str, name: str) -> None:
    """Put a small profile into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{id_}.toml").write_text(f'id = "{id_}"\nname = "{name}"\n', "utf-8")


def test_nearer_profiles_hide_farther_ones(tmp_path: Path) -> None:
    """The given folder comes before the user's own, that before the shipped ones; an id appears once."""
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    own = profile_folder(environ)
    assert own == tmp_path / "config" / "dateline" / "outlets"
    write(own, "kayhan", "From the user")
    write(own, "weekly", "From the user")
    write(tmp_path / "given", "weekly", "Given")
    names = {profile.id: profile.name for profile in read_profiles(tmp_path / "given", environ=environ)}
    assert (names["weekly"], names["kayhan"]) == ("Given", "From the user")
    assert set(names) == {profile.id for profile in shipped_profiles()} | {"weekly"}


def test_own_folder_may_be_missing(tmp_path: Path) -> None:
    """Without a folder of one's own the shipped profiles are all there is."""
    assert read_profiles(environ={"XDG_CONFIG_HOME": str(tmp_path)}) == shipped_profiles()


def test_home_is_the_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without XDG_CONFIG_HOME the folder is below `~/.config`."""
    monkeypatch.setenv("HOME", "/home/reader")
    assert profile_folder({}) == Path("/home/reader/.config/dateline/outlets")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"id = ", "not valid TOML", id="toml"),
        pytest.param(b'id = "a"', "missing required field `name`", id="field"),
        pytest.param(b'id = "\xff"', "not UTF-8", id="encoding"),
    ],
)
def test_bad_profile_names_its_file(tmp_path: Path, content: bytes, message: str) -> None:
    """A profile that cannot be used is an error that names the file."""
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(ProfileError, match=message) as caught:
        read_profiles(tmp_path)
    assert caught.value.subject == str(path)


def test_given_folder_has_to_exist(tmp_path: Path) -> None:
    """A folder that was asked for and is not there is an error."""
    with pytest.raises(ProfileError, match="cannot be read"):
        read_profiles(tmp_path / "none")
