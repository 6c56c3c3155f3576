"""What the figures say in a sentence: the most telling claims on a unit, a report, an area and an indicator, found by rules.

In: the dataset and what the audit found in it. Out: claims as data, each with the figures it rests on; words are the pages' concern. Nothing is
claimed that the figures do not carry: no direction across a break, no place among units that may not be compared, and no figure that its
source contradicts is told as a fact.
"""
