"""What an import writes: the report's file in canonical form, in which nothing that a person changed is changed again."""
