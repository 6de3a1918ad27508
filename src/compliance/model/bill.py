"""The amendments that a bill makes to other law."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Frozen, Text
from compliance.model.condition import Condition
from compliance.model.instrument import Provision
from compliance.model.reference import Name, ProvisionId
from compliance.model.rule import Exception_, Rule, RuleFlag, Term

Verb = Literal["add", "amend", "repeal", "void", "redefine"]
"""What an amendment does: it adds a provision, changes one, ends one, takes the effect from one by higher law, or gives
a term another meaning."""

VERBS: tuple[Verb, ...] = ("add", "amend", "repeal", "void", "redefine")

Target = Annotated[str, Field(pattern=r"^[^#\s]+(?:#[^#\s]+)?$")]
"""INSTRUMENT#PROVISION, INSTRUMENT#TERM, or a whole INSTRUMENT."""


class Strike(Frozen):
    """Words struck from a provision, with those inserted in their place, or words inserted beside others."""

    strike: Text | None = None
    """Must be found exactly once."""
    insert: Text | None = None
    after: Text | None = None
    """Where nothing is struck: the words that the insertion follows; found exactly once."""
    in_: Annotated[Literal["words", "gist"], Field(alias="in")] = "words"
    """The words as they are quoted from the provision, or what it says in our words."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.strike is None and self.insert is None:
            raise PydanticCustomError("strike-nothing", "this neither strikes nor inserts words")
        if (self.strike is None) == (self.after is None):
            raise PydanticCustomError(
                "strike-place",
                "words are inserted in place of 'strike:' or behind 'after:'; write one of them",
            )
        return self


class RuleChange(Frozen):
    """What an amendment means for one rule: the parts that are given replace those the rule has."""

    rule: Name
    title: Text | None = None
    binds: Annotated[dict[Name, Name], Field(min_length=1, max_length=1)] | None = None
    applies: Condition | None = None
    forbids: Condition | None = None
    must: Condition | None = None
    permits: Condition | None = None
    adds_exceptions: tuple[Exception_, ...] = ()
    drops_exceptions: tuple[Name, ...] = ()
    adds_flags: tuple[RuleFlag, ...] = ()

    @model_validator(mode="after")
    def _one_modality(self) -> Self:
        if sum(c is not None for c in (self.forbids, self.must, self.permits)) > 1:
            raise PydanticCustomError(
                "one-modality", "a rule has exactly one of 'forbids:', 'must:' and 'permits:'"
            )
        return self


class Amendment(Frozen):
    """One change of other law, tied to the clause of the bill that makes it."""

    amendment: Name
    clause: ProvisionId
    """The bill's own provision that makes it."""
    add: Target | None = None
    """The new provision, INSTRUMENT#PROVISION, of an instrument that exists."""
    amend: Target | None = None
    repeal: Target | None = None
    void: Target | None = None
    redefine: Target | None = None
    """The term, INSTRUMENT#TERM."""
    text: tuple[Strike, ...] = ()
    """With `amend`: what happens to its words."""
    changes: tuple[RuleChange, ...] = ()
    """With `amend`: what that means for the rules that stand for it."""
    provision: Provision | None = None
    """With `add`: the new provision."""
    rules: tuple[Rule, ...] = ()
    """With `add`: what it means; conditions may use the terms of the instrument, and the bill's own."""
    term: Term | None = None
    """With `redefine`: its new meaning."""
    not_encoded: Text | None = None
    """Why it changes no rule, though it changes the law."""
    notes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_verb(self) -> Self:
        if sum(getattr(self, verb) is not None for verb in VERBS) != 1:
            raise PydanticCustomError(
                "one-verb",
                "an amendment has exactly one of 'add:', 'amend:', 'repeal:', 'void:' and 'redefine:'",
            )
        wanted = {"text": "amend", "changes": "amend", "provision": "add", "rules": "add", "term": "redefine"}
        for key, verb in wanted.items():
            if getattr(self, key) and self.verb != verb:
                raise PydanticCustomError(
                    "amendment-part", "'{key}:' goes with '{verb}:'", {"key": key, "verb": verb}
                )
        for verb, key in (("add", "provision"), ("redefine", "term")):
            if self.verb == verb and getattr(self, key) is None:
                raise PydanticCustomError(
                    "amendment-part", "'{verb}:' wants '{key}:' beside it", {"key": key, "verb": verb}
                )
        return self

    @property
    def verb(self) -> Verb:
        return next(verb for verb in VERBS if getattr(self, verb) is not None)

    @property
    def target(self) -> str:
        """INSTRUMENT, INSTRUMENT#PROVISION or INSTRUMENT#TERM."""
        return str(getattr(self, self.verb))
