"""How several machines make one site: shares of its pages, handed out by Dask where that is asked for, and joined."""
