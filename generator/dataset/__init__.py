"""The dataset: one tidy table of observations, the single source of every page, chart and download."""
