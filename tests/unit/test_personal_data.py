"""Private persons, their addresses, numbers and cases are noticed; officials, documents and figures are not. All are made up."""

import pytest

from generator.assembly.site import load_and_check
from tests.trees import REPORT, SUMMARY, added, edit, write_tree


def told(folder, changes):
    problems = load_and_check(write_tree(folder, changes))[1]
    return [(str(each.words["data"]), str(each.place)) for each in problems if each.code == "personal-data"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Đã trả lời đơn của ông Trần Văn Mẫu.", "a person's name"),
        ("Kiến nghị của bà Lê Thị Ví Dụ về đất đai.", "a person's name"),
        ("A petition by Mr. Tran Van Mau was answered.", "a person's name"),
        ("Người gửi cư ngụ tại xã.", "an address"),
        ("Nhà ở khu 1, ấp Mẫu.", "an address"),
        ("Gọi 0912 345 678 để hỏi.", "a telephone number"),
        ("CCCD: 012345678901", "an identity number"),
        ("Mã số PAKN: 20230101.0001", "the code of a case"),
    ],
)
def test_private_persons_are_noticed(tmp_path, text, what):
    found = told(tmp_path, added(SUMMARY, f"\n{text}\n"))

    assert [each for each, _ in found] == [what]
    assert found[0][1].startswith(f"{SUMMARY}:3:")


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Mẫu, Chủ tịch UBND huyện, chủ trì hội nghị.",
        "Bà Lê Thị Ví Dụ - Giám đốc Sở Nội vụ.",
        "Kế hoạch số 161/KH-UBND ngày 01/3/2022; Nghị định số 60/2021/NĐ-CP.",
        "Tổng vốn 69.843.532.000 đồng, 228.963 lượt truy cập.",
        "TCVN ISO 9001:2015 tại 13 phòng.",
    ],
)
def test_officials_documents_and_figures_are_allowed(tmp_path, text):
    assert told(tmp_path, added(SUMMARY, f"\n{text}\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo của Xã Anh Sơn Đông; Report of Anh Sơn Đông Commune.",
        "Xã Anh Dũng, xã Bà Điểm và xã Bà Nà; Anh Dũng Commune, Bà Điểm Commune and Bà Nà Commune.",
        "Phường Bà Rịa, phường Cầu Ông Lãnh, phường Hai Bà Trưng; Bà Rịa Ward, Cầu Ông Lãnh Ward, Hai Bà Trưng Ward.",
        "Trụ sở ở phố Bà Huyện Thanh Quan, gần cầu Ông Lãnh Mới.",
    ],
)
def test_places_that_are_called_like_persons_are_allowed(tmp_path, text):
    assert told(tmp_path, added(SUMMARY, f"\n{text}\n")) == []


@pytest.mark.parametrize("text", ["Đơn của xã ông Trần Văn Mẫu ở.", "Hai Bà Lê Thị Ví Dụ và Lê Thị Mẫu có đơn."])
def test_a_person_beside_the_word_of_a_place_is_noticed(tmp_path, text):
    assert [each for each, _ in told(tmp_path, added(SUMMARY, f"\n{text}\n"))] == ["a person's name"]


def test_data_are_searched_as_well_as_prose(tmp_path):
    changes = edit(REPORT, "1.4: x", "1.4: {value: x, note: {vi: Theo đơn của ông Trần Văn Mẫu}}")

    assert [what for what, _ in told(tmp_path, changes)] == ["a person's name"]


def test_a_message_does_not_repeat_what_it_found(tmp_path):
    problems = load_and_check(write_tree(tmp_path, added(SUMMARY, "\nĐơn của ông Trần Văn Mẫu.\n")))[1]

    assert "Mẫu" not in " ".join(str(word) for each in problems for word in each.words.values())
