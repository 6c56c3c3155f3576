"""How old the data are, which every page tells."""

from generator.assembly.site import load_and_check
from generator.dataset.age import last_change
from generator.dataset.dataset import Dataset
from generator.dataset.recorded import RecordedDataset
from tests.trees import write_tree


def test_who_asks_how_old_the_data_are_has_read_no_report(tmp_path):
    write_tree(tmp_path)
    catalogue, _ = load_and_check(tmp_path)
    seen = RecordedDataset.over(Dataset.of(catalogue))

    assert last_change(seen) == catalogue.changed
    assert seen.reads.asked == {("generator.dataset.age.last_change",)}
