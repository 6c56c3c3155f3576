"""The narratives of a report in both languages: sentences drawn by chance, figures named, never typed, and a chart."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.figures import Chance
from tools.bench.places import Place
from tools.bench.quarter import Quarter

LANGUAGES = ("vi", "en")
_TIER = 'tier="commune"'
_SUMMARY = (
    (
        'Đến thời điểm báo cáo, xã đã hoàn thành {{ value("par-plan-tasks-completed") }} trong {{ value("par-plan-tasks") }} nhiệm vụ của kế hoạch cải cách hành chính trong năm.',
        'By the time of the report the commune had completed {{ value("par-plan-tasks-completed") }} of the {{ value("par-plan-tasks") }} tasks of its reform plan for the year.',
    ),
    (
        'Trong quý, xã ban hành {{ value("par-directive-documents", with_unit=true) }} chỉ đạo, điều hành.',
        'In the quarter the commune issued {{ value("par-directive-documents", with_unit=true) }} on reform.',
    ),
    (
        'Cấp trên giao {{ value("assigned-tasks", with_unit=true) }}, trong đó {{ value("assigned-tasks-on-time") }} được hoàn thành đúng hạn.',
        'Higher authorities assigned {{ value("assigned-tasks", with_unit=true) }}, of which {{ value("assigned-tasks-on-time") }} were completed on time.',
    ),
    (
        'Qua kiểm tra, xã phát hiện {{ value("inspection-issues-found", with_unit=true) }}; đã xử lý xong {{ value("inspection-issues-resolved") }}.',
        'Inspections found {{ value("inspection-issues-found", with_unit=true) }}; {{ value("inspection-issues-resolved") }} have been resolved.',
    ),
    (
        'Vốn đầu tư công giải ngân đạt {{ value("public-investment-disbursement-rate") }} kế hoạch.',
        'Disbursement of public investment reached {{ value("public-investment-disbursement-rate") }} of the plan.',
    ),
    (
        "Lãnh đạo xã chủ trì họp giao ban, đôn đốc từng bộ phận và công khai kết quả trên trang thông tin điện tử.",
        "The commune's leaders chaired the regular meetings, followed up with each office and published the results on the website.",
    ),
    (
        "Hạn chế chủ yếu là thiết bị ở một số bộ phận đã cũ, và người dân ở xa trung tâm còn quen nộp hồ sơ giấy.",
        "The main weaknesses are old equipment in some offices, and residents far from the centre who still hand in paper.",
    ),
    (
        "Thời gian tới, xã tiếp tục rà soát thủ tục, tập huấn cho công chức một cửa và tuyên truyền dịch vụ công trực tuyến.",
        "Next, the commune will go on reviewing procedures, train the staff of its one-stop shop and make online services known.",
    ),
)
_PROCEDURES = (
    (
        f'Xã giải quyết {{{{ value("dossiers-resolved", {_TIER}, with_unit=true) }}}}, trong đó {{{{ value("dossiers-on-time", {_TIER}) }}}} đúng hạn, đạt {{{{ value("dossiers-on-time-rate", {_TIER}) }}}}.',
        f'The commune resolved {{{{ value("dossiers-resolved", {_TIER}, with_unit=true) }}}}, {{{{ value("dossiers-on-time", {_TIER}) }}}} of them on time, or {{{{ value("dossiers-on-time-rate", {_TIER}) }}}}.',
    ),
    (
        'Có {{ value("feedback-received", with_unit=true) }} của người dân, tổ chức; đã giải quyết {{ value("feedback-resolved") }}.',
        'There were {{ value("feedback-received", with_unit=true) }} from people and organisations; {{ value("feedback-resolved") }} have been resolved.',
    ),
    (
        'Hồ sơ nộp trực tuyến chiếm {{ value("online-dossiers-rate") }} tổng số tiếp nhận.',
        'Dossiers handed in online made up {{ value("online-dossiers-rate") }} of those received.',
    ),
    (
        "Thủ tục được niêm yết tại Bộ phận Tiếp nhận và Trả kết quả, có mã để tra cứu trên điện thoại.",
        "Procedures are posted at the one-stop shop, with a code to look them up by phone.",
    ),
    (
        "Công chức một cửa hướng dẫn từng bước và gọi điện báo trước khi hồ sơ cần bổ sung.",
        "Staff of the one-stop shop guide people step by step and call them when a dossier needs to be completed.",
    ),
    (
        "Kết quả số hóa được lưu trong kho của người dân, nên lần sau không phải nộp lại giấy tờ.",
        "Digitised results are kept in each resident's store, so the papers need not be handed in again.",
    ),
)
_CHART = f'{{{{ chart("dossiers-on-time-rate", {_TIER}) }}}}'
_HEADING = ("### Tỷ lệ đúng hạn qua các quý", "### On-time rates by quarter")


def narratives_of(commune: Place, quarter: Quarter, chance: Chance) -> Iterator[tuple[str, str]]:
    """The narratives of a report: the path of each below `content/`, and its text."""
    for number, lang in enumerate(LANGUAGES):
        folder = f"{lang}/reports/{commune.id}/{quarter}"
        summary = _drawn(_SUMMARY, (commune.id, quarter, "summary"), chance, number)
        procedures = _drawn(_PROCEDURES, (commune.id, quarter, "procedures"), chance, number)
        yield f"{folder}/summary.md", f"{_paragraphs(summary)}\n"
        yield f"{folder}/procedures.md", f"{_paragraphs(procedures)}\n\n{_HEADING[number]}\n\n{_CHART}\n"


def _drawn(sentences: tuple[tuple[str, str], ...], name: tuple[object, ...], chance: Chance, number: int) -> list[str]:
    """The first sentence, and the others but for two that chance leaves out: the same ones in each language."""
    left_out = {chance.between((1, len(sentences) - 1), *name, "left out", each) for each in range(2)}
    return [each[number] for index, each in enumerate(sentences) if index not in left_out]


def _paragraphs(sentences: list[str]) -> str:
    """Two paragraphs."""
    half = -(-len(sentences) // 2)
    return f"{' '.join(sentences[:half])}\n\n{' '.join(sentences[half:])}"
