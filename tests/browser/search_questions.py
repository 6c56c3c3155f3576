"""What people type and the page that they mean, in both languages: one line a question, `question -> page`, below the site's home of that language.

The questions are of every kind that must be forgiven: without accents, with wrong, missing or exchanged letters, with the keys of telex and VNI left in,
words run together or with hyphens, everyday words, abbreviations, numbers of documents, periods however they are written, and other spellings.
"""

VIETNAMESE = """
Trần Đề 2023 -> reports/tran-de/2023/
tran de 2023 -> reports/tran-de/2023/
Báo cáo Trần Đề năm 2023 -> reports/tran-de/2023/
bao cao tran de -> reports/tran-de/2023/
BC huyện Trần Đề 2023 -> reports/tran-de/2023/
Khánh Hòa 2020 -> reports/khanh-hoa/2020-H1/
khanh hoa 2020 -> reports/khanh-hoa/2020-H1/
Khánh Hoà 6 tháng đầu năm 2020 -> reports/khanh-hoa/2020-H1/
Khánh Hòa sáu tháng 2020 -> reports/khanh-hoa/2020-H1/
khanh hoa 6t 2020 -> reports/khanh-hoa/2020-H1/
nửa đầu năm 2020 Khánh Hòa -> reports/khanh-hoa/2020-H1/
Ngân Sơn quý 3 -> reports/ngan-son/2022-Q3/
ngan son quy 3 -> reports/ngan-son/2022-Q3/
Ngân Sơn quí III năm 2022 -> reports/ngan-son/2022-Q3/
ngan son q3/2022 -> reports/ngan-son/2022-Q3/
Ngân Sơn quý ba -> reports/ngan-son/2022-Q3/
Củ Chi quý 1 2020 -> reports/cu-chi/2020-Q1/
cu chi quy i/2020 -> reports/cu-chi/2020-Q1/
quý I năm 2020 huyện Củ Chi -> reports/cu-chi/2020-Q1/
Khánh Sơn 2011-2020 -> reports/khanh-son/2011-2020/
khanh son giai doan 2011 2020 -> reports/khanh-son/2011-2020/
1588/BC-UBND -> reports/cu-chi/2020-Q1/
BC 1588 -> reports/cu-chi/2020-Q1/
Trần Đề -> units/tran-de-commune/
tran de -> units/tran-de-commune/
trand eed -> units/tran-de/
Traafn DDeef -> units/tran-de-commune/
Tra62n D9e62 -> units/tran-de-commune/
trần đê -> units/tran-de-commune/
trande -> units/tran-de-commune/
UBND huyện Khánh Sơn -> units/khanh-son/
uy ban nhan dan huyen khanh son -> units/khanh-son/
khanhson -> units/khanh-son-commune/
Khánh Sown -> units/khanh-son-commune/
khanh hoa -> units/khanh-hoa-2025/
Khánh Hào -> units/khanh-hoa-2025/
ngân sn -> units/ngan-son-commune/
Cuur Chi -> units/cu-chi-commune/
BHXH Khánh Hòa -> units/khanh-hoa-social-insurance/
đúng hạn -> indicators/dossiers-on-time/
tỷ lệ hồ sơ đúng hạn -> indicators/dossiers-on-time-rate/
ty le ho so dung han -> indicators/dossiers-on-time-rate/
tỉ lệ hồ sơ giải quyết đúng hạn -> indicators/dossiers-on-time-rate/
tyr leej hoof sow ddungs hanj -> indicators/dossiers-on-time-rate/
ty3 le65 ho62 so7 d9u1ng ha5n -> indicators/dossiers-on-time-rate/
dduungs han -> indicators/dossiers-on-time/
hosodunghan -> indicators/dossiers-on-time/
hồ sơ đúng hạng -> indicators/dossiers-on-time/
ho so dugn han -> indicators/dossiers-on-time/
hồ-sơ trễ-hạn -> indicators/dossiers-late/
hồ sơ trễ hẹn -> indicators/dossiers-late/
hồ sơ quá hạn -> indicators/dossiers-pending-overdue/
hồ sơ tiếp nhận -> indicators/dossiers-received/
ho so tiep nhan -> indicators/dossiers-received/
số hồ sơ -> indicators/dossiers-received/
hồ sơ nộp qua mạng mọi thủ tục -> indicators/dossiers-received-online/
thanh toán trực tuyến hồ sơ -> indicators/dossiers-paid-online/
tỷ lệ hồ sơ đúng hạn Trần Đề -> indicators/dossiers-on-time-rate/
Trần Đề đúng hạn -> indicators/dossiers-on-time/
mức độ hài lòng chung -> indicators/satisfaction-rate/
muc do hai long -> indicators/satisfaction-rate/
sự hài lòng của dân -> indicators/satisfaction-rate/
cắt giảm biên chế hành chính -> indicators/administrative-party-staff-downsized/
công chức bị kỷ luật -> indicators/staff-disciplined/
công chức bị kỉ luật -> indicators/staff-disciplined/
kĩ luat cong chuc -> indicators/staff-disciplined/
chữ kí số -> indicators/digital-signatures-issued/
chữ ký số được cấp -> indicators/digital-signatures-issued/
chu ky so -> indicators/digital-signatures-issued/
tỷ lệ giải ngân vốn đầu tư công -> indicators/public-investment-disbursement-rate/
giai ngan von dau tu cong -> indicators/public-investment-disbursement-rate/
thu ngân sách so với kế hoạch -> indicators/budget-revenue-rate/
TTHC nội bộ đã rà soát -> indicators/internal-procedures-reviewed/
phản ánh kiến nghị -> indicators/feedback-received/
cải cách thủ tục hành chính -> areas/procedures/
cải cách TTHC -> areas/procedures/
cai cach the che -> areas/institutions/
cải cách tài chính công -> areas/public-finance/
NQ 18 -> documents/#document-resolution-18-nq-tw
Nghị quyết 18 -> documents/#document-resolution-18-nq-tw
18-NQ/TW -> documents/#document-resolution-18-nq-tw
NQ số 19-NQ/TW -> documents/#document-resolution-19-nq-tw
NĐ 61 -> documents/#document-decree-61-2018
nghị định 61/2018 -> documents/#document-decree-61-2018
61/2018/NÐ-CP -> documents/#document-decree-61-2018
QĐ 1649 -> documents/#document-decision-1649-2023
KH 142 -> documents/#document-plan-142-2023
Đề án 06 -> documents/#document-project-06
CCHC -> glossary/#public-administration-reform
tải excel -> data/
phương pháp -> method/
so sánh -> compare/
mâu thuẫn -> audit/
báo cáo cải cách hành chính mới nhất -> reports/tran-de/2023/
trần đề 2023 đúng hạn -> indicators/dossiers-on-time/
UBND là gì -> glossary/#people-committee
thủ tục hành chính là gì -> glossary/#administrative-procedure
nghị định tinh giản biên chế 108/2014/NĐ-CP -> documents/#document-decree-108-2014
vốn đầu tư công giải ngân được bao nhiêu -> indicators/public-investment-disbursed/
máy tính nối mạng -> indicators/computers-online-rate/
lấy số liệu về máy -> data/
tiến độ thực hiện mục tiêu -> progress/
liên hệ báo sai số liệu -> about/
hộp thư điện tử công vụ -> indicators/civil-servants-with-email-rate/
"""

ENGLISH = """
Tran De 2023 -> reports/tran-de/2023/
Khanh Hoa first half of 2020 -> reports/khanh-hoa/2020-H1/
Khanh Hoa 2020 -> reports/khanh-hoa/2020-H1/
Ngan Son third quarter 2022 -> reports/ngan-son/2022-Q3/
Ngan Son Q3 -> reports/ngan-son/2022-Q3/
Cu Chi quarter 1 2020 report -> reports/cu-chi/2020-Q1/
report Khanh Son 2011-2020 -> reports/khanh-son/2011-2020/
People's Committee of Trần Đề District -> units/tran-de/
Tran Dee district -> units/tran-de/
Khanh Son -> units/khanh-son-commune/
on-time -> indicators/dossiers-on-time/
on time rate -> indicators/dossiers-on-time-rate/
ontime -> indicators/dossiers-on-time/
dossiers resolvd on time -> indicators/dossiers-on-time/
dosiers received -> indicators/dossiers-received/
applications received -> indicators/dossiers-received/
dossier late -> indicators/dossiers-late/
satisfaction -> indicators/satisfaction-rate/
overall satisfacton -> indicators/satisfaction-rate/
citizen satisfaction -> indicators/satisfaction-rate/
staff cuts -> indicators/civil-servants-downsized-rate/
public investment disbursed -> indicators/public-investment-disbursed/
digital signature -> indicators/digital-signatures-issued/
e-signature -> indicators/digital-signatures-issued/
complaints -> indicators/feedback-received/
staff disciplined -> indicators/staff-disciplined/
average reform index -> indicators/par-index-average/
how many dossiers were received in Tran De -> indicators/dossiers-received/
Tran De on time rate -> indicators/dossiers-on-time-rate/
cai cach thu tuc hanh chinh -> areas/procedures/
digital government -> areas/digital-government/
digitalgovernment -> areas/digital-government/
public finance reform -> areas/public-finance/
Resolution 18-NQ/TW -> documents/#document-resolution-18-nq-tw
decree 61 -> documents/#document-decree-61-2018
one-stop shop mechanism -> glossary/#one-stop-shop-mechanism
download excel -> data/
download -> data/
method -> method/
compare -> compare/
latest report -> reports/tran-de/2023/
disbursment rate -> indicators/public-investment-disbursement-rate/
computers online -> indicators/computers-online-rate/
letters of apology -> indicators/apologies-sent/
how is this calculated -> method/
who runs this site -> about/
old versions of the site -> archive/
targets missed -> progress/
JSON API -> data/
half-year report 2020 -> reports/khanh-hoa/2020-H1/
"""


def questions(written: str) -> list[tuple[str, str]]:
    """Pairs of a question and the page that is meant."""
    lines = [line for line in written.splitlines() if line]
    return [(question, page) for question, _, page in (line.partition(" -> ") for line in lines)]
