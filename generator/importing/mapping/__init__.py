"""From recognised tables to figures: what each cell says in its unit of measure, and how sure that is."""
