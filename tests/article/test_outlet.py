"""Outlets are told by profile and by registrable domain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.outlet import Profile, choose_profile, host_of, load_profile, registrable_domain, shipped_profiles
from dateline.errors import ProfileError

CITY = Profile(id="city", name="City Post", domains=("post.example",))
SPORT = Profile(id="sport", name="City Post Sport", domains=("sport.post.example", "score.example"))
MIRROR = Profile(id="mirror", name="A mirror", domains=("post.example",))
PROFILES = (CITY, SPORT, MIRROR)


def test_profile_is_loaded_whole() -> None:
    """Every field of the file format arrives."""
    text = """
        id = "harbour-post"
        name = "Harbour Post"
        domains = ["harbourpost.example"]
        zone = "Europe/Lisbon"
        languages = ["pt", "en"]
        [labels]
        news_id = ["Ref."]
        published = ["Put online"]
    """
    assert load_profile(text) == Profile(
        id="harbour-post",
        name="Harbour Post",
        domains=("harbourpost.example",),
        zone="Europe/Lisbon",
        languages=("pt", "en"),
        labels={"news_id": ("Ref.",), "published": ("Put online",)},
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('id = "a"\nname = "A"\nzone = Tehran', r"not valid TOML.*line 3", id="toml"),
        pytest.param('name = "A"', "missing required field `id`", id="no-id"),
        pytest.param('id = "a"\nname = 3', r"Expected `str`, got `int` - at `\$.name`", id="type"),
        pytest.param('id = "a"\nname = "A"\ntimezone = "UTC"', "unknown field `timezone`", id="misspelt"),
        pytest.param('id = "A b"\nname = "A"', r"'A b' should be .* - at `\$.id`", id="id"),
        pytest.param('id = "a"\nname = " "', r"empty - at `\$.name`", id="name"),
        pytest.param(
            'id = "a"\nname = "A"\ndomains = ["a.example", "https://a.example"]', r"at `\$.domains\[1\]`", id="url-for-domain"
        ),
        pytest.param('id = "a"\nname = "A"\nzone = "Tehran"', r"'Tehran' is no IANA time zone.*at `\$.zone`", id="zone"),
        pytest.param('id = "a"\nname = "A"\nzone = "../../etc/passwd"', r"no IANA time zone", id="zone-path"),
        pytest.param('id = "a"\nname = "A"\nlanguages = ["English"]', r"at `\$.languages\[0\]`", id="language"),
        pytest.param('id = "a"\nname = "A"\n[labels]\nbylines = ["By"]', "Invalid enum value 'bylines'", id="label-kind"),
        pytest.param('id = "a"\nname = "A"\n[labels]\nbyline = [""]', r"empty - at `\$.labels.byline`", id="label"),
    ],
)
def test_bad_profile_says_what_and_where(text: str, message: str) -> None:
    """A profile that does not fit is an error that names the place."""
    with pytest.raises(ProfileError, match=message):
        load_profile(text)


def test_shipped_profiles_load() -> None:
    """Every shipped profile is sound, ids are unique, and the seed's outlet is among them with its zone."""
    profiles = shipped_profiles()
    ids = [profile.id for profile in profiles]
    assert ids == sorted(set(ids))
    assert {profile.id: profile.zone for profile in profiles}["kayhan"] == "Asia/Tehran"


@pytest.mark.parametrize(
    ("outlet", "url", "expected"),
    [
        pytest.param(None, "https://www.post.example/a", CITY, id="under-the-domain"),
        pytest.param(None, "https://sport.post.example/a", SPORT, id="longest-domain"),
        pytest.param(None, "https://outpost.example/a", None, id="not-a-mere-suffix"),
        pytest.param(None, None, None, id="nothing-known"),
        pytest.param("city", "https://score.example/", CITY, id="named-before-url"),
        pytest.param("City", None, CITY, id="id-in-any-case"),
        pytest.param("score.example", None, SPORT, id="named-by-domain"),
        pytest.param("https://score.example/x", None, SPORT, id="named-by-address"),
        pytest.param("other.example", None, None, id="a-domain-without-profile"),
    ],
)
def test_profile_is_chosen(outlet: str | None, url: str | None, expected: Profile | None) -> None:
    """By name first, else by the URL's host; of equals the earlier."""
    assert choose_profile(outlet, url, PROFILES) is expected


@pytest.mark.parametrize(
    ("outlet", "message"), [("sprot", "known: sport"), ("zzz", "known: city, mirror, sport")], ids=["near", "far"]
)
def test_unknown_outlet_is_told(outlet: str, message: str) -> None:
    """A name that is neither id nor domain is an error that offers what is known."""
    with pytest.raises(ProfileError, match=message):
        choose_profile(outlet, None, PROFILES)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://WWW.Example.com:8080/a", "www.example.com", id="port-and-case"),
        pytest.param("https://президент.рф/", "xn--d1abbgf6aiiy.xn--p1ai", id="idn"),
        pytest.param("https://example.com./", "example.com", id="rooted"),
        pytest.param("/a/b", None, id="relative"),
        pytest.param("http://[", None, id="no-address"),
        pytest.param("https://./", None, id="a-dot"),
        pytest.param(None, None, id="none"),
    ],
)
def test_host_of_url(url: str | None, host: str | None) -> None:
    """The host comes in ASCII and lower case, or not at all."""
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        pytest.param("www.bbc.co.uk", "bbc.co.uk", id="two-part-suffix"),
        pytest.param("news.kayhan.ir", "kayhan.ir", id="one-part-suffix"),
        pytest.param("paper.github.io", "paper.github.io", id="hosted"),
        pytest.param("co.uk", None, id="bare-suffix"),
        pytest.param("localhost", None, id="single-label"),
        pytest.param("192.168.0.1", None, id="ipv4"),
        pytest.param("::1", None, id="ipv6"),
    ],
)
def test_registrable_domain(host: str, domain: str | None) -> None:
    """The part that somebody registered, by the Public Suffix List."""
    assert registrable_domain(host) == domain


@given(st.text(max_size=80))
def test_any_url_is_survived(text: str) -> None:
    """No text given as an address breaks the reading of hosts and domains."""
    host = host_of(text) or host_of(f"https://{text}/")
    assert host is None or (registrable_domain(host) or host).endswith(host[-1])
