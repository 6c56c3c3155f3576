"""What the pages of a large site have in common is held once."""

import pickle

from generator.assembly.keeping.alike import Alike
from generator.assembly.keeping.made import MadeFile, MadePage
from generator.assembly.keeping.pool import Kept
from generator.finish.examined import Examined


def test_pages_from_two_processes_share_what_they_have_read_and_where_they_lead():
    examined = Examined(("units/index.html", "index.html"), frozenset({"top"}), ())
    page = MadePage(
        "vi", "units/xa", (MadeFile("units/xa/index.html", Kept("0", 1, 1), examined),), frozenset({("units", "xa")})
    )
    alike = Alike()
    one, other = (alike.page(pickle.loads(pickle.dumps(page))) for _ in range(2))  # noqa: S301 - made above

    assert one == other
    assert set(one.reads) == page.reads
    assert one.files == page.files
    assert one.reads[0] is other.reads[0]
    assert one.files[0].examined.targets[0] is other.files[0].examined.targets[0]
