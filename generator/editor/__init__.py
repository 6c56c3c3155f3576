"""The editor at `/admin/`: its forms made from the model, its files, and what it may do on this machine."""
