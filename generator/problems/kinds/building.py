"""What keeps a build from its end though the files are in order."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Building the site")

KINDS = (
    ProblemKind(
        "repository-of-another",
        N_("Git does not read this repository, because its folder belongs to another user. It says: {said}"),
        N_("If you trust whoever owns the folder: git config --global --add safe.directory {folder}"),
        title=N_("The repository belongs to another user"),
        explanation=N_(
            "A repository can make git run programs. So git reads only repositories of whoever calls it, and others once they are named. In containers and on shared disks the files often belong to somebody else."
        ),
    ),
    ProblemKind(
        "git-refuses",
        N_("Git does not read this repository. It says: {said}"),
        N_("Mend what git names, then try again."),
        title=N_("Git refuses to read the repository"),
        explanation=N_(
            "What differs from an earlier state, and of which commit a snapshot is, only git can tell. Here it gives no answer."
        ),
    ),
    ProblemKind(
        "engine-failed",
        N_("The site engine failed for {lang}: {detail}."),
        N_("The previous site is unchanged. Undo what was last changed in mkdocs.yml and site_templates/."),
        title=N_("The site engine failed"),
        explanation=N_(
            "MkDocs, which makes the pages, could not build one language. Mostly mkdocs.yml or a theme template was edited."
        ),
    ),
    ProblemKind(
        "chart-without-alternative",
        N_("“{what}” is drawn, but there is nothing to read in its place."),
        N_(
            "A chart needs a caption, a description and its table; a picture needs alt, or aria-hidden where it is ornament."
        ),
        title=N_("A chart or picture without text alternative"),
        explanation=N_(
            "Looked at are the finished pages. Who cannot see a chart reads its caption, the description of its picture and the "
            "table of its figures; all three must be there. Other pictures must be described, or be marked as ornament."
        ),
    ),
    ProblemKind(
        "broken-reference",
        N_("An element of the page refers to “{what}”, which is not on the page."),
        N_("Give the element that is meant this id, or refer to another one."),
        title=N_("A reference within a page that finds nothing"),
        explanation=N_(
            "Labels, descriptions and headers of cells name other elements by their ids. Where the id is missing, screen readers "
            "say nothing there. Looked at are the finished pages."
        ),
    ),
    ProblemKind(
        "no-pdf-browser",
        N_("There is no Chromium or Chrome to print PDF files with."),
        N_("Install one (Debian: apt-get install chromium), name one with CHROMIUM=/path, or build without --pdf."),
        title=N_("No browser to print PDF"),
        explanation=N_(
            "With --pdf each report is printed by Chromium or Chrome, as a reader would print it. None was found."
        ),
    ),
    ProblemKind(
        "pdf-failed",
        N_("This page could not be printed to PDF: {reason}."),
        N_("The previous site is unchanged. Try again, or build without --pdf."),
        title=N_("Page that could not be printed"),
        explanation=N_(
            "The browser was started but did not write the file. Too little memory or disk is the usual reason."
        ),
    ),
    ProblemKind(
        "search-failed",
        N_("The index for search could not be made: {detail}."),
        N_("The previous site is unchanged. Run make site, which installs what is missing, or free some space."),
        title=N_("Search index could not be made"),
        explanation=N_(
            "Pagefind, which indexes the finished pages, ended with an error. Without an index the site is not complete, so it is not published."
        ),
    ),
    ProblemKind(
        "missing-template",
        N_("There is no page template “{name}”."),
        N_("Bring it back from the project's history."),
        title=N_("Page template missing"),
        explanation=N_("Every kind of page has a template in site_templates/pages. This one was renamed or removed."),
    ),
    ProblemKind(
        "output-unusable",
        N_("“{path}” cannot be written: {reason}."),
        N_(
            "What was there before is unchanged. Free some space, allow writing there, or choose another folder: --output for the site, --archive for snapshots."
        ),
        title=N_("Output cannot be written"),
        explanation=N_(
            "The folder for the site cannot be written: no permission, a full disk, or a file where a folder should be."
        ),
    ),
    ProblemKind(
        "closed-tree",
        N_("“{path}” cannot be made: {reason}."),
        N_(
            "A build works in the folders .build and .cache of the tree, and takes .build away afterwards. Allow writing there, or build a copy of the tree."
        ),
        title=N_("The tree cannot be written"),
        explanation=N_(
            "The site is prepared in the tree itself before it is put in its place, also where --output names another folder. `check` needs to write nothing."
        ),
    ),
    ProblemKind(
        "output-foreign",
        N_("“{path}” holds something other than a site made by this command."),
        N_("Choose another folder with --output, or empty this one yourself."),
        title=N_("Output folder holds something else"),
        explanation=N_(
            "A build replaces its output folder as a whole. It replaces only what an earlier build has made, so that a slip in --output destroys nothing."
        ),
    ),
    ProblemKind(
        "no-shard",
        N_("This folder holds no share of a build."),
        N_("Name the folders that “build --shard” made."),
        title=N_("No share of a build"),
        explanation=N_(
            "Machines make shares of a site, each into a folder of its own; “build --join” needs all these folders. One that was cut off on its way is no share."
        ),
    ),
    ProblemKind(
        "shards-differ",
        N_("This share was made by another program or of other templates than the first one."),
        N_("Make all shares anew, from the same commit."),
        title=N_("Shares that do not belong together"),
        explanation=N_(
            "Pages made by two versions of the program would not fit together. All shares have to be made of one commit, with the same libraries and the same address of the site."
        ),
    ),
    ProblemKind(
        "no-scheduler",
        N_("No scheduler of Dask answers at {address}: {reason}."),
        N_("Start one there, or build on this machine. Dask comes with “pip install 'reform-reports[dask]'”."),
        title=N_("No scheduler"),
        explanation=N_(
            "With --scheduler the pages are made by the machines of a Dask cluster. It has to run already, with the same version of this program on each machine."
        ),
    ),
    ProblemKind(
        "internal-error",
        N_("The program failed at “{stage}”: {detail}."),
        N_(
            "This is a fault of the program, not of your files. The previous site is unchanged; please report it with the file {log}."
        ),
        title=N_("Fault of the program"),
        explanation=N_(
            "Something happened that the program does not foresee. Your files are not to blame; the log file has what its authors need."
        ),
    ),
    ProblemKind(
        "template-failed",
        N_("The template failed: {detail}."),
        N_("The previous site is unchanged. Mend the template, or bring it back from the project's history."),
        title=N_("Page template with a fault"),
        explanation=N_(
            "A template in site_templates has a slip, or asks for something that is not there. The message names the file and the line."
        ),
    ),
    ProblemKind(
        "chart-failed",
        N_("The picture “{chart}” of this page could not be drawn: {detail}."),
        N_(
            "The previous site is unchanged. Look for an unusual figure or name in what it shows; otherwise report it as a fault."
        ),
        title=N_("Chart that cannot be drawn"),
        explanation=N_(
            "A page that lacks a chart looks complete though it is not, so the build stops and says which chart it is."
        ),
    ),
    ProblemKind(
        "process-ended",
        N_("A process of the build was ended from outside."),
        N_("The previous site is unchanged. Most often memory ran out: close other programs and try again."),
        title=N_("Process ended from outside"),
        explanation=N_(
            "Pages are made by several processes at once. One of them was stopped by the system or by somebody."
        ),
    ),
)
