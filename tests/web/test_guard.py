"""Who may ask, who may change, and what a browser is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.store import open_store
from onrecord.web import Settings, create_app
from onrecord.web.guard import COOKIE

from .conftest import BASE, SAME_ORIGIN
from .fakes import FakeRoom


def form(settings: Settings, **more: str) -> dict[str, str]:
    given = {"csrf": settings.csrf, "item": "aa11:s1", "reason": "misread", "by": "Mara"}
    return {**given, "set.act": "reject", "was.act": "deny", **more}


def test_every_answer_forbids_what_is_not_ours(client: TestClient) -> None:
    for address in ("/", "/nothing", "/static/room.css", "/api/info", "/statements?act=sing"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8650", "", "localhost.evil", "[::2]:80"]
)
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/info", headers={"Host": host})
    assert answer.status_code == 421 and "reports" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8650", "localhost:1", "[::1]:8650", "LOCALHOST"])
def test_our_own_names_are_not(client: TestClient, host: str) -> None:
    assert client.get("/api/info", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": BASE},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_change_from_elsewhere_is_refused(
    client: TestClient, settings: Settings, headers: dict[str, str]
) -> None:
    answer = client.post("/corrections", data=form(settings), headers=headers)
    assert answer.status_code == 403
    with open_store(settings.record) as store:
        assert list(store.corrections()) == []


@pytest.mark.parametrize("headers", [SAME_ORIGIN, {"Origin": BASE}])
def test_a_change_from_our_pages_is_kept(
    client: TestClient, settings: Settings, headers: dict[str, str]
) -> None:
    answer = client.post("/corrections", data=form(settings), headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements/aa11:s1")


@pytest.mark.parametrize("csrf", ["", "guessed", "é"])
def test_a_form_without_the_secret_is_refused(
    client: TestClient, settings: Settings, csrf: str
) -> None:
    answer = client.post("/corrections", data=form(settings, csrf=csrf), headers=SAME_ORIGIN)
    assert answer.status_code == 403


def test_a_change_is_no_address_to_open(client: TestClient, settings: Settings) -> None:
    assert client.get("/corrections").status_code in (404, 405)
    assert client.get("/corrections/1/undo").status_code in (404, 405)


def test_what_is_no_form_of_ours_is_refused(client: TestClient, settings: Settings) -> None:
    asked = {"headers": {**SAME_ORIGIN, "Content-Type": "text/plain"}, "content": "csrf=x"}
    assert client.post("/corrections", **asked).status_code == 415
    large = form(settings, reason="x" * 200_000)
    assert client.post("/corrections", data=large, headers=SAME_ORIGIN).status_code == 413
    binary = {**SAME_ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/corrections", content=b"\xff\xfe", headers=binary)
    assert answer.status_code == 400


def test_nothing_leads_away(client: TestClient, settings: Settings) -> None:
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example", "/a\r\nX: y"):
        sent = form(settings, back=back, **{"set.act": "assert" if "https" in back else "reject"})
        answer = client.post("/corrections", data=sent, headers=SAME_ORIGIN)
        if answer.status_code == 303:
            assert answer.headers["location"] == "/statements/aa11:s1"


class TestToken:
    @pytest.fixture
    def settings(self, path: Path) -> Settings:
        return Settings(record=path, host="0.0.0.0")

    @pytest.fixture
    def client(self, settings: Settings, room: FakeRoom) -> TestClient:
        app = create_app(settings, room)
        return TestClient(app, base_url="http://192.168.1.7:8650", follow_redirects=False)

    def test_another_host_has_one_always(self, settings: Settings) -> None:
        assert settings.token is not None and len(settings.token) >= 32
        assert Settings(record=settings.record).token is None

    def test_without_it_there_is_nothing(self, client: TestClient) -> None:
        for address in ("/", "/api/info", "/static/room.css", "/reports/aa11", "/?token=guess"):
            assert client.get(address).status_code == 401
        assert client.get("/", headers={"Cookie": f"{COOKIE}=guess"}).status_code == 401
        assert client.get("/", headers={"Cookie": f'{COOKIE}="\\'}).status_code == 401

    def test_it_is_given_once_and_kept_from_the_address(
        self, client: TestClient, settings: Settings
    ) -> None:
        answer = client.get(f"/statements?act=deny&token={settings.token}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/statements?act=deny")
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie
        assert client.get("/").status_code == 200, "the cookie is sent from now on"

    def test_the_redirect_stays_here(self, client: TestClient, settings: Settings) -> None:
        answer = client.get(f"//evil.example/?token={settings.token}")
        assert not answer.headers.get("location", "/").startswith("//")

    def test_another_site_by_name_is_refused_even_with_it(
        self, client: TestClient, settings: Settings
    ) -> None:
        asked = client.get(f"/?token={settings.token}", headers={"Host": "evil.example"})
        assert asked.status_code == 421
