"""The smallest tree with a form like form 06: a header of several storeys, lists that each report fills, identities and totals."""

from tests.trees import FILES, INDICATORS

FORM = "data/forms/bieu-06.yml"
REPORT = "data/reports/tinh/2024-Q1.yml"

FILES_OF_06 = {
    "data/breakdowns.yml": FILES["data/breakdowns.yml"]
    + """\
- id: procedure-field
  names: {vi: Lĩnh vực, en: Field}
  categories:
    - {id: land, names: {vi: Đất đai, en: Land}}
    - {id: civil-status, names: {vi: Hộ tịch, en: Civil status}}
""",
    INDICATORS: FILES[INDICATORS].replace("[tier]", "[tier, procedure-field]")
    + """\
- id: received
  names: {vi: Hồ sơ tiếp nhận, en: Dossiers received}
  definition: {vi: Hồ sơ nhận trong kỳ., en: Dossiers received.}
  measure: dossier
  kind: flow
  better: neither
  breakdown: [procedure-field]
- id: online
  names: {vi: Hồ sơ trực tuyến, en: Dossiers received online}
  definition: {vi: Hồ sơ nhận trực tuyến., en: Dossiers received online.}
  measure: dossier
  kind: flow
  better: neither
  breakdown: [procedure-field]
""",
    FORM: """\
id: bieu-06
names: {vi: Biểu số 06, en: Form 06}
tables:
  - id: "06"
    title: {vi: Kết quả, en: Results}
    number_head: {label: {vi: STT, en: No.}, printed: "1"}
    label_head: {label: {vi: Lĩnh vực, en: Field}, printed: "2"}
    groups:
      - {id: received, label: {vi: Tiếp nhận, en: Received}}
      - {id: in-period, label: {vi: Trong kỳ, en: In the period}, group: received}
    columns:
      - {code: total, printed: "3", label: {vi: Tổng số, en: Total}, group: received, indicator: received}
      - {code: online, printed: "4", label: {vi: Trực tuyến, en: Online}, group: in-period, indicator: online}
      - {code: other, printed: (5), label: {vi: Khác, en: Other}, group: in-period, measure: dossier, not_indicator: {vi: Không, en: None}}
      - {code: resolved, printed: "6", label: {vi: Đã giải quyết, en: Resolved}, indicator: resolved}
    identities: ["3=4+5", "(6)<=(3)"]
    rows:
      - {code: units, unnumbered: true, label: {vi: Huyện, en: Districts}, heading: true, lists: [units]}
      - {code: fields, unnumbered: true, label: {vi: Lĩnh vực, en: Fields}, heading: true, lists: [procedure-field]}
      - {code: total, unnumbered: true, label: {vi: Tổng số, en: Total}, total_of: [units]}
""",
    REPORT: """\
unit: tinh
period: 2024-Q1
form: bieu-06
document:
  title: {vi: Báo cáo kiểm soát thủ tục, en: Report on procedures}
tables:
  "06":
    rows:
      total: [30, 10, 20, 25]
    lists:
      units:
        - {code: "1", unit: huyen, values: [30, 10, 20, 25]}
      fields:
        - {code: "1", label: {vi: Đất, en: Land matters}, breakdown: {procedure-field: land}, values: [20, 5, 15, 20]}
        - {code: "2", breakdown: {procedure-field: civil-status}, values: {total: 10, online: 5, other: 5}}
        - {code: "3", label: {vi: Việc khác, en: Other matters}, not_indicator: {vi: Không rõ lĩnh vực, en: No known field}, values: [0, 0, 0, 0]}
""",
}
"""What stands beside `trees.FILES`."""


def edit_06(name: str, old: str, new: str) -> dict[str, str]:
    """The tree with the one place where `old` stands in a file replaced."""
    assert FILES_OF_06[name].count(old) == 1, f"{old!r} stands {FILES_OF_06[name].count(old)} times in {name}"
    return {**FILES_OF_06, name: FILES_OF_06[name].replace(old, new)}
