"""An option that stands before the command it belongs to is told as that, with the line to type."""

import pytest

from generator.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--root", "x", "check"],
            "The option --root stands behind the command it belongs to: reform-reports check … --root",
        ),
        (
            ["--strict", "build"],
            "The option --strict stands behind the command it belongs to: reform-reports build … --strict",
        ),
        (["--root=x", "archive", "list"], "reform-reports archive … --root"),
        (["archive", "--root", "x", "list"], "reform-reports archive list … --root"),
        (["--format", "json"], "reform-reports build … --format"),
    ],
)
def test_an_option_before_its_command_is_told_where_it_belongs(capsys, arguments, said):
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "en"])

    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_it_is_told_in_vietnamese(capsys):
    with pytest.raises(SystemExit):
        main(["--lang", "vi", "--root", "x", "check"])

    assert "Tùy chọn --root phải đặt sau lệnh mà nó thuộc về: reform-reports check … --root" in capsys.readouterr().err


def test_an_option_of_no_command_is_unknown(capsys):
    with pytest.raises(SystemExit):
        main(["--nope", "check", "--lang", "en"])

    assert "No such option" in capsys.readouterr().err
