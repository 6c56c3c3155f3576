"""Where figures come from and what they are worth: cited documents, the audit's findings, downloads and their description."""
