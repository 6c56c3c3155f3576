"""What `--help` says of the commands that are imported only when they run."""

from __future__ import annotations

from generator.i18n.messages import N_

NEW_HELP = N_(
    "Write new files of a kind into data/: a report, a unit, an indicator, a form, or all units of a province."
)
NEW_REPORT_HELP = N_(
    "Write the file of a new report: it passes check while nothing is entered, and has every row of its form with its label as comments to fill in. "
    "What is not said by options is asked for at a terminal, never in a pipeline. A file that is there is never overwritten.\n\n"
    "\b\nExamples:\n"
    "  reform-reports new report\n"
    '  reform-reports new report --unit ngan-son --period 2023-Q1 --title "Báo cáo công tác cải cách hành chính quý I năm 2023"\n\n'
    "Exit code: 0 written, 1 it could not be written, 2 something is missing or wrong, or the file is there already."
)
NEW_UNIT_HELP = N_(
    "Write the file of a new unit, with all else that may be said of it as comments. What is not said by options is asked for at a terminal, never in a pipeline. "
    "A file that is there is never overwritten. For all communes of a province there is `new units`.\n\n"
    "\b\nExamples:\n"
    "  reform-reports new unit\n"
    '  reform-reports new unit --name "Sở Nội vụ tỉnh Mẫu" --name-en "Home Affairs of Sample Province" --level department\n\n'
    "Exit code: 0 written, 1 it could not be written, 2 something is missing or wrong, or there is such a unit already."
)
NEW_INDICATOR_HELP = N_(
    "Write a new indicator at the end of the file of its area, with all else that may be said of it as comments. Look first whether there is one: reform-reports indicators WORDS. "
    "What is not said by options is asked for at a terminal, never in a pipeline.\n\n"
    "\b\nExamples:\n"
    "  reform-reports new indicator\n"
    '  reform-reports new indicator --area procedures --name "Hồ sơ trả qua bưu chính" --name-en "Dossiers returned by post" \\\n'
    '    --definition "…" --definition-en "…" --measure dossier --kind flow --better neither\n\n'
    "Exit code: 0 written, 1 it could not be written, 2 something is missing or wrong, or there is such an indicator already."
)
NEW_FORM_HELP = N_(
    "Write the file of a new form. With --rows, a file of an office that has its tables, rows and columns are taken from there as printed, with the indicators that they may feed by their labels, "
    "and a note above every row that somebody has to decide on. What is not said by options is asked for at a terminal, never in a pipeline. A file that is there is never overwritten.\n\n"
    "\b\nExamples:\n"
    "  reform-reports new form\n"
    '  reform-reports new form --name "Biểu thống kê CCHC năm 2026" --name-en "PAR statistics 2026" --rows bieu.docx\n\n'
    "Exit code: 0 written, 1 it could not be written, 2 something is missing or wrong, or there is such a form already."
)
NEW_UNITS_HELP = N_(
    "Write the province and its communes, wards and special zones of today into data/units/, with official code, kind, and names in both languages, "
    "from the package vietnam-provinces of PyPI. Units that are there are kept and only get what they lack; a second run changes nothing.\n\n"
    "The package is not part of this program: .venv/bin/python -m pip install vietnam-provinces\n\n"
    "\b\nExamples:\n"
    '  reform-reports new units --province "Khánh Hòa"\n'
    "  reform-reports new units --province hue --province can-tho\n\n"
    "Exit code: 0 all is there, 1 the list or the tree could not be read, 2 there is no such province."
)
INIT_HELP = N_(
    "Start the site of another authority in DIR, a new or empty folder: its names, colours and emblem, the words of the field and a form, "
    "a Makefile, and the version of this program in requirements.in. What is not said by options is asked for at a terminal, never in a pipeline.\n\n"
    "\b\nExamples:\n"
    "  reform-reports init bao-cao\n"
    '  reform-reports init bao-cao --name "Sở Nội vụ tỉnh Mẫu" --name-en "Home Affairs of Sample Province" --level department\n'
    '  reform-reports init bao-cao --example --colour "#8a1c1c" --emblem emblem.svg …\n\n'
    "Exit code: 0 the site was started, 1 it could not be written, 2 the command was used wrongly."
)
UPGRADE_HELP = N_(
    "Bring the files of a site to this version of the program: say what the formats need, and do it. Comments and the order of lines stay. "
    "Either every file is changed or none.\n\n"
    "\b\nExamples:\n"
    "  reform-reports upgrade --dry-run          say what would change, line by line\n"
    "  reform-reports upgrade\n\n"
    "Exit code: 0 everything is up to date, 1 it could not be done (with --dry-run: something would change), 2 the command was used wrongly."
)
SNAPSHOT_HELP = N_(
    "Freeze the site as of the end of YEAR, for good: the site in every language, what it was made of, the figures in open formats, "
    "and a checksum of each file, as a folder and as one zip in archive/.\n\n"
    "It holds what documents dated up to 31 December of YEAR say. Commit everything first: a snapshot names the commit it was "
    "made of, and the same commit gives the same bytes on any day and machine. A snapshot is never overwritten; a correction is a new "
    "edition that says what it changed.\n\n"
    "\b\nExamples:\n"
    "  reform-reports snapshot 2023\n"
    '  reform-reports snapshot 2023 --correct --change "Sửa số của biểu 2" --change-en "Table 2 put right"\n'
    "  reform-reports snapshot 2023 --sign gpg\n"
    "  reform-reports snapshot 2026 --unfinished     before the year is over; asked for at a terminal\n"
    "  SITE_URL=https://cchc.example.gov.vn/ reform-reports snapshot 2023 --warc\n\n"
    "Afterwards: open data/site/index.html in the folder; check it with `reform-reports verify 2023`.\n\n"
    "Exit code: 0 the snapshot was taken, 1 it was not, 2 the command was used wrongly."
)
VERIFY_HELP = N_(
    "Say whether a snapshot is what it was: name each missing, altered and added file. PATH is the folder of a bag, its zip, "
    "or an edition in the store. Bags made by other programs can be verified, too. Nothing is unpacked or changed.\n\n"
    "\b\nExamples:\n"
    "  reform-reports verify 2023\n"
    "  reform-reports verify /media/usb/reform-reports-2023\n"
    "  reform-reports verify reform-reports-2023.zip --key archivist.asc\n\n"
    "A record in data/vintages of the tree (--root) is compared, too: it tells when files and lists were changed together. "
    "Without this program: sha512sum -c manifest-sha512.txt in the folder of the bag.\n\n"
    "Exit code: 0 the snapshot is whole, 1 it is not, or its signature is not valid, 2 there is nothing of this name or the command was "
    "used wrongly."
)
SIGN_HELP = N_(
    "Sign a snapshot of the store with your own key, so that readers know it is from you. It is verified first. The signature lies beside the "
    "folder and the zip, is one for both, and is checked by `verify`.\n\n"
    "\b\nExamples:\n"
    "  reform-reports sign 2023 --with gpg\n"
    "  reform-reports sign 2023 --with gpg --key luutru@example.gov.vn\n"
    "  reform-reports sign 2023 --with minisign --key ~/.minisign/minisign.key\n\n"
    "Exit code: 0 signed, 1 not signed, 2 there is no such snapshot or the command was used wrongly."
)
CHECK_HELP = N_(
    "Read everything and say what is wrong, with file, line and column, without building.\n\n"
    "In a git repository, what your change since the last commit brought is told, the new first, and what was known before is a count. A PATH (a "
    "file, a folder, or a report such as ngan-son/2022-Q3) tells of that alone; --since compares with another revision.\n\n"
    "\b\nExamples:\n"
    "  reform-reports check\n"
    "  reform-reports check ngan-son/2022-Q3\n"
    "  reform-reports check data/units\n"
    "  reform-reports check --since origin/main...\n"
    "  reform-reports check --all --lang vi\n"
    "  reform-reports check --format sarif > problems.sarif\n\n"
    "Exit code: 0 no errors, 1 errors, wherever they are (with --strict: or warnings among what is told), 2 the command was used wrongly. "
    "Contradictions in the source documents are told and do not change it."
)
INDICATORS_HELP = N_(
    "Find indicators by words of their names, definitions and rows, in either language, with or without accents. Without a word, list them all.\n\n"
    "\b\nExamples:\n"
    "  reform-reports indicators ho so dung han\n"
    "  reform-reports indicators online dossiers\n"
    "  reform-reports indicators\n\n"
    "Exit code: 0 found, 1 none has these words, 2 the command was used wrongly."
)
FMT_HELP = N_(
    "Write the YAML files of data/ and content/ in their canonical form: one order of keys, one way of quoting, composed characters, and no "
    "long line in brackets. What they say stays, and so does every comment. Narratives only get composed characters and one line end at the end.\n\n"
    "\b\nExamples:\n"
    "  reform-reports fmt\n"
    "  reform-reports fmt data/units/khanh-son.yml\n"
    "  reform-reports fmt --check                which files would change, and where first\n\n"
    "Exit code: 0 all is well, 1 a file cannot be read or written (with --check: or would change), 2 the command was used wrongly."
)
SCHEMAS_HELP = N_(
    "Write the JSON Schemas of the YAML files into docs/schemas/: with them an editor says at once what is wrong, completes keys and ids, and explains them "
    "in both languages. Run it after a new unit, indicator or form, so that their ids are offered.\n\n"
    "\b\nExamples:\n"
    "  reform-reports schemas\n"
    "  reform-reports schemas --check            which ones are old\n\n"
    "Exit code: 0 all is well, 1 a schema cannot be written (with --check: or is old), 2 the command was used wrongly."
)
REVIEW_HELP = N_(
    "Make what a reviewer needs of a change, in a folder: comment.md (what it does to figures, verdicts, contradictions and texts, in all languages), review.html and pictures/ "
    "(changed pages before and after, on a desktop and on a phone), and preview/ (the site as it would be). A revision is as for diff; HEAD means what is not committed yet.\n\n"
    "\b\nExamples:\n"
    "  reform-reports review\n"
    "  reform-reports review origin/main...\n"
    "  reform-reports review origin/main... --output ../review --no-pictures\n\n"
    "Exit code: 0 made, 1 the newer state has errors (the comment says which), 2 there is no git repository or no such revision."
)
COMMENT_HELP = N_(
    "Put the comment of a review at a pull request of GitHub, GitLab, Forgejo or Gitea: in place of the one that was there, else as a new one. The token is read from the variable "
    "REVIEW_TOKEN. The file is not trusted: what it links to, and whom it calls, is left out unless it is ours.\n\n"
    "\b\nExamples:\n"
    "  reform-reports comment review/comment.md --host gitlab --api https://gitlab.example.gov.vn/api/v4 --repository cchc/bao-cao --number 12\n"
    "  reform-reports comment review/comment.md --host github --api https://api.github.com --repository cchc/bao-cao --commit 0123456789abcdef\n\n"
    "Exit code: 0 written, or the request has gone on, 1 the host refused, 2 the command was used wrongly."
)
OVERDUE_HELP = N_(
    "Say which translations are missing or behind their originals, which targets are over without a final figure, and which reports a unit's own rhythm lets expect. A report has thirty days after its period.\n\n"
    "\b\nExamples:\n"
    "  reform-reports overdue\n"
    "  reform-reports overdue --strict --format markdown      for a scheduled pipeline\n"
    "  reform-reports overdue --date 2026-12-31\n\n"
    "Exit code: 0 listed, 1 with --strict: something is overdue, 2 the command was used wrongly."
)
IMPORT_HELP = N_(
    "Turn files of an office (Word, Excel, OpenDocument, PDF with a text layer, HTML, or text with tab-separated tables) into the data of a report. It recognises the form, places every "
    "figure as printed, and says which ones it is not sure of and where they stand. Unit and period are read from its head unless they are said. A form that nobody entered is proposed in imports/forms/. "
    "A figure that a person entered or changed is never replaced unless --overwrite says so. "
    "Nothing is published before it went through check and the audit.\n\n"
    "\b\nExamples:\n"
    "  reform-reports import bao-cao.docx\n"
    "  reform-reports import bao-cao.docx --unit ngan-son --period 2022-Q3\n"
    "  reform-reports import bao-cao.xlsx --unit ngan-son --period 2022-Q3 --dry-run --worksheet doubts.html\n"
    "  reform-reports import folder-of-filled-workbooks --worksheet doubts.xlsx\n\n"
    "Exit code: 0 imported, 1 a file could not be read or nothing could be written, 2 the command was used wrongly."
)
TRANSLATED_HELP = N_(
    "Say how each text stands in each language (missing, outdated, complete), with the sentences of the original that changed since it was translated. With files: record that these "
    "translations say what their Vietnamese originals say now; when an original is changed later, `check` tells.\n\n"
    "\b\nExamples:\n"
    "  reform-reports translated\n"
    "  reform-reports translated content/en/about.md\n"
    "  reform-reports translated --all\n"
    "  reform-reports translated --strict        for a pipeline: fails while any is old\n"
    "  reform-reports translated --at-least 90   for a pipeline: fails while less than 90% of a language is complete\n"
    "  reform-reports translated --format json\n\n"
    "Exit code: 0 listed or recorded, 1 with --strict: some are old, with --at-least: less is complete, or the record cannot be written, 2 the command was used wrongly."
)
FORM_HELP = N_(
    "Write a form as a workbook to fill in without a network: labels in the language asked for (--lang), cells that take only what may stand there, rates compared with their terms "
    "and columns as the form says they go together, while somebody types. `import` knows it again. With --report it is of that unit and period and has the figures that are there already: change a cell, import it, and that figure changes. "
    "Where a form leaves a list open, the rows of the report stand there, or else the units below that unit, with rows whose number and label are typed.\n\n"
    "\b\nExamples:\n"
    "  reform-reports form cchc-quarterly-2022 --xlsx bieu.xlsx\n"
    "  reform-reports form cchc-quarterly-2022 --xlsx bieu.xlsx --report ngan-son/2022-Q4\n\n"
    "Exit code: 0 written, 1 it could not be written, 2 there is no such form, unit or period."
)
