"""What the site is made with and what of others it hands on: locked packages, bundled works, their licences, and the bill of materials."""
