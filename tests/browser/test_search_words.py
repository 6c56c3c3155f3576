"""How the search takes words: pure functions of its scripts, run in Chromium. What each question finds is in test_search_questions.py."""

import pytest

_FRAME = '<!doctype html><meta charset="utf-8">' + "".join(
    f'<script src="js/{name}.js"></script>' for name in ("fold", "question", "guess")
)
KNOWN = "ho so dung han giai quyet tran de khanh son le ti on time hang hanh dossier 1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    made = tmp_path_factory.mktemp("words")
    (made / "js").symlink_to(root / "site_templates/assets/js/search")
    (made / "index.html").write_text(_FRAME, encoding="utf-8")
    return made


@pytest.fixture
def run(open_page, folder):
    """Evaluates an expression of the search's functions, with `it` for what is given."""
    page = open_page((folder / "index.html").as_uri(), home=folder.as_uri()).page
    return lambda expression, it=None: page.evaluate(f"it => {expression}", it)


def test_typing_that_was_left_in_is_taken_out(run):
    assert run(
        "it.map(rrSearch.telex)", ["dduungs", "hanj", "tyr", "leej", "hoof", "sow", "nguwowif", "tru", "dungd"]
    ) == [*("dung", "han", "ty", "le", "ho", "so", "nguoi", "tru", "dung")]
    assert run("it.map(rrSearch.vni)", ["d9u1ng", "ha5n", "le65", "2023", "30c"]) == [
        "dung",
        "han",
        "le",
        "2023",
        "30c",
    ]


def test_a_name_is_the_same_words_with_any_apostrophe(run):
    names = [f"Đưng K{sign}Nớ" for sign in ("'", "\u2019", "\u2018", "\u02bc", "\u02bb", "\u2032")]

    assert run("it.map(rrSearch.words)", names) == [["Đưng", "K", "Nớ"]] * len(names)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("tran de", ["Trần", "Đề"]),
        ("dossier tran", ["Trần", "Transformation", "Dossiers"]),
        ("đề tran", ["Trần", "Đề", "Transformation"]),
    ],
)
def test_only_the_last_word_typed_marks_longer_words_but_for_their_endings(run, typed, marked):
    pieces = run(
        "rrSearch.pieces(it[0], rrSearch.question(it[1]))", ["Trần Đề: Digital Transformation, Dossiers", typed]
    )

    assert [text for text, answers in pieces if answers] == marked


def test_words_run_together_are_taken_apart_into_known_ones(run):
    asked = ["hosodunghan", "khanhson", "ontime", "xyzzy"]

    assert run("it[0].map(word => rrSearch.apart(word, rrSearch.known(it[1])))", [asked, KNOWN]) == [
        ["ho", "so", "dung", "han"],
        ["khanh", "son"],
        ["on", "time"],
        None,
    ]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dugn", "dung"),
        ("hnah", "hanh"),
        ("dosier", "dossier"),
        ("dossirer", "dossier"),
        ("sn", "son"),
        ("khnh", "khanh"),
    ],
)
def test_wrong_missing_and_exchanged_letters_are_seen_through(run, word, meant):
    assert run("rrSearch.nearWords(it[0], rrSearch.known(it[1]))[0]", [word, KNOWN]) == meant


def test_of_words_as_near_those_that_sound_alike_come_first(run):
    assert run("rrSearch.nearWords('hang', rrSearch.known(it))[0]", KNOWN) == "han"


def test_letters_that_mean_nothing_are_not_guessed_at(run):
    asked = ["xyzzy", "asdfgh", "2023", "q"]

    assert run("it[0].map(word => rrSearch.guesses(word, rrSearch.known(it[1])))", [asked, KNOWN]) == [[], [], [], []]


@pytest.mark.parametrize(
    ("words", "part", "year", "last", "rest"),
    [
        ("Ngân Sơn quý 3", "Q3", "", "", "Ngân Sơn"),
        ("quí III năm 2022 Ngân Sơn", "Q3", "2022", "", "Ngân Sơn"),
        ("Q1/2020", "Q1", "2020", "", ""),
        ("quý tư 2021", "Q4", "2021", "", ""),
        ("Khánh Hòa 6 tháng đầu năm 2020", "H1", "2020", "", "Khánh Hòa"),
        ("chín tháng năm 2021", "9M", "2021", "", ""),
        ("first half of 2020", "H1", "2020", "", ""),
        ("third quarter of the year 2022", "Q3", "2022", "", ""),
        ("tháng 8/2025 Trần Đề", "08", "2025", "", "Trần Đề"),
        ("August 2025", "08", "2025", "", ""),
        ("6 tháng cuối năm 2021", "H2", "2021", "", ""),
        ("second half of 2021", "H2", "2021", "", ""),
        ("giai đoạn 2011-2020", "", "2011", "2020", ""),
        ("Trần Đề năm 2023", "", "2023", "", "Trần Đề"),
    ],
)
def test_a_period_is_read_however_it_is_written(run, words, part, year, last, rest):
    found = run(
        "(words => { const found = rrSearch.periodIn(words.map(rrSearch.fold));"
        " return [found.period, words.filter((_word, at) => !found.said.has(at)).join(' ')]; })(rrSearch.words(it))",
        words,
    )

    assert found == [{"part": part, "year": year, "last": last}, rest]


def test_words_without_a_period_have_none(run):
    assert (
        run("it.map(words => rrSearch.periodIn(words.split(' ')))", ["quy che lam viec", "30 ho so", "may moc"])
        == [None] * 3
    )


@pytest.mark.parametrize(
    ("period", "asked", "fit"),
    [
        ("2022-Q3", {"part": "Q3", "year": "", "last": ""}, 2),
        ("2022-Q3", {"part": "", "year": "2022", "last": ""}, 1),
        ("2022", {"part": "", "year": "2022", "last": ""}, 2),
        ("2011-2020", {"part": "", "year": "2011", "last": "2020"}, 2),
        ("2011-2020", {"part": "", "year": "2015", "last": ""}, 1),
        ("2022-Q3", {"part": "Q2", "year": "2022", "last": ""}, 0),
        ("2022", {"part": "Q3", "year": "2022", "last": ""}, 0),
    ],
)
def test_a_report_fits_the_period_asked_for(run, period, asked, fit):
    assert run("rrSearch.fitsPeriod(it[0], it[1])", [period, asked]) == fit


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("nq 18", ["nq-18"]),
        ("nghi quyet so 18", ["nq-18"]),
        ("18 nq tw", ["nq-18"]),
        ("nd 61 2018", ["nd-61-2018", "nd-61"]),
        ("ct 06", ["ct-6"]),
        ("decree 61", ["nd-61"]),
        ("ke hoach cai cach", []),
    ],
)
def test_a_document_is_asked_for_by_kind_and_number(run, words, keys):
    assert run("rrSearch.documentIn(it.split(' '))", words) == keys


def test_everyday_words_are_put_into_official_ones_the_longest_first(run):
    synonyms = [["giam", "bớt"], ["cat giam bien che", "tinh giản biên chế"]]

    assert run("rrSearch.inOfficialWords(it[0].split(' '), it[1])", ["Cắt giảm biên chế 2020", synonyms]) == [
        *("tinh", "giản", "biên", "chế", "2020")
    ]
    assert run("rrSearch.inOfficialWords(it[0].split(' '), it[1])", ["hồ sơ", synonyms]) is None


def test_what_was_written_bare_is_read_again_as_it_was(run):
    """`search_letters.py` writes so, word for word what the browser's own coding says."""
    from generator.finish.search_letters import coded

    for text in ("Đúng hạn: 97,55 %", "UỶ BAN", "quí quý", "Ðề án 06", "dossiers on-time", "hoà hòa"):
        assert run("rrSearch.readable(it)", coded(text)) == text
    words = ["đúng", "hạn", "quí", "tỷ", "đề"]
    assert run("it.map(rrSearch.coded)", words) == [coded(word) for word in words]
