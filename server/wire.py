"""JSON from people to commands, and back: everything malformed stops here, with the field's name."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)

from server import strict_json, thai
from server.workshop import COMMANDS, Command, Refused
from server.workshop.fields import Between, InBoth, Pattern, Words

VERSION = 1
MESSAGE_BYTES = 16_000
CARD_BYTES = 2_000
DEEPEST = 4
LONGEST_NAME = 40
MOST_WAITING = 10_000

Json = dict[str, Any]


class Message(BaseModel):
    """A body with a known set of keys; others are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


def command(body: object) -> tuple[str, Command]:
    """Read a command and its id; raises Refused with `malformed`, `empty` or `too_long`."""
    if not isinstance(body, dict):
        raise Refused("malformed")
    name = body.get("name")
    kind = COMMANDS.get(name) if isinstance(name, str) else None
    if kind is None or kind.by_server or name == "open_workshop":
        raise Refused("malformed", field="name")
    values = checked(MODELS[kind.name], {key: value for key, value in body.items() if key != "name"})
    return values.pop("id"), kind(**values)


def checked(model: type[Message], body: object) -> Json:
    """Validate a body against a model; raises Refused naming the first field that is wrong."""
    if not isinstance(body, dict):
        raise Refused("malformed")
    try:
        return dict(vars(model.model_validate(body)))
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> Refused:
    first = error.errors(include_url=False, include_input=False)[0]
    cause = first.get("ctx", {}).get("error")
    # A key that is no field of ours may hold anything.
    field = thai.cut(thai.clean(".".join(str(part) for part in first["loc"][:1])), LONGEST_NAME) or None
    if isinstance(cause, Bad):
        return Refused(cause.code, field=field, limit=cause.limit)
    return Refused("malformed", field=field)


class Bad(ValueError):
    """A text that is empty or too long; pydantic carries it to `_refusal`."""

    def __init__(self, code: str, limit: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.limit = limit


def words(kind: Words) -> BeforeValidator:
    """A validator that cleans text once and counts it as people do."""

    def clean(value: object) -> object:
        if not isinstance(value, str):
            return value
        text = thai.clean(value)
        if not text and not kind.may_be_empty:
            raise Bad("empty")
        # Nobody sees more characters than there are code points: most texts need not be looked through for them.
        if len(text.encode()) > CARD_BYTES or (len(text) > kind.letters and thai.graphemes(text) > kind.letters):
            raise Bad("too_long", kind.letters)
        return text

    return BeforeValidator(clean)


def _model(kind: type[Command]) -> type[Message]:
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {"id": (_wired(_ID), ...)}
    for one in dataclasses.fields(kind):  # type: ignore[arg-type]
        fields[one.name] = (_wired(hints[one.name]), _default(one))
    return create_model(f"{kind.__name__}Body", __base__=Message, **fields)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return Field(default_factory=field.default_factory)
    return ... if field.default is dataclasses.MISSING else field.default


def part(kind: type[Any]) -> Any:
    """Something of several fields within a command; what is read is the rules' own kind again."""
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {one.name: (_wired(hints[one.name]), _default(one)) for one in dataclasses.fields(kind)}
    model = create_model(f"{kind.__name__}Body", __base__=Message, **fields)
    return Annotated[model, AfterValidator(lambda read: kind(**dict(read)))]


def _in_both(mark: InBoth) -> Any:
    """Words in Thai and English, as the plain dictionary that events hold."""
    text = Annotated[str, words(Words(mark.letters, mark.may_be_empty))]
    model = create_model("BothBody", __base__=Message, th=(text, ...), en=(text, ...))
    return Annotated[model, AfterValidator(dict)]


def _wired(hint: Any) -> Any:
    """The same type with the rules' markers turned into pydantic's."""
    origin, args = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return part(hint)
    if origin is Annotated:
        kind = _wired(args[0])
        for mark in args[1:]:
            kind = _marked(kind, mark)
        return kind
    if origin is tuple:
        # JSON has lists only; strict mode would refuse them for a tuple.
        several: Any = tuple
        return Annotated[several[_wired(args[0]), ...], Field(strict=False)]
    if origin is dict:
        mapping: Any = dict
        return mapping[_wired(args[0]), _wired(args[1])]
    if origin is not None and type(None) in args:
        rest = [_wired(one) for one in args if one is not type(None)]
        return rest[0] | None
    return hint


def _marked(kind: Any, mark: object) -> Any:
    if isinstance(mark, InBoth):
        return _in_both(mark)
    if isinstance(mark, Words):
        return Annotated[kind, words(mark)]
    if isinstance(mark, Pattern):
        return Annotated[kind, StringConstraints(pattern=mark.regex)]
    if isinstance(mark, Between) and kind is int:
        return Annotated[kind, Field(ge=mark.least, le=mark.most)]
    if isinstance(mark, Between):
        return Annotated[kind, Field(min_length=mark.least, max_length=mark.most)]
    return Annotated[kind, mark]


_ID = Annotated[str, Pattern(r"^[A-Za-z0-9_-]{16}$")]
MODELS = {name: _model(kind) for name, kind in COMMANDS.items() if not kind.by_server and name != "open_workshop"}


class Auth(Message):
    """What a socket says when it connects."""

    token: Annotated[str, Field(max_length=300)]
    v: int
    since: Annotated[int, Field(ge=0)] | None = None
    audience: Annotated[str, Field(max_length=16)] | None = None
    # How many cards wait on the phone.
    waiting: Annotated[int, Field(ge=0, le=MOST_WAITING)] = 0


class Waiting(Message):
    """How many cards wait on a phone to be sent."""

    cards: Annotated[int, Field(ge=0, le=MOST_WAITING)]


class CatchUp(Message):
    """What a screen asks for when it saw a gap, or looks at something else."""

    since: Annotated[int, Field(ge=0)] | None = None
    audience: Annotated[str, Field(max_length=16)] | None = None


def loads(text: bytes, levels: int = DEEPEST) -> object:
    """JSON as sockets read it too; raises ValueError."""
    return strict_json.loads(text.decode(), levels)
