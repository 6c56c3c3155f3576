"""What the page of a unit leads on to."""

from generator.build import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.kinds.unit import pages
from generator.pages.render import page_context
from generator.pages.slots import SlotStore, fill_slots
from tests.trees import faults, write_tree

ENDED = "valid_to: 2025-06-30\n"
UNITS = {
    "data/units/old.yml": f"id: old\nlevel: district\nnames: {{vi: Huyện Cũ, en: Old District}}\n{ENDED}successors: [new]\n",
    "data/units/new.yml": "id: new\nlevel: commune\nnames: {vi: Xã Mới, en: New Commune}\nvalid_from: 2025-07-01\npredecessors: [old]\n",
    "data/units/office.yml": f"id: office\nlevel: department\nparent: old\nnames: {{vi: Phòng, en: Office}}\n{ENDED}",
}


def test_a_unit_that_ended_without_successor_leads_on_to_those_of_its_parent(tmp_path, root):
    catalogue, problems = load_and_check(write_tree(tmp_path, UNITS))
    assert faults(problems) == ()
    slots = SlotStore()
    context = page_context(Dataset.of(catalogue), "en", root / "site_templates" / "pages", slots, None)

    made = {page.path: fill_slots(page.body, slots.contents) for page in pages(context)}

    said = "It has no successor of its own. In the place of Old District, to which it belonged:"
    assert said in made["units/office"]
    assert '<a href="../new/index.html">New Commune</a>.' in made["units/office"].split(said)[1]
    assert "no successor of its own" not in made["units/old"] + made["units/new"]
