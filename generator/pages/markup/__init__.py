"""What is done to HTML on its way into a page: slots, quotations in another language, abbreviations explained."""
