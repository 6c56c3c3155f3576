"""What the audit finds in the reports of this repository, unaided; each was looked at in the source."""

import pytest

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue

FOUND = {
    # Printed 5.75 % in the appendix; 396 of 5106 dossiers are 7.76 %, and the text prints 7.75 %.
    ("ngan-son/2022-Q3", "rate-differs", "t-appendix-7.2.4"),
    ("ngan-son/2022-Q3", "rate-truncated", "p-online-dossiers-rate.2022-9M.ii-6-5"),
    # 52.04 %, although 191 of 191 procedures are online.
    ("ngan-son/2022-Q3", "rate-differs", "t-appendix-7.2.2"),
    ("ngan-son/2022-Q3", "stated-differently", "t-appendix-1.3.1"),
    # 34 public service units; by how they are financed they are 0 + 1 + 0 + 34.
    ("ngan-son/2022-Q3", "parts-exceed", "t-appendix-4.3"),
    # 63 civil servants in the appendix, 64 of 72 in the text.
    ("ngan-son/2022-Q3", "stated-differently", "t-appendix-4.5.2"),
    # 83.35 % of 607 are not 504; rates of the years before follow.
    ("khanh-son/2011-2020", "rate-differs", "p-public-employees-with-degree-rate.2020-Q1.phan-i-ii-4-a"),
    ("khanh-son/2011-2020", "stated-differently", "t-2-1-2_2"),
    ("khanh-son/2011-2020", "stated-differently", "t-4-1-2_2"),
    ("khanh-son/2011-2020", "stated-differently", "t-4-1-2_6"),
    ("khanh-son/2011-2020", "stated-differently", "t-4-2-2_2"),
    ("khanh-son/2011-2020", "stated-differently", "t-4-2-2_6"),
    # 30 service units given autonomy: the parts are 29, and there are 29 units.
    ("khanh-son/2011-2020", "sum-differs", "p-service-units-autonomous.2011-2020.phan-i-ii-5-a"),
    # “Up 21.77 %” from 77.12 % to 95.17 %.
    (
        "khanh-son/2011-2020",
        "rise-differs",
        "p-commune-staff-meeting-standard-rate-rise.2016-2020.phan-i-ii-4-a",
    ),
    # 107 procedures online at level 3 in the text, none at all in the appendix.
    ("khanh-son/2011-2020", "part-exceeds-whole", "p-online-procedures.2016.online-level-level-3.phan-i-ii-2-a"),
    # Satisfaction of “0” in the first quarter of 2020, after 75 to 89 %.
    ("khanh-son/2011-2020", "jump", "t-1-6-3_6"),
    ("khanh-son/2011-2020", "unchanged", "t-1-6-2"),
    # 2 documents in annex 2B, 01 in the text.
    ("cu-chi/2020-Q1", "stated-differently", "t-2b-1.3"),
    # 76 procedures performed; the rows below add up to 117.
    ("cu-chi/2020-Q1", "sum-differs", "t-3b-2.1"),
    ("cu-chi/2020-Q1", "rate-truncated", "p-commune-part-time-staff-trained-rate.2020-Q1.ii-4-5"),
    ("cu-chi/2020-Q1", "part-exceeds-whole", "t-3b-2.7.2"),
    ("cu-chi/2020-Q1", "part-exceeds-whole", "t-6b-2.1"),
    # 80,629 of 80,878 received are 99.69 %; the column says nothing of those received.
    ("tran-de/2023", "rate-of-another-whole", "t-dossiers-II_6"),
    # 19 of 50 are 38 %, not 30 %.
    ("tran-de/2023", "rate-differs", "p-internal-procedures-reviewed-rate.2023.ii-2-1"),
    ("tran-de/2023", "rate-truncated", "p-commune-cadres-meeting-standard-rate.2023.ii-4"),
    ("khanh-hoa/2020-H1", "sum-differs", "p-iso-administrative-agencies.2020-H1.ii-6"),
    # All systems “at 278 agencies” are to be converted; 277 agencies have one.
    ("khanh-hoa/2020-H1", "part-exceeds-whole", "p-iso-agencies-to-convert.2020-H1.ii-6"),
    ("khanh-hoa/2020-H1", "rate-truncated", "p-public-employees-downsized-rate.2020-H1.ii-4"),
}
MOST = 55
"""More findings than this in five reports would mean that a check cries wolf."""


@pytest.fixture(scope="module")
def findings(root):
    return audit(Dataset.of(load_catalogue(root).catalogue))


def test_known_contradictions_are_found(findings):
    found = {(each.report, each.code, each.figures[0].source.anchor) for each in findings if each.figures}

    assert sorted(FOUND - found) == []


def test_the_checks_of_figures_do_not_cry_wolf(findings):
    assert len([each for each in findings if each.figures]) < MOST


def test_arithmetic_is_told_wherever_something_follows(findings):
    for each in findings:
        if each.follows is not None:
            assert each.steps, each.problem.place
