"""The form of group files (`lsgraph/groups/1`): what may stand where, read entry by entry."""
