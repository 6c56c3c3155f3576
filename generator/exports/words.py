"""What the data set is called and under which licence it stands, in the words that every catalogue and file repeats."""

from __future__ import annotations

from generator.i18n.messages import N_

NAME = "public-administration-reform-reports"
TITLE = N_("Figures of public administration reform reports in Vietnam")
MEANING = N_(
    "Figures that Vietnamese authorities state in their periodic reports on public administration reform, entered from the published reports, each with its document, table and row."
)
CREDIT = N_("{compiler}, CC BY 4.0")
LICENCE_NAME = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TERMS = N_(
    "Compiled data: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). You may copy, change and publish them, including commercially, as long as you name the source, link to the licence and say what you changed. The reports themselves are administrative documents and not protected by copyright (Law on Intellectual Property, article 15)."
)
