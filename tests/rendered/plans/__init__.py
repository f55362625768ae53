"""The plans, one a module, each in its own words."""

from __future__ import annotations

from ..content import Plan
from . import (
    ashfield,
    breckland,
    calderdale,
    conwy,
    fenland,
    flintshire,
    gosport,
    hyndburn,
    lincolnshire,
    maldon,
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
    stroud,
    wychavon,
)

_MODULES = (
    ashfield,
    breckland,
    calderdale,
    conwy,
    fenland,
    flintshire,
    gosport,
    hyndburn,
    lincolnshire,
    maldon,
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
    stroud,
    wychavon,
)
PLANS: tuple[Plan, ...] = tuple(module.PLAN for module in _MODULES)
