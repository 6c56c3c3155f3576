"""The archive: snapshots as BagIt bags, checked, signed and published beside the site, and never changed."""
