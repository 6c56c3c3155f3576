"""Units that share a name are told apart wherever a name is shown, and others keep theirs."""

from generator.assembly.site import load_and_check
from tests.trees import faults, write_tree


def unit(name, level, vi, en, parent=""):
    more = f"parent: {parent}\n" if parent else ""
    return {f"data/units/{name}.yml": f"id: {name}\nlevel: {level}\n{more}names: {{vi: {vi}, en: {en}}}\n"}


TWO = (
    unit("ben-tre", "province", "Tỉnh Bến Tre", "Bến Tre Province")
    | unit("chau-thanh", "district", "Huyện Châu Thành", "Châu Thành District", "ben-tre")
    | unit("tan-phu-1", "commune", "Xã Tân Phú", "Tân Phú Commune", "chau-thanh")
    | unit("tan-phu-2", "commune", "Xã Tân Phú", "Tân Phú Commune", "tinh")
    | unit("an-phu", "commune", "Xã An Phú", "An Phú Commune", "tinh")
)


def names(tmp_path, changes):
    catalogue, problems = load_and_check(write_tree(tmp_path, changes))
    assert faults(problems) == ()
    return {each.id: each.names for each in catalogue.units.values()}


def test_namesakes_say_to_what_they_belong_district_and_province(tmp_path):
    found = names(tmp_path, TWO)

    assert found["tan-phu-1"].in_language("vi") == "Xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre"
    assert found["tan-phu-1"].in_language("en") == "Tân Phú Commune, Châu Thành District, Bến Tre Province"
    assert found["tan-phu-2"].in_language("vi") == "Xã Tân Phú, tỉnh Mẫu"
    assert found["an-phu"].in_language("vi") == "Xã An Phú"


def test_names_that_agree_in_one_language_alone_are_told_apart_in_all(tmp_path):
    found = names(tmp_path, TWO | unit("tan-phu-2", "commune", "Phường Tân Phú", "Tân Phú Commune", "tinh"))

    assert found["tan-phu-2"].in_language("vi") == "Phường Tân Phú, tỉnh Mẫu"
    assert found["tan-phu-2"].in_language("en") == "Tân Phú Commune, Sample Province"
