"""docs/rest.md, made from the description of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.room import description

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """\
# The REST API

Written by `make docs` from the description that a room serves as `/api/openapi.json` (OpenAPI 3.1). [room.md](room.md) says how a room is
run, and who may do what; [archive.md](archive.md) has the language of queries, [records.md](records.md) what is in an article.
"""
_USE = """
```console
$ curl -s localhost:8000/api/read --data-binary @page.html -H 'Content-Type: text/html'
$ curl -s localhost:8000/api/read -H 'Content-Type: application/json' -d '{"text": "…", "outlet": "kayhan"}'
$ curl -s 'localhost:8000/api/search?q=bridge+from:2021-11&sort=time'
```
"""


def rest_reference() -> str:
    """The whole page."""
    api = description()
    parts = [_HEAD, "\n", api["info"]["description"].strip() + "\n", _USE]
    for tag in api["tags"]:
        parts.append(f"\n## {tag['name']}\n\n{tag['description']}\n")
        for path, item in api["paths"].items():
            for method, operation in item.items():
                if isinstance(operation, dict) and tag["name"] in operation.get("tags", ()):
                    parts.append(_operation(f"{method.upper()} {path}", operation))
    parts.append("\n## Records\n\nWhat is sent and answered, in JSON. Keys with a default are always there in answers.\n")
    parts += [_record(name, schema) for name, schema in sorted(api["components"]["schemas"].items()) if "properties" in schema]
    return "".join(parts)


def _operation(title: str, operation: dict[str, Any]) -> str:
    lines = [f"\n### `{title}`\n\n{operation['description'].strip()}\n"]
    if parameters := operation.get("parameters"):
        lines.append("\n| parameter | is | |\n| --- | --- | --- |\n")
        for each in parameters:
            text = each.get("description", "").replace("\n", " ")
            default = each["schema"].get("default")
            given = f" Default: `{default}`." if default not in (None, "") else ""
            lines.append(_row(f"`{each['name']}`", _type(each["schema"]), text + given))
    if body := operation.get("requestBody"):
        lines.append(f"\nBody: {', '.join(_bodies(body['content']))}.\n")
    for code, answer in operation["responses"].items():
        if code != "default":
            given = ", ".join(_bodies(answer.get("content", {}))) or "nothing more"
            lines.append(f"\nAnswers {code}: {given}.\n")
    return "".join(lines)


def _bodies(content: dict[str, Any]) -> Iterator[str]:
    """Media types, with the record that each has."""
    for media_type, each in content.items():
        schema = _type(each.get("schema", {}))
        yield f"`{media_type}`" + (f" ({schema})" if "[" in schema else "")


def _record(name: str, schema: dict[str, Any]) -> str:
    lines = [f"\n### {name}\n\n{schema.get('description', '').strip()}\n\n| key | is |\n| --- | --- |\n"]
    lines += [_row(f"`{key}`", _type(each)) for key, each in schema["properties"].items()]
    return "".join(lines)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.strip().replace('|', chr(92) + '|') for cell in cells)} |\n"


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words; records are links."""
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return "[start, end]" if name == "Span" else f"[{name}](#{name.lower()})"
    if kinds := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(map(_type, kinds))
    if values := schema.get("enum"):
        return ", ".join(f"`{value}`" for value in values)
    match schema.get("type"):
        case "array":
            return f"list of {_type(schema.get('items') or {})}"
        case "object":
            return "object"
        case None:
            return "any JSON value"
        case kind:
            return str(schema.get("format") or kind)
