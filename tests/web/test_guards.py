"""Who may ask, and what they may send."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE
from vitascope.web.app import application
from vitascope.web.guards import LARGEST_BODY
from vitascope.web.site import Site

LIFE = "Anna Berg was born in Riga in 1901."


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8470", ""])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8470", "[::1]:8470"])
def test_our_own_hosts_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/search", "/lives/none", "/nowhere", "/static/mark.svg"])
def test_every_answer_carries_a_strict_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"origin": "http://evil.example"}, "another origin"),
        ({"origin": "null"}, "an opaque origin"),
        ({"sec-fetch-site": "cross-site"}, "another site, by the browser's own word"),
        ({"origin": "http://127.0.0.1:9999"}, "another port of this machine"),
    ],
)
def test_a_foreign_write_is_refused_though_it_knows_the_token(project: Path, headers: dict[str, str], why: str) -> None:
    site = Site(project)
    client = TestClient(application(site), base_url=BASE)
    answer = client.post("/read", data={"token": site.token, "text": LIFE}, headers=headers)
    assert answer.status_code == 403, why


@pytest.mark.parametrize("token", [None, "", "0" * 32, "ü"])
def test_a_write_without_the_token_is_refused(client: TestClient, token: str | None) -> None:
    answer = client.post("/read", data={"text": LIFE} | ({} if token is None else {"token": token}))
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_too_much_is_refused_by_its_announced_length(client: TestClient) -> None:
    answer = client.post("/read", content=b"", headers={"content-length": str(LARGEST_BODY + 1)})
    assert answer.status_code == 413


def test_too_much_is_refused_where_no_length_is_announced(client: TestClient) -> None:
    def endless() -> object:
        for _ in range(LARGEST_BODY // 65536 + 2):
            yield b"a" * 65536

    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/read", content=endless(), headers=kind).status_code in (400, 413)


def test_a_page_that_only_reads_keeps_nothing(project: Path) -> None:
    site = Site(project)
    client = TestClient(application(site), base_url=BASE)
    assert client.post("/read/abc/keep", data={"token": site.token}).status_code == 403


def test_a_read_only_page_leaves_the_file_as_it_is(project: Path, client: TestClient) -> None:
    before = project.read_bytes()
    for path in ("/", "/search", "/search?q=berg", "/network", "/compare"):
        assert client.get(path).status_code == 200
    assert project.read_bytes() == before


def test_a_missing_project_is_told_without_a_traceback(project: Path) -> None:
    gone = replace(Site(project), project=project.with_name("gone.vita"))
    answer = TestClient(application(gone), base_url=BASE).get("/")
    assert answer.status_code == 400
    assert "no such project" in answer.text


@pytest.mark.parametrize("path", ["/static/../site.py", "/static/%2e%2e/site.py", "/static/..%2fsite.py"])
def test_no_file_outside_the_static_ones_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "secrets" not in answer.text
