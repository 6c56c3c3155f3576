"""What our prose says: its plain text, the numbers in it that are figures, and whether it speaks of a rise or a fall.

Text in, findings about the text out; nothing here knows the data of a report.
"""
