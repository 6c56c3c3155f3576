"""Languages: message catalogues, and how numbers, dates and periods are written in each.

Interface texts are gettext messages in English; `generator/locale/<lang>/LC_MESSAGES/messages.po` translates them.
"""
