"""The marks beside a figure: that the source contradicts it, that it was corrected, that it was revised."""
