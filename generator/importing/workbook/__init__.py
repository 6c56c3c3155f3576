"""A form as a workbook that is filled in without a network, and read back cell by cell."""
