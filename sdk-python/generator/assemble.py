"""Makes clipforge/_generated of what OpenAPI Generator wrote.

Its templates know operations one by one; a resource is all those whose names begin alike, once for
callers that block and once for those that await.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = 100
HERE = Path(__file__).parent
RAW = HERE.parent / "build" / "generator"
TARGET = HERE.parent / "clipforge" / "_generated"
CONTRACT = HERE.parent.parent / "openapi" / "dist" / "clipforge.yaml"
LONG = re.compile(r"\b(List|Dict)\b")


@dataclass
class Value:
    """A property or a parameter."""

    name: str
    type: str
    required: bool
    doc: str = ""

    @property
    def variable(self) -> str:
        name = self.name.replace("-", "_")
        return name + "_" if keyword.iskeyword(name) else name


@dataclass
class Model:
    name: str
    doc: str = ""
    values: str | None = None
    union: list[tuple[str, str]] = field(default_factory=list)
    discriminator: str = ""
    fields: list[Value] = field(default_factory=list)


@dataclass
class Operation:
    resource: str
    method: str
    doc: str = ""
    http: str = ""
    path: str = ""
    ids: list[Value] = field(default_factory=list)
    query: list[Value] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    body: str = ""
    produces: list[str] = field(default_factory=list)
    returns: str = ""
    idempotent: bool = False
    repeatable: bool = False
    paginated: bool = False


def directives(name: str) -> Iterator[tuple[str, str]]:
    """Lines that begin with an @, each with what follows it; a doc is many lines."""
    lines = iter((RAW / name).read_text().splitlines())
    for line in lines:
        if line.startswith("@doc"):
            doc = [line.removeprefix("@doc").strip()]
            for more in lines:
                if more == "@end":
                    break
                doc.append(more.strip())
            yield "doc", "\n".join(doc).strip()
        elif line.startswith("@"):
            what, _, rest = line[1:].partition(" ")
            yield what, rest.strip()


def value(text: str) -> Value:
    required = not text.endswith(" optional")
    name, _, type_ = text.removesuffix(" optional").partition(" ")
    return Value(name, LONG.sub(lambda it: it[0].lower(), type_), required)


def models() -> list[Model]:
    found: list[Model] = []
    told: Model | Value | None = None
    for what, rest in directives("models.txt"):
        if what == "model":
            found.append(told := Model(rest))
        elif what == "doc" and told is not None:
            told.doc = rest
        elif what == "enum":
            found[-1].values = rest.rstrip(",")
        elif what == "union":
            found[-1].discriminator, *members = rest.split()
            found[-1].union = [(it.partition("=")[0], it.partition("=")[2]) for it in members]
        elif what == "field":
            found[-1].fields.append(told := value(rest))
    return found


def operations() -> list[Operation]:
    found: list[Operation] = []
    told: Operation | Value | None = None
    for what, rest in directives("resources.txt"):
        if what == "call":
            resource, _, method = rest.partition(".")
            found.append(told := Operation(resource, method))
            continue
        it = found[-1]
        if what == "doc" and told is not None:
            told.doc = rest
        elif what == "http":
            it.http, _, it.path = rest.partition(" ")
        elif what in ("path", "query"):
            (it.ids if what == "path" else it.query).append(told := value(rest))
        elif what == "header":
            it.headers.append(rest)
        elif what == "produces":
            it.produces.append(rest)
        elif what in ("body", "returns"):
            setattr(it, what, LONG.sub(lambda name: name[0].lower(), rest))
        elif what in ("idempotent", "repeatable", "paginated"):
            setattr(it, what, True)
    # streams are read by hand
    return [it for it in found if "text/event-stream" not in it.produces]


def header(doc: str) -> str:
    fingerprint = hashlib.sha256(CONTRACT.read_bytes()).hexdigest()
    return (
        f'"""{doc}"""\n\n'
        "# Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.\n"
        f"# SHA-256 of the contract: {fingerprint}\n\n"
        "from __future__ import annotations\n\n"
    )


def docstring(doc: str, indent: str, parameters: list[Value] = []) -> str:  # noqa: B006
    paragraphs = [filled(it, indent) for it in doc.split("\n\n") if it.strip()]
    named = [
        filled(f":param {it.variable}: {it.doc}", indent, "    ") for it in parameters if it.doc
    ]
    text = f"\n\n{indent}".join(it.strip() for it in paragraphs)
    if named:
        text += f"\n\n{indent}" + f"\n{indent}".join(it.strip() for it in named)
    raw = "r" if "\\" in text else ""
    if "\n" in text or len(text) + len(indent) + 6 > COLUMNS:
        return f'{indent}{raw}"""{text}\n{indent}"""\n'
    return f'{indent}{raw}"""{text}"""\n'


def filled(text: str, indent: str, hanging: str = "") -> str:
    lines = text.split("\n")
    if any(it.startswith(("|", "* ", "- ")) for it in lines):
        return f"\n{indent}".join(lines)
    return textwrap.fill(
        " ".join(lines),
        COLUMNS - 3,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def write_models(found: list[Model]) -> None:
    text = header("What the API takes and answers.")
    text += "from datetime import datetime\nfrom typing import Annotated, Any, Literal\n\n"
    text += "from pydantic import Discriminator, Field, Tag\n\n"
    text += "from .._model import ABSENT, Model, kind_by\n\n"
    # a union is built of classes, so they come first
    plain = [it for it in found if not it.union]
    unions = [it for it in found if it.union]
    enums = [it for it in plain if it.values]
    classes = [it for it in plain if not it.values]
    text += (
        "__all__ = [\n"
        + "".join(f'    "{it.name}",\n' for it in sorted(found, key=lambda it: it.name))
        + "]\n\n"
    )
    for it in enums:
        text += f"{it.name} = Literal[{it.values}] | str\n" + docstring(it.doc, "") + "\n"
    for it in classes:
        text += "\n" + class_of(it)
    for it in unions:
        members = "".join(f'    | Annotated[{name}, Tag("{kind}")]\n' for kind, name in it.union)
        kinds = ", ".join(f'"{kind}"' for kind, _ in it.union)
        text += f'\n{it.name} = Annotated[\n    Annotated[Model, Tag("")]\n{members.rstrip()},\n'
        text += f'    Discriminator(kind_by("{it.discriminator}", {kinds})),\n]\n' + docstring(
            it.doc, ""
        )
    text += "\n\nfor _model in [it for it in globals().values() if isinstance(it, type) and issubclass(it, Model)]:\n"
    text += "    _model.model_rebuild()\n"
    (TARGET / "models.py").write_text(text)


def class_of(model: Model) -> str:
    text = f"\nclass {model.name}(Model):\n" + docstring(model.doc or model.name, "    ")
    for it in model.fields:
        kind = it.type.replace("object", "Any")
        if it.required:
            text += f"\n    {it.variable}: {kind} = {default('ABSENT', it)}\n"
        else:
            text += f"\n    {it.variable}: {kind} | None = {default('None', it)}\n"
        text += docstring(it.doc, "    ") if it.doc else ""
    return text


def default(what: str, it: Value) -> str:
    return what if it.variable == it.name else f'Field({what}, alias="{it.name}")'


def write_resources(found: list[Operation], models: dict[str, Model], asynchronous: bool) -> None:
    prefix = "Async" if asynchronous else ""
    doc = "The operations of the contract, for callers that " + (
        "await." if asynchronous else "block."
    )
    names = sorted({it.resource for it in found})
    code = ""
    for resource in names:
        code += f"\n\nclass {prefix}{pascal(resource)}Resource({prefix}Resource):\n"
        code += f'    """``client.{resource}``."""\n'
        for it in sorted((it for it in found if it.resource == resource), key=lambda it: it.method):
            code += "\n" + method(it, models, asynchronous)
    used = sorted(
        name
        for name in models
        if re.search(rf"(?<![\w\"`.]){name}\b(?!`)", re.sub(r'"""[\s\S]*?"""', "", code))
    )
    text = header(doc)
    text += "from collections.abc import Mapping, Sequence\nfrom datetime import datetime\nfrom typing import Any\n\n"
    text += f"from .._call import Call\nfrom .._options import CallOptions\nfrom .._pages import {prefix}Pages\n"
    text += f"from .._resource import {prefix}Resource\n"
    text += "from .models import (\n" + "".join(f"    {it},\n" for it in used) + ")\n"
    text += code
    (TARGET / ("async_resources.py" if asynchronous else "resources.py")).write_text(text)


def method(it: Operation, models: dict[str, Model], asynchronous: bool) -> str:
    fields = models[it.body].fields if it.body else []
    options = keyed(it)
    named = sorted(fields, key=lambda each: not each.required) + it.query + options
    signature = ["self"] + [f"{each.variable}: str" for each in it.ids] + ["*"]
    signature += [parameter(each, models) for each in named]
    signature += ["call_options: CallOptions | None = None"]
    result = answer(it, asynchronous)
    define = "async def" if asynchronous and not it.paginated else "def"
    text = (
        f"    {define} {it.method}(\n        "
        + ",\n        ".join(signature)
        + f",\n    ) -> {result}:\n"
    )
    text += docstring(it.doc, "        ", it.ids + named)
    text += f'        call = Call(\n            "{it.http}",\n            "{it.path}",\n'
    if it.ids:
        text += "            ids=(" + ", ".join(each.variable for each in it.ids) + ",),\n"
    if it.query:
        text += (
            "            query={"
            + ", ".join(f'"{each.name}": {each.variable}' for each in it.query)
            + "},\n"
        )
    if it.body:
        text += (
            "            body={"
            + ", ".join(f'"{each.name}": {each.variable}' for each in fields)
            + "},\n"
        )
    media = next(iter(it.produces), "application/json")
    if media not in ("application/json", "application/problem+json"):
        text += f'            accept="{media}",\n'
    if it.idempotent:
        text += "            idempotent=True,\n            idempotency_key=idempotency_key,\n"
    if it.repeatable:
        text += "            repeatable=True,\n"
    if "If-Match" in it.headers:
        text += "            etag=etag,\n"
    text += "            options=call_options,\n        )\n"
    return text + f"        return {sent(it, asynchronous)}\n"


def keyed(it: Operation) -> list[Value]:
    options = []
    if it.idempotent:
        doc = "1 to 255 characters, unique per intended effect; minted when left out, and kept over retries."
        options.append(Value("idempotency_key", "str", False, doc))
    if "If-Match" in it.headers:
        doc = "The version that must still be the current one, else PreconditionFailedError."
        options.append(Value("etag", "str", False, doc))
    return options


def parameter(it: Value, models: dict[str, Model]) -> str:
    kind = re.sub(r"\blist\b", "Sequence", it.type).replace("object", "Any")
    kind = re.sub(r"\bdict\b", "Mapping", kind)
    kind = re.sub(r"\b[A-Z]\w+\b", lambda name: shape(name[0], models), kind)
    return f"{it.variable}: {kind}" if it.required else f"{it.variable}: {kind} | None = None"


def shape(name: str, models: dict[str, Model]) -> str:
    """Objects may be given as they are or as mappings."""
    return f"{name} | Mapping[str, Any]" if name in models and not models[name].values else name


def answer(it: Operation, asynchronous: bool) -> str:
    if it.paginated:
        return f"{'Async' if asynchronous else ''}Pages[{it.returns.removesuffix('Page')}]"
    return it.returns or "None"


def sent(it: Operation, asynchronous: bool) -> str:
    if it.paginated:
        return f"self._pages(call, {it.returns.removesuffix('Page')})"
    wait = "await " if asynchronous else ""
    if not it.returns:
        return f"{wait}self._nothing(call)"
    if it.returns == "str":
        return f"{wait}self._text(call)"
    return f"{wait}self._object(call, {it.returns})"


def pascal(name: str) -> str:
    return "".join(it.capitalize() for it in name.split("_"))


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    (TARGET / "__init__.py").write_text('"""What is made from the contract."""\n')
    all_models = models()
    write_models(all_models)
    by_name = {it.name: it for it in all_models}
    for both in (False, True):
        write_resources(operations(), by_name, both)
