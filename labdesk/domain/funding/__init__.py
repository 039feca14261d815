"""Money and the calls it answers: funding profiles as data, the financing plan of a grant, State credits."""

from labdesk.domain.funding.bars import Bar, bars
from labdesk.domain.funding.credits import CreditLine, CreditPlan, credits
from labdesk.domain.funding.plan import ExpenseLine, Money, Plan, plan, spent_by_year
from labdesk.domain.funding.profile import Form, Limits, Profile, Profiles, Section
from labdesk.domain.funding.profile_reading import load_profiles, load_sections, profile_of, read_profile
from labdesk.domain.funding.profile_writing import profile_toml

__all__ = [
    "Bar",
    "CreditLine",
    "CreditPlan",
    "ExpenseLine",
    "Form",
    "Limits",
    "Money",
    "Plan",
    "Profile",
    "Profiles",
    "Section",
    "bars",
    "credits",
    "load_profiles",
    "load_sections",
    "plan",
    "profile_of",
    "profile_toml",
    "read_profile",
    "spent_by_year",
]
