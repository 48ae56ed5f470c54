"""lsgraph before a cluster: a stub of one, which is no cluster, over two real servers."""
