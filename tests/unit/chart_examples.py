"""Small charts for the tests of generator/charts, and the words around them."""

from generator.charts.model import (
    ChartBand,
    ChartData,
    ChartKind,
    ChartLabels,
    ChartPoint,
    ChartSeries,
    ChartTable,
    ChartTarget,
    ChartThreshold,
)
from generator.charts.words import Words

WORDS = Words(
    take="Lưu hoặc nhúng",
    take_saved="Lưu",
    save_png="Lưu PNG",
    save_svg="Lưu SVG",
    save_csv="Lưu CSV",
    embed="Nhúng",
    embed_hint="Mã nhúng",
    copied="Đã chép.",
    explore="Đọc từng số liệu",
    read_keys="Dùng phím mũi tên.",
    show_table="Xem số liệu",
    hide_table="Ẩn số liệu",
    note_partial="Điểm rỗng: chưa đủ năm.",
    note_partial_bars="Cột viền đứt: chưa đủ năm.",
    note_rough_line="Hình rỗng: số ước chừng.",
    note_rough_bars="Viền chấm: số ước chừng.",
    note_break="Hai bên vạch không so sánh được.",
    note_missing="Chỗ đứt: không có số liệu.",
    note_missing_bars="–: không có số liệu.",
    note_target="Vạch đậm: chỉ tiêu.",
    note_brief="1 đến 4: quý.",
    line="Biểu đồ đường: {title}, {measure}, {first}–{last}.",
    bars="Biểu đồ cột: {title}, {measure}, {first}–{last}.",
    ranking="Xếp hạng: {title}, {measure}, {count} đơn vị.",
    whole="Các phần: {title}, {measure}.",
    rows="Cột ngang: {title}, {measure}.",
    peers="Chấm: {title}, {measure}.",
    strip="Vạch: {title}, {measure}.",
    tiles="Ô: {title}, {measure}.",
    row="{row}: {told}.",
    course="{series}: {first} ({first_period}) đến {last} ({last_period}), thấp nhất {lowest} ({lowest_period}), cao nhất {highest} ({highest_period}).",
    ends="{series}: {first} ({first_period}) đến {last} ({last_period}).",
    constant="{series}: {value} suốt từ {first_period} đến {last_period}.",
    only="{series}: {value} ({period}).",
    nothing="{series}: không có số liệu.",
    extremes="Cao nhất {highest_unit} ({highest}), thấp nhất {lowest_unit} ({lowest}).",
    missing="Thiếu: {periods}.",
    partial="Chưa đủ kỳ: {periods}.",
    rough="Ước chừng: {periods}.",
    threshold="{label}: {value}.",
    more="Có {count} chuỗi.",
)
TABLE = ChartTable(("Kỳ", "Giá trị", "Địa chỉ"), (("2019", 93.5, "../bao-cao/index.html#t-1"),))
ADDRESSES = {"vega": "../assets/js/vega.js", "file": "charts.js", "embed": "../embed/c1/index.html"}
LABELS = ChartLabels(period="Kỳ", value="Giá trị", series="Chuỗi")


def points(values: dict[str, float | None], segments=None, partial=()) -> tuple[ChartPoint, ...]:
    """Points in percent, written the Vietnamese way."""
    return tuple(
        ChartPoint(
            period,
            value,
            f"{value:g} %".replace(".", ",") if value is not None else "không báo cáo",
            (segments or {}).get(period, 0),
            period in partial,
        )
        for period, value in values.items()
    )


def chart(
    *series: ChartSeries,
    kind: ChartKind = "line",
    periods: tuple[str, ...] = ("2019", "2020", "2021", "2022", "2023"),
    lang: str = "vi",
    **more,
) -> ChartData:
    """A chart of shares in percent."""
    return ChartData(
        kind=kind,
        title=more.pop("title", "Tỷ lệ hồ sơ đúng hạn"),
        measure="phần trăm",
        periods=periods,
        series=series,
        labels=LABELS,
        lang=lang,
        lower=more.pop("lower", 0),
        upper=more.pop("upper", 100),
        **more,
    )


WITH_GAP = chart(ChartSeries("Khánh Sơn", points({"2019": 93.5, "2020": 95, "2021": None, "2022": 97.55, "2023": 98})))
WITH_BREAK = chart(
    ChartSeries("Khánh Hòa", points({"2019": 93, "2020": 95, "2021": 96, "2022": 97}, segments={"2021": 1, "2022": 1}))
)
WITH_PARTIAL = chart(
    ChartSeries("Khánh Sơn", points({"2021": 93, "2022": 95, "2023": 90}, segments={"2023": 1}, partial=("2023",)))
)
TWO_TIERS = chart(
    ChartSeries("Cấp huyện", points({"2019": 91, "2020": 92, "2023": 97})),
    ChartSeries("Cấp xã", points({"2019": 90, "2020": 94, "2023": 96.6})),
)
BARS = chart(
    ChartSeries("Kế hoạch", points({"2019": 60, "2020": None, "2021": 70})),
    ChartSeries("Công văn chỉ đạo", points({"2019": 65, "2020": 66, "2021": 30}, partial=("2021",))),
    kind="bars",
    periods=("2019", "2020", "2021"),
)
RANKING = chart(
    ChartSeries("Sở", points({"Sở Nông nghiệp và Môi trường": 99.5, "Sở Nội vụ": 97})),
    ChartSeries("Xã", points({"Xã Khánh Sơn": 88, "Xã Tây Khánh Sơn": None})),
    kind="ranking",
    periods=("Sở Nông nghiệp và Môi trường", "Sở Nội vụ", "Xã Khánh Sơn", "Xã Tây Khánh Sơn"),
    thresholds=(ChartThreshold("Mục tiêu", 95, "95 %"),),
)
ROUGHLY = {
    "2020": ChartPoint("2020", 80, "gần 80 %", brief="gần 80 %", rough="below"),
    "2022": ChartPoint("2022", 90, "trên 90 %", brief="trên 90 %", rough="above"),
    "2023": ChartPoint("2023", 96, "khoảng 96 %", brief="khoảng 96 %", rough="around"),
}
WITH_ROUGH = chart(
    ChartSeries(
        "Khánh Sơn", (*points({"2019": 70}), ROUGHLY["2020"], *points({"2021": 85}), ROUGHLY["2022"], ROUGHLY["2023"])
    )
)
ROUGH_BARS = chart(
    ChartSeries("Khánh Sơn", (*points({"2019": 70}), ROUGHLY["2020"])), kind="bars", periods=("2019", "2020")
)
WHOLE = chart(
    ChartSeries("Đúng hạn", (ChartPoint("Cấp huyện", 97.5, "390 hồ sơ (97,5 %)", brief="390.000.000 (97,5 %)"),)),
    ChartSeries("Trễ hạn", (ChartPoint("Cấp huyện", 2.5, "10 hồ sơ (2,5 %)", brief="10 (2,5 %)"),)),
    ChartSeries("Quá hạn", (ChartPoint("Cấp huyện", 0, "0 hồ sơ (0 %)", brief="0 (0 %)"),)),
    kind="whole",
    periods=("Cấp huyện",),
)
ROWS = chart(
    ChartSeries("Kết quả", points({"Nhiệm vụ": 76.1, "Thu ngân sách": 59.3})),
    kind="rows",
    periods=("Nhiệm vụ", "Thu ngân sách"),
    told=("35 trên 46", "13 trên 23"),
    targets=(ChartTarget("Nhiệm vụ", 100, ""), ChartTarget("Thu ngân sách", 100, "")),
    upper=None,
)
PEERS = chart(
    ChartSeries("Huyện A", points({"Đúng hạn": 98.0})),
    ChartSeries(
        "Đơn vị khác", tuple(ChartPoint("Đúng hạn", value, f"{value} %", partial=True) for value in (90, 98, 98.1))
    ),
    kind="peers",
    periods=("Đúng hạn",),
    told=("98 %; trung vị 98 %",),
    bands=(ChartBand("Đúng hạn", 98, 94, 98.05),),
)
ALL = (WITH_GAP, WITH_BREAK, WITH_PARTIAL, WITH_ROUGH, TWO_TIERS, BARS, ROUGH_BARS, RANKING, WHOLE, ROWS, PEERS)
