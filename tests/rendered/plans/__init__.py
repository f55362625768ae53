"""The plans, one a module, each in its own words."""

from __future__ import annotations

from ..content import Plan
from . import (
    ashfield,
    breckland,
    calderdale,
    conwy,
    fenland,
    hyndburn,
    lincolnshire,
    midulster,
    monmouthshire,
    moray,
    northumberland,
    oadby,
    perth,
    powys,
    redcar,
    rutland,
    sandwell,
    slough,
    wychavon,
)

_MODULES = (
    ashfield,
    breckland,
    calderdale,
    conwy,
    fenland,
    hyndburn,
    lincolnshire,
    midulster,
    monmouthshire,
    moray,
    northumberland,
    oadby,
    perth,
    powys,
    redcar,
    rutland,
    sandwell,
    slough,
    wychavon,
)
PLANS: tuple[Plan, ...] = tuple(module.PLAN for module in _MODULES)
