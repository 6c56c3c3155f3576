"""The benchmark's own reckoning: what it reads from a run, what it gives to other generators, and what it writes down."""

import os
import signal
import subprocess
import sys

import pytest

from tools.bench.course import Course
from tools.bench.measure import Cost, FailedRunError, run, steps_told
from tools.bench.page import BEGIN, END, told, write_results
from tools.bench.peer_pages import markdown_of
from tools.bench.picture import picture_of
from tools.bench.plan import plan_of
from tools.bench.processes import cpu_of, memory_of, session_of
from tools.bench.results import EARLIER, OURS, Builds, Results, ratio, typical


def cost(cpu: float) -> Cost:
    return Cost(wall=cpu / 2, cpu=cpu, memory=2**20)


def test_the_cost_of_a_run_includes_processes_that_it_started(tmp_path):
    spent = "sum(range(20_000_000))"
    found = run(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{spent}'])"], tmp_path
    )
    alone = run([sys.executable, "-c", "pass"], tmp_path)

    assert found.cpu > 2 * alone.cpu
    assert found.memory > 0


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path):
    with pytest.raises(FailedRunError, match="no such tree"):
        run([sys.executable, "-c", "raise SystemExit('no such tree')"], tmp_path)


def test_a_process_whose_parent_has_ended_still_belongs_to_its_session(tmp_path):
    shell = subprocess.Popen(
        ["sh", "-c", "sleep 60 & echo $!"], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    child = int(shell.stdout.readline())
    shell.wait()
    try:
        assert session_of(shell.pid) == (child,)
        assert memory_of([child]) > 0
        assert cpu_of([child]) >= 0
    finally:
        # Not by the program `kill`, which Debian testing no longer has in its smallest system.
        os.kill(child, signal.SIGTERM)


def test_each_step_is_told_with_its_own_seconds_and_the_last_one_is_what_came_after():
    words = "  1.5 s  Read data and content (1282)\n  4.0 s  Published (site)\nBuilt site. 12 pages.\n"

    assert steps_told(words, wall=5.0) == (("Read data and content", 1.5), ("Published", 2.5), ("To the end", 1.0))


def test_a_ratio_is_taken_round_by_round_with_its_spread():
    found = ratio([cost(2), cost(6), cost(3)], [cost(1), cost(2), cost(2)])

    assert (found.median, found.least, found.most) == (2.0, 1.5, 3.0)
    assert typical([cost(3), cost(1), cost(2)]).cpu == 2


def test_a_peer_gets_prose_as_markdown_and_tables_and_charts_as_they_are():
    page = """<html><head><title>A report · Site</title></head><body><nav>never</nav><article class="a">
      <h1 id="x">A report<a class="headerlink" href="#x">¶</a></h1>
      <p>One <strong>figure</strong>:
      <br>46.</p>
      <div><table><tr><td>46</td></tr></table>

      <svg><path d="M0"/><g></g></svg></div>
      </article></body></html>"""

    written = markdown_of(page)

    assert written.startswith(
        '---\ntitle: "A report · Site"\n---\n\n# A report\n\nOne <strong>figure</strong>: <br>46.\n\n<div>'
    )
    assert written.endswith('<svg><path d="M0"/><g></g></svg></div>\n')
    assert "\n\n      <svg>" not in written, "a blank line would end the block of HTML"


@pytest.fixture
def results():
    builds = Builds("the real site", pages=1146, figures=1282)
    builds.full = {OURS: [cost(4)], EARLIER: [cost(38)], "Hugo": [cost(2)]}
    builds.unchanged = {OURS: [cost(0.5)], EARLIER: [cost(38)]}
    builds.cold, builds.charts = {OURS: cost(5), EARLIER: cost(40)}, {OURS: 100, EARLIER: 100}
    return Results({"Cores": "2"}, builds=[builds])


def test_results_stand_beside_those_of_the_earlier_commit_and_of_others(results):
    page = told(results)

    assert "| Hugo | 2.00 | 1.00 | 1.0 MiB |  | 2.00 |" in page
    assert "| earlier commit | 38.0 | 19.0 | 1.0 MiB |  | 0.11 |" in page
    assert "| the real site, nothing changed | 38 s | 0.5 s | 0.013 |" in page
    assert "| the real site, a chart drawn for the first time | 20 ms | 10 ms | 0.500 |" in page


def test_results_take_the_place_of_the_last_ones_and_leave_the_rest_of_the_page_alone(results, tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold\n{END}\n\nAfter\n")

    write_results(results, page)
    written = page.read_text()
    write_results(results, page)

    assert page.read_text() == written == f"# Before\n\n{BEGIN}\n\n{told(results)}\n{END}\n\nAfter\n"


def test_a_page_without_the_marks_is_left_as_it_is(results, tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("# Before\n")

    with pytest.raises(ValueError, match="lacks the marks"):
        write_results(results, page)


def test_the_picture_is_a_file_of_its_own_with_a_bar_for_each_generator(results):
    picture = picture_of(results)

    assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert all(name in picture for name in (OURS, EARLIER, "Hugo"))


def test_the_plan_for_the_country_grows_with_the_figures_and_shares_out_what_can_be_shared(results):
    (builds,) = results.builds
    builds.figures, builds.pages, builds.full[OURS] = 13_000, 2_000, [cost(130)]
    builds.checks, builds.output = {OURS: [cost(10)]}, {OURS: 2**30}

    plan = plan_of(builds)

    assert (plan.pages, plan.storage, plan.sent_a_year) == (200_000, 100 * 2**30, None)
    # 1,000 s of reading by every machine, 12,000 s of pages among all; two processors each.
    assert plan.minutes == ((1, 13_000 / 120), (16, 1_750 / 120), (64, 1_187.5 / 120))
    assert "| full build, 16 machines of 2 cores | 15 min |" in told(results)


def test_what_an_earlier_state_costs_is_held_against_its_own_figures(results):
    (builds,) = results.builds
    builds.figures_of = {OURS: 1282, EARLIER: 641}

    assert builds.of_figure(builds.full) == {OURS: 4 / 1282, EARLIER: 38 / 641, "Hugo": 2 / 1282}
    assert "The earlier commit builds the data of its own time: 641 figures." in told(results)


def test_of_the_time_for_second_rounds_each_tree_has_several_times_as_much_as_the_last():
    course = Course(
        rounds=3, reports=192, pages=(), real=True, earlier="", peers=True, set_up=True, edits=50, seconds=660
    )

    assert course.trees == 2
    assert course.share_until(1) == pytest.approx(1 / 3)
    assert course.share_until(2) == 1
