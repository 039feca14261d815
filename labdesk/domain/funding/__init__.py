"""Money and the calls it answers: funding profiles as data, the financing plan of a grant, State credits."""

from labdesk.domain.funding.credits import CreditLine, CreditPlan, credits
from labdesk.domain.funding.plan import ExpenseLine, Money, Plan, plan, spent_by_year
from labdesk.domain.funding.profile import Form, Limits, Profile, Profiles, Section
from labdesk.domain.funding.profile_reading import load_profiles, load_sections, read_profile
from labdesk.domain.funding.profile_writing import profile_toml

__all__ = [
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
    "credits",
    "load_profiles",
    "load_sections",
    "plan",
    "profile_toml",
    "read_profile",
    "spent_by_year",
]
