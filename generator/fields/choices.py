"""What the words of fixed lists are called: levels of units, kinds of values, statuses."""

from __future__ import annotations

from collections.abc import Mapping

from generator.i18n.messages import N_

CHOICES: Mapping[frozenset[str], Mapping[str, str]] = {
    frozenset(words): words
    for words in (
        {
            "ministry": N_("Ministry or ministerial-level agency"),
            "agency": N_("Government agency"),
            "province": N_("Province"),
            "district": N_("District"),
            "commune": N_("Commune"),
            "department": N_("Department"),
            "sector": N_("Sector agency"),
            "service": N_("Public service unit"),
        },
        {
            "ministry": N_("Ministry (bộ)"),
            "ministerial-agency": N_("Ministerial-level agency (cơ quan ngang bộ)"),
            "province": N_("Province (tỉnh)"),
            "city": N_("City under the central government (thành phố)"),
            "district": N_("Rural district (huyện)"),
            "urban-district": N_("Urban district (quận)"),
            "town": N_("Town (thị xã)"),
            "provincial-city": N_("City of a province"),
            "commune": N_("Commune (xã)"),
            "ward": N_("Ward (phường)"),
            "special-zone": N_("Special zone (đặc khu)"),
            "township": N_("Township (thị trấn)"),
            "department": N_("Department of a province (sở)"),
            "office": N_("Office of a district or commune (phòng)"),
        },
        {
            "count": N_("Whole numbers: what is counted"),
            "decimal": N_("Numbers with decimals"),
            "yes-no": N_("Yes or no"),
            "text": N_("Words"),
        },
        {
            "stock": N_("Stock: the state at a date"),
            "flow": N_("Flow: what happened in the period"),
            "cumulative": N_("Cumulative: since January"),
        },
        {
            "higher": N_("Higher is better"),
            "lower": N_("Lower is better"),
            "neither": N_("Neither higher nor lower is better"),
        },
        {"part": N_("A part of it"), "plan": N_("What was planned"), "places": N_("The places there are")},
        {
            "adds": N_("Adds up: a part of the time never has more than the whole"),
            "steady": N_("Steady: done all the year round, so a quarter has less than the year"),
        },
        {"yes": N_("Yes"), "no": N_("No")},
        {"emblem.svg": N_("A drawing (SVG)"), "emblem.png": N_("A picture (PNG)")},
        {"periods": N_("Periods that each report lists itself")},
        {
            "Q1": N_("First quarter"),
            "Q2": N_("Second quarter"),
            "Q3": N_("Third quarter"),
            "Q4": N_("Fourth quarter"),
            "H1": N_("First half-year"),
            "H2": N_("Second half-year"),
            "9M": N_("Nine months"),
            "year": N_("The whole year"),
        },
        {
            "month": N_("Every month"),
            "Q1": N_("First quarter"),
            "Q2": N_("Second quarter"),
            "Q3": N_("Third quarter"),
            "Q4": N_("Fourth quarter"),
            "H1": N_("First half-year"),
            "H2": N_("Second half-year"),
            "9M": N_("Nine months"),
            "year": N_("The whole year"),
        },
        {
            "about": N_("About: khoảng, chừng, xấp xỉ, ước"),
            "nearly": N_("Nearly: gần"),
            "over": N_("Over: trên, hơn"),
            "at-least": N_("At least: tối thiểu, ít nhất, trở lên"),
            "under": N_("Under: dưới, chưa đến"),
            "at-most": N_("At most: không quá, tối đa, trở xuống"),
            "range": N_("From … to …: từ … đến …"),
            "exact": N_("Exact: the words mean something else"),
        },
        {
            "reported": N_("Reported: there is a number"),
            "none-occurred": N_("The report says that nothing of the kind happened"),
            "not-applicable": N_("Does not apply to the unit"),
            "not-reported": N_("The cell is empty in the source"),
        },
        {"emblem.svg": "emblem.svg", "emblem.png": "emblem.png"},
        {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo", "gitea": "Gitea"},
        {"complete": N_("All figures are entered"), "partial": N_("Figures are still missing")},
        {
            "printing": N_("Slip of print"),
            "transcription": N_("Slip in copying"),
        },
        {
            "at-least": N_("At least: “80% and more”"),
            "more-than": N_("More than: “over 80%”"),
            "at-most": N_("At most: “not more than 5”"),
            "less-than": N_("Less than: “under 5”"),
            "exactly": N_("Exactly"),
        },
    )
}
"""The labels of each list, by its words."""
