"""What the audit finds in the smallest tree, with changes."""

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.problems import message
from tests.trees import REPORT, edit, write_tree

MORE_PROSE = "  - {{section: {section}, indicator: {indicator}, {rest}}}\n"


def findings(tmp_path, changes):
    """What the audit finds in the smallest tree with changes."""
    return audit(Dataset.of(load_catalogue(write_tree(tmp_path, changes)).catalogue))


def told(tmp_path, changes):
    return [(each.code, message(each.problem, "en")) for each in findings(tmp_path, changes)]


def row(values):
    """The row of the table over years, with its columns."""
    columns = ", ".join(values)
    return edit(
        REPORT,
        'columns: [2020, 2021]\n    rows:\n      1: ["97,5%", not-reported]',
        f"columns: [{columns}]\n    rows:\n      1: [{', '.join(values.values())}]",
    )
